import { sayDay } from '../../kernel/say-day.ts'
import { ROLE_KEYS, roleOf } from '../access/built-in-roles.ts'
import { isPermission, permissionInfo } from '../access/permissions.ts'
import { sayEnd } from '../audit/say-end.ts'
import { didTo, people } from '../bulk/say-people.ts'
import { sayWhy } from '../bulk/say-why.ts'
import type { ActivityRow } from './activity.queries.ts'

/** One thing about what changed: before and after as words, null for nothing. */
export interface Change {
  label: string
  before: string | null
  after: string | null
}

/** What the record's ids stand for, as far as the reader may know. */
export interface Names {
  /** Null: there, but not for this reader to see. */
  unit(id: string): string | null
  staffList(id: string): string | null
}

const FIELDS: Record<string, string> = {
  name: 'Name',
  urn: 'URN',
  domains: 'Email domains',
  timeZone: 'Time zone',
  askMobile: 'Mobile number when registering',
  invitationDays: 'Days an invitation lasts',
  needsUnit: 'Everybody needs a unit',
  parentId: 'Inside',
  private: 'Private',
  email: 'Email address',
  givenName: 'First name',
  familyName: 'Last name',
  jobTitle: 'Job title',
  jobCategory: 'Kind of work',
  relationship: 'Relationship',
  language: 'Language',
  labels: 'Labels',
  deletionDate: 'Deletion date',
  staffNumber: 'Staff number',
  startDate: 'Start date',
  leavingDate: 'Leaving date',
  unit: 'Units',
  role: 'Role',
  invitations: 'Invitations nobody accepted',
  staff_list_files: 'Uploaded files',
  sessions: 'Ended sessions',
  sign_ins: 'Sign-ins',
  record: 'The record',
  archived: 'Archived people',
}

/** What can come due for somebody. */
const DUE: Record<string, string> = {
  end: 'ending their access on the day that was set',
  delete: 'deleting them on the day that was set',
}

const fieldLabel = (field: string) => FIELDS[field] ?? field

/** The words of an event's detail for its sentence: what is not known is null. */
export function wordsOf({ event, detail }: ActivityRow, names: Names): Record<string, string | null> {
  const unitId = textIn(detail, 'unitId')
  const unit = unitId && names.unit(unitId)
  const listId = textIn(detail, 'staffListId')
  return {
    unit: unit ? `the unit ${unit}` : 'a unit',
    list: listId && names.staffList(listId),
    moved: textIn(detail, 'movedTo') && 'who moved to another organisation',
    day: textIn(detail, 'day'),
    reference: textIn(detail, 'reference'),
    held: detail.everything === true ? 'everything here' : null,
    end: sayEnd(detail),
    due: DUE[textIn(detail, 'what') ?? ''] ?? null,
    together: didTo(textIn(detail, 'action'), Number(detail.people), textIn(detail, 'on')),
    people: typeof detail.people === 'number' ? people(detail.people) : null,
    roles: joined(textsIn(detail, 'roles').map((role) => roleName(role, names))),
    fields: joined(textsIn(detail, 'fields').map((field) => fieldLabel(field).toLowerCase())),
    access: event === 'roles.changed' ? joined(accessWords(detail, names)) : null,
  }
}

/** Before and after, where the event has them. */
export function changesOf({ event, detail }: ActivityRow, names: Names): Change[] {
  if (event === 'roles.changed')
    return [
      heldChange('Roles', detail, 'roles', (role) => roleName(role, names)),
      heldChange('Permissions', detail, 'permissions', permissionName),
    ].filter(({ before, after }) => before !== after)
  return writtenChanges(detail)
}

/** Changes an event holds in full: `changes: [{ field, before, after }]`, of places in its detail, of people encrypted. */
export function writtenChanges(detail: Record<string, unknown>): Change[] {
  const list = Array.isArray(detail.changes) ? (detail.changes as Record<string, unknown>[]) : []
  return list.map(({ field, before, after }) => ({
    label: fieldLabel(String(field)),
    before: valueText(before),
    after: valueText(after),
  }))
}

