import assert from 'node:assert/strict'
import { test } from 'node:test'
import { csv, inShort, reedWithLists, rowsOf, saidBefore, upload } from '../../../test/support/staff-list.ts'

test('an address that the next one with the same last name has now is asked about; a new last name is a change', async (t) => {
  const { head, reed, make } = await reedWithLists(t)
  await make.person('j.smith@reed.example', { at: reed, name: 'John Smith' })
  await make.person('m.smith@reed.example', { at: reed, name: 'Mary Smith' })
  await make.person('sam.hill@reed.example', { at: reed, name: 'Samuel Hill' })
  const list = await upload(
    head,
    reed,
    csv(
      'First name,Last name,Email',
      'Jane,Smith,j.smith@reed.example',
      'Mary,Okafor,m.smith@reed.example',
      'Sam,Hill,sam.hill@reed.example',
    ),
  )
  const rows = await rowsOf(head, list)
  assert.deepEqual(inShort(rows), [
    '2 conflict Jane Smith',
    '3 update email Mary Okafor',
    '4 update email Sam Hill',
  ])
  assert.equal(rows[0].candidates[0].why, 'Same email, but another name')
  assert.deepEqual(
    rows[1].changes.map((each: { field: string; taken: boolean }) => [each.field, each.taken]),
    [['familyName', true]],
  )
})

test('an id alone takes no address over: without a name, or with another one, a person is asked', async (t) => {
  const lanyard = await reedWithLists(t)
  const { head, reed, make } = lanyard
  for (const [email, name, sourceId] of [
    ['j.smith@reed.example', 'John Smith', 'a1'],
    ['m.moss@reed.example', 'Mary Moss', 'b2'],
    ['t.till@reed.example', 'Thomas Till', 'c3'],
  ] as const) {
    const person = await make.person(email, { at: reed, name })
    await saidBefore(lanyard, person, { email, sourceId })
  }
  const mapping = { columns: { 0: 'sourceId', 1: 'givenName', 2: 'familyName', 3: 'email' } }
  const list = await upload(
    head,
    reed,
    csv(
      'Id,First name,Last name,Email',
      'a1,Jane,Smith,jane@reed.example',
      'b2,,,mm@reed.example',
      'c3,Tom,Till,tom@reed.example',
    ),
    { mapping },
  )
  assert.deepEqual(
    (await rowsOf(head, list)).map((row) => [row.email, row.outcome]),
    [
      ['jane@reed.example', 'conflict'],
      ['mm@reed.example', 'conflict'],
      ['tom@reed.example', 'update'],
    ],
  )
})
