/** What a row's plan is called in words: rules, conflicts, reasons and warnings. */

export const FIELD_LABELS: Record<string, string> = {
  email: 'Work email',
  givenName: 'First name',
  familyName: 'Last name',
  fullName: 'Full name',
  staffNumber: 'Staff number',
  sourceId: 'Id in your MIS',
  jobTitle: 'Job title',
  role: 'Role',
  unit: 'Department',
  school: 'School',
  relationship: 'Relationship',
  startDate: 'Start date',
  leavingDate: 'Leaving date',
  status: 'Status',
  username: 'User name',
}

/** Which rule said who a row is, in a sentence. */
export function sayRule(rule: string | null, given: Record<string, string | undefined>): string | null {
  switch (rule) {
    case 'source':
      return 'Same id in your MIS'
    case 'staff_number':
      return `Same staff number, ${given.staffNumber ?? ''}`
    case 'email':
      return 'Same email'
    case 'decision':
      return 'You said that this is the same person'
    default:
      return null
  }
}

/** Why somebody could be the person of a row, or why that has to be looked at. */
export function sayConflict(rule: string | null, given: Record<string, string | undefined>): string {
  switch (rule) {
    case 'source_other_person':
      return 'Same id in your MIS, but another name and another email'
    case 'number_other_email':
      return `Same staff number, ${given.staffNumber ?? ''}, but another email`
    case 'number_other_name':
      return `Same staff number, ${given.staffNumber ?? ''}, but another name`
    case 'other_source':
      return `Same staff number, ${given.staffNumber ?? ''}, but another id in your MIS`
    case 'recycled':
      return 'Same email, but another id in your MIS: the address may have been given to somebody else'
    case 'role_mailbox':
      return 'Same email, which is a shared mailbox, but another name'
    case 'email_other_name':
      return 'Same email, but another name'
    case 'two_people':
      return 'The id, staff number and email of this row belong to different people'
    case 'taken_twice':
      return 'Another row is this person too'
    case 'same_name':
      return 'Same name, another email'
    case 'like_name':
      return 'Nearly the same name'
    case 'new_name':
      return 'Same first name, and the same start date or job; perhaps a new last name'
    default:
      return ''
  }
}

/** What somebody has to decide about a conflict, and what would follow. */
export function askConflict(
  rule: string | null,
  given: Record<string, string | undefined>,
  candidates: { email: string; familyName: string }[],
): string {
  const [only] = candidates
  if (rule === 'two_people' || candidates.length > 1)
    return 'Which of these people is it, or is it somebody new?'
  if (rule === 'taken_twice') return 'Is this the same person? Only one row can be.'
  const moves: string[] = []
  if (only && rule === 'new_name' && given.familyName && given.familyName !== only.familyName)
    moves.push(`The last name would change to ${given.familyName}.`)
  if (only && given.email && given.email !== only.email)
    moves.push(`The address would change to ${given.email}.`)
  return ['Same person?', ...moves].join(' ')
}

/** Why a change is not taken. */
export function sayWhyNot(why: string): string {
  switch (why) {
    case 'own_email':
      return 'A list doesn’t change your own address.'
    case 'above_you':
      return 'Stands above you here, so your list changes nothing.'
    case 'adds_only':
      return 'You can add people with a list, but not change those who are here.'
    case 'above_elsewhere':
      return 'Stands above you at another place where they work, so name and address stay.'
    case 'elsewhere':
      return 'Also works somewhere that you don’t manage, so name and address stay.'
    case 'address_in_use':
      return 'Somebody else has this address.'
    case 'other_row':
      return 'Another row of this file says otherwise about the same person.'
    case 'keep':
      return 'You chose to keep ours.'
    case 'by_hand':
      return 'Changed here by hand since the last list.'
    case 'both_changed':
      return 'Changed here by hand, and in the file as well, since the last list.'
    default:
      return ''
  }
}

/** Why a change can't be taken, whoever asks for it. */
const NEVER = [
  'own_email',
  'above_you',
  'adds_only',
  'above_elsewhere',
  'elsewhere',
  'address_in_use',
  'other_row',
]

/** Whether somebody may take a change that isn't taken by itself. */
export const isOffered = (why: string | undefined): boolean => why === undefined || !NEVER.includes(why)

/** Why somebody can't be archived from a list. */
export function sayWhyStays(stays: string): string {
  switch (stays) {
    case 'you':
      return 'This is you.'
    case 'admin':
      return 'An admin here. Nobody archives an admin from a list; open their page to do that.'
    case 'above_you':
      return 'Stands above you here.'
    case 'may_not_archive':
      return 'You don’t have the right to archive leavers from a list. Ask another admin.'
    default:
      return ''
  }
}

export function sayWarning(warning: string): string {
  const [code, row] = warning.split(':')
  switch (code) {
    case 'not_work_address':
      return 'Not a work address'
    case 'no_name':
      return 'No name. The email is shown until they register.'
    case 'unit_not_used':
      return 'The department isn’t used: it isn’t here, and you can’t make one.'
    case 'role_not_changed':
      return 'Another role than here. A list doesn’t change the roles of people who are here already.'
    case 'repeat':
      return `The same as row ${row}.`
    case 'left':
      return 'Has left, and isn’t here.'
    case 'above_you':
      return 'Stands above you here, so you can’t bring them back.'
    case 'may_not_reactivate':
      return 'Inactive here. You don’t have the right to bring people back. Ask another admin.'
    default:
      return ''
  }
}

export function sayResult(result: string | null, detail: string | null): string | null {
  if (detail) return detail
  switch (result) {
    case 'added':
      return 'Added'
    case 'changed':
      return 'Changed'
    case 'reactivated':
      return 'Brought back'
    case 'archived':
      return 'Archived'
    case 'held':
      return 'Held until the number is typed'
    case 'not_done':
      return 'Not done'
    case 'nothing':
      return 'Nothing to change'
    default:
      return null
  }
}