/** What else an event says of itself, for whoever opens it. */
export function factsOf({ event, detail }: ActivityRow): { label: string; value: string }[] {
  const fact = (label: string, value: string | null) => (value === null ? [] : [{ label, value }])
  const reached =
    textIn(detail, 'route') && `${textIn(detail, 'method') ?? ''} ${textIn(detail, 'route')}`.trim()
  return [
    ...fact('Asked for', reached || null),
    ...fact('Attempt', event === 'sign_in.failed' ? numberIn(detail, 'attempt') : null),
    ...fact('Last day with access', event === 'person.end_planned' ? dayIn(detail, 'on') : null),
    ...fact('From then on', event === 'person.end_planned' ? textIn(detail, 'as') : null),
    ...fact('Why', event === 'person.end_not_done' ? sayWhy(textIn(detail, 'code') ?? '') : null),
    ...fact('Permissions', joined(textsIn(detail, 'permissions').map(permissionName))),
    ...fact('Roles not given', joined(textsIn(detail, 'rolesNotGiven').map((role) => roleName(role)))),
    ...fact('Permissions not given', joined(textsIn(detail, 'permissionsNotGiven').map(permissionName))),
    ...fact('Row of the list', numberIn(detail, 'row')),
    ...fact('Entries exported', numberIn(detail, 'entries')),
    ...fact('Seats exported', numberIn(detail, 'seats')),
    ...fact('How many', numberIn(detail, 'many')),
    ...fact('Left because of a hold', numberIn(detail, 'held')),
    ...fact('Domain', textIn(detail, 'domain')),
  ]
}

function accessWords(detail: Record<string, unknown>, names: Names): string[] {
  const said = (key: string, sign: string, name: (each: string) => string) =>
    textsIn(detail, key).map((each) => `${sign}${name(each)}`)
  return [
    ...said('given', '+ ', (role) => roleName(role, names)),
    ...said('permissionsOn', '+ ', permissionName),
    ...said('taken', '− ', (role) => roleName(role, names)),
    ...said('permissionsOff', '− ', permissionName),
  ]
}

/** All that somebody held before and all they held after, so that nothing that stayed seems new. */
function heldChange(
  label: string,
  detail: Record<string, unknown>,
  key: string,
  name: (each: string) => string,
): Change {
  const held = (when: 'before' | 'after') =>
    joined(
      textsIn((detail[when] ?? {}) as typeof detail, key)
        .map(name)
        .sort(),
    )
  return { label, before: held('before'), after: held('after') }
}

/** The record writes `leader`, `leader unit:<id>` or `leader kind:class`. */
function roleName(written: string, names?: Names): string {
  const [key = '', where = ''] = written.split(' ')
  const label = (ROLE_KEYS as string[]).includes(key) ? roleOf(key).label : key
  if (where.startsWith('unit:')) return `${label} (${names?.unit(where.slice('unit:'.length)) ?? 'a unit'})`
  if (where.startsWith('kind:')) return `${label} (every ${where.slice('kind:'.length)})`
  return label
}

const permissionName = (key: string) => (isPermission(key) ? permissionInfo(key).label : key)

/** Every unit an event names. */
export const unitIdsIn = ({ detail }: ActivityRow): string[] => [
  ...(textIn(detail, 'unitId') ? [textIn(detail, 'unitId') as string] : []),
  ...[detail, detail.before ?? {}, detail.after ?? {}]
    .flatMap((part) => ['given', 'taken', 'roles'].flatMap((key) => textsIn(part as typeof detail, key)))
    .flatMap((role) => role.match(/ unit:([0-9a-f-]{36})$/)?.[1] ?? []),
]

export function textIn(detail: Record<string, unknown>, key: string): string | null {
  const value = detail[key]
  return typeof value === 'string' && value !== '' ? value : null
}

function textsIn(detail: Record<string, unknown>, key: string): string[] {
  const value = detail[key]
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : []
}

function dayIn(detail: Record<string, unknown>, key: string): string | null {
  const day = textIn(detail, key)
  return day && sayDay(day)
}

function numberIn(detail: Record<string, unknown>, key: string): string | null {
  const value = detail[key]
  return typeof value === 'number' ? String(value) : null
}

const joined = (words: string[]) => (words.length > 0 ? words.join(', ') : null)

function valueText(value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null
  if (Array.isArray(value)) return joined(value.map(String))
  if (typeof value === 'boolean') return value ? 'Yes' : 'No'
  return String(value)
}
