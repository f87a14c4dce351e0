import assert from 'node:assert/strict'
import { test } from 'node:test'
import { apply, peopleAt } from '../../../test/support/apply-list.ts'
import type { Client } from '../../../test/support/http-client.ts'
import {
  change,
  csv,
  reedWithLists,
  rowOf,
  rowsOf,
  saidBefore,
  upload,
} from '../../../test/support/staff-list.ts'

const HEAD = 'First name,Last name,Email,Job title'

const decide = (who: Client, list: { id: string }, wish: object) =>
  who.post(`/api/v1/staff-lists/${list.id}/decisions`, wish)

/** Decides about a group, and answers the list. */
async function decided(who: Client, list: { id: string }, wish: object) {
  const reply = await decide(who, list, wish)
  assert.equal(reply.status, 200, JSON.stringify(reply.body))
  return reply.body
}

test('everybody new is left out together, and everybody left out by hand is put back together', async (t) => {
  const { head, reed } = await reedWithLists(t)
  const people = Array.from({ length: 30 }, (_, n) => `P${n},Ford,p${n}@reed.example,TA`)
  const list = await upload(head, reed, csv(HEAD, ...people, 'Jo,Lee,,'))
  const out = await decided(head, list, { outcome: 'add', decision: 'skip', expectedCount: 30 })
  assert.deepEqual([out.counts.add, out.counts.skipped, out.counts.error], [0, 30, 1])
  const back = await decided(head, out, { outcome: 'skipped', decision: null, expectedCount: 30 })
  assert.deepEqual([back.counts.add, back.counts.taking.add, back.counts.skipped], [30, 30, 0])
})

test('nobody decides about rows that have come to a group since they looked', async (t) => {
  const { head, trainer, reed } = await reedWithLists(t)
  const list = await upload(head, reed, csv(HEAD, 'Zoë,Adeyemi,zoe@reed.example,', 'Jo,Lee,,'))
  await change(trainer, list, await rowOf(head, list, 'Jo Lee'), { values: { email: 'jo@reed.example' } })
  const late = await decide(head, list, { outcome: 'add', decision: 'skip', expectedCount: 1 })
  assert.deepEqual([late.status, late.body.code], [409, 'count_changed'])
  const { body } = await head.get(`/api/v1/staff-lists/${list.id}`)
  assert.deepEqual([body.counts.add, body.counts.skipped], [2, 0])
  const odd = await decide(head, list, { outcome: 'error', decision: 'archive', expectedCount: 0 })
  assert.deepEqual([odd.status, odd.body.code], [422, 'decision_not_here'])
})

test('all changes are taken, those kept by hand too; who was said to be the same stays so', async (t) => {
  const lanyard = await reedWithLists(t)
  const { head, reed, make } = lanyard
  const jane = await make.person('jane@reed.example', { at: reed, name: 'Jane Smith' })
  await make.person('raj@reed.example', { at: reed, name: 'Raj Patel' })
  await make.person('zadeyemi@reed.example', { at: reed, name: 'Zoë Adeyemi' })
  // Both sides changed since the last list.
  await saidBefore(lanyard, jane, { givenName: 'Jane', jobTitle: 'Clerk' })
  const list = await upload(
    head,
    reed,
    csv(
      HEAD,
      'Jane,Smith,jane@reed.example,Bursar',
      'Raj,Patel,raj@reed.example,TA',
      'Zoë,Adeyemi,zoe@reed.example,TA',
    ),
  )
  const zoe = await rowOf(head, list, 'Zoë Adeyemi')
  await change(head, list, zoe, { decision: 'same' })
  await change(head, list, zoe, { keep: ['email', 'jobTitle'] })
  const kept = await change(head, list, await rowOf(head, list, 'Raj Patel'), { keep: ['jobTitle'] })
  assert.deepEqual([kept.list.counts.update, kept.list.counts.taking.update], [3, 0])
  const all = await decided(head, list, { outcome: 'update', decision: 'take', expectedCount: 3 })
  assert.deepEqual([all.counts.update, all.counts.taking.update, all.counts.conflict], [3, 3, 0])
  const done = await apply(lanyard, head, list)
  assert.match(done.summary, /^0 added, 3 changed/)
})

test('all leavers are ticked but those who stay, and unticked again; who may not archive ticks nobody', async (t) => {
  const lanyard = await reedWithLists(t)
  const { head, trainer, reed, make } = lanyard
  for (let n = 0; n < 3; n++) await make.person(`p${n}@reed.example`, { at: reed, name: `Pat P${n}` })
  const content = csv(HEAD, 'Tess,Till,tess@reed.example,')
  const list = await upload(head, reed, content, { everyone: true })
  const wish = { outcome: 'not_on_list', decision: 'archive', expectedCount: 4 }
  const ticked = await decided(head, list, wish)
  assert.equal(ticked.counts.taking.archive, 3, 'not Sam, whose list it is')
  assert.deepEqual(
    (await rowsOf(head, list, '&outcome=not_on_list'))
      .filter((row) => !row.taken)
      .map((row) => [row.name, row.decision]),
    [['Sam Patel', null]],
  )
  const none = await decided(head, list, { ...wish, decision: null })
  assert.equal(none.counts.taking.archive, 0)
  const hers = await upload(trainer, reed, content, { everyone: true })
  const refused = await decide(trainer, hers, { ...wish, expectedCount: hers.counts.not_on_list })
  assert.equal(refused.status, 403)
  await decided(head, list, wish)
  await apply(lanyard, head, list)
  const now = await peopleAt(head, reed)
  assert.deepEqual(
    ['p0', 'p1', 'p2', 'sam'].map((name) => now.get(`${name}@reed.example`).status),
    ['inactive', 'inactive', 'inactive', 'active'],
  )
})
