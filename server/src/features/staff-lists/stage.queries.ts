import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'

/** Where the rows `r` of a list are read from: kept ones, or those that were read from a file a moment ago. */
export type RowsAt = 'kept' | 'staged'

export const rowsAt = (at: RowsAt) => sql.table(at === 'kept' ? 'staff_list_rows' : 'staged_rows')

/**
 * How far the place of a row at its second school is from that at its first, and at its third from that: further than a
 * file has lines. The number of the row is what remains.
 */
export const PLACES_APART = 1_100_000
/** Most schools that one row may name: places of those who are not on a list come behind all others. */
export const SCHOOLS_MAX = 900

/** Makes a place for the rows of a file until they are kept, which is then done once and with their plan. */
export async function beginStage(tx: Tx): Promise<void> {
  await sql`drop table if exists pg_temp.staged_rows`.execute(tx)
  await sql`create temporary table staged_rows (like staff_list_rows including defaults) on commit drop`.execute(
    tx,
  )
}

/** Takes in rows that were read. @param batch their JSON, as the reader wrote it */
export async function stageRows(tx: Tx, listId: string, batch: string): Promise<void> {
  await sql`
    insert into staged_rows (list_id, place, n, given, typed, read_problems, left_out)
    select ${listId}, r.n, r.n, r.given, nullif(r.typed, '{}'), nullif(r.problems, '[]'), r."leftOut"
    from jsonb_to_recordset(${batch}::jsonb) as r (n integer, given jsonb, typed jsonb, problems jsonb, "leftOut" jsonb)`.execute(
    tx,
  )
}

/** What stands in the school cells of staged rows, where that may be several. */
export async function listSchoolCells(tx: Tx): Promise<string[]> {
  const found = await sql<{ cell: string }>`
    select distinct given ->> 'school' as cell from staged_rows where strpos(given ->> 'school', ';') > 0`.execute(
    tx,
  )
  return found.rows.map((row) => row.cell)
}

/** Makes of each staged row with such a cell one for each of its parts. @param parts the first of a cell being 0 */
export async function splitStaged(
  tx: Tx,
  parts: { cell: string; part: string; nth: number }[],
): Promise<void> {
  await sql`
    with parts as (select * from jsonb_to_recordset(${JSON.stringify(parts)}::jsonb) as p (cell text, part text, nth integer)),
    whole as (delete from staged_rows s using parts p where p.nth = 0 and s.given ->> 'school' = p.cell returning s.*)
    insert into staged_rows (list_id, place, n, given, typed, read_problems, left_out)
    select w.list_id, w.place + p.nth * ${PLACES_APART}::integer, w.n, w.given || jsonb_build_object('school', p.part),
      nullif(w.typed - 'school', '{}'), w.read_problems, w.left_out
    from whole w join parts p on p.cell = w.given ->> 'school'`.execute(tx)
}

/** Puts the staged rows in place of those that were read before. What people decided and typed stays with its row. */
export async function replaceWithStaged(tx: Tx, listId: string): Promise<void> {
  await sql`analyze staged_rows (place)`.execute(tx)
  await sql`
    with gone as (
      delete from staff_list_rows r where r.tenant_id = current_tenant() and r.list_id = ${listId} and r.n is not null
      returning r.place, r.edits, r.decision, r.decision_membership_id, r.ticked, r.keep
    )
    update staged_rows s set edits = g.edits, decision = g.decision, decision_membership_id = g.decision_membership_id,
      ticked = g.ticked, keep = g.keep
    from gone g
    where g.place = s.place and (g.edits is not null or g.decision is not null or g.ticked or g.keep is not null)`.execute(
    tx,
  )
}

/** Keeps staged rows that have no plan yet. */
export async function keepUnplanned(tx: Tx): Promise<void> {
  await sql`insert into staff_list_rows select * from staged_rows order by place`.execute(tx)
}
