import assert from 'node:assert/strict'
import { test } from 'node:test'
import { apply, peopleAt, tryApply, undo, worked } from '../../../test/support/apply-list.ts'
import { recorded } from '../../../test/support/record.ts'
import { change, csv, reedWithLists, rowOf, rowsOf, upload } from '../../../test/support/staff-list.ts'
import { limitPassed } from './leaver-limit.ts'

const NAMES = 'Email,First name,Surname'
const SAM = 'sam@reed.example,Sam,Patel'
const TESS = 'tess@reed.example,Tess,Till'

/** Reed with so many people more, and a list that names none of them. */
async function shortList(t: Parameters<typeof reedWithLists>[0], many: number) {
  const lanyard = await reedWithLists(t)
  const { make, reed, head } = lanyard
  const people = []
  for (let n = 0; n < many; n++)
    people.push(await make.person(`p${n}@reed.example`, { at: reed, name: `Pat P${n}` }))
  const list = await upload(head, reed, csv(NAMES, SAM, TESS), { everyone: true })
  return { ...lanyard, people, list, ids: people.map((each) => each.id) }
}

test('up to three people, or a tenth of a school, or a twentieth of a trust, may go without the number', () => {
  const school = (people: number, leavers: number) => limitPassed('school', [{ people, leavers }])
  assert.deepEqual([school(5, 3), school(5, 4), school(40, 4), school(40, 5)], [null, 3, null, 4])
  const trust = (...each: [number, number][]) =>
    limitPassed(
      'trust',
      each.map(([people, leavers]) => ({ people, leavers })),
    )
  assert.equal(trust([100, 5], [100, 5]), null)
  assert.equal(trust([100, 6], [100, 5]), 10)
  assert.equal(trust([1000, 0], [20, 4]), 3)
  assert.equal(trust([20, 2], [20, 2]), 3)
})

test('nobody is archived unless ticked; who is ticked loses access here at once, one event each', async (t) => {
  const scene = await shortList(t, 3)
  const { app, id, head, http, list, people, reed } = scene
  const [pat, other, third] = people as [(typeof people)[0], (typeof people)[0], (typeof people)[0]]
  assert.equal((await http.as(pat).get('/api/v1/me')).status, 200)
  await apply(scene, head, list, { leavers: [pat.id, other.id] })
  assert.equal((await http.as(pat).get('/api/v1/me')).status, 401)
  const now = await peopleAt(head, reed)
  assert.deepEqual(
    people.map((each) => now.get(each.email).status),
    ['inactive', 'inactive', 'active'],
  )
  assert.match(now.get(pat.email).statusDetail, /^Archived by Sam Patel, /)
  assert.equal((await http.as(third).get('/api/v1/me')).status, 200)
  const events = (await recorded(app, id)).filter((line) => line.event === 'person.archived')
  assert.deepEqual(
    events.map((line) => [line.subject, line.detail.staffListId]).sort(),
    [pat, other].map((each) => [each.personId, list.id]).sort(),
  )
})

test('leavers above the limit wait while the rest goes on, until their number is typed', async (t) => {
  const scene = await shortList(t, 6)
  const { head, ids, reed } = scene
  const list = await upload(head, reed, csv(NAMES, SAM, TESS, 'zoe@reed.example,Zoë,Adeyemi'), {
    everyone: true,
  })
  const held = await apply(scene, head, list, { leavers: ids })
  const people = await peopleAt(head, reed)
  assert.equal(people.get('zoe@reed.example').status, 'not_invited')
  assert.ok(ids.every((one) => [...people.values()].find((each) => each.id === one)?.status === 'active'))
  assert.equal(held.held.people, 6)
  assert.equal(held.summary, '1 added, 0 changed, 0 archived.', 'what was done, not what was planned')
  const { body: uploads } = await head.get(`/api/v1/organisations/${reed.id}/staff-lists`)
  assert.deepEqual(
    uploads.data.map((each: { id: string; held: object | null }) => [each.id, each.held]),
    [
      [list.id, held.held],
      [scene.list.id, null],
    ],
  )
  assert.ok(held.actions.some((each: { action: string }) => each.action === 'archive_leavers'))
  const untyped = await tryApply(head, list, { leavers: ids })
  assert.deepEqual([untyped.status, untyped.body.code], [409, 'count_changed'])
  const wrong = await tryApply(head, list, { leavers: ids, confirmCount: 5 })
  assert.deepEqual([wrong.status, wrong.body.code], [409, 'count_changed'])
  const done = await apply(scene, head, list, { leavers: ids, confirmCount: 6 })
  assert.equal(done.held, null)
  assert.equal(done.summary, '1 added, 0 changed, 6 archived.')
  assert.equal(done.appliedAt, held.appliedAt, 'undo counts from the day it was applied')
  const gone = await peopleAt(head, reed)
  assert.ok(ids.every((one) => [...gone.values()].find((each) => each.id === one)?.status === 'inactive'))
  await undo(scene, head, list)
  const back = await peopleAt(head, reed)
  assert.ok(ids.every((one) => [...back.values()].find((each) => each.id === one)?.status === 'active'))
  assert.equal(back.has('zoe@reed.example'), false)
})

