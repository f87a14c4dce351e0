import { STATUS_CODES } from 'node:http'
import { z } from 'zod'
import { type FieldProblem, Refusal, type RefusalKind } from '../../kernel/refusal.ts'
import { isConnectionError, isTimeout, isUnkeepableText, OutcomeUnknown } from '../database/database.ts'

/** An error as it travels (RFC 9457). */
export const problemShape = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string().describe('What happened and what to do, in words to show'),
  instance: z.string(),
  code: z.string().describe('Stable; write programs against it'),
  requestId: z.string().describe('Quote it when asking for help'),
  errors: z.array(z.object({ pointer: z.string(), code: z.string(), detail: z.string() })).optional(),
})

export type Problem = z.infer<typeof problemShape>

const STATUS: Record<RefusalKind, number> = {
  signed_out: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  gone: 410,
  too_large: 413,
  wrong_type: 415,
  unprocessable: 422,
  too_many: 429,
  unavailable: 503,
  misdirected: 421,
}

const AWAY_SECONDS = 2

/** What an error is to the outside. Null for a fault of ours, which says nothing but the request's id. */
export function asRefusal(error: unknown): Refusal | null {
  if (error instanceof Refusal) return error
  if (error instanceof OutcomeUnknown)
    return new Refusal(
      'unavailable',
      'outcome_unknown',
      'We can’t be sure that this was saved. Look before you try again.',
      {
        retryAfterSeconds: AWAY_SECONDS,
      },
    )
  if (isConnectionError(error) || isTimeout(error))
    return new Refusal(
      'unavailable',
      'unavailable',
      'Lanyard can’t reach its database just now. Nothing was changed. Try again in a moment.',
      {
        retryAfterSeconds: AWAY_SECONDS,
      },
    )
  if (isUnkeepableText(error))
    return new Refusal(
      'unprocessable',
      'wrong_character',
      'What you sent holds a character that can’t be kept. Type it anew and try again.',
    )
  return null
}

export function problemOf(refusal: Refusal, requestId: string): Problem {
  return problem(STATUS[refusal.kind], refusal.code, refusal.message, requestId, refusal.problems)
}

/** The instance names the request and not its address, so that *not there* and *not yours* are equal to the byte. */
export function problem(
  status: number,
  code: string,
  detail: string,
  requestId: string,
  errors: FieldProblem[] = [],
): Problem {
  return {
    type: `urn:lanyard:problem:${code}`,
    title: STATUS_CODES[status] ?? 'Error',
    status,
    detail,
    instance: `urn:lanyard:request:${requestId}`,
    code,
    requestId,
    ...(errors.length > 0 ? { errors } : {}),
  }
}

interface ShapeIssue {
  code?: string
  path?: PropertyKey[]
  message?: string
  keys?: string[]
  maximum?: number | bigint
  minimum?: number | bigint
  origin?: string
  values?: unknown[]
  input?: unknown
}

/** What a wrong shape is in words, one problem for each field, unknown fields among them. */
export function shapeProblems(issues: ShapeIssue[]): FieldProblem[] {
  return issues.flatMap((issue) => {
    const path = (issue.path ?? []).map(String)
    const pointer = ['#', ...path].join('/')
    if (issue.code === 'unrecognized_keys')
      return (issue.keys ?? []).map((key) => ({
        pointer: `${pointer}/${key}`,
        code: 'unknown_field',
        detail: `There is no field called “${key}” here.`,
      }))
    return [{ pointer, ...wordsFor(issue) }]
  })
}

function wordsFor(issue: ShapeIssue): { code: string; detail: string } {
  const text = issue.origin === 'string'
  if (issue.code === 'too_small' && text) return { code: 'missing', detail: 'Enter something here' }
  if (issue.code === 'too_big' && text)
    return { code: 'too_long', detail: `Use at most ${issue.maximum} characters` }
  if (issue.code === 'too_big') return { code: 'too_many', detail: `Use at most ${issue.maximum}` }
  if (issue.code === 'invalid_value')
    return { code: 'not_a_choice', detail: `Choose one of: ${(issue.values ?? []).join(', ')}` }
  if (/received undefined/.test(issue.message ?? ''))
    return { code: 'missing', detail: 'Enter something here' }
  return {
    code: 'wrong_shape',
    detail: `This isn’t what is expected here (${(issue.message ?? '').replace(/^Invalid input: /, '')})`,
  }
}
