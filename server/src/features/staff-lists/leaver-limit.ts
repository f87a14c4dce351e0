import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'

/** Removals of a list that always may go on by themselves, and the share of a school's or a trust's people that may. */
const ALWAYS = 3
const SHARE = { school: 0.1, trust: 0.05 }

/** People of an organisation, and how many of them are ticked as leavers. */
export interface Leaving {
  people: number
  leavers: number
}

/**
 * How many a list may archive without the number being typed, where it would archive more: of a school no more than
 * three people or a tenth, of a trust altogether no more than a twentieth. Null when it archives no more than that.
 */
export function limitPassed(at: 'school' | 'trust', organisations: Leaving[]): number | null {
  const limitOf = (people: number, share: number) => Math.max(ALWAYS, Math.floor(people * share))
  for (const { people, leavers } of organisations)
    if (leavers > limitOf(people, SHARE.school)) return limitOf(people, SHARE.school)
  if (at === 'school') return null
  const sum = (pick: (each: Leaving) => number) =>
    organisations.reduce((total, each) => total + pick(each), 0)
  const limit = limitOf(
    sum((each) => each.people),
    SHARE.trust,
  )
  return sum((each) => each.leavers) > limit ? limit : null
}

export interface HeldLeavers {
  /** How many are ticked. */
  people: number
  limit: number
}

/** The leavers of a list who wait until their number is typed; null when they are few enough, or none. */
export async function findHeldLeavers(
  tx: Tx,
  list: { id: string; organisationId: string },
): Promise<HeldLeavers | null> {
  const found = await sql<Leaving & { type: string; own: boolean }>`
    select o.type, o.id = ${list.organisationId} as own, coalesce(t.people, 0)::int as people, coalesce(l.leavers, 0)::int as leavers
    from organisations o
    left join lateral (
      select sum(p.places) as people from people_tallies p
      where p.tenant_id = o.tenant_id and p.organisation_id = o.id and p.state in ('active', 'invited', 'not_invited')
    ) t on true
    left join (
      select r.organisation_id, count(*) as leavers from staff_list_rows r
      where r.tenant_id = current_tenant() and r.list_id = ${list.id} and ${isTicked} group by 1
    ) l on l.organisation_id = o.id
    where o.tenant_id = current_tenant() and ${list.organisationId}::uuid = any(o.path)`.execute(tx)
  const type = found.rows.find((row) => row.own)?.type === 'trust' ? 'trust' : 'school'
  const limit = limitPassed(type, found.rows)
  const people = found.rows.reduce((total, row) => total + row.leavers, 0)
  return limit === null ? null : { people, limit }
}

/** Somebody whom the list `r` would archive: ticked, not one who stays, and not archived by it already. */
export const isTicked = sql<boolean>`(
  r.outcome = 'not_on_list' and r.decision = 'archive' and r.leaver ->> 'stays' is null and r.membership_id is not null
  and r.result is distinct from 'archived')`

export async function countTicked(tx: Tx, listId: string): Promise<number> {
  const found = await sql<{ ticked: number }>`
    select count(*)::int as ticked from staff_list_rows r
    where r.tenant_id = current_tenant() and r.list_id = ${listId} and ${isTicked}`.execute(tx)
  return found.rows[0]?.ticked ?? 0
}
