import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'

/** Removals of a list that always may go on by themselves, and the share of a school's or a trust's people that may. */
const ALWAYS = 3
const SHARE = { school: 0.1, trust: 0.05 }

const limitOf = (people: number, share: number) => Math.max(ALWAYS, Math.floor(people * share))

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
  for (const { people, leavers } of organisations)
    if (leavers > limitOf(people, SHARE.school)) return limitOf(people, SHARE.school)
  if (at === 'school') return null
  const limit = limitOf(sumOf(organisations, 'people'), SHARE.trust)
  return sumOf(organisations, 'leavers') > limit ? limit : null
}

const sumOf = <Key extends string>(rows: Record<Key, number>[], key: Key): number =>
  rows.reduce((total, row) => total + row[key], 0)

export interface HeldLeavers {
  /** How many are ticked. */
  people: number
  limit: number
}

/** The leavers of a list who wait until their number is typed; null when they are few enough, or none. */
export async function findHeldLeavers(tx: Tx, list: { id: string }): Promise<HeldLeavers | null> {
  return (await listHeldLeavers(tx, [list.id])).get(list.id) ?? null
}

/** The same of several lists, by list, without those that have none. */
export async function listHeldLeavers(tx: Tx, listIds: string[]): Promise<Map<string, HeldLeavers>> {
  if (listIds.length === 0) return new Map()
  const found = await sql<Leaving & { id: string; state: string; type: string; waiting: number }>`
    select s.id, s.state, own.type, (coalesce(t.people, 0) + coalesce(b.people, 0))::int as people,
      coalesce(l.waiting, 0)::int as waiting, coalesce(l.leavers, 0)::int as leavers
    from staff_lists s
    join organisations own on own.tenant_id = s.tenant_id and own.id = s.organisation_id
    join organisations o on o.tenant_id = s.tenant_id and s.organisation_id = any(o.path)
    left join lateral (
      select sum(p.places) as people from people_tallies p
      where p.tenant_id = o.tenant_id and p.organisation_id = o.id and p.state in ('active', 'invited', 'not_invited')
    ) t on true
    left join (
      select r.list_id, r.organisation_id, count(*) as leavers, count(*) filter (where r.result is distinct from 'archived') as waiting
      from staff_list_rows r
      where r.tenant_id = current_tenant() and r.list_id = any(${listIds}::uuid[]) and ${isLeaving} group by 1, 2
    ) l on l.list_id = s.id and l.organisation_id = o.id
    -- The school as it was before the list: without whom it added, with whom it archived.
    left join lateral (
      select sum(case r.result when 'archived' then (m.state = 'inactive')::int else -(m.state in ('active', 'invited', 'not_invited'))::int end) as people
      from staff_list_rows r join memberships m on m.tenant_id = r.tenant_id and m.id = r.membership_id
      where s.state <> 'ready' and r.tenant_id = s.tenant_id and r.list_id = s.id and r.organisation_id = o.id
        and r.result in ('added', 'reactivated', 'archived')
    ) b on true
    where s.tenant_id = current_tenant() and s.id = any(${listIds}::uuid[])`.execute(tx)
  const held = new Map<string, HeldLeavers>()
  for (const [id, rows] of Map.groupBy(found.rows, (row) => row.id)) {
    const limit = limitPassed(rows[0]?.type === 'trust' ? 'trust' : 'school', rows)
    const people = sumOf(rows, 'waiting')
    // Who waits since the list was applied waits on, even where so few are left that they could have gone with it.
    const waits = people > 0 && (limit !== null || rows[0]?.state === 'applied')
    if (waits) held.set(id, { people, limit: limit ?? limitOf(sumOf(rows, 'people'), SHARE.school) })
  }
  return held
}

/** Somebody whom the list `r` would archive: ticked, not one who stays, and not archived by it already. */
export const isTicked = sql<boolean>`(
  r.outcome = 'not_on_list' and r.ticked and r.leaver ->> 'stays' is null and r.membership_id is not null
  and r.result is distinct from 'archived')`

/** Those, and whom it archived, and who has been waiting since it was applied: a limit is of all of them together. */
const isLeaving = sql<boolean>`(${isTicked} or (r.outcome = 'not_on_list' and r.result in ('archived', 'held')))`

export async function countTicked(tx: Tx, listId: string): Promise<number> {
  const found = await sql<{ ticked: number }>`
    select count(*)::int as ticked from staff_list_rows r
    where r.tenant_id = current_tenant() and r.list_id = ${listId} and ${isTicked}`.execute(tx)
  return found.rows[0]?.ticked ?? 0
}
