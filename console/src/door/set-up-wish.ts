import { errorsByField, type Problem } from '../ui/problem.ts'

/** What the person has typed so far. Kept whole while they go back and forth; the password never leaves memory. */
export type SetUpWish = {
  code: string
  owner: { givenName: string; familyName: string; email: string; password: string }
  organisation: { name: string; type: '' | 'trust' | 'school'; domains: string; timeZone: string }
}

export const steps = ['checks', 'you', 'organisation'] as const
export type Step = (typeof steps)[number] | 'done'

/** The step whose page holds this field, as the server names it: `owner.email` → you. */
export function stepOf(field: string): Step {
  if (field.startsWith('owner')) return 'you'
  return field.startsWith('organisation') ? 'organisation' : 'checks'
}

/** Where a refusal belongs: the earliest page with something to mend, and every message by field. */
export function placeProblem(
  problem: Problem,
  sentence: string,
): { step: Step; errors: Record<string, string> } {
  if (problem.code === 'setup_code_wrong') return { step: 'checks', errors: { code: sentence } }
  const errors = errorsByField(problem)
  const first = steps.find((step) => Object.keys(errors).some((field) => stepOf(field) === step))
  return first ? { step: first, errors } : { step: 'organisation', errors: { '': sentence } }
}

/** The set-up code as it was printed, however it was typed: ` 7kq4 m2vd` → `7KQ4-M2VD`. */
export const codeOf = (typed: string): string =>
  typed
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .replace(/(.{4})(?=.)/g, '$1-')

/** `reed.sch.uk, @mill.sch.uk` → the two domains, without the @ people add. */
export const domainsOf = (typed: string): string[] =>
  typed
    .split(/[\s,;]+/)
    .map((domain) => domain.replace(/^.*@/, '').toLowerCase())
    .filter(Boolean)
