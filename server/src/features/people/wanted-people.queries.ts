import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import { ADMIN_ROLES } from './admin-roles.ts'
import { problemMembers } from './email-problems.queries.ts'
import type { SchoolDays } from './school-days.ts'
import type { View } from './sorts-and-views.ts'
import type { Status } from './status.ts'
import type { SyncState } from './sync-states.ts'

/** Which people, with everything looked up that the question named. */
export interface Wanted {
  /** Null: those of the whole tenant. */
  organisationIds: string[] | null
  /** Null: everybody there; else only members of these units. */
  sightUnitIds: string[] | null
  statuses: Status[] | null
  roles: string[] | null
  unitIds: string[] | null
  /** Private units that the viewer does not see: roles held there are not seen either. */
  hiddenUnitIds: string[]
  view: View | null
  /** Folded words, each of which must be found. */
  words: string[]
  /** Memberships that are locked at this moment. */
  lockedIds: string[]
  /** Whether those who are archived are among them; else they are left out. */
  archived: boolean
  days: SchoolDays
  /** A value of null: any. */
  labels: { key: string; value: string | null }[] | null
  lastActive: 'never' | '30d' | 'unused_120d' | null
  leaving: 'soon' | 'passed' | null
  /** Only who has a role of an admin's level. */
  admin: boolean
  relationships: string[] | null
  /** How they came to be here. */
  sources: string[] | null
  /** Whether a list still names them. */
  syncs: SyncState[] | null
  /** Only whom the last list of everyone doesn't name. */
  unlisted: boolean
  /** Canonical addresses. */
  emails: string[] | null
}

/** Nothing asked for: what a filter narrows. */
export const UNFILTERED = {
  archived: false,
  statuses: null,
  roles: null,
  unitIds: null,
  view: null,
  words: [],
  labels: null,
  lastActive: null,
  leaving: null,
  admin: false,
  relationships: null,
  sources: null,
  syncs: null,
  unlisted: false,
  emails: null,
} satisfies Partial<Wanted>

export type Condition = RawBuilder<unknown>

/** How many there are in all, and how many of them fit each of some conditions. */
export async function countMatching<Part extends string>(
  tx: Tx,
  wanted: Wanted,
  parts: Record<Part, Condition>,
): Promise<Record<Part | 'all', number>> {
  const columns = Object.entries<Condition>(parts).map(
    ([name, condition]) => sql`, (count(*) filter (where ${condition}))::int as ${sql.ref(name)}`,
  )
  const found = await sql<Record<Part | 'all', number>>`
    ${foundFirst(wanted)} select count(*)::int as "all"${sql.join(columns, sql``)} from ${sourceOf(wanted)} m
    where ${allOf([...conditionsOf(wanted), ...statusesOf(wanted)])}`.execute(tx)
  return found.rows[0] as Record<Part | 'all', number>
}

/** The memberships of everybody who is wanted, by id. */
export async function listMatching(tx: Tx, wanted: Wanted): Promise<string[]> {
  const found = await sql<{ id: string }>`
    ${foundFirst(wanted)} select m.id from ${sourceOf(wanted)} m
    where ${allOf([...conditionsOf(wanted), ...statusesOf(wanted)])} order by m.id`.execute(tx)
  return found.rows.map((row) => row.id)
}

/** The stored facts and the moment that make a label, as membership_status() reads them. */
export function labelled(status: Status, { lockedIds }: Wanted): Condition {
  const isLocked = sql`m.id = any(${lockedIds}::uuid[])`
  if (status === 'locked') return isLocked
  const stored = STORED[status]
  return lockedIds.length === 0 || status === 'inactive' ? stored : sql`${stored} and not ${isLocked}`
}

const now = sql`(select lanyard_now())`
const STORED: Record<Exclude<Status, 'locked'>, Condition> = {
  expired: sql`m.state = 'invited' and m.invited_until <= ${now}`,
  pending: sql`m.state = 'invited' and (m.invited_until is null or m.invited_until > ${now})`,
  awaiting_approval: sql`m.state = 'awaiting_approval'`,
  not_invited: sql`m.state = 'not_invited'`,
  active: sql`m.state = 'active'`,
  inactive: sql`m.state = 'inactive'`,
}

/** The condition of the labels asked for, if any were. */
export const statusesOf = (wanted: Wanted): Condition[] =>
  wanted.statuses
    ? [
        sql`(${sql.join(
          wanted.statuses.map((status) => labelled(status, wanted)),
          sql` or `,
        )})`,
      ]
    : []

