import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  change,
  csv,
  inShort,
  knownAs,
  reedWithLists,
  rowOf,
  rowsOf,
  saidBefore,
  upload,
} from '../../../test/support/staff-list.ts'

const HEAD = 'First name,Last name,Email,Staff code,Department,Job title'

interface Change {
  field: string
  before: string | null
  after: string | null
  taken: boolean
  reason?: string
}
const changes = (row: { changes: Change[] }) =>
  row.changes.map((each) => [each.field, each.before, each.after, each.taken, each.reason])

test('the numbers add up, and nothing happens to anybody by a list alone', async (t) => {
  const lanyard = await reedWithLists(t)
  const { head, reed, make } = lanyard
  for (const name of ['Ana Reyes', 'Bill Moss', 'Jane Smith', 'Tom Reed'])
    await make.person(`${name.split(' ')[0]?.toLowerCase()}@reed.example`, { at: reed, name })
  const gone = await make.person('kim@reed.example', { at: reed, name: 'Kim Lee', state: 'inactive' })
  await knownAs(lanyard, gone, { inactive_as: 'archived' })
  const list = await upload(
    head,
    reed,
    csv(
      HEAD,
      'Jane,Okafor,jane@reed.example,,,',
      'Tom,Reed,tom@reed.example,,,',
      'Kim,Lee,kim@reed.example,,,',
      'Zoë,Adeyemi,zoe@reed.example,,,',
      'Raj,Patel,,,,',
      'Ana,Reyes,ana.reyes@reed.example,,,',
    ),
    { everyone: true },
  )
  const { add, update, unchanged, reactivate, conflict, error, skipped, people, here, matched, not_on_list } =
    list.counts
  assert.deepEqual(
    { add, update, unchanged, reactivate, conflict, error, skipped },
    { add: 1, update: 1, unchanged: 1, reactivate: 1, conflict: 1, error: 1, skipped: 0 },
  )
  assert.equal(add + update + unchanged + reactivate + conflict + error + skipped, people)
  assert.equal(here - matched, not_on_list)
  assert.deepEqual(list.sums, [
    '1 new + 1 changed + 1 coming back + 1 to decide + 1 to fix + 1 unchanged = 6 people in the file',
    '6 people here − 3 in the file = 3 not on the list',
  ])
  assert.equal(
    list.summary,
    'Applying this will add 1 person, change 1, bring back 1 and archive 0. Nothing has changed yet. A seat is counted when that person registers.',
  )
  const { body } = await head.get(`/api/v1/organisations/${reed.id}/people?limit=50`)
  assert.deepEqual(body.data.map((each: { familyName: string }) => each.familyName).sort(), [
    'Moss',
    'Patel',
    'Reed',
    'Reyes',
    'Smith',
    'Till',
  ])
})

test('nobody is missing from a list of some people only', async (t) => {
  const { head, reed, make } = await reedWithLists(t)
  await make.person('tom@reed.example', { at: reed, name: 'Tom Reed' })
  const list = await upload(head, reed, csv(HEAD, 'Zoë,Adeyemi,zoe@reed.example,,,'), { everyone: false })
  assert.equal(list.counts.not_on_list, 0)
  assert.deepEqual(list.sums, ['1 new = 1 person in the file'])
})

