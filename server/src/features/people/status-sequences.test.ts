import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { apply } from '../../../test/support/apply-list.ts'
import { bulk } from '../../../test/support/bulk.ts'
import type { Client } from '../../../test/support/http-client.ts'
import { copiedLink, door, reedPrimary } from '../../../test/support/invite.ts'
import type { Place } from '../../../test/support/make.ts'
import { csv, upload } from '../../../test/support/staff-list.ts'
import type { Lanyard } from '../../../test/support/start-lanyard.ts'
import { inTenant } from '../../platform/database/database.ts'
import { startAttempt } from '../sign-in/lock.queries.ts'
import { LOCK_AFTER } from '../sign-in/lock.ts'
import { STATUS_ORDER as LABELS, type Status } from './status.ts'

const SOAK = process.env.LANYARD_SOAK === '1'
const PEOPLE = 100
/** Each is compared twice: as it began, and while some are locked. */
const ROUNDS = SOAK ? 5000 : 50
const LINK_DAYS = 7
const EVENTS = [
  'invite',
  'resend',
  'cancel',
  'register',
  'pause',
  'archive',
  'reactivate',
  'delete',
  'wait',
] as const
type Event = (typeof EVENTS)[number]

/** One person as the reference knows them. Days are those of the product's clock. */
interface Someone {
  email: string
  state: 'not_invited' | 'invited' | 'active' | 'inactive' | 'deleted'
  as?: 'paused' | 'archived'
  linkEnds?: number
  registered: boolean
  locked: boolean
}

/** What an event makes of somebody: the whole of the reference. An event that doesn't fit changes nothing. */
function after(one: Someone, event: Event, day: number): Someone {
  switch (event) {
    case 'invite':
      return one.state === 'not_invited' || one.state === 'invited' ? invited(one, day) : one
    case 'resend':
      return one.state === 'invited' ? invited(one, day) : one
    case 'cancel':
      return one.state === 'invited' ? { ...one, state: 'not_invited' } : one
    case 'register':
      return one.state === 'invited' ? { ...one, state: 'active', registered: true } : one
    case 'pause':
      return one.state === 'inactive' ? one : { ...one, state: 'inactive', as: 'paused' }
    case 'archive':
      return one.state === 'inactive' && one.as === 'archived'
        ? one
        : { ...one, state: 'inactive', as: 'archived' }
    case 'reactivate':
      return one.state === 'inactive' ? { ...one, state: one.registered ? 'active' : 'not_invited' } : one
    case 'delete':
      return { ...one, state: 'deleted' }
    case 'wait':
      return one
    default:
      return event satisfies never
  }
}

const invited = (one: Someone, day: number): Someone => ({
  ...one,
  state: 'invited',
  linkEnds: day + LINK_DAYS,
})
const isExpired = (one: Someone, day: number) => one.state === 'invited' && (one.linkEnds ?? day) <= day

/** The one label, as the product says it. */
function labelOf(one: Someone, day: number): Status | null {
  if (one.state === 'deleted') return null
  if (one.state === 'inactive') return 'inactive'
  if (one.locked) return 'locked'
  if (one.state === 'invited') return isExpired(one, day) ? 'expired' : 'pending'
  return one.state
}

const round = fc.record({
  /** Whole days that go by before it. */
  days: fc.integer({ min: 1, max: 5 }),
  /** What happens to whom; delete is rare, since it is final. */
  events: fc.array(fc.constantFrom<Event>(...EVENTS.filter((each) => each !== 'delete')), {
    minLength: PEOPLE,
    maxLength: PEOPLE,
  }),
  deleted: fc.option(fc.nat(PEOPLE - 1), { freq: 3 }),
  /** Somebody guesses the passwords of these. */
  guessed: fc.uniqueArray(fc.nat(PEOPLE - 1), { maxLength: 8 }),
  /** Of those, whom an admin unlocks. */
  unlocked: fc.uniqueArray(fc.nat(PEOPLE - 1), { maxLength: 60 }),
})

test('whatever happens to a hundred people, in any order, each has the one label that the reference says', async (t) => {
  const lanyard = await reedPrimary(t, { mail: 'captured', mailWorker: false })
  const begun = await begin(lanyard)
  const seed = Date.now()
  t.diagnostic(`seed ${seed}`)
  let { people } = begun
  let day = 0
  for (const what of fc.sample(round, { numRuns: ROUNDS, seed })) {
    day += what.days
    await lanyard.clock.shift(what.days * 86_400)
    // The lock of the round before has opened by itself.
    people = people.map((one) => ({ ...one, locked: false }))
    const admin = lanyard.http.fresh()
    await ok(admin.post('/api/v1/sessions', { email: lanyard.sam.email, password: lanyard.sam.password }))
    people = await happen(lanyard, admin, begun.ids, people, what, day)
    people = await guess(lanyard, people, what.guessed)
    await holdAgainst(admin, lanyard.reed, people, day)
    people = await unlock(lanyard, admin, begun.ids, people, what.unlocked)
    await holdAgainst(admin, lanyard.reed, people, day)
  }
  t.diagnostic(`${2 * ROUNDS * PEOPLE} labels held against the reference`)
})

