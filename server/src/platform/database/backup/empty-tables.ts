import pg from 'pg'
import { readMigrations } from '../migrate.ts'
import { readTables } from './tables.ts'

/** Empties every table that migrations made, but for those named: all in one statement, as the owner role. */
export async function emptyTables(client: pg.ClientBase, except: string[]): Promise<void> {
  const tables = await readTables(client, await readMigrations())
  const names = tables
    .filter(({ name }) => !except.includes(name))
    .map(({ name }) => pg.escapeIdentifier(name))
  await client.query(`truncate ${names.join(', ')}`)
}
