import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'

/** Where the rows `r` of a list are read from: kept ones, or those that were read from a file a moment ago. */
export type RowsAt = 'kept' | 'staged'

export const rowsAt = (at: RowsAt) => sql.table(at === 'kept' ? 'staff_list_rows' : 'staged_rows')

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
