import { type Clock, sayDate } from '../people/say-when.ts'
import type { UndoStep, UndoSums } from './undo-plan.queries.ts'

const count = (many: number, one: string, more = `${one}s`) =>
  `${many.toLocaleString('en-GB')} ${many === 1 ? one : more}`

/** “Remove 20 accounts, put back 14 and restore 7. We’ll keep 2 who have already registered.” */
export function sayUndo(sums: UndoSums): string {
  const parts = [
    sums.removed > 0 ? `remove ${count(sums.removed, 'account')}` : null,
    sums.putBack > 0 ? `put back ${count(sums.putBack, 'person', 'people')}` : null,
    sums.restored > 0 ? `restore ${count(sums.restored, 'person', 'people')}` : null,
    sums.leaving > 0 ? `archive ${count(sums.leaving, 'person', 'people')} again` : null,
  ].filter((part) => part !== null)
  const what = parts.length > 0 ? inWords(parts) : 'nothing is left to put back'
  const changed = sums.kept - sums.registered - sums.outOfReach
  const kept = [
    sums.registered > 0
      ? `We’ll keep ${sums.registered.toLocaleString('en-GB')} who ${sums.registered === 1 ? 'has' : 'have'} already registered.`
      : null,
    changed > 0
      ? `We’ll leave ${count(changed, 'person', 'people')} as they are now, because something changed since.`
      : null,
    sums.outOfReach > 0
      ? `We’ll leave ${count(sums.outOfReach, 'person', 'people')} as they are now, because you don’t have the right to change that.`
      : null,
  ]
  return [`${what.charAt(0).toUpperCase()}${what.slice(1)}.`, ...kept].filter(Boolean).join(' ')
}

const inWords = (parts: string[]) =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`

export function sayCannot(mails: number, units: number, uninvited: number): string[] {
  return [
    ...(mails > 0
      ? [
          `${count(mails, 'email')} ${mails === 1 ? 'was' : 'were'} sent and can’t be unsent; ${mails === 1 ? 'its link no longer works' : 'their links no longer work'}.`,
        ]
      : []),
    ...(uninvited > 0
      ? [
          uninvited === 1
            ? '1 person had an open invitation, which ended; invite them again.'
            : `${count(uninvited, 'person', 'people')} had open invitations, which ended; invite them again.`,
        ]
      : []),
    ...(units > 0 ? [`${count(units, 'department')} that it made ${units === 1 ? 'stays' : 'stay'}.`] : []),
  ]
}

const FIELDS: Record<string, string> = {
  email: 'Email',
  givenName: 'First name',
  familyName: 'Last name',
  staffNumber: 'Staff number',
  jobTitle: 'Job title',
  relationship: 'Relationship',
  startDate: 'Start date',
  leavingDate: 'Leaving date',
}

export function sayStep(
  step: UndoStep,
  clock: Clock,
): { what: string; outcome: UndoStep['outcome']; reason: string | null } {
  return { what: sayWhat(step), outcome: step.outcome, reason: step.why && sayWhy(step, clock) }
}

function sayWhat({ field, before }: UndoStep): string {
  switch (field) {
    case 'added':
      return 'Removed'
    case 'archived':
      return 'Back from the archive'
    case 'reactivated':
      return 'Archived again'
    case 'unit':
      return 'Departments as before'
    default:
      return before === null
        ? `${FIELDS[field] ?? field} empty again`
        : `${FIELDS[field] ?? field} back to ${before}`
  }
}

function sayWhy({ field, why, by, at }: UndoStep, clock: Clock): string {
  const when = at ? ` on ${sayDate(at, clock)}` : ' since'
  switch (why) {
    case 'registered':
      return `Registered${when}`
    case 'later_list':
      return field === 'added' ? `A later list, ${by}, names them too` : `A later list, ${by}, says so too`
    case 'taken':
      return 'That address is somebody else’s now'
    case 'above_you':
      return 'Stands above you here'
    case 'no_right':
      return 'You don’t have the right to do this here'
    case 'own_email':
      return 'Undoing a list doesn’t change your own address'
    case 'elsewhere':
      return 'Also works somewhere that you don’t manage'
    case 'above_elsewhere':
      return 'Stands above you at another place where they work'
    case 'back':
      return by ? `Brought back by ${by}${when}` : `Brought back${when}`
    default:
      return by ? `Changed by ${by}${when}` : `Changed${when}`
  }
}
