import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { startLanyard } from '../../../test/support/start-lanyard.ts'
import type { Actor } from '../../kernel/actor.ts'
import { changeAs } from './change.ts'
import type { Tx } from './database.ts'

test('of two changes that wait for each other both are done, one of them at the second go', async (t) => {
  const { app, id } = await startLanyard(t, { mailWorker: false })
  const actor: Actor = { kind: 'operator', tenantId: id, request: { id: 'test', door: 'cli' } }
  const bothHold = Promise.withResolvers<void>()
  let holding = 0
  let goes = 0
  const take = (tx: Tx, key: number) => sql`select pg_advisory_xact_lock(${key}::bigint)`.execute(tx)
  const change = (first: number, second: number) =>
    changeAs(app, actor, async (tx) => {
      goes += 1
      await take(tx, first)
      if (++holding === 2) bothHold.resolve()
      await bothHold.promise
      await take(tx, second)
      return 'done'
    })
  assert.deepEqual(await Promise.all([change(1, 2), change(2, 1)]), ['done', 'done'])
  assert.equal(goes, 3)
})
