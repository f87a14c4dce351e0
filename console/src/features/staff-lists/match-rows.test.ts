import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  assign,
  type Column,
  confirmed,
  matchingOf,
  needsMatching,
  sortValues,
  type ValueMatch,
} from './match-rows.ts'

const column = (index: number, heading: string, field: Column['field'], state: Column['state']): Column => ({
  index,
  heading,
  samples: ['something'],
  field,
  state,
  why: '',
})

const reading = (columns: Column[], more: { questions?: [] | [never]; remembered?: boolean } = {}) => ({
  format: 'csv' as const,
  encoding: 'utf-8',
  otherEncodings: [],
  delimiter: ',',
  sheet: 'Staff',
  sheets: [],
  headingRow: 1,
  titleRows: 0,
  blankRows: 0,
  totalRows: 0,
  people: 2,
  sentences: [],
  columns,
  privateHeadings: [],
  questions: [],
  fingerprint: '',
  remembered: false,
  ...more,
})

const email = column(0, 'Email', 'email', 'used')
const preferred = column(1, 'Preferred Forename', 'givenName', 'contested')
const legal = column(2, 'Legal Forename', 'givenName', 'contested')
const surname = column(3, 'Surname', 'familyName', 'used')
const ni = column(4, 'NI Number', null, 'private')
const room = column(5, 'Room', null, 'unused')

test('what is needed comes first, whether it was found or not', () => {
  const { rows, more, unused, left } = matchingOf(reading([surname, preferred, legal, ni, room]))
  assert.deepEqual(
    rows.map(({ field, needed, contested }) => [field, needed, contested.length]),
    [
      ['email', true, 0],
      ['givenName', true, 2],
      ['familyName', true, 0],
    ],
  )
  assert.ok(more.some(({ field }) => field === 'leavingDate'))
  assert.deepEqual([unused, left], [[room], [ni]])
})

test('a list with the whole name in one column needs that one, not two', () => {
  const { rows } = matchingOf(reading([email, column(1, 'Name', 'fullName', 'used')]))
  assert.deepEqual(
    rows.map(({ field }) => field),
    ['email', 'fullName'],
  )
})

test('choosing a column for a field takes the field from whichever wanted it', () => {
  assert.deepEqual(assign(reading([email, preferred, legal]), 'givenName', 1), { 1: 'givenName', 2: null })
  assert.deepEqual(assign(reading([email, preferred, legal]), 'email', null), { 0: null })
})

test('going on says that the columns left over are of no use, once', () => {
  assert.deepEqual(confirmed(reading([email, ni, room])), { 5: null })
  assert.equal(confirmed(reading([email, surname])), undefined)
  assert.equal(confirmed(reading([email, room], { remembered: true })), undefined)
})

const value = (means: string | null, suggestion: string | null): ValueMatch => ({
  field: 'role',
  value: 'SENCO',
  rows: 1,
  means,
  label: null,
  why: '',
  suggestion,
})

test('matching is skipped where every heading is known and every value means something', () => {
  const known = { reading: reading([email, surname]), values: [value('user', null)] }
  assert.equal(needsMatching(known), false)
  assert.equal(needsMatching({ ...known, reading: reading([email, surname, room]) }), true)
  assert.equal(needsMatching({ ...known, values: [value('user', 'leader')] }), true)
  assert.equal(needsMatching({ ...known, reading: null }), true)
})

test('headings that were matched once are not asked about again', () => {
  assert.equal(
    needsMatching({
      reading: reading([email, surname, room], { remembered: true }),
      values: [value(null, null)],
    }),
    false,
  )
})

test('values that mean nothing yet are to be looked at; the others are settled', () => {
  const { open, settled } = sortValues([value(null, null), value('user', null), value('user', 'leader')])
  assert.deepEqual([open.length, settled.length], [2, 1])
})
