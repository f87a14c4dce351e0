import assert from 'node:assert/strict'
import { test } from 'node:test'
import { change, csv, reedWithLists, rowOf, rowsOf, upload } from '../../../test/support/staff-list.ts'

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

test('roles by name within the importer’s ceiling: a row above it waits, the others go on', async (t) => {
  const { head, trainer, reed, make } = await reedWithLists(t)
  await make.person('jane@reed.example', { at: reed, name: 'Jane Smith' })
  const content = csv(
    'First name,Last name,Email,Role,Department',
    'Zoë,Adeyemi,zoe@reed.example,Organisation admin,',
    'Raj,Patel,raj@reed.example,Teacher,',
    'Eve,Ford,eve@reed.example,Coach,',
    'Ivy,Ford,ivy@reed.example,Coach,Art',
    'Jane,Smith,jane@reed.example,Organisation admin,',
  )
  const columns = { 0: 'givenName', 1: 'familyName', 2: 'email', 3: 'role', 4: 'unit' }
  const list = await upload(trainer, reed, content, { mapping: { columns } })
  const rows = await rowsOf(trainer, list)
  assert.deepEqual(
    rows.map((row) => [row.name, row.outcome, row.problems[0]?.code]),
    [
      ['Zoë Adeyemi', 'error', 'role_above_yours'],
      ['Raj Patel', 'add', undefined],
      ['Eve Ford', 'error', 'role_needs_unit'],
      // She can't make the department, so there is nowhere to give the role.
      ['Ivy Ford', 'error', 'role_needs_unit'],
      ['Jane Smith', 'unchanged', undefined],
    ],
  )
  assert.deepEqual(rows[4].warnings[0].code, 'role_not_changed')
  assert.deepEqual(
    list.values.flatMap((each: { field: string; value: string; label: string }) =>
      each.field === 'role' ? [[each.value, each.label]] : [],
    ),
    [
      ['Coach', 'Coach'],
      ['Organisation admin', 'Organisation admin'],
      ['Teacher', 'User'],
    ],
  )
  const bySam = await upload(head, reed, content, { mapping: { columns } })
  assert.deepEqual(
    (await rowsOf(head, bySam)).map((row) => [row.name, row.outcome, row.problems[0]?.code, row.about]),
    [
      ['Zoë Adeyemi', 'add', undefined, 'Organisation admin'],
      ['Raj Patel', 'add', undefined, 'User'],
      ['Eve Ford', 'error', 'role_needs_unit', ''],
      ['Ivy Ford', 'add', undefined, 'Coach, Art'],
      ['Jane Smith', 'unchanged', undefined, ''],
    ],
  )
})

test('a list changes nothing of who stands above its importer, nor the importer’s own address', async (t) => {
  const { head, trainer, reed } = await reedWithLists(t)
  const list = await upload(
    trainer,
    reed,
    csv(
      'First name,Last name,Email,Staff code',
      'Samuel,Patel,sam@reed.example,1',
      'Tessa,Till,tess@reed.example,2',
    ),
  )
  const [sam, tess] = await rowsOf(trainer, list)
  assert.deepEqual(
    new Set(changes(sam).map((each) => each[4])),
    new Set(['Stands above you here, so your list changes nothing.']),
  )
  assert.equal(sam.taken, false)
  assert.ok(sam.changes.every((each: { offered: boolean }) => !each.offered))
  assert.deepEqual(
    new Set(changes(tess).map((each) => each[4])),
    new Set(['You can add people with a list, but not change those who are here.']),
  )
  assert.equal(tess.taken, false)
  const own = await upload(
    head,
    reed,
    csv('First name,Last name,Email,Staff code', 'Sam,Patel,boss@reed.example,'),
  )
  const row = await rowOf(head, own, 'Sam Patel')
  const same = await change(head, own, row, { decision: 'same' })
  assert.deepEqual(changes(same.row), [
    ['email', 'sam@reed.example', 'boss@reed.example', false, 'A list doesn’t change your own address.'],
  ])
})

test('somebody of another school joins this one, under the name they have, and the list never says where they were', async (t) => {
  const { head, reed, make } = await reedWithLists(t)
  const mill = await make.school('Mill Lane')
  await make.person('ana@mill.example', { at: mill, name: 'Ana Reyes' })
  const list = await upload(
    head,
    reed,
    csv(HEAD, 'Ana,Reyes,ana@mill.example,,,', 'Zoë,Adeyemi,zoe@reed.example,,,'),
    { everyone: true },
  )
  const [ana, zoe] = await rowsOf(head, list)
  assert.deepEqual([ana.outcome, zoe.outcome], ['add', 'add'])
  assert.deepEqual(
    { ...ana, place: 0, n: 0, name: '', email: '', given: {}, warnings: [] },
    { ...zoe, place: 0, n: 0, name: '', email: '', given: {}, warnings: [] },
  )
  assert.deepEqual([list.counts.here, list.counts.matched], [2, 0])
  assert.doesNotMatch(JSON.stringify([list, ana]), /Mill Lane/)
})

