import assert from 'node:assert/strict'
import { test } from 'node:test'
import { apply, peopleAt } from '../../../test/support/apply-list.ts'
import { csv, reedWithLists, rowsOf, upload } from '../../../test/support/staff-list.ts'

test('who stands first on the next list is not taken for whoever stood first on the last', async (t) => {
  const lanyard = await reedWithLists(t)
  const { head, reed } = lanyard
  const first = await upload(
    head,
    reed,
    csv('No.,First name,Last name,Email', '1,Olga,Oldman,olga@reed.example', '2,Tom,Till,tom@reed.example'),
  )
  await apply(lanyard, head, first)
  const next = await upload(
    head,
    reed,
    csv(
      'No.,First name,Last name,Email',
      '1,Petra,Newhead,petra@reed.example',
      '2,Olga,Oldman,olga@reed.example',
    ),
  )
  assert.deepEqual(
    (await rowsOf(head, next)).map((row) => [row.email, row.outcome]),
    [
      ['petra@reed.example', 'add'],
      ['olga@reed.example', 'unchanged'],
    ],
  )
})

test('nobody is added under a name whose letters became question marks, until it is put right', async (t) => {
  const lanyard = await reedWithLists(t)
  const { head, reed } = lanyard
  const list = await upload(
    head,
    reed,
    csv('First name,Last name,Email', 'Si?n,Hill,sian@reed.example', 'Tom,Till,tom@reed.example'),
  )
  assert.deepEqual(
    (await rowsOf(head, list)).map((row) => [
      row.outcome,
      row.problems.map(({ code }: { code: string }) => code),
    ]),
    [
      ['error', ['letters_lost']],
      ['add', []],
    ],
  )
  await apply(lanyard, head, list)
  assert.deepEqual(
    [...(await peopleAt(head, reed)).keys()].filter((email) => /^(?:sian|tom)@/.test(email)),
    ['tom@reed.example'],
  )
})
