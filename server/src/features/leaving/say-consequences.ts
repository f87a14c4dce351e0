import { sayDay } from '../../kernel/say-day.ts'
import type { LeavingAction } from '../people/leaving-actions.policy.ts'
import type { SeenPerson } from '../people/seen-person.ts'
import { namesInWords } from './say-hand-over.ts'

/** What is known of somebody before they are paused, archived, brought back, moved or deleted. */
export interface Facts {
  person: SeenPerson
  /** Where else in the tenant they are active; null for a place that the reader may not see. */
  elsewhere: (string | null)[]
  /** Whether they are a member elsewhere at all, active or not. */
  knownElsewhere: boolean
  seatOpen: boolean
  /** Of somebody inactive: whether they would be active again, having registered. */
  comesBackActive: boolean
  /** The last day with access, in words; null: it ends now. */
  until: string | null
  /** Units they lead and nobody else does, as far as the reader sees them. */
  ledAlone: string[]
  /** Open invitations of others here that they sent. */
  invitationsSent: number
  /** Whether nobody else here looks after the staff accounts. */
  onlyAdmin: boolean
}

export interface Consequences {
  /** What changes. */
  changes: string[]
  /** What stays as it is. */
  keeps: string[]
  /** What somebody else has to take over. */
  handsOver: string[]
}

/** What an action would do to somebody, in sentences. */
export function sayConsequences(action: LeavingAction, facts: Facts): Consequences {
  switch (action) {
    case 'person.reactivate':
      return comingBack(facts)
    case 'person.stay':
      return staying(facts)
    case 'person.pause':
    case 'person.archive':
      return leaving(action, facts)
    case 'person.move':
      return moving(facts)
    case 'person.delete':
      return deleted(facts)
    default:
      return action satisfies never
  }
}

/** Roles as words, with where they hold. */
export const rolesInWords = ({ roles }: Pick<SeenPerson, 'roles'>): string =>
  roles.map((each) => (each.scope ? `${each.label} of ${each.scope}` : each.label)).join(', ')

const wordFor = ({ givenName, email }: SeenPerson) => givenName || email
const unitsInWords = ({ units }: SeenPerson) => units.map((unit) => unit.name).join(', ')
const othersInWords = ({ elsewhere }: Facts) =>
  elsewhere.map((each) => each ?? 'another organisation').join(', ')

const INVITATION_ENDS =
  'The open invitation ends: its links stop working, and email that hasn’t left yet is not sent.'

function leaving(action: 'person.pause' | 'person.archive', facts: Facts): Consequences {
  const { person, seatOpen, until } = facts
  const name = wordFor(person)
  const at = person.organisation.name
  const roles = rolesInWords(person)
  const units = unitsInWords(person)
  const others = othersInWords(facts)
  // Who is paused now still leaves on the day that is set.
  const staysPlanned = !until && action === 'person.pause' && person.plannedEnd?.as === 'archived'
  return {
    changes: said(
      until ? `Until the end of ${until} nothing changes. You can call it off until then.` : null,
      staysPlanned ? null : endReplaced(person),
      access(person, others, until !== null),
      person.invitation ? INVITATION_ENDS : null,
      seatOpen ? `One seat at ${at} is freed.` : null,
      action === 'person.archive'
        ? `${name} counts as having left ${at}.`
        : `${name} counts as away for a while, and stays on the list as Inactive.`,
    ),
    keeps: said(
      others && person.status !== 'inactive' ? `${name} stays active at ${others}.` : null,
      roles ? `Roles, without effect meanwhile: ${roles}.` : null,
      units ? `Departments and groups: ${units}.` : null,
      staysPlanned ? sayStillLeaves(person.plannedEnd) : null,
      `What ${name} did here stays in the record.`,
      `You can reactivate ${name} at any time.`,
    ),
    handsOver: handingOver(facts),
  }
}

const endReplaced = ({ plannedEnd }: SeenPerson) =>
  plannedEnd &&
  `This takes the place of what is planned: ${plannedEnd.as} at the end of ${sayDay(plannedEnd.on)}.`

/** That an end that was set before still comes; nothing where none was. */
export const sayStillLeaves = (end: SeenPerson['plannedEnd']): string | null =>
  end && `Still ${end.as === 'archived' ? 'leaves' : 'paused'} at the end of ${sayDay(end.on)}, as planned.`

