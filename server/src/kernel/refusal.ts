/** What kind of no it is; each door translates it (HTTP: 401, 403, 404, 409, 410, 413, 415, 421, 422, 429, 503). */
export type RefusalKind =
  | 'signed_out'
  | 'forbidden'
  | 'not_found'
  | 'conflict'
  | 'gone'
  | 'too_large'
  | 'wrong_type'
  | 'unprocessable'
  | 'too_many'
  | 'unavailable'
  | 'misdirected'

export interface FieldProblem {
  /** JSON pointer into what was sent, such as `#/owner/email`. */
  pointer: string
  code: string
  detail: string
}

/** An expected no: a stable code and a sentence that may be shown as it is. */
export class Refusal extends Error {
  readonly kind: RefusalKind
  readonly code: string
  readonly problems: FieldProblem[]
  readonly retryAfterSeconds: number | undefined

  constructor(
    kind: RefusalKind,
    code: string,
    sentence: string,
    more: { problems?: FieldProblem[]; retryAfterSeconds?: number } = {},
  ) {
    super(sentence)
    this.name = 'Refusal'
    this.kind = kind
    this.code = code
    this.problems = more.problems ?? []
    this.retryAfterSeconds = more.retryAfterSeconds
  }
}

/** Not there and not yours are one answer, byte for byte. */
export const notFound = () =>
  new Refusal('not_found', 'not_found', 'There is nothing here, or you can’t see it.')

/** One or more fields need another value. The first sentence leads. */
export const wrongFields = (problems: FieldProblem[]) =>
  new Refusal(
    'unprocessable',
    problems[0]?.code ?? 'wrong_fields',
    problems[0]?.detail ?? 'Check what you entered.',
    {
      problems,
    },
  )
