import assert from 'node:assert/strict'
import { test } from 'node:test'
import { errorsByField, fieldOf, problemOf } from './problem.ts'

test('a pointer names the field, and a place in a list belongs to the list', () => {
  assert.equal(fieldOf('#/owner/email'), 'owner.email')
  assert.equal(fieldOf('#/organisation/domains/2'), 'organisation.domains')
  assert.equal(fieldOf('/password'), 'password')
})

test('each field shows its first complaint', () => {
  const problem = problemOf({
    status: 422,
    code: 'not_accepted',
    errors: [
      { pointer: '#/name', code: 'name_missing', detail: 'Enter a name' },
      { pointer: '#/name', code: 'name_long', detail: 'Too long' },
    ],
  })
  assert.deepEqual(errorsByField(problem), { name: 'Enter a name' })
})

test('a broken connection and a page of HTML are still problems a person can be told about', () => {
  assert.equal(problemOf(new TypeError('fetch failed')).code, 'offline')
  assert.equal(problemOf('<html>').code, 'unexpected')
  assert.equal(problemOf(undefined).code, 'unexpected')
})
