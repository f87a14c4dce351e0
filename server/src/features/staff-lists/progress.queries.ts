import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import type { ListProgress } from './progress.ts'

/** How far lists are, by id; those that nothing was ever done with are absent. */
export async function findProgress(tx: Tx, listIds: string[]): Promise<Map<string, ListProgress>> {
  const found = await sql<ListProgress & { id: string }>`
    select list_id as id, done, total, extract(epoch from at - began_at)::float8 as seconds
    from staff_list_progress where tenant_id = current_tenant() and list_id = any(${listIds}::uuid[])`.execute(
    tx,
  )
  return new Map(found.rows.map(({ id, ...progress }) => [id, progress]))
}

/** Begins to count anew. */
export async function beginProgress(tx: Tx, listId: string, total: number): Promise<void> {
  await sql`
    insert into staff_list_progress (list_id, done, total) values (${listId}, 0, ${total})
    on conflict (tenant_id, list_id) do update set done = 0, total = excluded.total, began_at = lanyard_now(), at = lanyard_now()`.execute(
    tx,
  )
}

export async function writeProgress(tx: Tx, listId: string, done: number): Promise<void> {
  await sql`
    update staff_list_progress set done = least(${done}, total), at = lanyard_now()
    where tenant_id = current_tenant() and list_id = ${listId}`.execute(tx)
}
