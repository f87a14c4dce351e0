import { jobCategoryLabel, RELATIONSHIPS } from './job-category.ts'
import type { FieldChange, Sources } from './person-sources.queries.ts'
import { type Clock, sayCalendarDay, sayDate } from './say-when.ts'
import type { SeenPerson } from './seen-person.ts'

/** What is known of somebody, and where it came from, in a sentence. An empty value was not given. */
export interface Field {
  field: string
  label: string
  value: string
  source: string
}

/**
 * The fields of a person with their sources.
 * @param mobile whether the reader may see the mobile number
 */
export function fieldsOf(person: SeenPerson, from: Sources, clock: Clock, mobile: boolean): Field[] {
  const added = addedHow(from, clock, 'Typed')
  const registered = from.registeredAt && sayDate(from.registeredAt, clock)
  const invited = from.lastInvitation && `in the invitation by ${byAndWhen(from.lastInvitation, clock)}`
  // Who moved here and was invited then has labels that came along.
  const setWhen = invited && from.addedBy !== 'moved' ? `Set ${invited}` : added
  const before = from.knownSince && `Known here before, since ${sayDate(from.knownSince, clock)}`
  const known = before ?? added
  const labels = Object.entries(person.labels).map(([key, value]) => `${key}: ${value}`)
  const name = registered ? `Typed at registration, ${registered}` : known
  const latest = (field: string, source: string, since: Date | null = null) => {
    const change = from.changed[field]
    return change && !(since && since > new Date(change.at)) ? changedHow(change, clock) : source
  }
  const given = (field: string, label: string, value: string | null, source = added) =>
    value ? [{ field, label, value, source: latest(field, source) }] : []
  const day = (date: string | null) => date && sayCalendarDay(date, clock)
  const { relationship } = person
  return [
    {
      field: 'givenName',
      label: 'First name',
      value: person.givenName,
      source: latest('givenName', name, from.registeredAt),
    },
    {
      field: 'familyName',
      label: 'Last name',
      value: person.familyName,
      source: latest('familyName', name, from.registeredAt),
    },
    { field: 'email', label: 'Work email', value: person.email, source: latest('email', known) },
    ...(mobile
      ? [
          {
            field: 'mobile',
            label: 'Mobile',
            value: from.mobile ?? '',
            source: registered
              ? `${from.mobile ? 'Typed' : 'Not given'} at registration, ${registered}`
              : 'Asked for at registration',
          },
        ]
      : []),
    ...given('jobTitle', 'Job title', person.jobTitle),
    ...given('jobCategory', 'Kind of work', from.jobCategory && jobCategoryLabel(from.jobCategory)),
    ...given(
      'relationship',
      'Relationship',
      relationship === 'employee' && !from.changed.relationship ? null : RELATIONSHIPS[relationship],
    ),
    {
      field: 'roles',
      label: 'Role',
      value: person.roles
        .map((each) => (each.scope ? `${each.label} of ${each.scope}` : each.label))
        .join(', '),
      source: rolesFrom(person, from, clock) ?? added,
    },
    {
      field: 'units',
      label: 'Departments and groups',
      value: person.units.map((unit) => unit.name).join(', '),
      source: unitsFrom(from, invited),
    },
    {
      field: 'language',
      label: 'Language',
      value: languageName(from.language),
      // Nobody is asked for it when they register: it is that of the invitation.
      source: latest(
        'language',
        registered
          ? `From the invitation they registered with, ${registered}`
          : (before ?? addedHow(from, clock, 'Chosen')),
        from.registeredAt,
      ),
    },
    ...given('startDate', 'Started on', day(from.startDate)),
    ...given('leavingDate', 'Last day of work', day(from.leavingDate)),
    ...given('staffNumber', 'Staff number', person.staffNumber),
    ...given('labels', labels.length === 1 ? 'Label' : 'Labels', labels.join(', '), setWhen),
    ...given('deletionDate', 'Deleted on', day(from.deletionDate), setWhen),
  ]
}

/** How a field came to be what it is after somebody was added. Who did it at another organisation isn't told. */
function changedHow(change: FieldChange, clock: Clock): string {
  const day = sayDate(new Date(change.at), clock)
  if (change.how === 'proof') return `Confirmed with a link that went there, ${day}`
  if (change.how === 'list') return `From a staff list, ${day}`
  if (change.how === 'archived' || change.how === 'paused')
    return change.planned
      ? `Planned by ${change.by ?? OPERATOR}, and set when they were ${change.how}, ${day}`
      : `Set when they were ${change.how} by ${byAndWhen(change, clock)}`
  return change.here ? `Changed by ${byAndWhen(change, clock)}` : `Changed at another organisation, ${day}`
}

/** @param inviting what an inviter did with the value */
function addedHow(from: Sources, clock: Clock, inviting: 'Typed' | 'Chosen'): string {
  const day = sayDate(from.addedAt, clock)
  switch (from.addedBy) {
    case 'set_up':
      return `Entered when Lanyard was set up, ${day}`
    case 'command_line':
      return `Entered at the command line, ${day}`
    case 'hand':
      return `Added by hand, ${day}`
    case 'staff_list':
      return `From a staff list, ${day}`
    case 'moved':
      return `Set when they moved here from another organisation, ${day}`
    case 'invitation':
      return from.firstInvitation
        ? `${inviting} in the invitation by ${byAndWhen(from.firstInvitation, clock)}`
        : `${inviting} in an invitation, ${day}`
    default:
      return from.addedBy satisfies never
  }
}

function rolesFrom(person: SeenPerson, from: Sources, clock: Clock): string | null {
  const { rolesChanged: changed, lastInvitation: invited } = from
  if (changed && (!invited || changed.at > invited.at)) return `Changed by ${byAndWhen(changed, clock)}`
  if (!invited) return null
  const offered = person.invitation !== null
  return `${offered ? 'Offered' : 'Given'} in the invitation by ${byAndWhen(invited, clock)}`
}

function unitsFrom(from: Sources, invited: string | null): string {
  const said = {
    manual: 'Set by hand',
    sync: 'From a connected source',
    staff_list: 'From a staff list',
    invitation: `Set ${invited ?? 'in an invitation'}`,
  }
  return from.unitSources.length === 0 ? 'Not set' : from.unitSources.map((source) => said[source]).join('; ')
}

const OPERATOR = 'the operator, at the command line'

const byAndWhen = ({ by, at }: { by: string | null; at: string }, clock: Clock) =>
  `${by ?? OPERATOR}, ${sayDate(new Date(at), clock)}`

const names = new Intl.DisplayNames('en-GB', { type: 'language' })
const languageName = (tag: string) => names.of(tag) ?? tag
