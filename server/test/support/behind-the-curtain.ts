import type { TestContext } from 'node:test'
import pg from 'pg'
import type { Connection } from '../../src/platform/database/database.ts'

/** The tables of the record. */
const RECORD = ['audit_events', 'audit_seals', 'audit_unsealed', 'audit_forgotten', 'person_keys']

/**
 * The database's owner with every lock of the record taken off, in the test's own database: row level security, keys
 * and references. What remains is the chain and the anchors.
 */
export async function openAsTamperer(t: TestContext, owner: Connection): Promise<pg.Client> {
  const client = await openConnection(t, owner)
  for (const table of RECORD) await client.query(`alter table ${table} no force row level security`)
  for (const constraint of ['audit_seals_event_key', 'audit_seals_pkey'])
    await client.query(`alter table audit_seals drop constraint ${constraint}`)
  return client
}

/** The role that owns the tables, or any other role of the test's database. */
export async function openConnection(t: TestContext, connection: Connection): Promise<pg.Client> {
  const client = new pg.Client(connection)
  // The database goes before its last connection does when the test ends.
  client.on('error', () => {})
  await client.connect()
  t.after(() => client.end())
  return client
}
