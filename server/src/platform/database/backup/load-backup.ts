import { text } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from } from 'pg-copy-streams'
import type { Keys } from '../../crypto/keys.ts'
import { applyMigration, holdMigrations, type Migration, readMigrations } from '../migrate.ts'
import { type BackupHeading, missingKeys, refuse, type Told } from './backup-file.ts'
import { openBackup } from './read-backup.ts'
import { placeInHistory } from './schema-of-backup.ts'
import { type KeptTable, namesMade, readTables } from './tables.ts'

export interface LoadedBackup {
  heading: BackupHeading
  rows: number
  /** What was kept beside the database, by name. */
  files: Map<string, string>
  /** Migrations that ran after it was loaded, because it is of an earlier release. */
  migrated: string[]
}

/**
 * Builds the tables anew as they were in the backup, fills them, and brings them up to this release: all in the
 * transaction that is open, as the owner role. The caller has made sure that nobody is here yet, and holds the tables.
 * While rows are written, what triggers would add to them stays off (the backup has it), and so does row level security
 * for the owner alone; nobody else sees the tables before COMMIT, and by then both are on again.
 * @throws Refusal not_a_backup, backup_damaged, backup_newer, backup_tables_differ, key_missing
 */
export async function loadBackup(
  client: pg.ClientBase,
  appRole: string,
  path: string,
  keys: Keys,
  told: Told = () => {},
): Promise<LoadedBackup> {
  const backup = await openBackup(path)
  try {
    const migrations = await readMigrations()
    const { had, later } = placeInHistory(backup.heading, migrations)
    const missing = missingKeys(backup.heading, keys)
    if (missing.length > 0) throw refuse.keyMissing(missing)
    await client.query('set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0')
    await holdMigrations(client)
    await dropTables(client, migrations)
    for (const migration of had) await applyMigration(client, migration, appRole)

    const tables = await readTables(client, migrations)
    await makeReady(client, tables)
    const waiting = new Map(tables.map((table) => [table.name, table]))
    const files = new Map<string, string>()
    let rows = 0
    for await (const part of backup.parts()) {
      if ('file' in part.name) {
        files.set(part.name.file, await text(part.rows))
        continue
      }
      const table = waiting.get(part.name.table)
      if (!table || table.columns.join() !== part.name.columns.join())
        throw refuse.damaged(`the table ${part.name.table} is not as it should be.`)
      waiting.delete(table.name)
      const written = await fill(client, table, part.rows)
      rows += written
      await told(table.name, written)
    }
    if (waiting.size > 0) throw refuse.damaged(`the table ${[...waiting.keys()][0]} is missing.`)
    await backup.finish(keys)
    for (const { name } of tables) await alter(client, name, 'enable trigger user')
    for (const migration of later) await applyMigration(client, migration, appRole)
    for (const { name, guarded } of await readTables(client, migrations))
      if (guarded) await alter(client, name, 'force row level security')
    return { heading: backup.heading, rows, files, migrated: later.map((migration) => migration.name) }
  } finally {
    backup.close()
  }
}

/** Takes away what migrations made here, and nothing else that may live in the same database. */
async function dropTables(client: pg.ClientBase, migrations: Migration[]): Promise<void> {
  const tables = namesMade(migrations, 'table').map((name) => pg.escapeIdentifier(name))
  await client.query(`drop table if exists lanyard_private.clock, ${tables.join(', ')} cascade`)
  const functions = await client.query<{ signature: string }>(
    `select oid::regprocedure::text as signature from pg_proc
     where pronamespace = 'public'::regnamespace and proname = any($1)`,
    [namesMade(migrations, 'function')],
  )
  for (const { signature } of functions.rows)
    await client.query(`drop function if exists ${signature} cascade`)
  await client.query('delete from lanyard_private.migrations')
}

/** Empty, without what triggers add, and open to the owner of the tables, since COPY can't write under row level security. */
async function makeReady(client: pg.ClientBase, tables: KeptTable[]): Promise<void> {
  await client.query(`truncate ${tables.map(({ name }) => pg.escapeIdentifier(name)).join(', ')}`)
  for (const { name, guarded } of tables) {
    await alter(client, name, 'disable trigger user')
    if (guarded) await alter(client, name, 'no force row level security')
  }
}

async function alter(client: pg.ClientBase, table: string, what: string): Promise<void> {
  await client.query(`alter table ${pg.escapeIdentifier(table)} ${what}`)
}

/** @returns how many rows were written */
async function fill(client: pg.ClientBase, table: KeptTable, rows: AsyncIterable<Buffer>): Promise<number> {
  const columns = table.columns.map((column) => pg.escapeIdentifier(column)).join(', ')
  const copy = client.query(from(`copy ${pg.escapeIdentifier(table.name)} (${columns}) from stdin`))
  await pipeline(rows, copy)
  return copy.rowCount
}
