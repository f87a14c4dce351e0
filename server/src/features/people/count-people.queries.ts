import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import { problemMembers } from './email-problems.queries.ts'
import { VIEWS, type View } from './sorts-and-views.ts'
import { STATUS_ORDER, type Status } from './status.ts'
import {
  adminMembers,
  type Condition,
  countMatching,
  labelled,
  viewed,
  type Wanted,
} from './wanted-people.queries.ts'

/** How many people and places (memberships), how many of the places are registered, and how many each view holds. */
export interface Counts {
  people: number
  places: number
  registered: number
  invitations: number
  notRegistered: number
  emailProblems: number
  admins: number
  byStatus: Record<Status, number>
}

interface Tallied {
  active: number
  inactive: number
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
    select ${sum('active')} as active, ${sum('inactive')} as inactive, ${sum('invited')} as invited,
      ${sum('not_invited')} as "notInvited", ${sum('awaiting_approval')} as awaiting,
      coalesce(sum(t.places) filter (where not t.again and t.state not in ('deleted', 'rejected')), 0)::int as first,
      ${personsOnlyAgain(organisationIds)} as more,
      (select count(*)::int from memberships m where m.tenant_id = current_tenant() ${at('m')} and m.state = 'invited'
        and m.invited_until <= (select lanyard_now())) as expired,
      (select coalesce(jsonb_object_agg(l.state, l.places), '{}') from (
        select case when m.state = 'invited' and m.invited_until <= (select lanyard_now()) then 'expired' else m.state end as state, count(*) as places
        from memberships m where m.tenant_id = current_tenant() and m.id = any(${lockedIds}::uuid[]) ${at('m')} group by 1) l) as locked,
      (select count(*)::int from (${problemMembers(organisationIds)}) p) as problems,
      (select count(distinct m.id)::int from memberships m
        where m.tenant_id = current_tenant() and m.id = any(array(${adminMembers})) ${at('m')}) as admins
    from people_tallies t where t.tenant_id = current_tenant() ${at('t')}`.execute(tx)
  return asCounts(found.rows[0] as Tallied)
}

/**
 * People whose first membership is gone and who are members again. A person has at most one membership that is not again,
 * so those and these together are everybody once. In some organisations of several, people are told apart one by one.
 */
function personsOnlyAgain(organisationIds: string[] | null) {
  if (organisationIds?.length === 1)
    return sql`coalesce(sum(t.places) filter (where t.again and t.state not in ('deleted', 'rejected')), 0)::int`
  if (organisationIds)
    return sql`(select count(distinct m.account_id)::int from memberships m
      where m.tenant_id = current_tenant() and m.organisation_id = any(${organisationIds}::uuid[]) and m.again
        and m.state not in ('deleted', 'rejected') and (
          select n.id from memberships n where n.tenant_id = m.tenant_id and n.account_id = m.account_id and not n.again
            and n.organisation_id = any(${organisationIds}::uuid[]) and n.state not in ('deleted', 'rejected') limit 1) is null)`
  return sql`(select count(distinct g.account_id)::int from memberships g
    join memberships m on m.tenant_id = g.tenant_id and m.account_id = g.account_id and m.again
      and m.state not in ('deleted', 'rejected')
    where g.tenant_id = current_tenant() and not g.again and g.state in ('deleted', 'rejected') and (
      select n.id from memberships n where n.tenant_id = g.tenant_id and n.account_id = g.account_id and not n.again
        and n.state not in ('deleted', 'rejected') limit 1) is null)`
}

function asCounts(row: Tallied): Counts {
  const places = row.active + row.inactive + row.invited + row.notInvited + row.awaiting
  const unlocked = (state: string, count: number) => count - (row.locked[state] ?? 0)
  const locked = Object.values(row.locked).reduce((sum, each) => sum + each, 0)
  return {
    people: row.first + row.more,
    places,
    registered: row.active + row.inactive,
    invitations: row.invited,
    notRegistered: row.invited + row.notInvited,
    emailProblems: row.problems,
    admins: row.admins,
    byStatus: {
      expired: unlocked('expired', row.expired),
      pending: unlocked('invited', row.invited - row.expired),
      awaiting_approval: unlocked('awaiting_approval', row.awaiting),
      not_invited: unlocked('not_invited', row.notInvited),
      active: unlocked('active', row.active),
      inactive: row.inactive,
      locked,
    },
  }
}

/** The same for those whom somebody sees through units only: few, so they are counted one by one. */
export async function countInSight(tx: Tx, everybody: Wanted): Promise<Counts> {
  const labels = Object.fromEntries(
    STATUS_ORDER.map((status) => [status, labelled(status, everybody)]),
  ) as Record<Status, Condition>
  const views = Object.fromEntries(VIEWS.map((view) => [view, viewed(view, everybody)])) as Record<
    View,
    Condition
  >
  const registered = sql`m.state in ('active', 'inactive')`
  const { all, ...found } = await countMatching(tx, everybody, { ...labels, ...views, registered })
  return {
    people: all,
    places: all,
    registered: found.registered,
    invitations: found.invitations,
    notRegistered: found.not_registered,
    emailProblems: found.email_problems,
    admins: found.admins,
    byStatus: found,
  }
}