test('an address that somebody else has at another school lets nobody in as them, and says neither who nor where', async (t) => {
  const lanyard = await reedWithLists(t)
  const { head, olive, reed, make } = lanyard
  const mill = await make.school('Mill Lane')
  await make.person('asmith@beacon.example', { at: mill, name: 'Andrew Smith', state: 'inactive' })
  const list = await upload(
    head,
    reed,
    csv(HEAD, 'Aisha,Sadiq,asmith@beacon.example,,,', 'Zoë,Adeyemi,zoe@reed.example,,,'),
  )
  const [aisha, zoe] = await rowsOf(head, list)
  assert.deepEqual([aisha.outcome, zoe.outcome], ['error', 'add'])
  assert.deepEqual(
    aisha.problems.map((each: { code: string; field: string; detail: string }) => [
      each.code,
      each.field,
      each.detail,
    ]),
    [
      [
        'address_not_joined',
        'email',
        'This name and this address can’t be added together. Check both of them, or ask an admin of your trust.',
      ],
    ],
  )
  assert.doesNotMatch(JSON.stringify([list, aisha]), /Mill Lane|Andrew/)
  const other = await change(head, list, aisha, { values: { email: 'asadiq@reed.example' } })
  assert.equal(other.row.outcome, 'add')
  // A name that is only like theirs is no better than any other: nobody finds it out try by try.
  const like = csv(HEAD, 'Andy,Smith,asmith@beacon.example,,,')
  const again = await rowOf(head, await upload(head, reed, like), 'Andy Smith')
  assert.deepEqual(again.problems, aisha.problems)
  const joins = await upload(head, reed, csv(HEAD, 'Andrew,Smith,asmith@beacon.example,,,'))
  assert.equal(joins.counts.add, 1, 'their name joins')
  // Who sees people at the other school is told what is the matter, and may have a name that could be theirs.
  const byOlive = await upload(olive, reed, csv(HEAD, 'Aisha,Sadiq,asmith@beacon.example,,,'))
  const [told] = (await rowOf(olive, byOlive, 'Aisha Sadiq')).problems
  assert.equal(told.code, 'address_elsewhere_other_name')
  assert.equal((await upload(olive, reed, like)).counts.add, 1)
})

test('who also works where the importer can’t edit keeps name and address', async (t) => {
  const { head, olive, reed, make } = await reedWithLists(t)
  const mill = await make.school('Mill Lane')
  await make.person('jane@reed.example', { at: reed, name: 'Jane Smith' })
  await make.person('jane@reed.example', { at: mill, name: 'Jane Smith' })
  const content = csv(HEAD, 'Jane,Okafor,jane@reed.example,9,,')
  const list = await upload(head, reed, content)
  assert.deepEqual(changes(await rowOf(head, list, 'Jane Okafor')), [
    [
      'familyName',
      'Smith',
      'Okafor',
      false,
      'Also works somewhere that you don’t manage, so name and address stay.',
    ],
    ['staffNumber', null, '9', true, undefined],
  ])
  const kept = await head.patch(`/api/v1/staff-lists/${list.id}/mapping`, { keep: ['staffNumber'] })
  assert.deepEqual(kept.body.keep, ['staffNumber'])
  const { changes: two } = await rowOf(head, list, 'Jane Okafor')
  // What is kept can be taken after all; what is another school's can't.
  assert.deepEqual(
    two.map((each: { field: string; taken: boolean; offered: boolean }) => [
      each.field,
      each.taken,
      each.offered,
    ]),
    [
      ['familyName', false, false],
      ['staffNumber', false, true],
    ],
  )
  const byOlive = await upload(olive, reed, content)
  assert.equal(changes(await rowOf(olive, byOlive, 'Jane Okafor'))[0]?.[3], true)
})

test('who is inactive comes back, unless the importer may not bring people back', async (t) => {
  const { head, trainer, reed, make } = await reedWithLists(t)
  await make.person('kim@reed.example', { at: reed, name: 'Kim Lee', state: 'inactive' })
  const content = csv(HEAD, 'Kim,Lee,kim@reed.example,,,')
  assert.equal((await upload(head, reed, content)).counts.reactivate, 1)
  const list = await upload(trainer, reed, content)
  const kim = await rowOf(trainer, list, 'Kim Lee')
  assert.deepEqual(
    [kim.outcome, kim.warnings[0].detail],
    ['skipped', 'Inactive here. You don’t have the right to bring people back. Ask another admin.'],
  )
})
