import type { App } from '../../platform/app.ts'
import type { Tx } from '../../platform/database/database.ts'
import { roleOf } from '../access/built-in-roles.ts'
import { isPermission, permissionInfo } from '../access/permissions.ts'
import { EXPLANATIONS, type MailKinds, type MessageState, stateLabel } from '../messages/message.ts'
import { CLOSED_WHY, OPENED_WHY } from '../seats/seat.ts'
import { FIELD_LABELS } from '../staff-lists/say-row.ts'
import {
  type Kept,
  type KeptMembership,
  readAccess,
  readAccount,
  readMemberships,
  readUnits,
} from './person-data.queries.ts'
import { readRecord } from './person-record.ts'
import {
  readDates,
  readDevices,
  readInvitations,
  readMessages,
  readSeats,
  readSessions,
  readStaffLists,
  readWaysIn,
} from './person-traces.queries.ts'
import { type Own, withoutOthers } from './without-others.ts'

/** What is never in the file, and why. */
const LEFT_OUT = [
  'Passwords, links and keys: only fingerprints of them are kept, which say nothing.',
  'Details of other people. Where somebody else did something, only their role is named.',
  'The files of staff lists as they were uploaded, which name everybody on them. What they said of this person is here.',
  'Backups made before, and answers kept for a day so that a request sent twice is done once.',
]

const ACCESS = 'Roles and permissions'

/** Everything that is kept about one person and nothing of another, by what it is called in words. */
export async function readPersonData(
  app: App,
  kinds: MailKinds,
  tx: Tx,
  tenantId: string,
  me: { accountId: string; name: string },
): Promise<Kept> {
  const id = me.accountId
  const account = await readAccount(tx, id)
  const memberships = await readMemberships(tx, id)
  const access = await readAccess(tx, id)
  const messages = await readMessages(tx, id)
  const { resets, addresses, setUps } = await readWaysIn(tx, id)
  const dates = await readDates(tx, id)
  const lists = await readStaffLists(tx, id)
  const { entries, origins } = await readRecord(app, tx, tenantId, me)
  const sessions = await readSessions(tx, id)
  const data = {
    'Left out of this file': LEFT_OUT,
    Account: account,
    'New addresses that were to be confirmed': addresses,
    'New passwords that were asked for': resets,
    'Accounts set up for them': setUps,
    Memberships: memberships.map((each) => ({
      ...each.kept,
      'Where the details came from': sourcesOf(account, each),
    })),
    'Departments and groups': await readUnits(tx, id),
    Roles: access.roles.map((each) => ({ ...each, Role: roleOf(String(each.Role)).label })),
    Permissions: access.permissions.map((each) => ({
      ...each,
      Permission: permissionLabel(each.Permission),
    })),
    'Roles and permissions over time': entries.filter((each) => each.Kind === ACCESS),
    Invitations: (await readInvitations(tx, id)).map((each) => ({
      ...each,
      'Permissions offered': (each['Permissions offered'] as string[]).map(permissionLabel),
    })),
    'Email to them': messages.map((each) => mailInWords(kinds, each)),
    Seats: (await readSeats(tx, id)).map((each) => ({ ...each, Why: seatWhy(each) })),
    Sessions: sessions.map((each) => ({ ...each, ...origins.get(String(each['Session id'])) })),
    Devices: await readDevices(tx, id),
    'Rows of staff lists that named them': lists.rows.map(fieldsInWords),
    'What a staff list last said of them': lists.taken.map(fieldsInWords),
    'What staff lists changed': lists.changed.map((each) => ({
      ...each,
      Detail: fieldLabel(String(each.Detail)),
    })),
    'Done to many people together': lists.together,
    'Planned ends': dates.ends,
    'Dates that came up': dates.due,
    'Reviews while archived': dates.reviews,
    Holds: dates.holds,
    'The record': entries,
  }
  return withoutNothing(
    await withoutOthers(tx, data, ownOf(id, me.name, { account, addresses, messages, lists, entries })),
  )
}

const ADDED: Record<string, string> = {
  set_up: 'Entered when Lanyard was set up',
  command_line: 'Entered at the command line',
  hand: 'Added by hand',
  moved: 'Came along from another organisation',
  invitation: 'Given in an invitation',
  staff_list: 'From a staff list',
}
const CHANGED = {
  hand: 'Changed by hand',
  list: 'From a staff list',
  proof: 'Confirmed with a link that went there',
  archived: 'Set when they were archived',
  paused: 'Set when they were paused',
}

