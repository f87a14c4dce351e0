import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type pg from 'pg'
import { openAsTamperer } from '../../../test/support/behind-the-curtain.ts'
import { type Lanyard, startLanyard } from '../../../test/support/start-lanyard.ts'
import { inTenant } from '../../platform/database/database.ts'
import { sealedRows } from './audit.queries.ts'
import { CHAIN_START, chainHash } from './chain.ts'
import { sealAudit } from './seal-audit.ts'
import { verifyAudit } from './verify-audit.ts'

const RUNS = process.env.LANYARD_SOAK === '1' ? 1000 : 100

/** What a tamperer does at position p (and q behind it) of a record n long, and the first bad position that follows. */
interface Tampering {
  name: string
  first: (p: number, q: number, n: number, anchored: number[]) => number
  act: (db: pg.Client, p: number, q: number, lanyard: Lanyard) => Promise<unknown>
}

const EVENT_AT = '(select event_id from audit_seals where sequence = $1)'
const change = (column: string, value: string): Tampering => ({
  name: `changes ${column}`,
  first: (p) => p,
  act: (db, p) => db.query(`update audit_events set ${column} = ${value} where id = ${EVENT_AT}`, [p]),
})
const FORGED = `insert into audit_events (tenant_id, event, door, actor_kind)
  select tenant_id, 'roles.changed', 'api', 'system' from audit_events limit 1 returning tenant_id, id`

const TAMPERINGS: Tampering[] = [
  change('event', `event || 'x'`),
  change('door', `'job'`),
  change('actor_kind', `case actor_kind when 'system' then 'operator' else 'system' end`),
  change('actor_id', 'gen_random_uuid()'),
  change('subject_id', 'gen_random_uuid()'),
  change('organisation_id', 'gen_random_uuid()'),
  change('request_id', `coalesce(request_id, '') || 'x'`),
  change('detail', `detail || '{"more": 1}'`),
  change('at', `at + interval '1 microsecond'`),
  change(
    'subject_detail',
    `coalesce(set_byte(subject_detail, 20, get_byte(subject_detail, 20) # 1), '\\x00')`,
  ),
  change('actor_detail', `coalesce(set_byte(actor_detail, 20, get_byte(actor_detail, 20) # 1), '\\x00')`),
  {
    name: 'flips a bit of a seal',
    first: (p) => p,
    act: (db, p, q) =>
      db.query(
        'update audit_seals set hash = set_byte(hash, $2, get_byte(hash, $2) # 4) where sequence = $1',
        [p, q],
      ),
  },
  {
    name: 'deletes an event',
    first: (p) => p,
    act: (db, p) => db.query(`delete from audit_events where id = ${EVENT_AT}`, [p]),
  },
  {
    name: 'deletes an event with its seal',
    first: (p) => p,
    act: async (db, p) => {
      await db.query(`delete from audit_events where id = ${EVENT_AT}`, [p])
      await db.query('delete from audit_seals where sequence = $1', [p])
    },
  },
  {
    name: 'deletes an event with its seal and closes the gap',
    first: (p) => p,
    act: async (db, p) => {
      await db.query(`delete from audit_events where id = ${EVENT_AT}`, [p])
      await db.query('delete from audit_seals where sequence = $1', [p])
      await db.query('update audit_seals set sequence = sequence - 1 where sequence > $1', [p])
    },
  },
  {
    name: 'deletes the tail',
    first: (p) => p,
    act: async (db, p) => {
      await db.query(
        'delete from audit_events where id in (select event_id from audit_seals where sequence >= $1)',
        [p],
      )
      await db.query('delete from audit_seals where sequence >= $1', [p])
    },
  },
  {
    name: 'swaps two events',
    first: (p) => p,
    act: (db, p, q) =>
      db.query(
        `update audit_seals s set event_id = o.event_id from audit_seals o
         where s.sequence in ($1, $2) and o.sequence = $1::bigint + $2::bigint - s.sequence`,
        [p, q],
      ),
  },
  {
    name: 'inserts an event',
    first: (p) => p,
    act: async (db, p) => {
      await db.query('update audit_seals set sequence = sequence + 1 where sequence >= $1', [p])
      await db.query(
        `with forged as (${FORGED}) insert into audit_seals (tenant_id, sequence, event_id, hash)
        select forged.tenant_id, $1, forged.id, (select hash from audit_seals limit 1) from forged`,
        [p],
      )
    },
  },
  {
    name: 'slips an event in before the first',
    first: () => 1,
    act: (db, p) =>
      db.query(
        `with forged as (${FORGED}) insert into audit_seals (tenant_id, sequence, event_id, hash)
        select forged.tenant_id, 1 - $1::bigint, forged.id, (select hash from audit_seals limit 1) from forged`,
        [p],
      ),
  },
  { name: 'slips an event in without a seal', first: (_p, _q, n) => n + 1, act: (db) => db.query(FORGED) },
  {
    name: 'changes an event and writes the chain anew from there',
    first: (p, _q, _n, anchored) => anchored.find((position) => position >= p) ?? 0,
    act: async (db, p, _q, lanyard) => {
      await db.query(`update audit_events set detail = '{"rewritten": true}' where id = ${EVENT_AT}`, [p])
      await writeChainAnew(db, lanyard)
    },
  },
]

