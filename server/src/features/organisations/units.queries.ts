import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import { holdsWords } from '../../platform/database/holds-words.ts'
import { kindsAlongPath } from '../access/places.queries.ts'
import type { UnitKind, UnitSort } from './unit.ts'

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

/** Which units of an organisation: those whose names hold the words, without those the reader doesn't see. */
export interface WantedUnits {
  organisationId: string
  hiddenIds: string[]
  q: string
}

/** Where a page ended: the order, and the kind, lower-case name and id of the last one seen. */
export type UnitCursor = [sort: UnitSort, kind: string, name: string, id: string]

export async function listUnits(
  tx: Tx,
  wanted: WantedUnits,
  page: { sort: UnitSort; after: UnitCursor | null; limit: number },
): Promise<(UnitRow & { cursor: UnitCursor })[]> {
  const { sort, after, limit } = page
  const { order, laterThan } = ORDERS[sort]
  const found = await sql<UnitRow & { key: string }>`
    select ${unitColumns}, lower(u.name) as key from units u
    where ${matching(wanted)} and ${after ? laterThan(after) : sql`true`}
    order by ${order} limit ${limit}`.execute(tx)
  return found.rows.map(({ key, ...row }) => ({ ...row, cursor: [sort, row.kind, key, row.id] }))
}

const ORDERS: Record<
  UnitSort,
  { order: RawBuilder<unknown>; laterThan: (last: UnitCursor) => RawBuilder<unknown> }
> = {
  kind: {
    order: sql`u.kind, lower(u.name), u.id`,
    laterThan: ([, kind, name, id]) => sql`(u.kind, lower(u.name), u.id) > (${kind}, ${name}, ${id}::uuid)`,
  },
  name: {
    order: sql`lower(u.name), u.id`,
    laterThan: ([, , name, id]) => sql`(lower(u.name), u.id) > (${name}, ${id}::uuid)`,
  },
  '-name': {
    order: sql`lower(u.name) desc, u.id desc`,
    laterThan: ([, , name, id]) => sql`(lower(u.name), u.id) < (${name}, ${id}::uuid)`,
  },
}

export async function countUnits(tx: Tx, wanted: WantedUnits): Promise<number> {
  const found = await sql<{ total: number }>`
    select count(*)::int as total from units u where ${matching(wanted)}`.execute(tx)
  return found.rows[0]?.total ?? 0
}

const matching = ({ organisationId, hiddenIds, q }: WantedUnits) =>
  sql`u.tenant_id = current_tenant() and u.organisation_id = ${organisationId} and u.id <> all(${hiddenIds}::uuid[])
    and ${holdsWords(sql`' ' || search_fold(u.name)`, q)}`

/** The private units of an organisation. */
export async function listPrivateUnits(tx: Tx, organisationId: string): Promise<UnitRow[]> {
  const found = await sql<UnitRow>`
    select ${unitColumns} from units u
    where u.tenant_id = current_tenant() and u.organisation_id = ${organisationId} and u.private`.execute(tx)
  return found.rows
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
