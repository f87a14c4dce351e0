import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openConnection } from '../../../test/support/behind-the-curtain.ts'
import { startLanyard } from '../../../test/support/start-lanyard.ts'

const INSUFFICIENT_PRIVILEGE = '42501'

/** What somebody who has taken over the app might say to its database. */
const REFUSED = [
  `update audit_events set event = 'x'`,
  'delete from audit_events',
  'truncate audit_events',
  `update audit_seals set sequence = 1`,
  'delete from audit_seals',
  'truncate audit_seals',
  'update audit_unsealed set event_id = event_id',
  'truncate audit_unsealed',
  'update person_keys set wrapped_key = wrapped_key',
  'alter table audit_events disable trigger all',
  'alter table audit_events no force row level security',
  'alter table audit_events disable row level security',
  'alter table audit_events add column more text',
  'alter table audit_seals drop constraint audit_seals_event_fkey',
  'drop policy tenant on audit_events',
  'create policy mine on audit_events using (true)',
  'drop table audit_events cascade',
  'create trigger mine before insert on audit_events for each row execute function suppress_redundant_updates_trigger()',
  'create rule mine as on insert to audit_events do instead nothing',
  'create table more (id int)',
  'create schema more',
  'create function lanyard_now() returns timestamptz language sql return now()',
  'create or replace function current_tenant() returns uuid language sql return null',
  `select guard_tenant(array['audit_events'])`,
  'set role lanyard_owner',
  'set session authorization lanyard_owner',
  `set session_replication_role = 'replica'`,
  'alter role lanyard_app bypassrls',
  'alter role lanyard_app superuser',
  `update lanyard_private.clock set shift = '1 day'`,
  'delete from tenants',
  `copy audit_events to program 'cat'`,
]

test('the app’s role cannot change the record, the tables, the rules or its own rights', async (t) => {
  const { app, id } = await startLanyard(t)
  const client = await openConnection(t, { connectionString: app.config.databaseUrl })
  for (const statement of REFUSED) {
    await client.query('begin')
    await client.query(`select set_config('lanyard.tenant', $1, true)`, [id])
    await assert.rejects(
      client.query(statement),
      (error: { code?: string }) => {
        assert.equal(error.code, INSUFFICIENT_PRIVILEGE, `${statement}: ${error.code}`)
        return true
      },
      statement,
    )
    await client.query('rollback')
  }
  // PostgreSQL only warns of this one.
  await client.query('grant update, delete on audit_events to lanyard_app, public')
  const { rows } = await client.query(
    `select has_table_privilege('audit_events', 'update, delete, truncate') as may`,
  )
  assert.deepEqual(rows, [{ may: false }])
})

test('without a tenant the record shows nothing and takes nothing, also with row level security switched off', async (t) => {
  const { app } = await startLanyard(t)
  const client = await openConnection(t, { connectionString: app.config.databaseUrl })
  assert.equal((await client.query('select from audit_events')).rowCount, 0)
  await assert.rejects(
    client.query(`insert into audit_events (event, door, actor_kind) values ('x', 'api', 'system')`),
  )
  await client.query('set row_security = off')
  for (const table of [
    'audit_events',
    'audit_seals',
    'audit_unsealed',
    'person_keys',
    'accounts',
    'role_assignments',
  ])
    await assert.rejects(client.query(`select from ${table}`), { code: INSUFFICIENT_PRIVILEGE }, table)
})

test('a tenant’s record takes no line in another’s name', async (t) => {
  const lanyard = await startLanyard(t)
  const harbour = await lanyard.secondTenant()
  const client = await openConnection(t, { connectionString: lanyard.app.config.databaseUrl })
  await client.query('begin')
  await client.query(`select set_config('lanyard.tenant', $1, true)`, [lanyard.id])
  await assert.rejects(
    client.query(
      `insert into audit_events (tenant_id, event, door, actor_kind) values ($1, 'x', 'api', 'system')`,
      [harbour.id],
    ),
    { code: INSUFFICIENT_PRIVILEGE },
  )
  await client.query('rollback')
})
