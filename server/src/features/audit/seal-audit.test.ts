import assert from 'node:assert/strict'
import { appendFile, mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { recorded } from '../../../test/support/record.ts'
import { startLanyard } from '../../../test/support/start-lanyard.ts'
import type { App } from '../../platform/app.ts'
import { openKeys } from '../../platform/crypto/keys.ts'
import { inTenant } from '../../platform/database/database.ts'
import { commandRequest } from '../set-up/set-up.ts'
import { sealedRows } from './audit.queries.ts'
import { signAnchor } from './chain.ts'
import { record } from './record.ts'
import { sealAudit } from './seal-audit.ts'
import { verifyAudit } from './verify-audit.ts'

function write(app: App, tenantId: string, many: number): Promise<unknown> {
  const doer = { kind: 'system' as const, tenantId, request: { ...commandRequest(), door: 'job' as const } }
  const entries = Array.from({ length: many }, (_, number) => ({
    event: 'unit.changed' as const,
    detail: { number },
  }))
  return inTenant(app.database, tenantId, (tx) => record(app, tx, doer, entries))
}

test('four sealers at once, beside writers, put each event into the chain once, without a gap', async (t) => {
  const { app, id } = await startLanyard(t)
  await write(app, id, 300)
  const writers = Array.from({ length: 10 }, () => write(app, id, 5))
  const sealers = Array.from({ length: 4 }, () => sealAudit(app, id))
  await Promise.all(writers)
  const sealed = [...(await Promise.all(sealers)), await sealAudit(app, id)].reduce(
    (sum, each) => sum + each,
    0,
  )
  const events = await recorded(app, id)
  assert.equal(sealed, events.length)
  const seals = await inTenant(app.database, id, (tx) => sealedRows(tx, 0, 1000))
  assert.deepEqual(
    seals.map((seal) => seal.sequence),
    events.map((_, index) => index + 1),
  )
  assert.equal(new Set(seals.map((seal) => seal.record?.id)).size, events.length)
  const verdict = await verifyAudit(app, id)
  assert.deepEqual([verdict.sealed, verdict.firstBad], [events.length, null])
  assert.equal(await sealAudit(app, id), 0)
})

test('an anchor that somebody else signed is seen', async (t) => {
  const { app, id } = await startLanyard(t)
  const sealed = await sealAudit(app, id)
  const forger = openKeys('1:another-key-that-somebody-made-up-for-this')
  const forged = signAnchor(forger, {
    tenantId: id,
    sequence: sealed,
    hash: Buffer.alloc(32),
    at: '2026-09-01T08:00:00Z',
  })
  await appendFile(join(app.config.dataDir, 'audit-anchors', `${id}.jsonl`), `${JSON.stringify(forged)}\n`)
  assert.match((await verifyAudit(app, id)).problem ?? '', /does not carry our signature/)
})

test('a record whose anchors are gone is not called whole, and is again once they are put back', async (t) => {
  const { app, id } = await startLanyard(t)
  await sealAudit(app, id)
  const folder = join(app.config.dataDir, 'audit-anchors')
  await rename(folder, `${folder}-elsewhere`)
  assert.match((await verifyAudit(app, id)).problem ?? '', /No signed anchor is here/)
  await rename(`${folder}-elsewhere`, folder)
  assert.equal((await verifyAudit(app, id)).problem, null)
  await rm(join(folder, `${id}.jsonl`))
  await mkdir(join(folder, `${id}.jsonl`))
  await assert.rejects(
    verifyAudit(app, id),
    { code: 'EISDIR' },
    'and what can’t be read is not taken for nothing',
  )
})

test('a line of the anchor file that a crash cut short is passed over', async (t) => {
  const { app, id } = await startLanyard(t)
  await sealAudit(app, id)
  await appendFile(join(app.config.dataDir, 'audit-anchors', `${id}.jsonl`), '{"tenantId":"')
  assert.equal((await verifyAudit(app, id)).firstBad, null)
})
