import { canonicalEmail } from '../../kernel/email-address.ts'
import { cleanLine, holdsAddress, NAME_MAX } from '../../kernel/plain-words.ts'
import type { FieldProblem } from '../../kernel/refusal.ts'

/**
 * How somebody who is added hears of it: by an invitation to register, by an email about an account that is set up
 * already, or not at all yet.
 */
export const NOTIFY = ['invite', 'credentials', 'none'] as const
export type Notify = (typeof NOTIFY)[number]

/** Longest job title and staff number, in characters. */
export const JOB_TITLE_MAX = 120
export const STAFF_NUMBER_MAX = 40

/** What a form about a person's work says, whether they have an address or not. */
export interface WorkWish {
  jobTitle?: string | undefined
  jobCategory?: string | undefined
  staffNumber?: string | undefined
  relationship?: string | undefined
  /** YYYY-MM-DD. */
  startDate?: string | undefined
}

/** The same as it is kept: null where nothing was said. */
export const readWork = (wish: WorkWish) => ({
  jobTitle: cleanLine(wish.jobTitle ?? '') || null,
  jobCategory: wish.jobCategory ?? null,
  staffNumber: cleanLine(wish.staffNumber ?? '') || null,
  relationship: wish.relationship ?? null,
  startDate: wish.startDate ?? null,
})

/** First and last name as they will be kept, with a sentence for each that is missing or would lead somebody elsewhere. */
export function readNames(wish: { givenName: string; familyName: string }): {
  givenName: string
  familyName: string
  problems: FieldProblem[]
} {
  const givenName = cleanLine(wish.givenName)
  const familyName = cleanLine(wish.familyName)
  return {
    givenName,
    familyName,
    problems: [
      ...nameProblems('givenName', givenName, 'given_name_missing', 'Enter a first name'),
      ...nameProblems('familyName', familyName, 'family_name_missing', 'Enter a last name'),
    ],
  }
}

function nameProblems(field: string, name: string, missing: string, detail: string): FieldProblem[] {
  const pointer = `#/${field}`
  if (name === '') return [{ pointer, code: missing, detail }]
  if ([...name].length > NAME_MAX)
    return [{ pointer, code: 'name_long', detail: `Use at most ${NAME_MAX} characters` }]
  if (holdsAddress(name))
    return [{ pointer, code: 'no_links_here', detail: 'Enter a name without a web or email address' }]
  return []
}

/** The address as it will be kept. */
export function readEmail(typed: string): { email: string; problems: FieldProblem[] } {
  const email = canonicalEmail(typed.trim())
  if (email) return { email, problems: [] }
  const problem =
    typed.trim() === ''
      ? { code: 'email_missing', detail: 'Enter an email address' }
      : {
          code: 'email_format',
          detail: 'Enter an email address in the correct format, like name@school.sch.uk',
        }
  return { email: '', problems: [{ pointer: '#/email', ...problem }] }
}