test('who is not on a list of everyone starts unticked; you and the admins can’t be ticked at all', async (t) => {
  const { head, trainer, reed, make } = await reedWithLists(t)
  await make.person('bill@reed.example', { at: reed, name: 'Bill Moss' })
  await make.person('ada@reed.example', { at: reed, name: 'Ada Ford', role: 'admin' })
  const list = await upload(head, reed, csv(HEAD, 'Tess,Till,tess@reed.example,,,'), { everyone: true })
  const rows = await rowsOf(head, list, '&outcome=not_on_list')
  assert.deepEqual(
    rows.map((row) => [row.name, row.taken, row.leaver.stays]),
    [
      ['Ada Ford', false, 'An admin here. Nobody archives an admin from a list; open their page to do that.'],
      ['Bill Moss', false, null],
      ['Sam Patel', false, 'This is you.'],
    ],
  )
  const bill = await rowOf(head, list, 'Bill Moss')
  assert.equal(bill.leaver.detail, 'Not in this file. Never signed in. Added by hand')
  const ticked = await change(head, list, bill, { decision: 'archive' })
  assert.deepEqual([ticked.row.taken, ticked.list.counts.taking.archive], [true, 1])
  const refused = await head.patch(
    `/api/v1/staff-lists/${list.id}/rows/${(await rowOf(head, list, 'Sam Patel')).place}`,
    { decision: 'archive' },
  )
  assert.deepEqual([refused.status, refused.body.code], [409, 'stays'])
  const mayNot = await trainer.patch(`/api/v1/staff-lists/${list.id}/rows/${bill.place}`, {
    decision: 'archive',
  })
  assert.equal(mayNot.status, 403)
  const back = await change(head, list, bill, { decision: null })
  assert.equal(back.list.counts.taking.archive, 0)
})

test('whom the file itself says has left is a possible leaver too, and the sums say so', async (t) => {
  const { head, reed, make } = await reedWithLists(t)
  await make.person('bill@reed.example', { at: reed, name: 'Bill Moss' })
  const list = await upload(
    head,
    reed,
    csv(
      'First name,Last name,Email,Leaving date',
      'Bill,Moss,bill@reed.example,31/08/2020',
      'Eve,Gone,eve@reed.example,31/08/2020',
      'Zoë,Adeyemi,zoe@reed.example,',
    ),
  )
  assert.deepEqual(inShort(await rowsOf(head, list)), [
    '2 not_on_list email Bill Moss',
    '3 skipped Eve Gone',
    '4 add Zoë Adeyemi',
  ])
  assert.deepEqual(list.sums, ['1 new + 1 left out + 1 marked as left = 3 people in the file'])
  const bill = await rowOf(head, list, 'Bill Moss')
  assert.equal(bill.taken, false)
  assert.match(bill.leaver.detail, /^The file says they left on 2020-08-31\./)
  assert.equal((await change(head, list, bill, { decision: 'archive' })).row.taken, true)
})

test('what was changed here by hand since the last list is kept, and can be taken where the file changed too', async (t) => {
  const lanyard = await reedWithLists(t)
  const { head, reed, make } = lanyard
  const jane = await make.person('jane@reed.example', { at: reed, name: 'Jane Okafor' })
  await knownAs(lanyard, jane, { job_title: 'Head of Science' })
  await saidBefore(lanyard, jane, {
    givenName: 'Jane',
    familyName: 'Smith',
    jobTitle: 'Teacher',
    email: 'jane@reed.example',
  })
  const same = await upload(head, reed, csv(HEAD, 'Jane,Smith,jane@reed.example,,,Teacher'))
  const kept = await rowOf(head, same, 'Jane Smith')
  assert.deepEqual([kept.outcome, kept.taken], ['unchanged', false])
  assert.deepEqual(changes(kept), [
    ['familyName', 'Okafor', 'Smith', false, 'Changed here by hand since the last list.'],
    ['jobTitle', 'Head of Science', 'Teacher', false, 'Changed here by hand since the last list.'],
  ])
  const other = await upload(head, reed, csv(HEAD, 'Jane,Smith,jane@reed.example,,,Deputy head'))
  const row = await rowOf(head, other, 'Jane Smith')
  assert.deepEqual([row.outcome, row.taken, other.counts.taking.update], ['update', false, 0])
  assert.deepEqual(changes(row)[1], [
    'jobTitle',
    'Head of Science',
    'Deputy head',
    false,
    'Changed here by hand, and in the file as well, since the last list.',
  ])
  const taken = await change(head, other, row, { decision: 'take', keep: ['familyName'] })
  assert.deepEqual(changes(taken.row), [
    ['familyName', 'Okafor', 'Smith', false, 'You chose to keep ours.'],
    ['jobTitle', 'Head of Science', 'Deputy head', true, undefined],
  ])
  assert.equal(taken.list.counts.taking.update, 1)
})

