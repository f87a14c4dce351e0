import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import { problemMembers } from './email-problems.queries.ts'
import type { View } from './sorts-and-views.ts'
import { STATUS_ORDER, type Status } from './status.ts'
import {
  adminMembers,
  type Condition,
  countMatching,
  labelled,
  viewed,
  type Wanted,
} from './wanted-people.queries.ts'

/**
 * How many people and places (memberships), how many of the places are registered, and how many each view holds. Who is
 * archived counts only as that, and under their label.
 */
export interface Counts {
  people: number
  places: number
  registered: number
  invitations: number
  notRegistered: number
  emailProblems: number
  admins: number
  archived: number
  byStatus: Record<Status, number>
}

interface Tallied {
  active: number
  paused: number
  archived: number
  invited: number
  notInvited: number
  awaiting: number
  first: number
  more: number
  expired: number
  locked: Record<string, number>
  problems: number
  admins: number
}

/**
 * Counts everybody in an organisation, or in the whole tenant, from the kept tallies and from what is rare: so it takes
 * as long for a hundred thousand people as for a hundred.
 */
export async function countEverybody(
  tx: Tx,
  wanted: Pick<Wanted, 'organisationIds' | 'lockedIds'>,
): Promise<Counts> {
  const { organisationIds, lockedIds } = wanted
  const at = (table: 't' | 'm') =>
    organisationIds
      ? sql`and ${sql.ref(`${table}.organisation_id`)} = any(${organisationIds}::uuid[])`
      : sql``
  const sum = (state: string) =>
    sql`coalesce(sum(t.places) filter (where t.state = ${sql.lit(state)}), 0)::int`
  const found = await sql<Tallied>`
    select ${sum('active')} as active, ${sum('inactive')} as paused, ${sum('archived')} as archived, ${sum('invited')} as invited,
      ${sum('not_invited')} as "notInvited", ${sum('awaiting_approval')} as awaiting,
      coalesce(sum(t.places) filter (where not t.again and t.state not in ('deleted', 'rejected', 'archived')), 0)::int as first,
      ${personsOnlyAgain(organisationIds)} as more,
      (select count(*)::int from memberships m where m.tenant_id = current_tenant() ${at('m')} and m.state = 'invited'
        and m.invited_until <= (select lanyard_now())) as expired,
      (select coalesce(jsonb_object_agg(l.state, l.places), '{}') from (
        select case when m.state = 'invited' and m.invited_until <= (select lanyard_now()) then 'expired' else m.state end as state, count(*) as places
        from memberships m where m.tenant_id = current_tenant() and m.id = any(${lockedIds}::uuid[]) ${at('m')} group by 1) l) as locked,
      (select count(*)::int from (${problemMembers(organisationIds)}) p) as problems,
      (select count(distinct m.id)::int from memberships m
        where m.tenant_id = current_tenant() and m.id = any(array(${adminMembers})) and ${inTheList('m')} ${at('m')}) as admins
    from people_tallies t where t.tenant_id = current_tenant() ${at('t')}`.execute(tx)
  return asCounts(found.rows[0] as Tallied)
}

/** Whether a membership is in the list when nothing is asked for. */
const inTheList = (of: string) =>
  sql`(${sql.ref(`${of}.state`)} not in ('deleted', 'rejected') and ${sql.ref(`${of}.inactive_as`)} is distinct from 'archived')`

/**
 * People whose first membership is gone or archived and who are members again. A person has at most one membership that
 * is not again, so those and these together are everybody once. In some organisations of several, people are told apart
 * one by one.
 */
function personsOnlyAgain(organisationIds: string[] | null) {
  if (organisationIds?.length === 1)
    return sql`coalesce(sum(t.places) filter (where t.again and t.state not in ('deleted', 'rejected', 'archived')), 0)::int`
  if (organisationIds)
    return sql`(select count(distinct m.account_id)::int from memberships m
      where m.tenant_id = current_tenant() and m.organisation_id = any(${organisationIds}::uuid[]) and m.again
        and ${inTheList('m')} and (
          select n.id from memberships n where n.tenant_id = m.tenant_id and n.account_id = m.account_id and not n.again
            and n.organisation_id = any(${organisationIds}::uuid[]) and ${inTheList('n')} limit 1) is null)`
  // Both are few and those who are both fewer still: found first, and only then looked at one by one.
  return sql`(
    with both_of as materialized (
      select distinct g.account_id from memberships g
      join memberships m on m.tenant_id = g.tenant_id and m.account_id = g.account_id and m.again and ${inTheList('m')}
      where g.tenant_id = current_tenant() and not g.again
        and (g.state in ('deleted', 'rejected') or g.inactive_as = 'archived')
    )
    select count(*)::int from both_of b where (
      select n.id from memberships n where n.tenant_id = current_tenant() and n.account_id = b.account_id and not n.again
        and ${inTheList('n')} limit 1) is null)`
}

function asCounts(row: Tallied): Counts {
  const places = row.active + row.paused + row.invited + row.notInvited + row.awaiting
  const unlocked = (state: string, count: number) => count - (row.locked[state] ?? 0)
  const locked = Object.values(row.locked).reduce((sum, each) => sum + each, 0)
  return {
    people: row.first + row.more,
    places,
    registered: row.active + row.paused,
    invitations: row.invited,
    notRegistered: row.invited + row.notInvited,
    emailProblems: row.problems,
    admins: row.admins,
    archived: row.archived,
    byStatus: {
      expired: unlocked('expired', row.expired),
      pending: unlocked('invited', row.invited - row.expired),
      awaiting_approval: unlocked('awaiting_approval', row.awaiting),
      not_invited: unlocked('not_invited', row.notInvited),
      active: unlocked('active', row.active),
      inactive: row.paused + row.archived,
      locked,
    },
  }
}

/** Views whose numbers stand beside every list. */
const COUNTED_VIEWS = ['invitations', 'not_registered', 'email_problems', 'admins', 'archived'] as const

/** The same for those whom somebody sees through units only: few, so they are counted one by one. */
export async function countInSight(tx: Tx, everybody: Wanted): Promise<Counts> {
  // Those archived are counted on the way, for their own view and their label.
  const whole = { ...everybody, archived: true }
  const inView = (view: View) =>
    sql`${viewed(view, whole)} and ${view === 'archived' ? sql`true` : inTheList('m')}`
  const labels = Object.fromEntries(
    STATUS_ORDER.map((status) => [status, labelled(status, whole)]),
  ) as Record<Status, Condition>
  const views = Object.fromEntries(COUNTED_VIEWS.map((view) => [view, inView(view)])) as Record<
    (typeof COUNTED_VIEWS)[number],
    Condition
  >
  const places = inTheList('m')
  const registered = sql`m.state in ('active', 'inactive') and ${places}`
  const found = await countMatching(tx, whole, { ...labels, ...views, registered, places })
  return {
    people: found.places,
    places: found.places,
    registered: found.registered,
    invitations: found.invitations,
    notRegistered: found.not_registered,
    emailProblems: found.email_problems,
    admins: found.admins,
    archived: found.archived,
    byStatus: found,
  }
}