test(`whatever the database’s owner does to the sealed record is seen, and its first bad position named (${RUNS} times)`, async (t) => {
  const lanyard = await startLanyard(t)
  const { anchored, n } = await sealedRecord(lanyard)
  const db = await openAsTamperer(t, lanyard.ownerConnection)
  await db.query(
    'create table kept_events as table audit_events; create table kept_seals as table audit_seals',
  )
  const places = fc.sample(fc.tuple(fc.integer({ min: 1, max: n }), fc.integer({ min: 1, max: n })), RUNS)

  for (const [run, [one, two]] of places.entries()) {
    const { name, act, first } = TAMPERINGS[run % TAMPERINGS.length] as Tampering
    const [p, q] =
      one < two ? [one, two] : one > two ? [two, one] : one === n ? [one - 1, one] : [one, one + 1]
    await act(db, p, q, lanyard)
    const verdict = await verifyAudit(lanyard.app, lanyard.id)
    assert.equal(
      verdict.firstBad,
      first(p, q, n, anchored),
      `${name} at ${p} (${q}) of ${n}: ${verdict.problem}`,
    )
    assert.ok(verdict.problem)
    await db.query(`truncate audit_events, audit_seals;
      insert into audit_events select * from kept_events; insert into audit_seals select * from kept_seals`)
  }
  assert.equal((await verifyAudit(lanyard.app, lanyard.id)).firstBad, null)
})

test('a tail that was cut off and sealed again, to the same length, is still seen', async (t) => {
  const lanyard = await startLanyard(t)
  const { n } = await sealedRecord(lanyard)
  const db = await openAsTamperer(t, lanyard.ownerConnection)
  await db.query(
    'delete from audit_events where id in (select event_id from audit_seals where sequence > $1)',
    [n - 3],
  )
  await db.query('delete from audit_seals where sequence > $1', [n - 3])
  for (const name of ['North', 'South', 'West']) await lanyard.make.school(name)
  assert.equal(await sealAudit(lanyard.app, lanyard.id), 3)
  const verdict = await verifyAudit(lanyard.app, lanyard.id)
  assert.equal(verdict.firstBad, n)
  assert.match(verdict.problem ?? '', /written anew/)
})

test('a record as it was written is whole, sealed or waiting, and so is an empty one', async (t) => {
  const lanyard = await startLanyard(t)
  assert.deepEqual(await verifyAudit(lanyard.app, lanyard.id), {
    tenantId: lanyard.id,
    sealed: 0,
    anchors: 0,
    forgotten: 0,
    firstBad: null,
    problem: null,
  })
  const { n, anchored } = await sealedRecord(lanyard)
  await lanyard.make.school('Waiting Primary')
  const verdict = await verifyAudit(lanyard.app, lanyard.id)
  assert.deepEqual(verdict, {
    tenantId: lanyard.id,
    sealed: n,
    anchors: anchored.length,
    forgotten: 0,
    firstBad: null,
    problem: null,
  })
  const harbour = await lanyard.secondTenant()
  await sealAudit(lanyard.app, harbour.id)
  assert.equal((await verifyAudit(lanyard.app, harbour.id)).sealed, 1)
  assert.equal((await verifyAudit(lanyard.app, lanyard.id)).firstBad, null)
})

/** A record of some length with all sorts of events, sealed in stretches. */
async function sealedRecord(lanyard: Lanyard): Promise<{ n: number; anchored: number[] }> {
  const { app, http, id, make, owner } = lanyard
  const anchored: number[] = []
  let n = 0
  for (const name of ['Reed', 'Mill', 'Dale', 'Croft']) {
    const school = await make.school(name)
    const person = await make.person(`${name.toLowerCase()}@beacon.example`, { at: school })
    await http.as(owner).put(`/api/v1/people/${person.id}/roles`, { roles: [{ role: 'moderated_user' }] })
    await http.as(person).get('/api/v1/me')
    n += await sealAudit(app, id)
    anchored.push(n)
  }
  return { n, anchored }
}

async function writeChainAnew(db: pg.Client, { app, id }: Lanyard): Promise<void> {
  const rows = await inTenant(app.database, id, (tx) => sealedRows(tx, 0, 1000))
  let hash: Buffer = CHAIN_START
  for (const { record, sequence } of rows) {
    if (record) hash = chainHash(hash, record)
    await db.query('update audit_seals set hash = $2 where sequence = $1', [sequence, hash])
  }
}