test('blank cells and absent columns touch nothing', async (t) => {
  const lanyard = await reedWithLists(t)
  const { head, reed, make } = lanyard
  const science = await make.unit('Science', { at: reed })
  const jane = await make.person('jane@reed.example', {
    at: reed,
    name: 'Jane Smith',
    staffNumber: '7',
    units: [science],
  })
  await knownAs(lanyard, jane, { job_title: 'Teacher' })
  const list = await upload(head, reed, csv(HEAD, 'Jane,Smith,jane@reed.example,,,'))
  assert.equal((await rowOf(head, list, 'Jane Smith')).outcome, 'unchanged')
})

test('a list adds departments, and takes away only those that a list gave', async (t) => {
  const lanyard = await reedWithLists(t)
  const { head, reed, make } = lanyard
  const [art, choir, science] = [
    await make.unit('Art', { at: reed }),
    await make.unit('Choir', { at: reed }),
    await make.unit('Science', { at: reed }),
  ]
  const jane = await make.person('jane@reed.example', { at: reed, name: 'Jane Smith', units: [art, choir] })
  await saidBefore(lanyard, jane, { unit: 'Art' }, [art.id])
  const list = await upload(head, reed, csv(HEAD, 'Jane,Smith,jane@reed.example,,science; Drama,'))
  assert.deepEqual(changes(await rowOf(head, list, 'Jane Smith')), [
    ['unit', 'Art; Choir', 'Choir; Science; Drama', true, undefined],
  ])
  assert.deepEqual(
    list.values.map((each: { value: string; means: string; label: string }) => [
      each.value,
      each.means,
      each.label,
    ]),
    [
      ['Drama', 'new', 'Drama'],
      ['science', science.id, 'Science'],
    ],
  )
  const removed = await make.person('tom@reed.example', { at: reed, name: 'Tom Reed' })
  await saidBefore(lanyard, removed, { unit: 'Art' }, [art.id])
  const again = await upload(head, reed, csv(HEAD, 'Tom,Reed,tom@reed.example,,Art,'))
  const tom = await rowOf(head, again, 'Tom Reed')
  assert.deepEqual(
    [tom.outcome, changes(tom)[0]?.[4]],
    ['unchanged', 'Changed here by hand since the last list.'],
  )
})

test('an address outside the school’s domains is marked, and a list in which all would change says so', async (t) => {
  const { head, reed, make } = await reedWithLists(t)
  for (const n of [1, 2, 3, 4])
    await make.person(`p${n}@old.example`, { at: reed, name: `P${n} Ford`, staffNumber: `00${n}` })
  const list = await upload(
    head,
    reed,
    csv(
      HEAD,
      ...[1, 2, 3, 4].map((n) => `P${n},Ford,p${n}@reed.example,00${n},,`),
      'Raj,Patel,raj@gmail.com,,,',
    ),
  )
  assert.ok(
    list.notes.includes('Every email would change from @old.example to @reed.example. Is that right?'),
    list.notes.join(),
  )
  assert.deepEqual((await rowOf(head, list, 'Raj Patel')).warnings, [
    { code: 'not_work_address', detail: 'Not a work address' },
  ])
  const { data } = (await head.get(`/api/v1/staff-lists/${list.id}/groups`)).body
  assert.deepEqual(
    data.map((each: { detail: string; fix: string }) => [each.detail, each.fix]),
    [['4 emails would change from @old.example to @reed.example. Is that right?', 'Yes, the same 4 people']],
  )
  const fixed = await head.post(`/api/v1/staff-lists/${list.id}/fixes`, { key: data[0].key })
  assert.deepEqual([fixed.status, fixed.body.counts.conflict, fixed.body.counts.taking.update], [200, 0, 4])
})
