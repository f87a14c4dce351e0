import type { TestContext } from 'node:test'
import { openConnection } from './behind-the-curtain.ts'
import type { Lanyard } from './start-lanyard.ts'

/** Every row of every table in which one of these words can be read, whatever the column; files are bytes, read as such. */
export async function readableAnywhere(t: TestContext, lanyard: Lanyard, words: string[]): Promise<string[]> {
  const db = await openConnection(t, lanyard.ownerConnection)
  const { rows: tables } = await db.query<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c
     where c.relkind = 'r' and c.relnamespace in ('public'::regnamespace, 'pgboss'::regnamespace)`,
  )
  const found: string[] = []
  for (const { name } of tables) {
    await db.query(`alter table ${name} no force row level security`).catch(() => {})
    const { rows } = await db.query<{ row: string }>(
      `select t::text as row from ${name} t where exists (select from unnest($1::text[]) w
        where strpos(lower(t::text), lower(w)) > 0 or strpos(t::text, encode(convert_to(w, 'UTF8'), 'hex')) > 0)`,
      [words],
    )
    for (const { row } of rows) found.push(`${name}: ${row}`)
  }
  return found
}
