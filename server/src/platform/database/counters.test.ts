import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startLanyard } from '../../../test/support/start-lanyard.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { countHit, type Limit, refuseAbove, secondsUntilFree, sourceOf } from './counters.ts'

test('an IPv4 address is one source, also when it comes written as an IPv6 one', () => {
  assert.equal(sourceOf('192.0.2.7'), '192.0.2.7')
  assert.equal(sourceOf('::ffff:192.0.2.7'), '192.0.2.7')
  assert.equal(sourceOf('::FFFF:192.0.2.7'), '192.0.2.7')
  assert.notEqual(sourceOf('192.0.2.7'), sourceOf('192.0.2.8'))
})

test('all addresses of one IPv6 /64 are one source, however they are written', () => {
  const spellings = [
    '2001:db8:1:2::1',
    '2001:db8:1:2:ffff:ffff:ffff:ffff',
    '2001:0DB8:0001:0002:0:0:0:5',
    '2001:db8:1:2:3:4:5::',
  ]
  assert.deepEqual([...new Set(spellings.map(sourceOf))], ['2001:db8:1:2::/64'])
  assert.notEqual(sourceOf('2001:db8:1:3::1'), sourceOf('2001:db8:1:2::1'))
  assert.equal(sourceOf('2001:db8::1'), '2001:db8:0:0::/64')
  assert.equal(sourceOf('::1'), '0:0:0:0::/64')
  assert.equal(sourceOf('fe80::1%eth0'), 'fe80:0:0:0::/64')
  assert.equal(sourceOf('2001:db8:1:2:3:4:5:6'), '2001:db8:1:2::/64')
})

test('a request whose address nobody knows is a source of its own', () => {
  assert.equal(sourceOf(undefined), 'unknown')
  assert.equal(sourceOf(''), 'unknown')
})

const YEAR: Limit = { name: 'guesses', hits: 10, windowSeconds: 366 * 86_400 }

test('a hundred hits at once count to a hundred, and each gets a number of its own', async (t) => {
  const { app } = await startLanyard(t, { setUp: false })
  const counted = await Promise.all(Array.from({ length: 100 }, () => countHit(app.database, YEAR, 'ada')))
  assert.deepEqual(
    counted.map((each) => each.hits).sort((a, b) => a - b),
    Array.from({ length: 100 }, (_, n) => n + 1),
  )
  assert.equal((await countHit(app.database, YEAR, 'ben')).hits, 1)
  assert.equal((await countHit(app.database, { ...YEAR, name: 'joins' }, 'ada')).hits, 1)
})

test('of fifty tries at once exactly ten are let through, and the rest are told when to come back', async (t) => {
  const { app } = await startLanyard(t, { setUp: false })
  const tries = await Promise.allSettled(
    Array.from({ length: 50 }, () => refuseAbove(app.database, YEAR, 'ada')),
  )
  const refused = tries.flatMap((each) => (each.status === 'rejected' ? [each.reason as Refusal] : []))
  assert.equal(tries.length - refused.length, 10)
  for (const refusal of refused) {
    assert.ok(refusal instanceof Refusal)
    assert.equal(refusal.code, 'slow_down')
    assert.ok((refusal.retryAfterSeconds ?? 0) > 0)
  }
  assert.equal(await secondsUntilFree(app.database, [YEAR], 'ben'), null)
  assert.ok(((await secondsUntilFree(app.database, [YEAR], 'ada')) ?? 0) > 0)
})

test('the next window starts from nothing, by the clock of the product, and who is counted is not readable', async (t) => {
  const { app, clock } = await startLanyard(t, { setUp: false })
  const limit: Limit = { name: 'guesses', hits: 1, windowSeconds: 86_400 }
  const first = await countHit(app.database, limit, 'ada@reed.example')
  assert.ok(first.secondsLeft > 0 && first.secondsLeft <= 86_400)
  assert.notEqual(await secondsUntilFree(app.database, [limit], 'ada@reed.example'), null)
  await clock.shift(86_400)
  assert.equal(await secondsUntilFree(app.database, [limit], 'ada@reed.example'), null)
  assert.equal((await countHit(app.database, limit, 'ada@reed.example')).hits, 1)
  const { rows } = await app.database.pool.query<{ key: string }>('select key from counters')
  assert.ok(rows.length > 0 && rows.every(({ key }) => !key.includes('ada')))
})
