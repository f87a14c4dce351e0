import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'

export interface LiveColumn {
  table: string
  column: string
  /** What the database says it is. */
  means: string
}

/** Every column of every table of ours, as the database is now. */
export async function listColumns(tx: Tx): Promise<LiveColumn[]> {
  const found = await sql<LiveColumn>`
    select c.relname as "table", a.attname as "column", coalesce(col_description(c.oid, a.attnum), '') as means
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped
    order by c.relname, a.attnum`.execute(tx)
  return found.rows
}
