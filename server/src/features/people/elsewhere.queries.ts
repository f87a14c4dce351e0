import { sql } from 'kysely'
import type { Place } from '../../kernel/actor.ts'
import type { Tx } from '../../platform/database/database.ts'
import { allOf, everyCondition, type Wanted } from './wanted-people.queries.ts'

/** Which of some addresses belong to somebody here: in the list, or archived. */
export async function findAddresses(
  tx: Tx,
  everybody: Wanted,
  emails: string[],
): Promise<Map<string, 'here' | 'archived'>> {
  const found = await sql<{ email: string; archived: boolean }>`
    select a.email, bool_and(m.inactive_as is not distinct from 'archived') as archived
    from memberships m join accounts a on a.tenant_id = m.tenant_id and a.id = m.account_id
    where ${allOf(everyCondition({ ...everybody, archived: true, emails }))} group by 1`.execute(tx)
  return new Map(found.rows.map((row) => [row.email, row.archived ? 'archived' : 'here']))
}

/** Where the organisations of the tenant stand. */
export async function listPlaces(tx: Tx): Promise<{ id: string; name: string; place: Place }[]> {
  const found = await sql<{ id: string; name: string; place: Place }>`
    select o.id, o.name, jsonb_build_object('organisationId', o.id, 'path', o.path, 'type', o.type) as place
    from organisations o where o.tenant_id = current_tenant() order by lower(o.name), o.id`.execute(tx)
  return found.rows
}

/** How many there are in each of some organisations, where there are any. */
export async function countByOrganisation(tx: Tx, wanted: Wanted): Promise<Map<string, number>> {
  const found = await sql<{ id: string; count: number }>`
    select m.organisation_id as id, count(*)::int as count from memberships m
    where ${allOf(everyCondition(wanted))} group by 1`.execute(tx)
  return new Map(found.rows.map((row) => [row.id, row.count]))
}
