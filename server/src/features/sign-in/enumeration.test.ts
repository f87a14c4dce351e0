import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startLanyard } from '../../../test/support/start-lanyard.ts'

/** Samples of each class; and how far from even the odds may be of telling two classes apart by their time. */
const SOAK = process.env.LANYARD_SOAK === '1'
const SAMPLES = SOAK ? 1000 : 240
const ODDS_OFF = SOAK ? 0.05 : 0.12
/** Tries on one address before the next one takes its place, so that none of them locks. */
const TRIES_EACH = 8

test('the time of a failed sign-in does not tell unknown, known, locked and without a password apart', async (t) => {
  const { http, make, root } = await startLanyard(t, { settings: { TRUSTED_PROXIES: '127.0.0.1' } })
  const addresses = (kind: string) =>
    Array.from({ length: Math.ceil(SAMPLES / TRIES_EACH) }, (_, n) => `${kind}${n}@beacon.example`)
  const known = addresses('known')
  const bare = addresses('bare')
  for (const email of known) await make.person(email, { at: root })
  for (const email of bare) await make.person(email, { at: root, password: false })
  const locked = await make.person('locked@beacon.example', { at: root })
  const client = http.fresh()
  let source = 0
  const ask = async (path: string, body: object) => {
    source++
    const from = `10.${(source >> 16) & 255}.${(source >> 8) & 255}.${source & 255}`
    const start = performance.now()
    await client.post(path, body, { 'x-forwarded-for': from })
    return performance.now() - start
  }
  const fail = (email: string) => ask('/api/v1/sessions', { email, password: 'not the right words' })
  for (let n = 0; n < 12; n++) await fail(locked.email)

  const unknown = addresses('unknown')
  const classes: Record<string, (n: number) => string> = {
    unknown: (n) => unknown[Math.floor(n / TRIES_EACH)] ?? '',
    known: (n) => known[Math.floor(n / TRIES_EACH)] ?? '',
    'without a password': (n) => bare[Math.floor(n / TRIES_EACH)] ?? '',
    locked: () => locked.email,
  }
  const times: Record<string, number[]> = Object.fromEntries(Object.keys(classes).map((name) => [name, []]))
  for (let n = 0; n < SAMPLES; n++) {
    for (const name of shuffled(Object.keys(classes))) times[name]?.push(await fail(classes[name]?.(n) ?? ''))
  }
  for (const [a, b] of pairsOf(Object.keys(classes))) {
    const odds = auc(times[a] ?? [], times[b] ?? [])
    assert.ok(Math.abs(odds - 0.5) <= ODDS_OFF, `${a} against ${b}: ${odds.toFixed(3)}`)
  }
})

test('the time of asking for a new password does not tell a known address from an unknown one', async (t) => {
  const { http, make, root } = await startLanyard(t, { settings: { TRUSTED_PROXIES: '127.0.0.1' } })
  const samples = SOAK ? 500 : 100
  for (let n = 0; n < samples; n++)
    await make.person(`known${n}@beacon.example`, { at: root, password: false })
  const times: Record<'known' | 'unknown', number[]> = { known: [], unknown: [] }
  let source = 0
  for (let n = 0; n < samples; n++) {
    for (const kind of shuffled(['known', 'unknown'] as const)) {
      source++
      const start = performance.now()
      await http.post(
        '/api/v1/password-resets',
        { email: `${kind}${n}@beacon.example` },
        { 'x-forwarded-for': `10.1.${source >> 8}.${source & 255}` },
      )
      times[kind].push(performance.now() - start)
    }
  }
  const odds = auc(times.known, times.unknown)
  assert.ok(Math.abs(odds - 0.5) <= (SOAK ? 0.05 : 0.15), odds.toFixed(3))
})

/** The chance that a sample of `a` takes longer than one of `b`: 0.5 where time tells nothing. */
function auc(a: number[], b: number[]): number {
  let wins = 0
  for (const x of a) for (const y of b) wins += x > y ? 1 : x === y ? 0.5 : 0
  return wins / (a.length * b.length)
}

const pairsOf = (names: string[]) =>
  names.flatMap((a, index) => names.slice(index + 1).map((b) => [a, b] as const))

function shuffled<T>(all: readonly T[]): T[] {
  return all
    .map((each) => [Math.random(), each] as const)
    .sort((x, y) => x[0] - y[0])
    .map(([, each]) => each)
}
