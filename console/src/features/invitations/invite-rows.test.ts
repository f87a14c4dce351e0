import assert from 'node:assert/strict'
import { test } from 'node:test'
import { countRows, type Entry, peopleOf, rowsOf } from './invite-rows.ts'

const jane: Entry = {
  index: 0,
  text: 'Jane Smith <jane@reed.example>',
  email: 'jane@reed.example',
  name: 'Jane Smith',
  givenName: 'Jane',
  familyName: 'Smith',
  outcome: 'ready',
}
const priya: Entry = {
  index: 1,
  text: 'priya@gmial.com',
  email: 'priya@gmial.com',
  outcome: 'check',
  detail: 'Did you mean priya@gmail.com?',
  suggestion: 'priya@gmail.com',
}
const again: Entry = { index: 2, text: 'JANE@reed.example', email: 'jane@reed.example', outcome: 'repeat' }
const pasted = [jane, priya, again]

const addresses = (...args: Parameters<typeof rowsOf>) =>
  peopleOf(rowsOf(...args).rows, []).map((person) => person.email)

test('somebody to check gets nothing until it is decided', () => {
  assert.deepEqual(addresses(pasted, [], new Map()), ['jane@reed.example'])
  assert.deepEqual(addresses(pasted, [], new Map([['priya@gmial.com', { kept: true }]])), [
    'jane@reed.example',
    'priya@gmial.com',
  ])
})

test('a corrected address is used once the server has judged it, with what it says of it', () => {
  const decisions = new Map([['priya@gmial.com', { email: 'priya@gmail.com' }]])
  assert.deepEqual(addresses(pasted, [], decisions), ['jane@reed.example'])
  const judged: Entry = {
    index: 0,
    text: 'priya@gmail.com',
    email: 'priya@gmail.com',
    outcome: 'ready',
    detail: 'gmail.com isn’t one of Reed Primary’s email domains.',
  }
  const { rows } = rowsOf(pasted, [judged], decisions)
  assert.deepEqual(peopleOf(rows, []), [
    { email: 'jane@reed.example', givenName: 'Jane', familyName: 'Smith' },
    { email: 'priya@gmail.com' },
  ])
  assert.equal(rows[1]?.detail, judged.detail)
})

test('a correction that makes two alike is a repeat', () => {
  const decisions = new Map([['priya@gmial.com', { email: 'jane@reed.example' }]])
  const { rows } = rowsOf(pasted, [{ ...jane, text: 'jane@reed.example' }], decisions)
  assert.deepEqual(countRows(rows), { ready: 1, check: 0, repeat: 2, not_sent: 0, invalid: 0 })
  assert.equal(rows[1]?.sameAs, 'Jane Smith')
})

test('somebody taken out is gone with their repeats', () => {
  const { rows, removed } = rowsOf(pasted, [], new Map([['jane@reed.example', { removed: true }]]))
  assert.deepEqual([rows.map((row) => row.email), removed], [['priya@gmial.com'], 1])
})

test('a role of one’s own comes instead of the batch’s, beside its further roles', () => {
  const decisions = new Map([['jane@reed.example', { role: 'leader', units: ['u1'] }]])
  const { rows } = rowsOf([jane], [], decisions)
  assert.deepEqual(peopleOf(rows, ['coach']), [
    {
      email: 'jane@reed.example',
      givenName: 'Jane',
      familyName: 'Smith',
      roles: ['leader', 'coach'],
      units: ['u1'],
    },
  ])
})
