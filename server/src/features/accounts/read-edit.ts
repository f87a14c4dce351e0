import { canonicalEmail } from '../../kernel/email-address.ts'
import { cleanLine, holdsAddress } from '../../kernel/plain-words.ts'
import { type FieldProblem, wrongFields } from '../../kernel/refusal.ts'
import { languageOf } from '../invitations/invitation.ts'
import type { NewValues } from '../people/edit-person.queries.ts'
import type { Labels } from '../people/label-members.queries.ts'
import { LABELS_MAX } from './label-members.ts'

/** What somebody wants to change of a person. What is absent stays; null, or nothing but blanks, takes a value away. */
export interface EditWish {
  givenName?: string | undefined
  familyName?: string | undefined
  email?: string | undefined
  language?: string | undefined
  jobTitle?: string | null | undefined
  jobCategory?: string | null | undefined
  staffNumber?: string | null | undefined
  relationship?: string | undefined
  /** YYYY-MM-DD, as the others. */
  startDate?: string | null | undefined
  leavingDate?: string | null | undefined
  deletionDate?: string | null | undefined
  /** All of them: those that are absent go. */
  labels?: Labels | undefined
}

export type ReadEdit = NewValues & { labels?: Labels }

/**
 * What was typed, as it will be kept. What is the same as now is not looked at again.
 * @throws Refusal email_format, given_name_missing, family_name_missing, no_links_here, leaving_before_start,
 *   labels_too_many, language_unknown
 */
export function readEdit(wish: EditWish, now: ReadEdit): ReadEdit {
  const { labels, email, ...rest } = wish
  const lines = Object.fromEntries(
    Object.entries(rest).flatMap(([field, value]) => {
      if (value === undefined) return []
      const line = value === null ? null : cleanLine(value)
      return [[field, field.endsWith('Name') ? (line ?? '') : line || null]]
    }),
  ) as ReadEdit
  const read: ReadEdit = {
    ...lines,
    ...(email === undefined ? {} : { email: canonicalEmail(email) }),
    ...(labels === undefined ? {} : { labels }),
  }
  if (read.language && read.language !== now.language) read.language = languageOf(read.language)
  const changed = Object.fromEntries(
    Object.entries(read).filter(([field, value]) => !same(value, now[field as keyof ReadEdit])),
  ) as ReadEdit
  const problems = problemsOf(changed, { ...now, ...changed })
  if (problems.length > 0) throw wrongFields(problems)
  return changed
}

/** Labels are the same whatever their order. */
const same = (one: unknown, other: unknown): boolean => inOrder(one) === inOrder(other)
const inOrder = (value: unknown) =>
  JSON.stringify(
    typeof value === 'object' && value !== null
      ? Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
      : (value ?? null),
  )

function problemsOf(changed: ReadEdit, all: ReadEdit): FieldProblem[] {
  const problem = (field: string, code: string, detail: string) => [{ pointer: `#/${field}`, code, detail }]
  return [
    ...nameProblems('givenName', changed.givenName, 'given_name_missing', 'Enter a first name'),
    ...nameProblems('familyName', changed.familyName, 'family_name_missing', 'Enter a last name'),
    ...(changed.email === null
      ? problem(
          'email',
          'email_format',
          'Enter an email address in the correct format, like name@school.sch.uk',
        )
      : []),
    ...(changed.jobTitle && holdsAddress(changed.jobTitle)
      ? problem('jobTitle', 'no_links_here', 'Enter a job title without a web or email address')
      : []),
    ...((changed.startDate || changed.leavingDate) &&
    all.startDate &&
    all.leavingDate &&
    all.leavingDate < all.startDate
      ? problem(
          changed.leavingDate ? 'leavingDate' : 'startDate',
          'leaving_before_start',
          'The leaving date is before the start date. Change one of them.',
        )
      : []),
    ...(changed.labels && Object.keys(changed.labels).length > LABELS_MAX
      ? problem('labels', 'labels_too_many', `Somebody can have ${LABELS_MAX} labels. Remove one first.`)
      : []),
  ]
}

function nameProblems(field: string, name: string | null | undefined, code: string, detail: string) {
  if (name === undefined) return []
  if (!name) return [{ pointer: `#/${field}`, code, detail }]
  return holdsAddress(name)
    ? [
        {
          pointer: `#/${field}`,
          code: 'no_links_here',
          detail: 'Enter a name without a web or email address',
        },
      ]
    : []
}
