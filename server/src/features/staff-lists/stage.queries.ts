import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'

/** Makes way for rows that are read anew: what people decided and typed is set aside by row, and comes back with them. */
export async function setRowsAside(tx: Tx, listId: string): Promise<void> {
  await sql`drop table if exists pg_temp.rows_aside`.execute(tx)
  await sql`
    create temporary table rows_aside on commit drop as
    select place, edits, decision, decision_membership_id, keep from staff_list_rows
    where tenant_id = current_tenant() and list_id = ${listId} and n is not null
      and (edits is not null or decision is not null or keep is not null)`.execute(tx)
  await sql`
    delete from staff_list_rows
    where tenant_id = current_tenant() and list_id = ${listId} and n is not null`.execute(tx)
}

/** Keeps rows that were read. @param batch their JSON, as the reader wrote it */
export async function insertRows(tx: Tx, listId: string, batch: string): Promise<void> {
  await sql`
    insert into staff_list_rows (list_id, place, n, given, typed, read_problems, left_out)
    select ${listId}, r.n, r.n, r.given, nullif(r.typed, '{}'), nullif(r.problems, '[]'), r."leftOut"
    from jsonb_to_recordset(${batch}::jsonb) as r (n integer, given jsonb, typed jsonb, problems jsonb, "leftOut" jsonb)`.execute(
    tx,
  )
}

export async function bringDecisionsBack(tx: Tx, listId: string): Promise<void> {
  await sql`
    update staff_list_rows r set edits = a.edits, decision = a.decision, decision_membership_id = a.decision_membership_id, keep = a.keep
    from rows_aside a
    where r.tenant_id = current_tenant() and r.list_id = ${listId} and r.place = a.place`.execute(tx)
}
