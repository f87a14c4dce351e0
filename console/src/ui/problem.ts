/** What the server says when it refuses (RFC 9457). `detail` is plain English and safe to show as it stands. */
export type Problem = {
  status: number
  code: string
  title: string
  detail: string
  requestId?: string
  errors: FieldError[]
}
export type FieldError = { pointer: string; code: string; detail: string; suggestion?: string }

/** Reads whatever a failed call left behind. Anything that is not a problem document becomes `unexpected` or `offline`. */
export function problemOf(failure: unknown): Problem {
  if (failure instanceof TypeError) return { ...blank, code: 'offline' }
  if (typeof failure !== 'object' || failure === null) return blank
  const found = failure as Partial<Problem>
  return {
    status: typeof found.status === 'number' ? found.status : 0,
    code: typeof found.code === 'string' ? found.code : blank.code,
    title: typeof found.title === 'string' ? found.title : '',
    detail: typeof found.detail === 'string' ? found.detail : '',
    errors: Array.isArray(found.errors) ? found.errors : [],
    ...(typeof found.requestId === 'string' ? { requestId: found.requestId } : {}),
  }
}

const blank: Problem = { status: 0, code: 'unexpected', title: '', detail: '', errors: [] }

/** `#/owner/email` → `owner.email`; positions in a list belong to the list: `#/organisation/domains/0` → `organisation.domains`. */
export function fieldOf(pointer: string): string {
  return pointer
    .replace(/^#?\//, '')
    .split('/')
    .filter((part) => !/^\d+$/.test(part))
    .join('.')
}

/** The first complaint about each field, by field name. One message a field: the person mends it, then hears the next. */
export function errorsByField(problem: Problem): Record<string, string> {
  const found: Record<string, string> = {}
  for (const { pointer, detail } of problem.errors) found[fieldOf(pointer)] ??= detail
  return found
}
