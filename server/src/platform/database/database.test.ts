import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { startLanyard } from '../../../test/support/start-lanyard.ts'
import { inTenant, isConnectionError } from './database.ts'

test('a connection that dies between two statements of a change fails that change and nothing else', async (t) => {
  const { app, id } = await startLanyard(t, { mailWorker: false })
  const died = new Promise((heard) =>
    app.database.pool.once('acquire', (client) => client.once('end', heard)),
  )
  await assert.rejects(
    inTenant(app.database, id, async (tx) => {
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx)
      await app.database.pool.query('select pg_terminate_backend($1)', [rows[0]?.pid])
      await died
      await sql`select 1`.execute(tx)
    }),
    (error) => isConnectionError(error),
  )
  const after = await inTenant(app.database, id, (tx) => sql`select 1 as one`.execute(tx))
  assert.deepEqual(after.rows, [{ one: 1 }])
})
