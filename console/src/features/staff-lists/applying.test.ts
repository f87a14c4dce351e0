import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { StaffList } from '../../api/types.ts'
import { keptLeavers, leftAlone, mailGoesOut, nextMorning, reportOf, typedCount } from './applying.ts'
import type { Counts } from './plan.ts'

const counts: Counts = {
  add: 22,
  update: 14,
  unchanged: 139,
  reactivate: 0,
  conflict: 3,
  not_on_list: 8,
  error: 0,
  skipped: 2,
  people: 180,
  here: 164,
  leaving: 0,
  matched: 156,
  taking: { add: 22, update: 14, reactivate: 0, archive: 7 },
}

const list: StaffList = {
  id: '019d0000-0000-7000-8000-00000000000a',
  reference: '7F3K-2Q',
  organisationId: '019d0000-0000-7000-8000-000000000001',
  organisationName: 'Reed Primary',
  fileName: 'autumn-staff.xlsx',
  fileBytes: 48_211,
  fileDigest: '9f2c',
  originalSentences: [],
  everyone: true,
  madeBy: { name: 'Sam Patel' },
  madeAt: '2026-11-21T09:02:00Z',
  touchedAt: '2026-11-21T09:14:00Z',
  state: 'applied',
  stateLabel: 'Applied',
  problem: null,
  reading: null,
  values: [],
  keep: [],
  counts,
  summary: '22 added, 14 changed, 7 archived, 1 skipped.',
  sums: ['22 + 14 + 3 + 2 + 139 = 180 people in the file'],
  notes: [],
  held: null,
  invite: 'now',
  progress: { done: 180, total: 180, etaSeconds: null, sentence: '' },
  invitations: { total: 22, handedOver: 12, problems: 0 },
  appliedBy: { name: 'Sam Patel' },
  appliedAt: '2026-11-21T09:20:00Z',
  undoUntil: '2026-12-05T09:20:00Z',
  undoneAt: null,
  fileKeptUntil: null,
  actions: [],
}
const NOW = Date.parse('2026-11-21T09:21:00Z')

test('the date offered first is tomorrow morning, over the end of a month and a year too', () => {
  assert.equal(nextMorning('2026-11-21T15:40'), '2026-11-22T08:00')
  assert.equal(nextMorning('2026-11-30T07:00'), '2026-12-01T08:00')
  assert.equal(nextMorning('2026-12-31T23:59'), '2027-01-01T08:00')
})

test('who was kept is who could have been ticked and was not', () => {
  const leaver = { flags: [], detail: '', stays: null }
  assert.deepEqual(
    keptLeavers([
      { name: 'Ana Reyes', taken: false, leaver },
      { name: 'Bill Moss', taken: true, leaver },
      { name: 'Helen Eastwood', taken: false, leaver: { ...leaver, stays: 'Admins stay' } },
    ]),
    ['Ana Reyes'],
  )
})

test('a number counts however it is typed, and words do not', () => {
  assert.equal(typedCount(' 40 '), 40)
  assert.equal(typedCount('1,204'), 1204)
  assert.equal(typedCount('40 people'), undefined)
  assert.equal(typedCount(''), undefined)
})

test('what is left alone is said of each kind there is', () => {
  assert.deepEqual(leftAlone(counts), [
    { kind: 'conflict', count: 3 },
    { kind: 'skipped', count: 2 },
  ])
})

test('mail goes out until every email was handed over or failed', () => {
  assert.equal(mailGoesOut(list, NOW), true)
  assert.equal(mailGoesOut({ ...list, invitations: { total: 22, handedOver: 21, problems: 1 } }, NOW), false)
  assert.equal(mailGoesOut({ ...list, invite: 'later' }, NOW), false)
  assert.equal(mailGoesOut({ ...list, invite: '2026-12-01T08:00:00Z' }, NOW), false)
  assert.equal(mailGoesOut({ ...list, state: 'undone' }, NOW), false)
})

test('the report for support names the list, the file and what came of it', () => {
  const report = reportOf(list)
  for (const part of [
    '7F3K-2Q',
    'autumn-staff.xlsx',
    '9f2c',
    '22 added, 14 changed',
    '= 180 people',
    'conflicts 3',
  ])
    assert.ok(report.includes(part), `${part} in\n${report}`)
})
