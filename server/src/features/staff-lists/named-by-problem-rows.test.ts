import assert from 'node:assert/strict'
import { test } from 'node:test'
import { apply, peopleAt } from '../../../test/support/apply-list.ts'
import {
  change,
  csv,
  reedWithLists,
  rowOf,
  rowsOf,
  saidBefore,
  upload,
} from '../../../test/support/staff-list.ts'

const HEAD = 'Forename,Surname,Work Email'
const SAM = 'Sam,Patel,sam@reed.example'
const TESS = 'Tess,Till,tess@reed.example'

/** Reed with Jane, Bob, Ann, Tom and Will, and a list of everyone on which four rows have to be put right. */
async function fourToFix(t: Parameters<typeof reedWithLists>[0]) {
  const lanyard = await reedWithLists(t)
  const { head, reed, make } = lanyard
  for (const [email, name] of [
    ['jane.smith', 'Jane Smith'],
    ['bob.jones', 'Bob Jones'],
    ['ann.lee', 'Ann Lee'],
    ['tom.hill', 'Tom Hill'],
    ['will.gone', 'Will Gone'],
  ])
    await make.person(`${email}@reed.example`, { at: reed, name: name as string })
  const list = await upload(
    head,
    reed,
    csv(
      HEAD,
      'Jane,Smith,jane.smith@reed.example; janes@gmail.example',
      'Bob,Jones,bob.jones(at)reed.example',
      'Ann Marie,Lee,ann.lee@reed.example / ann@gmail.example',
      'Tom,Hill,tom.hill',
      SAM,
      TESS,
    ),
    { everyone: true },
  )
  return { ...lanyard, list }
}

const missing = async (who: Parameters<typeof rowsOf>[0], list: { id: string }) =>
  (await rowsOf(who, list, '&outcome=not_on_list')).map((row) => row.name)

test('nobody is missing whom a row names that has to be put right first', async (t) => {
  const { head, list } = await fourToFix(t)
  assert.deepEqual(await missing(head, list), ['Will Gone'])
  assert.deepEqual(list.sums, [
    '4 to fix + 2 unchanged = 6 people in the file',
    '7 people here − 6 in the file = 1 not on the list',
  ])
  assert.deepEqual(
    list.notes.filter((note: string) => note.includes('email')),
    [],
    'an address that can’t be read is not one that isn’t there',
  )
})

test('nobody is archived whom such a row names, not even by their id; who is on no row is', async (t) => {
  const scene = await fourToFix(t)
  const { head, reed, list } = scene
  const people = await peopleAt(head, reed)
  const idOf = (email: string) => people.get(`${email}@reed.example`).id
  const refused = await head.post(`/api/v1/staff-lists/${list.id}/apply`, { leavers: [idOf('jane.smith')] })
  assert.deepEqual([refused.status, refused.body.code], [422, 'stays'])
  await apply(scene, head, list, { leavers: [idOf('will.gone')] })
  const now = await peopleAt(head, reed)
  assert.deepEqual(
    ['jane.smith', 'bob.jones', 'ann.lee', 'tom.hill', 'will.gone'].map(
      (email) => now.get(`${email}@reed.example`).status,
    ),
    ['active', 'active', 'active', 'active', 'inactive'],
  )
})

test('once a row is put right it is looked at anew who is missing; a row that is left out names them still', async (t) => {
  const { head, list } = await fourToFix(t)
  const jane = await rowOf(head, list, 'Jane Smith')
  const skipped = await change(head, list, jane, { decision: 'skip' })
  assert.equal(skipped.list.sums[1], '7 people here − 6 in the file = 1 not on the list')
  await change(head, list, jane, { decision: null })
  const other = await change(head, list, jane, {
    values: { givenName: 'Joan', familyName: 'Field', email: 'joan.field@reed.example' },
  })
  assert.equal(other.row.outcome, 'add')
  assert.deepEqual((await missing(head, list)).sort(), ['Jane Smith', 'Will Gone'])
  assert.equal(other.list.sums[1], '7 people here − 5 in the file = 2 not on the list')
})

