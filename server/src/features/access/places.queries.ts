import { sql } from 'kysely'
import type { Holding, Place } from '../../kernel/actor.ts'
import type { Tx } from '../../platform/database/database.ts'

/** Where an organisation stands, for the policies. */
export async function findPlace(tx: Tx, organisationId: string): Promise<Place | undefined> {
  const found = await tx
    .selectFrom('organisations')
    .select(['id', 'path', 'type'])
    .where('id', '=', organisationId)
    .executeTakeFirst()
  return found && { organisationId: found.id, path: found.path, type: found.type }
}

/** Where organisations stand, by id. */
export async function findPlaces(tx: Tx, organisationIds: readonly string[]): Promise<Map<string, Place>> {
  if (organisationIds.length === 0) return new Map()
  const found = await tx
    .selectFrom('organisations')
    .select(['id', 'path', 'type'])
    .where('id', 'in', [...organisationIds])
    .execute()
  return new Map(found.map(({ id, path, type }): [string, Place] => [id, { organisationId: id, path, type }]))
}

/** Kinds of the units from the topmost down to `u` itself. */
export const kindsAlongPath = sql`array(
  select p.kind from units p where p.tenant_id = u.tenant_id and p.id = any(u.path) order by cardinality(p.path))`

/** Where units stand, for the policies, by id. Ids that are none are absent. */
export async function findUnitPlaces(tx: Tx, ids: readonly string[]): Promise<Map<string, Place>> {
  if (ids.length === 0) return new Map()
  const found = await sql<{
    organisationId: string
    path: string[]
    type: string
    unit: NonNullable<Place['unit']>
  }>`
    select o.id as "organisationId", o.path, o.type,
      jsonb_build_object('id', u.id, 'kinds', ${kindsAlongPath}, 'path', u.path, 'private', u.private) as unit
    from units u join organisations o on o.tenant_id = u.tenant_id and o.id = u.organisation_id
    where u.tenant_id = current_tenant() and u.id = any(${[...ids]}::uuid[])`.execute(tx)
  return new Map(found.rows.map((row) => [row.unit.id, row]))
}

export async function findUnitPlace(tx: Tx, id: string): Promise<Place | undefined> {
  return (await findUnitPlaces(tx, [id])).get(id)
}

/** Locks a tenant's row. Lock order is tenant first, then anything inside it. */
export async function lockTenant(tx: Tx, tenantId: string): Promise<void> {
  await tx.selectFrom('tenants').select('id').where('id', '=', tenantId).forNoKeyUpdate().execute()
}

/** What an account holds now, in each of its organisations. */
export async function holdingsOf(tx: Tx, accountId: string): Promise<Holding[]> {
  const found = await sql<{ holdings: Holding[] }>`select holdings_of(${accountId}) as holdings`.execute(tx)
  return found.rows[0]?.holdings ?? []
}

/** Units of an organisation to choose from, by name. */
export async function listUnitNames(
  tx: Tx,
  organisationId: string,
): Promise<{ id: string; name: string; kind: string }[]> {
  return tx
    .selectFrom('units')
    .select(['id', 'name', 'kind'])
    .where('organisation_id', '=', organisationId)
    .orderBy('kind')
    .orderBy('name')
    .execute()
}
