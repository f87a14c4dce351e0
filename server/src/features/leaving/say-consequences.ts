import type { LeavingAction } from '../people/leaving-actions.policy.ts'
import type { SeenPerson } from '../people/seen-person.ts'

/** What is known of somebody before they are paused, archived or brought back. */
export interface Facts {
  person: SeenPerson
  /** Where else in the tenant they are active; null for a place that the reader may not see. */
  elsewhere: (string | null)[]
  seatOpen: boolean
  /** Of somebody inactive: whether they would be active again, having registered. */
  comesBackActive: boolean
}

export interface Consequences {
  /** What changes, at once. */
  changes: string[]
  /** What stays as it is. */
  keeps: string[]
}

/** What an action would do to somebody, in sentences. */
export function sayConsequences(action: LeavingAction, facts: Facts): Consequences {
  return action === 'person.reactivate' ? comingBack(facts) : leaving(action, facts)
}

/** Roles as words, with where they hold. */
export const rolesInWords = ({ roles }: Pick<SeenPerson, 'roles'>): string =>
  roles.map((each) => (each.scope ? `${each.label} of ${each.scope}` : each.label)).join(', ')

const wordFor = ({ givenName, email }: SeenPerson) => givenName || email
const unitsInWords = ({ units }: SeenPerson) => units.map((unit) => unit.name).join(', ')

function leaving(action: LeavingAction, { person, elsewhere, seatOpen }: Facts): Consequences {
  const name = wordFor(person)
  const at = person.organisation.name
  const roles = rolesInWords(person)
  const units = unitsInWords(person)
  const archived = action === 'person.archive'
  const others = elsewhere.map((each) => each ?? 'another organisation').join(', ')
  return {
    changes: said(
      access(person, others),
      person.invitation
        ? 'The open invitation ends: its links stop working, and email that hasn’t left yet is not sent.'
        : null,
      seatOpen ? `One seat at ${at} is freed.` : null,
      archived
        ? `${name} counts as having left ${at}.`
        : `${name} counts as away for a while, and stays on the list as Inactive.`,
    ),
    keeps: said(
      others && person.status !== 'inactive' ? `${name} stays active at ${others}.` : null,
      roles ? `Roles, without effect meanwhile: ${roles}.` : null,
      units ? `Departments and groups: ${units}.` : null,
      `What ${name} did here stays in the record.`,
      `You can reactivate ${name} at any time.`,
    ),
  }
}

function access(person: SeenPerson, others: string): string {
  const name = wordFor(person)
  const at = person.organisation.name
  switch (person.status) {
    case 'active':
    case 'locked':
      return others
        ? `${name} has no access to ${at} from this moment, and stays signed in elsewhere.`
        : `${name} is signed out everywhere at once and can’t sign in any more.`
    case 'inactive':
      return `${name} is paused and has no access already.`
    default:
      return `${name} can’t register for ${at} or be invited until reactivated.`
  }
}

function comingBack({ person, comesBackActive }: Facts): Consequences {
  const name = wordFor(person)
  const at = person.organisation.name
  const roles = rolesInWords(person)
  const units = unitsInWords(person)
  return {
    changes: comesBackActive
      ? [
          `${name} is active again and signs in as before. No new invitation is needed.`,
          `A seat at ${at} is taken again.`,
        ]
      : [`${name} is on the list again, not invited yet. No seat is taken and no email is sent.`],
    keeps: said(
      roles ? `${name} gets back: ${roles}.` : `${name} had no role here.`,
      units ? `Departments and groups: ${units}.` : null,
      comesBackActive
        ? 'Sign-ins and links from before don’t come back.'
        : 'Links from before don’t come back.',
    ),
  }
}

const said = (...sentences: (string | null)[]) => sentences.filter((each) => each !== null)