test('a row with another fault names its person by name or number too, but not somebody with another name', async (t) => {
  const lanyard = await reedWithLists(t)
  const { head, reed, make } = lanyard
  await make.person('kim.lee@reed.example', { at: reed, name: 'Kim Lee' })
  await make.person('kit.lee@reed.example', { at: reed, name: 'Kit Lee' })
  await make.person('ola@reed.example', { at: reed, name: 'Ola Berg' })
  for (const name of ['Ada Moss', 'Alma Moss'])
    await make.person(`${name.slice(0, 3)}@reed.example`, { at: reed, name, staffNumber: '17' })
  const list = await upload(
    head,
    reed,
    csv(
      `${HEAD},Start date,Staff number`,
      'Kim,Lee,kim@reed.example,31/02/2020,',
      'Ada,Rowe,adarowe(at)reed.example,01/09/2020,17',
      'O,Berg,ola@reed.example (was @home),01/09/2020,',
      `${SAM},13/09/2020,`,
      `${TESS},14/09/2020,`,
    ),
    { everyone: true },
  )
  assert.deepEqual(
    (await rowsOf(head, list, '&outcome=error')).map((row) => row.name),
    ['Kim Lee', 'Ada Rowe', 'O Berg'],
  )
  assert.deepEqual(await missing(head, list), ['Kit Lee'], 'and nobody guesses which of two the number 17 is')
})

test('a row whose school nobody knows may be about anybody at the schools of the list', async (t) => {
  const lanyard = await reedWithLists(t)
  const { olive, reed, root, make } = lanyard
  const oak = await make.school('Oak Primary')
  await make.person('jane@reed.example', { at: reed, name: 'Jane Smith' })
  const kim = await make.person('kim@oak.example', { at: oak, name: 'Kim Lee', staffNumber: '9' })
  await saidBefore(lanyard, kim, { sourceId: 'K-9' })
  await make.person('will@oak.example', { at: oak, name: 'Will Gone', staffNumber: '8' })
  await make.person('raj@oak.example', { at: oak, name: 'Raj Shah', staffNumber: '12' })
  const list = await upload(
    olive,
    root,
    csv(
      'First name,Last name,Email,School,Staff number',
      'J,Smith-Cole,jane@reed.example,Rede Primry School,',
      'Kim,Lee-Cole,kim.cole@oak.example,Oke,9',
      'Joe,New,joe@oak.example,Oak,8',
      'Raj,Shah,raj.shah@oak.example,,',
      `${SAM},Reed Primary,`,
      `${TESS},Reed Primary,`,
      'Una,Old,una@oak.example,Oak Primary,',
    ),
    { everyone: true },
  )
  assert.deepEqual(await missing(olive, list), ['Will Gone'])
  const [jane] = await rowsOf(olive, list, '&outcome=error')
  const right = await change(olive, list, jane, { values: { school: 'Reed Primary' } })
  assert.equal(right.row.matchedBy.sentence, 'Same email')
  assert.deepEqual(await missing(olive, list), ['Will Gone'])
})

test('whose name stands in a row that is left out is not missing', async (t) => {
  const { head, reed, make } = await reedWithLists(t)
  await make.person('raj@reed.example', { at: reed, name: 'Raj Shah' })
  const list = await upload(head, reed, csv(HEAD, 'Raj,Shah,raj.shah@reed.example', SAM, TESS), {
    everyone: true,
  })
  const raj = await rowOf(head, list, 'Raj Shah')
  assert.equal(raj.outcome, 'conflict')
  const skipped = await change(head, list, raj, { decision: 'skip' })
  assert.deepEqual([skipped.row.outcome, skipped.list.counts.not_on_list], ['skipped', 0])
  await change(head, list, raj, { decision: null })
  const two = await change(head, list, raj, { decision: 'different' })
  assert.deepEqual([two.row.outcome, two.list.counts.not_on_list], ['add', 1], 'unless they are two people')
})
