import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import { LEAVERS_FROM } from './plan-outcome.queries.ts'

/** What makes a plan another one: not words, and nothing that changes by itself. */
const MATERIAL = [
  'outcome',
  'rule',
  'organisation_id',
  'membership_id',
  'account_id',
  'role',
  'unit_ids',
  'new_units',
  'changes',
  'candidates',
  'leaver',
] as const
const COLUMNS = [...MATERIAL, 'problems', 'warnings'] as const

const tuple = (table: string, columns: readonly string[]) =>
  sql`(${sql.join(columns.map((column) => sql.ref(`${table}.${column}`)))})`

/**
 * Sets the transaction up for planning: large joins in memory, and short looks at the tables that are laid out.
 * @returns what the plan sees: whatever is committed afterwards it may not have seen
 */
export async function beginPlan(tx: Tx): Promise<string> {
  const begun = await sql<{ seen: string }>`
    select pg_current_snapshot()::text as seen, set_config('jit', 'off', true), set_config('work_mem', '64MB', true),
      set_config('default_statistics_target', '20', true)`.execute(tx)
  return (begun.rows[0] as { seen: string }).seen
}

/** What a row has from its file and from people. */
const STAGED = [
  'list_id',
  'place',
  'n',
  'given',
  'typed',
  'read_problems',
  'left_out',
  'edits',
  'decision',
  'decision_membership_id',
  'ticked',
  'keep',
] as const

/** Keeps staged rows, each with its plan, where there was none: nothing differs from what was there. */
export async function keepPlanned(tx: Tx, listId: string): Promise<number> {
  const of = (table: string, columns: readonly string[]) =>
    sql.join(columns.map((column) => sql.ref(`${table}.${column}`)))
  await sql`
    insert into staff_list_rows (${sql.join([...STAGED, ...COLUMNS].map((column) => sql.ref(column)))})
    select ${of('s', STAGED)}, ${of('r', COLUMNS)}
    from staged_rows s left join plan_result r on r.place = s.place order by s.place`.execute(tx)
  await writeLeavers(tx, listId)
  return 0
}

/** Writes the plan over the stored one, where it differs. @returns how many rows are to become something else */
export async function writePlan(tx: Tx, listId: string): Promise<number> {
  await sql`drop table if exists pg_temp.plan_differs`.execute(tx)
  await sql`
    create temporary table plan_differs on commit drop as
    select s.place, s.outcome is not null and ${tuple('r', MATERIAL)} is distinct from ${tuple('s', MATERIAL)} as material
    from plan_result r
    join staff_list_rows s on s.tenant_id = current_tenant() and s.list_id = ${listId} and s.place = r.place
    where ${tuple('r', COLUMNS)} is distinct from ${tuple('s', COLUMNS)}`.execute(tx)
  await sql`analyze plan_differs`.execute(tx)
  await sql`
    update staff_list_rows s set ${sql.join(COLUMNS.map((column) => sql`${sql.ref(column)} = ${sql.ref(`r.${column}`)}`))}
    from plan_differs d join plan_result r on r.place = d.place
    where s.tenant_id = current_tenant() and s.list_id = ${listId} and s.place = d.place`.execute(tx)
  const found = await sql<{ differ: number }>`
    select count(*)::int as differ from plan_differs where material`.execute(tx)
  return (found.rows[0]?.differ ?? 0) + (await writeLeavers(tx, listId))
}

/** The same for those who are not on the list: who stays one keeps place and decision. */
async function writeLeavers(tx: Tx, listId: string): Promise<number> {
  const changed = await sql<{ differ: number }>`
    with gone as (
      delete from staff_list_rows s
      where s.tenant_id = current_tenant() and s.list_id = ${listId} and s.n is null
        and not exists (select from plan_leavers l where l.membership_id = s.membership_id)
      returning 1
    ),
    other as (
      update staff_list_rows s set leaver = l.leaver from plan_leavers l
      where s.tenant_id = current_tenant() and s.list_id = ${listId} and s.n is null and s.membership_id = l.membership_id
        and s.leaver is distinct from l.leaver
      returning 1
    ),
    come as (
      insert into staff_list_rows (list_id, place, organisation_id, outcome, membership_id, account_id, leaver)
      select ${listId}, t.last + row_number() over (order by l.name_key, l.membership_id), l.org, 'not_on_list',
        l.membership_id, l.account_id, l.leaver
      from plan_leavers l
      cross join (select coalesce(max(s.place), ${LEAVERS_FROM}::int) as last from staff_list_rows s
        where s.tenant_id = current_tenant() and s.list_id = ${listId} and s.n is null) t
      where not exists (select from staff_list_rows s
        where s.tenant_id = current_tenant() and s.list_id = ${listId} and s.n is null and s.membership_id = l.membership_id)
      returning 1
    )
    select ((select count(*) from gone) + (select count(*) from other) + (select count(*) from come))::int as differ`.execute(
    tx,
  )
  return changed.rows[0]?.differ ?? 0
}
