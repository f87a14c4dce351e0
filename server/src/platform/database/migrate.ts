import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { migrateJobs } from '../jobs/schema.ts'
import type { Connection } from './database.ts'

const FOLDER = join(import.meta.dirname, '../../../migrations')
/** Any number that nobody else takes: one node migrates, the others wait for it. */
const MIGRATION_LOCK = 7_269_001

export interface Migration {
  name: string
  sql: string
  hash: string
}

/** The migrations of this release, in order. */
export async function readMigrations(): Promise<Migration[]> {
  const names = (await readdir(FOLDER)).filter((name) => name.endsWith('.sql')).sort()
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(join(FOLDER, name), 'utf8')
      return { name, sql, hash: createHash('sha256').update(sql).digest('hex') }
    }),
  )
}

/**
 * Brings the database up to this release, as the owner role, under a lock. Each migration is one transaction, so a
 * killed run leaves whole migrations only and the next run goes on.
 * @returns the names of those applied now
 */
export async function migrate(owner: Connection, appRole: string): Promise<string[]> {
  const client = new pg.Client(owner)
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK])
    await client.query(`create schema if not exists lanyard_private`)
    await client.query(`create table if not exists lanyard_private.migrations (
      name text primary key, hash text not null, applied_at timestamptz not null default now())`)
    await client.query(`grant usage on schema lanyard_private to ${pg.escapeIdentifier(appRole)}`)
    await client.query(`grant select on lanyard_private.migrations to ${pg.escapeIdentifier(appRole)}`)
    const done = new Map<string, string>()
    const rows = await client.query<{ name: string; hash: string }>(
      'select name, hash from lanyard_private.migrations',
    )
    for (const row of rows.rows) done.set(row.name, row.hash)

    const applied: string[] = []
    for (const migration of await readMigrations()) {
      const known = done.get(migration.name)
      if (known && known !== migration.hash)
        throw new Error(
          `Migration ${migration.name} was changed after it had run here. Restore the released file.`,
        )
      if (known) continue
      await applyOne(client, migration, appRole)
      applied.push(migration.name)
    }
    await migrateJobs(client, appRole)
    return applied
  } finally {
    await client.end()
  }
}

async function applyOne(client: pg.Client, migration: Migration, appRole: string): Promise<void> {
  await client.query('begin')
  try {
    await applyMigration(client, migration, appRole)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`Migration ${migration.name} failed: ${(error as Error).message}`, { cause: error })
  }
}

/** Applies one migration in the transaction that is open. */
export async function applyMigration(
  client: pg.ClientBase,
  migration: Migration,
  appRole: string,
): Promise<void> {
  await client.query(migration.sql.replaceAll(':app', pg.escapeIdentifier(appRole)))
  await client.query('insert into lanyard_private.migrations (name, hash) values ($1, $2)', [
    migration.name,
    migration.hash,
  ])
}

/** Keeps every node from migrating until the transaction that is open ends. */
export async function holdMigrations(client: pg.ClientBase): Promise<void> {
  await client.query('select pg_advisory_xact_lock($1)', [MIGRATION_LOCK])
}

/** Names of migrations of this release that the database does not have; the app refuses to work on a half schema. */
export async function missingMigrations(pool: pg.Pool): Promise<string[]> {
  const all = await readMigrations()
  const exists = await pool.query(`select to_regclass('lanyard_private.migrations') is not null as there`)
  if (!exists.rows[0]?.there) return all.map((migration) => migration.name)
  const done = await pool.query<{ name: string }>('select name from lanyard_private.migrations')
  const names = new Set(done.rows.map((row) => row.name))
  return all.map((migration) => migration.name).filter((name) => !names.has(name))
}
