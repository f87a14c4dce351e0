import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  type Counts,
  emphasised,
  fieldWish,
  groupsShown,
  nextProblem,
  type Piece,
  planRows,
  type RowChange,
  readCheckSearch,
  sameGroups,
  shortChoices,
  sumPieces,
} from './plan.ts'

const counts: Counts = {
  add: 19,
  update: 14,
  unchanged: 139,
  reactivate: 0,
  conflict: 3,
  not_on_list: 8,
  error: 5,
  skipped: 0,
  people: 180,
  here: 164,
  leaving: 0,
  matched: 156,
  taking: { add: 19, update: 14, reactivate: 0, archive: 0 },
}
const bold = (pieces: Piece[]) => pieces.map(({ text, strong }) => (strong ? `*${text}*` : text)).join('')

test('everything is the people of the file and those missing from it', () => {
  assert.equal(planRows(counts), 188)
})

test('groups without anybody are not shown, unless asked for', () => {
  assert.deepEqual(
    groupsShown(counts, undefined).map((group) => group.outcome),
    ['error', 'conflict', 'not_on_list', 'add', 'update', 'unchanged'],
  )
  assert.deepEqual(
    groupsShown(counts, 'skipped').map((group) => group.outcome),
    ['skipped'],
  )
})

test('an address that asks for something unknown shows everything', () => {
  assert.deepEqual(readCheckSearch({ show: 'conflict' }), { show: 'conflict' })
  assert.deepEqual(readCheckSearch({ show: 'everyone', other: 1 }), {})
})

test('a tick alone moves nobody from group to group', () => {
  assert.equal(sameGroups(counts, { ...counts, taking: { ...counts.taking, add: 18 } }), true)
  assert.equal(sameGroups(counts, { ...counts, error: 4, add: 20 }), false)
})

const change = (field: RowChange['field'], taken: boolean, reason?: string): RowChange => ({
  field,
  label: field,
  before: 'a',
  after: 'b',
  taken,
  offered: true,
  ...(reason ? { reason } : {}),
})

test('a tick for one field leaves the others as they were', () => {
  const changes = [
    change('familyName', true),
    change('unit', true),
    change('jobTitle', false, 'Changed here'),
  ]
  assert.deepEqual(fieldWish({ changes, decision: null }, 'unit', false), { keep: ['unit', 'jobTitle'] })
})

test('a field changed here by hand is taken by asking for the row', () => {
  const changes = [change('unit', false), change('jobTitle', false, 'Changed here by hand')]
  assert.deepEqual(fieldWish({ changes, decision: null }, 'jobTitle', true), {
    keep: ['unit'],
    decision: 'take',
  })
})

test('a tick does not take back that somebody is the same person', () => {
  const changes = [change('email', true), change('jobTitle', false, 'Changed here by hand')]
  assert.deepEqual(fieldWish({ changes, decision: 'same' }, 'jobTitle', true), { keep: [] })
})

test('two addresses are told apart by what differs', () => {
  assert.deepEqual(shortChoices(['j.lee@reed.example', 'jo@mail.example']), ['j.lee@…', 'jo@…'])
  assert.deepEqual(shortChoices(['jo@reed.example', 'jo@mail.example']), ['…@reed.example', '…@mail.example'])
  assert.deepEqual(shortChoices(['Science', 'Sport']), ['Science', 'Sport'])
})

test('the numbers of a sentence stand out, and so does the sentence after it', () => {
  assert.equal(
    bold(
      emphasised('This will add 19 people and archive 0. Nothing has changed yet. A seat is counted later.'),
    ),
    'This will add *19\u00a0people* and archive *0*. *Nothing has changed yet.* A seat is counted later.',
  )
  assert.equal(bold(emphasised('1,204 added, 3 changed.')), '*1,204* added, *3* changed.')
  assert.equal(bold(emphasised('This list changes nobody.')), 'This list changes nobody.')
})

test('the result of a sum stands out', () => {
  assert.equal(
    bold(sumPieces('19 + 14 + 3 + 5 + 139 = 180 people in the file')),
    '19 + 14 + 3 + 5 + 139\u00a0= *180* people in the file',
  )
  assert.equal(
    bold(sumPieces('164 on the system − 156 matched = 8 not in it')),
    '164\u00a0on\u00a0the\u00a0system\u00a0−\u00a0156\u00a0matched\u00a0= *8* not in it',
  )
  assert.equal(
    bold(sumPieces('3 new + 5 to fix = 8 people')),
    '3\u00a0new + 5\u00a0to\u00a0fix\u00a0= *8* people',
  )
  assert.equal(bold(sumPieces('180 people')), '180 people')
})

test('from one problem one goes to the next, and from the last to the first', () => {
  const problem = { code: 'bad_date', detail: '', field: null, fieldLabel: null, value: null }
  const rows = [
    { place: 42, problems: [problem] },
    { place: 57, problems: [problem, problem] },
  ]
  assert.equal(nextProblem(rows, '42:0'), '57:0')
  assert.equal(nextProblem(rows, '57:0'), '57:1')
  assert.equal(nextProblem(rows, '57:1'), '42:0')
  assert.equal(nextProblem([{ place: 42, problems: [problem] }], '42:0'), undefined)
})