test('of those who wait some go with their number, and the others wait on and are shown', async (t) => {
  const scene = await shortList(t, 12)
  const { head, ids, list, reed } = scene
  await apply(scene, head, list, { leavers: ids })
  const some = ids.slice(0, 5)
  for (const wish of [{}, { confirmCount: 12 }]) {
    const refused = await tryApply(head, list, { leavers: some, ...wish })
    assert.deepEqual([refused.status, refused.body.code], [409, 'count_changed'])
  }
  const part = await apply(scene, head, list, { leavers: some, confirmCount: 5 })
  assert.deepEqual([part.held.people, part.held.limit], [7, 3])
  assert.deepEqual([part.progress.done, part.progress.total], [5, 5])
  const waiting = await rowsOf(head, list, '&outcome=not_on_list')
  assert.deepEqual(
    waiting
      .filter((row) => row.decision === 'archive')
      .map((row) => row.personId)
      .sort(),
    ids.slice(5).sort(),
  )
  for (const one of ids.slice(5, 10)) {
    const untyped = await tryApply(head, list, { leavers: [one] })
    assert.deepEqual([untyped.status, untyped.body.code], [409, 'count_changed'], 'not even one by one')
  }
  const rest = await apply(scene, head, list, { leavers: ids.slice(5), confirmCount: 7 })
  assert.equal(rest.held, null)
  const gone = [...(await peopleAt(head, reed)).values()].filter((each) => each.status === 'inactive')
  assert.equal(gone.length, 12)
})

test('who waited and became an admin, was brought back or is on a later list is left out, and the row says why', async (t) => {
  const scene = await shortList(t, 6)
  const { head, olive, ids, list, people, reed } = scene
  await apply(scene, head, list, { leavers: ids })
  const made = await olive.put(`/api/v1/people/${ids[0]}/roles`, { roles: [{ role: 'organisation_admin' }] })
  assert.equal(made.status, 200)
  const later = await upload(head, reed, csv(NAMES, 'p1@reed.example,Pat,P1'), { name: 'autumn.csv' })
  await apply(scene, head, later)
  const other = await upload(head, reed, csv(NAMES, SAM, TESS, 'p3@reed.example,Pat,P3'), { everyone: true })
  await apply(scene, head, other, { leavers: [ids[2]] })
  await undo(scene, head, other)
  const done = await apply(scene, head, list, { leavers: ids, confirmCount: 6 })
  assert.match(done.summary, /3 archived, 3 not done/)
  const now = await peopleAt(head, reed)
  assert.deepEqual(
    people.map((each) => now.get(each.email).status),
    ['active', 'active', 'active', 'inactive', 'inactive', 'inactive'],
  )
  const results = new Map((await rowsOf(head, list)).map((row) => [row.personId, row.result]))
  assert.match(results.get(ids[0]), /admin/)
  assert.equal(results.get(ids[1]), 'Not archived: a later list, autumn.csv, names them.')
  assert.equal(results.get(ids[2]), 'Not archived: they were changed here after this list was applied.')
})

test('who waits can go for as long as the list can be undone', async (t) => {
  const scene = await shortList(t, 6)
  const { head, http, clock, ids, list, sam } = scene
  await apply(scene, head, list, { leavers: ids })
  await clock.shift(14 * 86_400 + 60)
  const browser = http.fresh()
  await browser.post('/api/v1/sessions', { email: sam.email, password: sam.password })
  const late = await tryApply(browser, list, { leavers: ids, confirmCount: 6 })
  assert.deepEqual([late.status, late.body.code], [409, 'too_late'])
})