function access(person: SeenPerson, others: string, later: boolean): string {
  const name = wordFor(person)
  const at = person.organisation.name
  switch (person.status) {
    case 'active':
    case 'locked':
      if (others)
        return later
          ? `Then ${name} has no access to ${at} any more, and stays signed in elsewhere.`
          : `${name} has no access to ${at} from this moment, and stays signed in elsewhere.`
      return later
        ? `Then ${name} is signed out everywhere and can’t sign in any more.`
        : `${name} is signed out everywhere at once and can’t sign in any more.`
    case 'inactive':
      return `${name} is paused and has no access already.`
    default:
      return `${name} can’t register for ${at} or be invited until reactivated.`
  }
}

function handingOver({ person, ledAlone, invitationsSent, onlyAdmin }: Facts): string[] {
  const name = wordFor(person)
  return said(
    onlyAdmin
      ? `${name} is the only admin at ${person.organisation.name}. After this only people above it can look after its staff accounts.`
      : null,
    ledAlone.length > 0
      ? `${name} is the only leader of ${namesInWords(ledAlone)}. Make somebody else leader there.`
      : null,
    invitationsSent > 0
      ? `${invitationsSent === 1 ? 'An open invitation was' : `${invitationsSent} open invitations were`} sent by ${name}. Send ${invitationsSent === 1 ? 'it' : 'them'} again yourself, or nobody can accept ${invitationsSent === 1 ? 'it' : 'them'}.`
      : null,
  )
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
      sayStillLeaves(person.plannedEnd),
      comesBackActive
        ? 'Sign-ins and links from before don’t come back.'
        : 'Links from before don’t come back.',
    ),
    handsOver: [],
  }
}

function staying({ person }: Facts): Consequences {
  const name = wordFor(person)
  return {
    changes: [`No last day is set for ${name} any more.`],
    keeps: [`${name} has access as before.`],
    handsOver: [],
  }
}

function moving(facts: Facts): Consequences {
  const { person, seatOpen, knownElsewhere } = facts
  const name = wordFor(person)
  const at = person.organisation.name
  const registered = person.status === 'active' || person.status === 'locked'
  return {
    changes: said(
      `${name} is archived at ${at}, with today as the last day.`,
      registered
        ? `${name} becomes a member of the organisation you choose, and takes a seat there.`
        : `${name} is put on the list of the organisation you choose, not invited yet.`,
      person.invitation ? INVITATION_ENDS : null,
      seatOpen ? `One seat at ${at} is freed.` : null,
      `${person.staffNumber ? 'Other roles, departments and the staff number' : 'Other roles, and departments,'} stay behind.`,
    ),
    keeps: said(
      'Roles for the whole organisation that you may give there go along, and so do job title, kind of work, relationship and labels.',
      knownElsewhere ? `Where ${name} is known already, everything stays as it is there.` : null,
      registered ? `${name} keeps the same account, and signs in as before.` : null,
      `What ${name} did here stays in the record.`,
      `${name} can be reactivated at ${at} at any time.`,
    ),
    handsOver: handingOver(facts),
  }
}

function deleted(facts: Facts): Consequences {
  const { person, seatOpen, knownElsewhere } = facts
  const name = wordFor(person)
  const at = person.organisation.name
  const others = othersInWords(facts)
  const registered = person.status === 'active' || person.status === 'locked'
  return {
    changes: said(
      registered ? access(person, others, false) : null,
      person.invitation ? INVITATION_ENDS : null,
      seatOpen ? `One seat at ${at} is freed.` : null,
      `${name} is gone from lists, search and the API of ${at}, with roles, departments and labels.`,
      knownElsewhere
        ? null
        : 'Names, addresses and numbers are erased everywhere, in the activity too, and the email address is free for somebody new.',
      'Nobody can bring this back: not you, not an undo, not the operator.',
    ),
    keeps: said(
      knownElsewhere ? `The account stays, because ${name} is known elsewhere too.` : null,
      'The activity keeps that somebody was deleted here, when and by whom.',
    ),
    handsOver: handingOver(facts),
  }
}

const said = (...sentences: (string | null)[]) => sentences.filter((each) => each !== null)
