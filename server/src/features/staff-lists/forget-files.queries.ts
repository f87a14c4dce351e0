import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'

export async function deleteFilesPastTheirTime(tx: Tx): Promise<void> {
  await sql`delete from staff_list_files where tenant_id = current_tenant() and kept_until <= lanyard_now()`.execute(
    tx,
  )
}

/** Deletes lists that were never applied and that nobody has touched for so many days. One that somebody works on now is left. */
export async function deleteOldDrafts(tx: Tx, days: number): Promise<void> {
  await sql`
    delete from staff_lists where tenant_id = current_tenant() and id in (
      select id from staff_lists
      where tenant_id = current_tenant() and applied_at is null and state in ('analysing', 'ready', 'failed')
        and touched_at <= lanyard_now() - make_interval(days => ${days})
      for update skip locked)`.execute(tx)
}