test('somebody marked as left who first had to be recognised is archived once ticked', async (t) => {
  const lanyard = await reedWithLists(t)
  const { head, reed, make } = lanyard
  await make.person('areyes@reed.example', { at: reed, name: 'Ana Reyes', staffNumber: '0043' })
  const list = await upload(
    head,
    reed,
    csv(`${NAMES},Staff number,Leaving date`, 'ana@reed.example,Ana,Reyes,0043,2026-08-31'),
  )
  const row = await rowOf(head, list, 'Ana Reyes')
  assert.equal(row.outcome, 'conflict')
  await change(head, list, row, { decision: 'same' })
  const ticked = await change(head, list, row, { decision: 'archive' })
  assert.deepEqual([ticked.row.outcome, ticked.row.taken], ['not_on_list', true])
  const unticked = await change(head, list, row, { decision: null })
  assert.deepEqual([unticked.row.outcome, unticked.row.taken], ['not_on_list', false])
  await change(head, list, row, { decision: 'archive' })
  await apply(lanyard, head, list)
  assert.equal((await peopleAt(head, reed)).get('areyes@reed.example').status, 'inactive')
})

test('the number typed when applying archives them with the rest', async (t) => {
  const scene = await shortList(t, 6)
  const { head, ids, list, reed } = scene
  const wrong = await tryApply(head, list, { leavers: ids, confirmCount: 7 })
  assert.deepEqual([wrong.status, wrong.body.code], [409, 'count_changed'])
  const done = await apply(scene, head, list, { leavers: ids, confirmCount: 6 })
  assert.match(done.summary, /6 archived/)
  assert.equal(
    [...(await peopleAt(head, reed)).values()].filter((each) => each.status === 'inactive').length,
    6,
  )
})

test('the importer, admins and whoever is in the file are nobody to archive', async (t) => {
  const lanyard = await reedWithLists(t)
  const { head, reed, make, sam } = lanyard
  const ada = await make.person('ada@reed.example', { at: reed, role: 'admin', name: 'Ada Ford' })
  const list = await upload(head, reed, csv(NAMES, TESS), { everyone: true })
  for (const name of ['Sam Patel', 'Ada Ford']) assert.ok((await rowOf(head, list, name)).leaver.stays)
  for (const who of [sam, ada]) {
    const refused = await tryApply(head, list, { leavers: [who.id] })
    assert.deepEqual([refused.status, refused.body.code], [422, 'stays'])
  }
  const stranger = await tryApply(head, list, { leavers: [lanyard.tess.id] })
  assert.deepEqual([stranger.status, stranger.body.code], [422, 'stays'])
})

test('who may add people but not archive them archives nobody', async (t) => {
  const lanyard = await reedWithLists(t)
  const { trainer, reed, make } = lanyard
  const pat = await make.person('pat@reed.example', { at: reed })
  const list = await upload(trainer, reed, csv(NAMES, SAM, TESS), { everyone: true })
  const refused = await tryApply(trainer, list, { leavers: [pat.id] })
  assert.ok([403, 422].includes(refused.status), String(refused.status))
  await apply(lanyard, trainer, list)
  assert.equal((await peopleAt(lanyard.head, reed)).get('pat@reed.example').status, 'active')
})

test('somebody made an admin between the promise and the work is not archived', async (t) => {
  const scene = await shortList(t, 1)
  const { head, olive, list, ids, reed } = scene
  assert.equal((await tryApply(head, list, { leavers: ids })).status, 202)
  const made = await olive.put(`/api/v1/people/${ids[0]}/roles`, { roles: [{ role: 'organisation_admin' }] })
  assert.equal(made.status, 200)
  const back = await worked(scene, head, list)
  assert.deepEqual([back.state, back.problem.code], ['ready', 'stale_plan'])
  assert.equal((await peopleAt(head, reed)).get('p0@reed.example').status, 'active')
})

test('a leaving date that has passed makes a leaver of somebody in the file, and says the day', async (t) => {
  const lanyard = await reedWithLists(t)
  const { head, reed, make } = lanyard
  const ana = await make.person('ana@reed.example', { at: reed, name: 'Ana Reyes' })
  const list = await upload(head, reed, csv(`${NAMES},Leaving date`, 'ana@reed.example,Ana,Reyes,2026-08-31'))
  assert.equal((await rowOf(head, list, 'Ana Reyes')).outcome, 'not_on_list')
  await apply(lanyard, head, list, { leavers: [ana.id] })
  assert.equal((await peopleAt(head, reed)).get('ana@reed.example').statusDetail, 'Archived, left 31 Aug')
  const rows = await rowsOf(head, list)
  assert.match(rows[0].result, /[Aa]rchived/)
})
