import assert from 'node:assert/strict'
import { test } from 'node:test'
import { apply, peopleAt, undo } from '../../../test/support/apply-list.ts'
import {
  change,
  csv,
  inShort,
  reedWithLists,
  rowsOf,
  upload,
  uploadRows,
} from '../../../test/support/staff-list.ts'

const HEAD = 'First name,Last name,Email,Job title,School'

/** Reed and Oak Primary, and a list of their trust with one person at both. */
async function atBoth(t: Parameters<typeof reedWithLists>[0], schools = 'Reed Primary; Oak Primary') {
  const lanyard = await reedWithLists(t)
  const oak = await lanyard.make.school('Oak Primary')
  const list = await upload(
    lanyard.olive,
    lanyard.root,
    csv(HEAD, `Ann,Lee,ann@reed.example,Teacher,${schools}`, 'Zoë,Adeyemi,zoe@oak.example,Cook,Oak Primary'),
  )
  return { ...lanyard, oak, list }
}

test('somebody whose row names two schools works at both, with one account', async (t) => {
  const scene = await atBoth(t)
  const { olive, reed, oak, root, list } = scene
  assert.deepEqual(
    (await rowsOf(olive, list)).map((row) => [row.n, row.outcome, row.name, row.about]),
    [
      [2, 'add', 'Ann Lee', 'Teacher · User · Reed Primary'],
      [3, 'add', 'Zoë Adeyemi', 'Cook · User'],
      [2, 'add', 'Ann Lee', 'Teacher · User · Oak Primary'],
    ],
  )
  assert.deepEqual(list.sums, ['3 new = 2 people in the file + 1 again at another school'])
  const done = await apply(scene, olive, list)
  assert.equal(done.summary, '3 added, 0 changed, 0 archived.')
  const [here, there] = [await peopleAt(olive, reed), await peopleAt(olive, oak)]
  const [atReed, atOak] = [here.get('ann@reed.example'), there.get('ann@reed.example')]
  assert.equal(atReed.personId, atOak.personId)
  const named = await olive.patch(`/api/v1/organisations/${oak.id}`, { urn: '123456' })
  assert.equal(named.status, 200, JSON.stringify(named.body))
  const again = await upload(
    olive,
    root,
    csv(
      HEAD,
      'Ann,Lee,ann@reed.example,Teacher,Oak Primary;Reed Primary;123456',
      'Zoë,Adeyemi,zoe@oak.example,Cook,Oak Primary',
    ),
  )
  assert.deepEqual([again.counts.unchanged, again.counts.people], [3, 3], 'a school named twice counts once')
  await undo(scene, olive, list)
  assert.equal((await peopleAt(olive, oak)).size, 0)
})

test('a school among several that nobody knows is asked about, and the others go on', async (t) => {
  const scene = await atBoth(t, 'Reed Primary; Mill Lane')
  const { olive, oak, list } = scene
  const rows = await rowsOf(olive, list)
  assert.deepEqual(
    rows.map((row) => [row.n, row.outcome, row.problems[0]?.detail]),
    [
      [2, 'add', undefined],
      [3, 'add', undefined],
      [2, 'error', 'We don’t know a school called “Mill Lane”. Choose one.'],
    ],
  )
  const file = await olive.get(`/api/v1/staff-lists/${list.id}/problem-rows?format=csv`)
  const right = file.bytes.toString('utf8').replace('Mill Lane', 'Oak Primary')
  const merged = await uploadRows(olive, list, right)
  assert.equal(merged.status, 200, JSON.stringify(merged.body))
  assert.deepEqual([merged.body.counts.add, merged.body.counts.error], [3, 0])
  const chosen = await change(olive, list, rows[0], { values: { school: 'Reed Primary; Oak Primary' } })
  assert.equal(
    chosen.row.problems[0].detail,
    '“Reed Primary; Oak Primary” is more than one school. Choose one.',
  )
  await change(olive, list, rows[0], { values: { school: 'Reed Primary' } })
  await apply(scene, olive, list)
  assert.ok((await peopleAt(olive, oak)).has('ann@reed.example'))
})

test('what was decided about the row of a further school stays when the file is read another way', async (t) => {
  const { olive, list } = await atBoth(t)
  const second = (await rowsOf(olive, list)).at(-1)
  await change(olive, list, second, { decision: 'skip' })
  const read = await olive.patch(`/api/v1/staff-lists/${list.id}/mapping`, { columns: { 3: null } })
  assert.deepEqual([read.body.counts.add, read.body.counts.skipped], [2, 1])
})

test('the address of somebody at two schools changes by a row that names both', async (t) => {
  const scene = await atBoth(t)
  const { olive, root, reed, oak } = scene
  const numbered = (email: string) =>
    csv('First name,Last name,Email,Staff number,School', `Ann,Lee,${email},17,Reed Primary; Oak Primary`)
  await apply(scene, olive, await upload(olive, root, numbered('ann@reed.example')))
  const list = await upload(olive, root, numbered('ann.lee@reed.example'))
  for (const row of await rowsOf(olive, list)) {
    const { row: same } = await change(olive, list, row, { decision: 'same' })
    assert.deepEqual(
      same.changes.map((each: { after: string; taken: boolean }) => [each.after, each.taken]),
      [['ann.lee@reed.example', true]],
    )
  }
  await apply(scene, olive, list)
  for (const school of [reed, oak]) assert.ok((await peopleAt(olive, school)).has('ann.lee@reed.example'))
})

test('one school’s list takes a row that names it among others', async (t) => {
  const { head, reed } = await reedWithLists(t)
  const list = await upload(
    head,
    reed,
    csv(
      HEAD,
      'Ann,Lee,ann@reed.example,Teacher,Oak Primary; Reed Primary',
      'Zoë,Adeyemi,zoe@reed.example,Cook,Reed Primary',
      'Max,Webb,max@reed.example,Cook,Oak Primary; Mill Lane',
    ),
  )
  assert.deepEqual(inShort(await rowsOf(head, list)), [
    '2 add Ann Lee',
    '3 add Zoë Adeyemi',
    '4 error Max Webb',
  ])
})
