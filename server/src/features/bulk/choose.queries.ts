import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import { conditionsOf, type Wanted } from '../people/wanted-people.queries.ts'
import { openAmong } from '../seats/open-among.ts'
import type { Chosen } from './bulk.ts'

/** Those of the members named whom this means, by id. */
export async function listNamed(tx: Tx, wanted: Wanted, named: string[]): Promise<string[]> {
  const found = await sql<{ id: string }>`
    select m.id from memberships m
    where m.id = any(${named}::uuid[]) and ${sql.join(conditionsOf(wanted), sql` and `)} order by m.id`.execute(
    tx,
  )
  return found.rows.map((row) => row.id)
}

/** How these members stand now, in the order of their ids. Who is gone is absent. */
export async function readChosen(tx: Tx, ids: string[]): Promise<Chosen[]> {
  const found = await sql<Chosen>`
    select m.id as "membershipId", m.account_id as "accountId", m.organisation_id as "organisationId", m.state,
      m.inactive_as as "inactiveAs"
    from memberships m
    where m.tenant_id = current_tenant() and m.id = any(${ids}::uuid[]) and m.state not in ('deleted', 'rejected')
    order by m.id`.execute(tx)
  return found.rows
}

/** What people are called, the first of each kind in the order of the list. */
export async function namesByKind(
  tx: Tx,
  kinds: ReadonlyMap<string, string>,
  limit: number,
): Promise<Map<string, string[]>> {
  const found = await sql<{ kind: string; names: string[] }>`
    select n.kind, array_agg(n.name order by n.place) as names
    from (
      select k.kind, coalesce(nullif(btrim(a.given_name || ' ' || a.family_name), ''), a.email) as name,
        row_number() over (partition by k.kind order by m.name_key, m.id) as place
      from unnest(${[...kinds.keys()]}::uuid[], ${[...kinds.values()]}::text[]) as k (id, kind)
      join memberships m on m.tenant_id = current_tenant() and m.id = k.id
      join accounts a on a.tenant_id = m.tenant_id and a.id = m.account_id
    ) n where n.place <= ${limit} group by n.kind`.execute(tx)
  return new Map(found.rows.map((row) => [row.kind, row.names]))
}

/** How many of those who are to be moved are affected in which way. */
export interface LeavingFacts {
  active: number
  /** Of the active, who is active somewhere else too. */
  elsewhere: number
  invited: number
  paused: number
  seats: number
  /** Of the inactive, who would be active again. */
  comeBack: number
}

export async function readLeavingFacts(tx: Tx, ids: string[]): Promise<LeavingFacts> {
  const found = await sql<LeavingFacts>`
    select (count(*) filter (where m.state = 'active'))::int as active,
      (count(*) filter (where m.state = 'active' and exists (select from memberships o
        where o.tenant_id = m.tenant_id and o.account_id = m.account_id and o.state = 'active'
          and o.id <> all(${ids}::uuid[]))))::int as elsewhere,
      (count(*) filter (where m.state = 'invited'))::int as invited,
      (count(*) filter (where m.inactive_as = 'paused'))::int as paused,
      (count(*) filter (where m.state <> 'inactive' and m.id in (${openAmong(ids)})))::int as seats,
      (count(*) filter (where m.state = 'inactive' and coalesce(m.inactive_from = 'active', can_sign_in(m.account_id))))::int as "comeBack"
    from memberships m where m.tenant_id = current_tenant() and m.id = any(${ids}::uuid[])`.execute(tx)
  return found.rows[0] as LeavingFacts
}

/** Those of these members who are locked at this moment. */
export async function listLocked(tx: Tx, ids: string[]): Promise<string[]> {
  const found = await sql<{ id: string }>`
    select m.id from memberships m
    join accounts a on a.tenant_id = m.tenant_id and a.id = m.account_id
    join sign_in_locks l on l.tenant_id = a.tenant_id and l.address_hash = a.address_hash and l.locked_until > lanyard_now()
    where m.tenant_id = current_tenant() and m.id = any(${ids}::uuid[]) and m.state not in ('inactive', 'invited')
      and can_sign_in(a.id)`.execute(tx)
  return found.rows.map((row) => row.id)
}
