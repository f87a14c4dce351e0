import assert from 'node:assert/strict'
import { test } from 'node:test'
import { runsOf } from './runs.ts'

const failed = {
  event: 'sign_in.failed',
  sentence: 'A sign-in as Grace Coyle failed',
  requestId: null as string | null,
  door: 'console',
  actor: { id: null as string | null, name: 'Someone not signed in' },
  subject: { id: 'grace' as string | null },
  organisation: null,
  day: 'Monday',
}
type Entry = typeof failed
const told = (entries: Entry[]) =>
  runsOf(entries, ({ day }) => day).map(({ entries, as }) => `${entries.length} ${as}`)
const times = (count: number, entry: Entry) =>
  Array.from({ length: count }, (_, at) => ({ ...entry, requestId: `${at}` }))

test('the same thing again and again is one run; another person, actor, way in, day or event ends it', () => {
  assert.deepEqual(told(times(10, failed)), ['10 again'])
  const ends: Partial<Entry>[] = [
    { subject: { id: 'tom' } },
    { actor: { id: 'sam', name: 'Sam Patel' } },
    { door: 'api' },
    { day: 'Tuesday' },
    { event: 'sign_in.locked' },
    { sentence: 'A sign-in as Grace Coyle failed, and said more' },
  ]
  for (const end of ends)
    assert.deepEqual(told([...times(3, failed), ...times(2, { ...failed, ...end })]), ['3 again', '2 again'])
  const locked = { ...failed, event: 'sign_in.locked' }
  assert.deepEqual(told([...times(2, failed), locked, ...times(2, failed)]), ['2 again', '1 one', '2 again'])
})

test('what stands by itself is a run of one, also where nothing says by which request it came', () => {
  const alone = (subject: string, requestId: string | null) => ({
    ...failed,
    subject: { id: subject },
    requestId,
  })
  assert.deepEqual(told([alone('ann', 'b'), alone('ben', null), alone('cat', null)]), [
    '1 one',
    '1 one',
    '1 one',
  ])
})

test('what one request did to many people is one run, and is not mixed with what was done again', () => {
  const invited = (subject: string, requestId: string): Entry => ({
    ...failed,
    event: 'person.invited',
    sentence: `Sam Patel invited ${subject}`,
    subject: { id: subject },
    requestId,
  })
  assert.deepEqual(told([invited('ann', '1'), invited('ben', '1'), invited('ben', '2')]), [
    '2 together',
    '1 one',
  ])
  assert.deepEqual(told([invited('ann', '1'), invited('ann', '2'), invited('ben', '2')]), [
    '2 again',
    '1 one',
  ])
})