type Scene = Awaited<ReturnType<typeof reedPrimary>>
type Round = typeof round extends fc.Arbitrary<infer T> ? T : never

/** Everybody is on the list, from an upload. @returns the people, and the memberships by address */
async function begin(scene: Scene) {
  const { head, reed } = scene
  const lines = Array.from({ length: PEOPLE }, (_, n) => `p${n}@people.example,${givenName(n)},Ford`)
  await apply(scene, head, await upload(head, reed, csv('Email,First name,Last name', ...lines)))
  const { body } = await head.get(`/api/v1/organisations/${reed.id}/people?q=people&limit=100`)
  const rows: { id: string; email: string }[] = body.data
  const people = rows.map(
    ({ email }): Someone => ({ email, state: 'not_invited', registered: false, locked: false }),
  )
  return { people, ids: new Map(rows.map(({ id, email }) => [email, id])) }
}

/** Letters only: digits in a name would be asked about. */
const givenName = (n: number) => `Ada${[...String(n)].map((digit) => 'abcdefghij'[Number(digit)]).join('')}`

async function happen(
  scene: Scene,
  admin: Client,
  ids: Map<string, string>,
  people: Someone[],
  what: Round,
  day: number,
): Promise<Someone[]> {
  const { reed, http, sendMail } = scene
  const eventOf = (n: number): Event => (n === what.deleted ? 'delete' : (what.events[n] as Event))
  for (const event of EVENTS) {
    const those = people.filter((one, n) => eventOf(n) === event && one.state !== 'deleted')
    const chosen = those.map(({ email }) => ({ id: ids.get(email) as string }))
    if (event === 'register') {
      for (const one of those.filter((each) => each.state === 'invited'))
        await register(http.fresh(), admin, ids.get(one.email) as string)
    } else if (event === 'delete') {
      for (const { email } of those)
        await ok(admin.send('DELETE', `/api/v1/people/${ids.get(email)}`, { name: nameOf(email) }))
    } else if (event !== 'wait' && chosen.length > 0) await bulk(scene, admin, reed, event, chosen)
  }
  while ((await sendMail()) > 0);
  return people.map((one, n) => (one.state === 'deleted' ? one : after(one, eventOf(n), day)))
}

const nameOf = (email: string) => `${givenName(Number(/\d+/.exec(email)?.[0]))} Ford`

async function register(visitor: Client, admin: Client, id: string): Promise<void> {
  const { body: row } = await admin.get(`/api/v1/people/${id}`)
  const token = await copiedLink(admin, { invitationId: row.invitation.id, personId: id })
  await ok(door(visitor, token).register({ givenName: row.givenName, familyName: row.familyName }))
}

async function ok(asked: Promise<{ status: number; body: unknown }>): Promise<void> {
  const { status, body } = await asked
  assert.ok(status < 300, JSON.stringify(body))
}

/** Ten wrong passwords each, counted as sign-in counts them. */
async function guess({ app, id }: Lanyard, people: Someone[], whom: number[]): Promise<Someone[]> {
  await inTenant(app.database, id, async (tx) => {
    for (const n of whom)
      for (let attempt = 0; attempt < LOCK_AFTER; attempt++)
        await startAttempt(tx, (people[n] as Someone).email, undefined)
  })
  return people.map((one, n) => (whom.includes(n) && one.registered ? { ...one, locked: true } : one))
}

async function unlock(
  scene: Scene,
  admin: Client,
  ids: Map<string, string>,
  people: Someone[],
  whom: number[],
): Promise<Someone[]> {
  const there = whom.filter((n) => (people[n] as Someone).state !== 'deleted')
  const chosen = there.map((n) => ({ id: ids.get((people[n] as Someone).email) as string }))
  if (chosen.length > 0) await bulk(scene, admin, scene.reed, 'unlock', chosen)
  // Of somebody inactive nothing is locked that anybody could open.
  return people.map((one, n) =>
    there.includes(n) && one.state === 'active' ? { ...one, locked: false } : one,
  )
}

/** Each person once, with the label of the reference, and the counts of the labels as they add up. */
async function holdAgainst(admin: Client, at: Place, people: Someone[], day: number): Promise<void> {
  const expected = new Map<string, Status>()
  for (const one of people) {
    const label = labelOf(one, day)
    if (label) expected.set(one.email, label)
  }
  const seen: [string, Status][] = []
  const all = `/api/v1/organisations/${at.id}/people?limit=100&count=exact&q=people&status=${LABELS.join()}`
  for (let after: string | null = ''; after !== null; ) {
    const { body } = await admin.get(after ? `${all}&after=${encodeURIComponent(after)}` : all)
    seen.push(...body.data.map((row: { email: string; status: Status }) => [row.email, row.status]))
    after = body.next
  }
  assert.deepEqual(seen.sort(), [...expected].sort())
}