/** Whether who is wanted is looked up first: what few have in common is not found by walking a sorted list. */
export const isRare = (wanted: Wanted) =>
  wanted.words.length > 0 ||
  wanted.unlisted ||
  wanted.view === 'leavers' ||
  wanted.lastActive === 'unused_120d' ||
  [wanted.emails, wanted.labels, wanted.leaving, wanted.syncs].some((each) => each !== null)

export const sourceOf = (wanted: Wanted) => (isRare(wanted) ? sql`found` : sql`memberships`)

/**
 * Whom rare conditions find, before anything is sorted: left to itself the planner would walk the sorted list and try
 * every row for a word that few have.
 */
export function foundFirst(wanted: Wanted): Condition {
  if (!isRare(wanted)) return sql``
  return sql`with found as materialized (
    select m.tenant_id, m.id, m.account_id, m.organisation_id, m.state, m.invited_until, m.name_key
    from memberships m where ${allOf(everyCondition(wanted))})`
}

/** Conditions, all of which must hold. */
export const allOf = (conditions: Condition[]): Condition =>
  conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `)

/** Under three letters a word is the beginning of a word, else it may stand anywhere. */
function holdsWord(word: string): Condition {
  const plain = word.replace(/[\\%_]/g, '\\$&')
  return sql`m.search_key like ${word.length < 3 ? `% ${plain}%` : `%${plain}%`}`
}

function placeOf(wanted: Wanted): Condition[] {
  const here = wanted.organisationIds
  return [
    sql`m.tenant_id = current_tenant()`,
    sql`m.state not in ('deleted', 'rejected')`,
    ...(here === null
      ? []
      : here.length === 1
        ? [sql`m.organisation_id = ${here[0]}`]
        : [sql`m.organisation_id = any(${here}::uuid[])`]),
  ]
}

/** All but the labels: of who was looked up first they hold already. */
export const conditionsOf = (wanted: Wanted): Condition[] => (isRare(wanted) ? [] : everyCondition(wanted))

/** Every condition but the labels. */
export function everyCondition(wanted: Wanted): Condition[] {
  const { sightUnitIds, unitIds, roles, view } = wanted
  return [
    ...placeOf(wanted),
    ...wanted.words.map(holdsWord),
    ...(wanted.archived ? [] : [notArchived(datesOf(wanted), wanted.days)]),
    ...(sightUnitIds ? [isMemberOf(sightUnitIds)] : []),
    ...(unitIds ? [isMemberOf(unitIds)] : []),
    ...(roles ? [holdsRole(roles, wanted.hiddenUnitIds)] : []),
    ...(view ? [viewed(view, wanted)] : []),
    ...(wanted.admin ? [viewed('admins', wanted)] : []),
    ...factsOf(wanted),
  ]
}

/** What is written at the membership or the account. */
function factsOf({
  labels,
  lastActive,
  leaving,
  relationships,
  sources,
  syncs,
  unlisted,
  emails,
  days,
}: Wanted) {
  return [
    ...(emails ? [hasAddress(emails)] : []),
    ...(labels ? [hasLabel(labels)] : []),
    ...(lastActive ? [wasActive(lastActive)] : []),
    ...(leaving ? [isLeaving(leaving, days)] : []),
    ...(relationships ? [sql`m.relationship = any(${relationships}::text[])`] : []),
    ...(sources ? [sql`m.added_by = any(${sources}::text[])`] : []),
    ...(syncs ? [isSyncing(syncs)] : []),
    ...(unlisted ? [isUnlisted] : []),
  ]
}

const hasAddress = (emails: string[]) => sql`m.account_id = any(array(
  select a.id from accounts a where a.tenant_id = current_tenant() and a.email = any(${emails}::text[])))`

const isLabelled = ({ key, value }: { key: string; value: string | null }) =>
  value === null ? sql`m.labels ? ${key}` : sql`m.labels ->> ${key} = ${value}`

/** The labels of few are any: those are found by an index. */
const hasLabel = (labels: NonNullable<Wanted['labels']>) =>
  sql`m.labels <> '{}' and (${sql.join(labels.map(isLabelled), sql` or `)})`

const usedLast = (condition: Condition) => sql`exists (select from people_active p
  where p.tenant_id = m.tenant_id and p.account_id = m.account_id and ${condition})`

export function wasActive(when: NonNullable<Wanted['lastActive']>): Condition {
  switch (when) {
    case 'never':
      return sql`not ${usedLast(sql`true`)}`
    case '30d':
      return usedLast(sql`p.last_active_at >= ${now} - interval '30 days'`)
    case 'unused_120d':
      return usedLast(sql`p.last_active_at < ${now} - interval '120 days'`)
    default:
      return when satisfies never
  }
}

type Leaving = NonNullable<Wanted['leaving']>

/**
 * Whose last day, or whose deletion, is over or comes soon: also who is to be paused or archived on a date, and stays
 * when that could not be done. Of who is archived only a deletion is still to come.
 */
export function isLeaving(when: Leaving, days: SchoolDays): Condition {
  const { today, soon } = days
  const within = (day: Condition) =>
    when === 'passed' ? sql`${day} < ${today}::date` : sql`${day} between ${today}::date and ${soon}::date`
  return sql`(${within(sql`m.leaving_date`)} or ${isDeleted(when, days)}
    or m.id = any(array(select p.membership_id from planned_ends p
      where p.tenant_id = current_tenant() and ${within(sql`p.ends_on`)})))`
}

/** A deletion is due at the start of its day, a last day at its end. */
const isDeleted = (when: Leaving, { today, soon }: SchoolDays): Condition =>
  when === 'passed'
    ? sql`m.deletion_date <= ${today}::date`
    : sql`(m.deletion_date > ${today}::date and m.deletion_date <= ${soon}::date)`

/** Who is archived is left out, but for whom a date is still to be kept when the dates are asked for. */
export function notArchived(dates: Leaving[], days: SchoolDays): Condition {
  const dated = dates.map((when) => isDeleted(when, days))
  return sql`(${sql.join([sql`m.inactive_as is distinct from 'archived'`, ...dated], sql` or `)})`
}

/** The dates that a list asks for. */
const datesOf = ({ leaving, view }: Wanted): Leaving[] =>
  leaving ? [leaving] : view === 'leavers' ? ['soon', 'passed'] : []

/** A list of everyone speaks of their school, and they are not on it. */
export const isUnlisted = sql`m.id in (select u.id from unlisted_members() u)`

/** Who was here when everybody was last listed and isn't named: who came since can't have been. */
export const missing = sql`select u.id from unlisted_members() u where u.came_at <= u.listed_at`

const wasListed = sql`exists (select from staff_records s
  where s.tenant_id = m.tenant_id and s.membership_id = m.id and s.seen_at is not null)`

/** The same three as a row says of itself. */
const isSyncing = (states: SyncState[]) =>
  sql`(${sql.join(
    states.map((state) => SYNCING[state]),
    sql` or `,
  )})`
const SYNCING: Record<SyncState, Condition> = {
  synced: sql`${wasListed} and not (${isUnlisted})`,
  not_syncing: sql`${wasListed} and ${isUnlisted}`,
  by_hand: sql`not ${wasListed}`,
}

const isMemberOf = (unitIds: string[]) => sql`exists (select from unit_members x
  where x.tenant_id = m.tenant_id and x.membership_id = m.id and x.unit_id = any(${unitIds}::uuid[]))`

function holdsRole(roles: string[], hiddenUnitIds: string[]): Condition {
  const seen =
    hiddenUnitIds.length > 0
      ? sql`and (r.unit_id is null or r.unit_id <> all(${hiddenUnitIds}::uuid[]))`
      : sql``
  return sql`exists (select from role_assignments r
    where r.tenant_id = m.tenant_id and r.membership_id = m.id and r.role = any(${roles}::text[]) ${seen})`
}

export function viewed(view: View, wanted: Wanted): Condition {
  switch (view) {
    case 'invitations':
      return sql`m.state = 'invited'`
    case 'not_registered':
      return sql`m.state in ('invited', 'not_invited')`
    case 'email_problems':
      return sql`m.id = any(array(${problemMembers(wanted.organisationIds)}))`
    case 'admins':
      return sql`m.id = any(array(${adminMembers}))`
    case 'leavers':
      // Found by indexes and by the lists, not by asking each member of everybody.
      return sql`m.id in (select m.id from memberships m where m.tenant_id = current_tenant()
          and (${isLeaving('soon', wanted.days)} or ${isLeaving('passed', wanted.days)})
        union all ${missing})`
    case 'new_this_term':
      return sql`(m.start_date >= ${wanted.days.termFrom}::date
        or (m.start_date is null and m.created_at >= ${wanted.days.termFrom}::date))`
    case 'archived':
      return sql`m.inactive_as = 'archived'`
    default:
      return view satisfies never
  }
}

/** Memberships whose person has a role of an admin's level that reaches their organisation. */
export const adminMembers = sql`
  select n.id from role_assignments r
  join memberships h on h.tenant_id = r.tenant_id and h.id = r.membership_id and h.state = 'active'
  join memberships n on n.tenant_id = h.tenant_id and n.account_id = h.account_id and n.state not in ('deleted', 'rejected')
  join organisations o on o.tenant_id = n.tenant_id and o.id = n.organisation_id
  where r.tenant_id = current_tenant() and r.role = any(${ADMIN_ROLES}::text[])
    and (r.scope = 'tenant' or (r.scope = 'organisation' and r.organisation_id = any(o.path)))`
