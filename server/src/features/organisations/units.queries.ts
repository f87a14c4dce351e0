import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import { kindsAlongPath } from '../access/places.queries.ts'
import type { UnitKind } from './unit.ts'

export interface UnitRow {
  id: string
  organisationId: string
  name: string
  kind: UnitKind
  parentId: string | null
  private: boolean
  source: 'synced' | 'local'
  path: string[]
  kinds: string[]
}

const unitColumns = sql<UnitRow>`
  u.id, u.organisation_id as "organisationId", u.name, u.kind, u.parent_id as "parentId", u.private, u.source, u.path,
  ${kindsAlongPath} as kinds`

export async function findUnit(tx: Tx, id: string): Promise<UnitRow | undefined> {
  const found = await sql<UnitRow>`
    select ${unitColumns} from units u where u.tenant_id = current_tenant() and u.id = ${id}`.execute(tx)
  return found.rows[0]
}

/** Units of an organisation by kind and name. `after` is the kind, lower-case name and id of the last one seen. */
export async function listUnits(
  tx: Tx,
  organisationId: string,
  after: [string, string, string] | null,
  limit: number,
): Promise<(UnitRow & { cursor: [string, string, string] })[]> {
  const later = after
    ? sql`(u.kind, lower(u.name), u.id) > (${after[0]}, ${after[1]}, ${after[2]}::uuid)`
    : sql`true`
  const found = await sql<UnitRow & { key: string }>`
    select ${unitColumns}, lower(u.name) as key from units u
    where u.tenant_id = current_tenant() and u.organisation_id = ${organisationId} and ${later}
    order by u.kind, lower(u.name), u.id limit ${limit}`.execute(tx)
  return found.rows.map(({ key, ...row }) => ({ ...row, cursor: [row.kind, key, row.id] }))
}

export async function insertUnit(
  tx: Tx,
  draft: { organisationId: string; parentId: string | null; kind: UnitKind; name: string; private: boolean },
): Promise<string> {
  const made = await sql<{ id: string }>`
    insert into units (id, organisation_id, parent_id, path, kind, name, private)
    select n.id, ${draft.organisationId}, ${draft.parentId}::uuid,
      coalesce((select p.path from units p where p.tenant_id = current_tenant() and p.id = ${draft.parentId}::uuid), '{}') || n.id,
      ${draft.kind}, ${draft.name}, ${draft.private}
    from (select uuid_v7() as id) n returning id`.execute(tx)
  return (made.rows[0] as { id: string }).id
}

/**
 * Adds departments at the top of an organisation, any number at once; one that is there by that name stays as it is. The
 * caller holds the tree (`lockUnitTree`). @returns ids by the name asked for, with whether each was made
 */
export async function insertDepartments(
  tx: Tx,
  organisationId: string,
  names: string[],
): Promise<Map<string, { id: string; made: boolean }>> {
  const made = await sql<{ id: string }>`
    insert into units (id, organisation_id, path, kind, name)
    select n.id, ${organisationId}, array[n.id], 'department', n.name
    from (select uuid_v7() as id, name from unnest(${names}::text[]) as name offset 0) n
    on conflict (tenant_id, organisation_id, parent_id, kind, lower(name)) do nothing
    returning id`.execute(tx)
  const fresh = new Set(made.rows.map((row) => row.id))
  const found = await sql<{ id: string; asked: string }>`
    select u.id, n.name as asked from unnest(${names}::text[]) as n (name)
    join units u on u.tenant_id = current_tenant() and u.organisation_id = ${organisationId} and u.parent_id is null
      and u.kind = 'department' and lower(u.name) = lower(n.name)`.execute(tx)
  return new Map(found.rows.map(({ id, asked }) => [asked, { id, made: fresh.has(id) }]))
}

/** Changes a unit; a new parent moves all that is inside it along. */
export async function updateUnit(
  tx: Tx,
  unit: UnitRow,
  change: { name?: string; private?: boolean; parentId?: string | null },
): Promise<void> {
  const { parentId, ...plain } = change
  if (Object.keys(plain).length > 0)
    await tx.updateTable('units').set(plain).where('id', '=', unit.id).execute()
  if (parentId === undefined || parentId === unit.parentId) return
  await tx.updateTable('units').set({ parent_id: parentId }).where('id', '=', unit.id).execute()
  await sql`
    update units u
    set path = coalesce((select p.path from units p where p.tenant_id = u.tenant_id and p.id = ${parentId}::uuid), '{}')
      || u.path[${unit.path.length}:]
    where u.tenant_id = current_tenant() and u.path @> array[${unit.id}::uuid]`.execute(tx)
}

/** Units are moved one change at a time in an organisation, so that two moves cannot make a ring. */
export async function lockUnitTree(tx: Tx, organisationId: string): Promise<void> {
  await tx
    .selectFrom('organisations')
    .select('id')
    .where('id', '=', organisationId)
    .forNoKeyUpdate()
    .execute()
}

/** Depth of the deepest unit inside this one, counted from the top. */
export async function deepestBelow(tx: Tx, id: string): Promise<number> {
  const found = await sql<{ depth: number }>`
    select max(cardinality(u.path))::int as depth from units u
    where u.tenant_id = current_tenant() and u.path @> array[${id}::uuid]`.execute(tx)
  return found.rows[0]?.depth ?? 0
}
