import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'

/** Files whose days are over, but for those of an organisation on hold. */
const overdue = sql`
  select f.list_id from staff_list_files f
  join staff_lists l on l.tenant_id = f.tenant_id and l.id = f.list_id
  where f.tenant_id = current_tenant() and f.kept_until <= lanyard_now() and not place_on_hold(l.organisation_id)`

export async function countFilesPastTheirTime(tx: Tx): Promise<number> {
  const found = await sql<{ files: number }>`select count(*)::int as files from (${overdue}) f`.execute(tx)
  return found.rows[0]?.files ?? 0
}

/** Counts the days of the files there are anew, since the tenant keeps them for another time from now on. */
export async function keepFilesAsChosen(tx: Tx): Promise<void> {
  await sql`
    update staff_list_files f set kept_until = l.made_at + kept_for('staff_list_files') from staff_lists l
    where f.tenant_id = current_tenant() and l.tenant_id = f.tenant_id and l.id = f.list_id`.execute(tx)
}

/** Deletes files whose days are over; one of a list that somebody works on now is left. @returns whose they were */
export async function deleteFilesPastTheirTime(tx: Tx): Promise<string[]> {
  const deleted = await sql<{ listId: string }>`
    with lists as (
      select id from staff_lists where tenant_id = current_tenant() and id in (${overdue})
      for no key update skip locked
    )
    delete from staff_list_files f using lists l where f.tenant_id = current_tenant() and f.list_id = l.id
    returning f.list_id as "listId"`.execute(tx)
  return deleted.rows.map((row) => row.listId)
}

/**
 * Empties what is in lists without being of use any more: the examples from their columns, many of which stand for
 * nothing here, and what rows say of people who were left out, such as pupils. That the rows were there and why they were
 * left out stays, and the school they name, since where they belong must not look like a change of the plan.
 */
export async function forgetUnused(tx: Tx, listIds: string[]): Promise<void> {
  if (listIds.length === 0) return
  await sql`
    update staff_lists l set reading = l.reading || jsonb_build_object('columns', (
      select coalesce(jsonb_agg(c.said || '{"samples": []}' order by c.at), '[]')
      from jsonb_array_elements(l.reading -> 'columns') with ordinality as c (said, at)))
    where l.tenant_id = current_tenant() and l.id = any(${listIds}::uuid[]) and l.reading is not null`.execute(
    tx,
  )
  await sql`
    update staff_list_rows r set typed = null, edits = null, given = case when r.given ? 'school'
      then jsonb_build_object('school', r.given -> 'school') else '{}' end
    where r.tenant_id = current_tenant() and r.list_id = any(${listIds}::uuid[]) and r.left_out is not null
      and r.decision is distinct from 'take'`.execute(tx)
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
