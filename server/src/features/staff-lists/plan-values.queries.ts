import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import type { RoleOf } from './read-roles.ts'
import type { UnitHere, UnitOf } from './read-units.ts'

export interface ValueCount {
  org: string
  value: string
  rows: number
}

/** The roles that rows name, by organisation. */
export async function countRoleValues(tx: Tx): Promise<ValueCount[]> {
  const found = await sql<ValueCount>`
    select org, eff ->> 'role' as value, count(*)::int as rows from plan_rows where eff ? 'role'
    group by 1, 2 order by 3 desc, 2, 1`.execute(tx)
  return found.rows
}

/** The units that rows name, by organisation; a cell may name several. */
export async function countUnitValues(tx: Tx): Promise<ValueCount[]> {
  await sql`drop table if exists pg_temp.plan_row_units`.execute(tx)
  await sql`
    create temporary table plan_row_units on commit drop as
    select r.place, r.org, btrim(v.value) as value
    from plan_rows r cross join lateral string_to_table(r.eff ->> 'unit', ';') as v (value)
    where r.eff ? 'unit' and btrim(v.value) <> ''`.execute(tx)
  await sql`analyze plan_row_units`.execute(tx)
  const found = await sql<ValueCount>`
    select org, value, count(*)::int as rows from plan_row_units group by 1, 2 order by 3 desc, 2, 1`.execute(
    tx,
  )
  return found.rows
}

/** Units of these organisations, those nearer the top first, with what tells whether somebody sees them. */
export async function listUnitsHere(
  tx: Tx,
  organisationIds: string[],
): Promise<(UnitHere & { path: string[]; kinds: string[]; private: boolean })[]> {
  const found = await sql<UnitHere & { path: string[]; kinds: string[]; private: boolean }>`
    select u.id, u.organisation_id as org, u.name, u.path, u.private, array(select p.kind from units p
      where p.tenant_id = u.tenant_id and p.id = any(u.path) order by cardinality(p.path)) as kinds
    from units u where u.tenant_id = current_tenant() and u.organisation_id = any(${organisationIds}::uuid[])
    order by cardinality(u.path), u.name, u.id`.execute(tx)
  return found.rows
}

/** Lays out what the role of each value is, and each row's units. */
export async function layOutValues(tx: Tx, roles: RoleOf[], units: UnitOf[]): Promise<void> {
  await sql`drop table if exists pg_temp.plan_roles, pg_temp.plan_units`.execute(tx)
  await sql`
    create temporary table plan_roles on commit drop as
    select * from jsonb_to_recordset(${JSON.stringify(roles)}::jsonb)
      as r (org uuid, value text, role text, "atUnit" boolean, problem jsonb)`.execute(tx)
  await sql`
    create temporary table plan_units on commit drop as
    with meant as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(units)}::jsonb)
        as u (org uuid, value text, "unitId" uuid, "newName" text, problem jsonb)
    )
    select x.place,
      coalesce(array_agg(distinct m."unitId") filter (where m."unitId" is not null), '{}') as unit_ids,
      array_agg(distinct m."newName") filter (where m."newName" is not null) as new_units,
      jsonb_agg(distinct m.problem) filter (where m.problem is not null) as problems,
      bool_or(m."unitId" is null and m."newName" is null and m.problem is null) as unused
    from plan_row_units x join meant m on m.org = x.org and m.value = x.value
    group by x.place`.execute(tx)
  await sql`analyze plan_units`.execute(tx)
}