/** Details that have a source, by what they are called in the account or the membership. */
const SOURCED: Record<string, string> = {
  givenName: 'First name',
  familyName: 'Last name',
  email: 'Email address',
  mobile: 'Mobile number',
  language: 'Language',
  jobTitle: 'Job title',
  jobCategory: 'Kind of work',
  relationship: 'Relationship',
  staffNumber: 'Staff number',
  startDate: 'Start date',
  leavingDate: 'Leaving date',
  deletionDate: 'Deletion date',
  labels: 'Labels',
}
const REGISTERED = ['givenName', 'familyName', 'mobile']

function sourcesOf(account: Kept, { kept, addedBy, registeredAt, changed, listed }: KeptMembership): Kept {
  const entries = Object.entries(SOURCED).flatMap(([field, label]) => {
    if (isNothing(kept[label] ?? account[label])) return []
    const change = changed[field]
    const typed = REGISTERED.includes(field) ? registeredAt : null
    if (change && !(typed && typed > change.at))
      return [[label, `${CHANGED[change.how]}, ${change.at}, by ${change.by}`]]
    if (typed) return [[label, `Typed at registration, ${typed}`]]
    if (listed.includes(field)) return [[label, 'From a staff list']]
    return [[label, ADDED[addedBy] ?? addedBy]]
  })
  return Object.fromEntries(entries)
}

const permissionLabel = (key: unknown) =>
  isPermission(String(key))
    ? permissionInfo(String(key) as Parameters<typeof permissionInfo>[0]).label
    : String(key)

function mailInWords(kinds: MailKinds, message: Kept): Kept {
  const words = (each: Kept): Kept => ({
    ...each,
    State: stateLabel(each.State as MessageState, message['Kept here instead of sent'] === true),
    Explanation: EXPLANATIONS[String(each.Explanation)] ?? null,
  })
  const tries = 'What became of each try'
  return {
    ...words(message),
    Kind: kinds[String(message.Kind)]?.label ?? String(message.Kind).replaceAll('_', ' '),
    [tries]: (message[tries] as Kept[]).map(words),
  }
}

const seatWhy = ({ Why }: Kept) =>
  ({ ...OPENED_WHY, ...CLOSED_WHY })[String(Why) as keyof typeof OPENED_WHY] ?? String(Why)

const fieldLabel = (field: string) => FIELD_LABELS[field] ?? SOURCED[field] ?? field

/** Details of a row by what they are called. */
const fieldsInWords = (row: Kept): Kept =>
  Object.fromEntries(
    Object.entries(row).map(([key, value]) => [
      key,
      ['Given', 'As typed in the file', 'Changed before applying'].includes(key) && value
        ? Object.fromEntries(Object.entries(value).map(([field, each]) => [fieldLabel(field), each]))
        : value,
    ]),
  )

/** Every address that is or was theirs, or was to be. */
function ownOf(
  accountId: string,
  name: string,
  from: { account: Kept; addresses: Kept[]; messages: Kept[]; lists: { rows: Kept[] }; entries: Kept[] },
): Own {
  const listed = from.lists.rows.flatMap((row) =>
    [row.Given, row['As typed in the file'], row['Changed before applying']].map(
      (each) => (each as Kept | null)?.email,
    ),
  )
  const changed = from.entries
    .flatMap((entry) => entry['Before and after'] as Kept[])
    .flatMap((each) => (each.Detail === 'Email address' ? [each.Before, each.After] : []))
  const all = [
    from.account['Email address'],
    ...from.addresses.map((each) => each['New address']),
    ...from.messages.map((each) => each.To),
    ...listed,
    ...changed,
  ]
  return { accountId, name, addresses: all.filter((each) => typeof each === 'string') }
}

const isNothing = (value: unknown) =>
  value === null ||
  value === undefined ||
  value === '' ||
  (typeof value === 'object' && !(value instanceof Date) && Object.keys(value).length === 0)

/** Without details that are not there; a heading with nothing under it stays, to say so. */
function withoutNothing(data: Kept): Kept {
  const slim = (value: unknown): unknown => {
    if (value instanceof Date || value === null || typeof value !== 'object') return value
    if (Array.isArray(value)) return value.map(slim)
    return Object.fromEntries(
      Object.entries(value).flatMap(([key, each]) => (isNothing(each) ? [] : [[key, slim(each)]])),
    )
  }
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, slim(value)]))
}
