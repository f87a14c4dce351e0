import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { startLanyard } from '../../../test/support/start-lanyard.ts'
import type { App } from '../../platform/app.ts'
import { inTenant, type Tx } from '../../platform/database/database.ts'
import { addOwner } from '../set-up/add-owner.ts'
import { commandRequest } from '../set-up/set-up.ts'
import { openDetail, personKeys, sealDetail } from './person-keys.ts'
import { sealAudit } from './seal-audit.ts'
import { verifyAudit } from './verify-audit.ts'

const BROWSER = 'Staffroom Browser 7'

test('what is personal stands in the record only encrypted, and can be read with the person’s key', async (t) => {
  const { app, http, id, owner } = await startLanyard(t)
  const otto = await addOwner(app, commandRequest(), {
    email: 'otto@beacon.example',
    givenName: 'Otto',
    familyName: 'Quill',
    password: null,
  })
  const browser = http.fresh()
  await browser.post(
    '/api/v1/sessions',
    { email: owner.email, password: owner.password },
    { 'user-agent': BROWSER },
  )
  await browser.post(
    '/api/v1/sessions/current/confirm',
    { password: owner.password },
    { 'user-agent': BROWSER },
  )

  const rows = await inTenant(app.database, id, async (tx) => {
    const found = await sql<{
      id: string
      event: string
      row: string
      subject_detail: Buffer | null
      actor_detail: Buffer | null
    }>`
      select id, event, e::text as row, subject_detail, actor_detail from audit_events e`.execute(tx)
    return found.rows
  })
  for (const { row } of rows)
    for (const personal of ['otto', 'quill', 'olive', '127.0.0.1', '::1', BROWSER.toLowerCase()])
      for (const form of [
        personal,
        Buffer.from(personal).toString('hex'),
        Buffer.from(personal).toString('base64').replace(/=+$/, ''),
      ])
        assert.ok(!row.toLowerCase().includes(form.toLowerCase()), `${personal} in ${row}`)

  const keys = await inTenant(app.database, id, (tx) =>
    personKeys(app.keys, tx, id, [otto.personId, owner.personId]),
  )
  const added = rows.find((each) => each.event === 'owner.added')
  const confirmed = rows.find((each) => each.event === 'session.confirmed')
  const ottosKey = keys.get(otto.personId) as Buffer
  assert.deepEqual(openDetail(ottosKey, added?.id ?? '', added?.subject_detail as Buffer), {
    email: 'otto@beacon.example',
  })
  const origin = openDetail(
    keys.get(owner.personId) as Buffer,
    confirmed?.id ?? '',
    confirmed?.actor_detail as Buffer,
  )
  assert.equal(origin.userAgent, BROWSER)
  assert.throws(
    () => openDetail(ottosKey, confirmed?.id ?? '', added?.subject_detail as Buffer),
    'a detail belongs to its own event',
  )
  assert.throws(
    () => openDetail(keys.get(owner.personId) as Buffer, added?.id ?? '', added?.subject_detail as Buffer),
    'and to its own person',
  )
})

test('a person’s key destroyed, their details are gone for good and the chain still holds', async (t) => {
  const { app, id } = await startLanyard(t)
  const otto = await addOwner(app, commandRequest(), {
    email: 'otto@beacon.example',
    givenName: 'Otto',
    familyName: 'Quill',
    password: null,
  })
  const sealed = await sealAudit(app, id)
  const destroyed = await inTenant(app.database, id, (tx) =>
    sql`delete from person_keys where account_id = ${otto.personId}`.execute(tx),
  )
  assert.equal(Number(destroyed.numAffectedRows), 1)

  const verdict = await verifyAudit(app, id)
  assert.deepEqual([verdict.sealed, verdict.firstBad], [sealed, null])
  const detail = await inTenant(app.database, id, async (tx) => {
    const found = await sql<{ id: string; subject_detail: Buffer }>`
      select id, subject_detail from audit_events where subject_id = ${otto.personId} and subject_detail is not null`.execute(
      tx,
    )
    return found.rows[0]
  })
  const anew = await inTenant(app.database, id, (tx) => personKeys(app.keys, tx, id, [otto.personId]))
  assert.throws(() =>
    openDetail(anew.get(otto.personId) as Buffer, detail?.id ?? '', detail?.subject_detail as Buffer),
  )
})

test('two changes at once about a person who has no key yet agree on one', async (t) => {
  const { app, id, make, root } = await startLanyard(t)
  const ben = await make.person('ben@beacon.example', { at: root })
  const keyOfBen = (tx: Tx) =>
    personKeys(app.keys, tx, id, [ben.personId]).then((keys) => keys.get(ben.personId))
  let second: Promise<Buffer | undefined> | undefined
  const first = await inTenant(app.database, id, async (tx) => {
    const key = await keyOfBen(tx)
    second = inTenant(app.database, id, keyOfBen)
    await somebodyWaits(app)
    return key
  })
  assert.equal(first?.length, 32)
  assert.deepEqual(await second, first)
})

/** Until a statement of this database waits for another transaction. */
async function somebodyWaits(app: App): Promise<void> {
  const deadline = Date.now() + 10_000
  while (Date.now() < deadline) {
    const { rows } = await app.database.pool.query<{ waiting: boolean }>(`
      select exists (select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock') as waiting`)
    if (rows[0]?.waiting) return
  }
  assert.fail('Nobody waits')
}

test('a detail that was changed or cut short is refused', () => {
  const key = Buffer.alloc(32, 7)
  for (const sealed of [
    sealDetail(key, 'event', { email: 'ada@reed.example' }),
    sealDetail(key, 'event', {}),
  ])
    for (let at = 0; at < sealed.length; at++) {
      const changed = Buffer.from(sealed)
      changed[at] = (changed[at] ?? 0) ^ 1
      assert.throws(() => openDetail(key, 'event', changed))
      assert.throws(() => openDetail(key, 'event', sealed.subarray(0, at)))
    }
})

test('a line of the record names the request it came with, so that the log and the record meet', async (t) => {
  const { app, http, id, make } = await startLanyard(t)
  const ben = await make.person('ben@beacon.example', { at: await make.school('Reed Primary') })
  const denied = await http.as(ben).put(`/api/v1/people/${ben.id}/roles`, { roles: [] })
  const lines = await inTenant(app.database, id, async (tx) => {
    const found = await sql<{ event: string; fresh: boolean }>`
      select event, abs(extract(epoch from at - lanyard_now())) < 60 as fresh
      from audit_events where request_id = ${denied.body.requestId}`.execute(tx)
    return found.rows
  })
  assert.deepEqual(lines, [{ event: 'authz.denied', fresh: true }])
})
