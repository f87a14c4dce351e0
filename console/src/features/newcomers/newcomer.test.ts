import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { NewcomerOptions } from '../../api/types.ts'
import { firstTerms, nobodyYet, termsOf, workOf } from './newcomer.ts'

const options = {
  roles: [
    { role: 'learner', label: 'Learner', meaning: '', level: 10, scopes: ['unit'], suggested: false },
    { role: 'user', label: 'User', meaning: '', level: 20, scopes: ['organisation'], suggested: true },
  ],
} as unknown as NewcomerOptions
const terms = firstTerms(options)
const wish = (change: Partial<typeof terms>) => termsOf({ ...terms, ...change }, 'Europe/London')

test('what is left empty is not sent', () => {
  assert.deepEqual(wish({}), { notify: 'invite', roles: ['user'] })
  assert.deepEqual(workOf(nobodyYet), { relationship: 'employee' })
})

test('a last day goes along as it was chosen', () => {
  assert.equal(wish({ leavingDate: '2027-08-31' }).leavingDate, '2027-08-31')
})

test('a date is that of the school’s own clocks, and goes with an invitation only', () => {
  const sendAt = '2027-07-01T08:00'
  assert.equal(wish({ way: 'date', sendAt }).sendAt, '2027-07-01T07:00:00.000Z')
  assert.equal(wish({ way: 'account', sendAt, passwordBy: 'mail' }).sendAt, undefined)
})

test('a password goes with an account that is set up, and only when it is handed over by hand', () => {
  const password = 'a password to begin with'
  assert.deepEqual(wish({ way: 'account', passwordBy: 'hand', password }), {
    notify: 'credentials',
    roles: ['user'],
    mailPassword: false,
    password,
  })
  assert.equal(wish({ way: 'account', passwordBy: 'mail', password }).password, undefined)
  assert.equal(wish({ way: 'none', passwordBy: 'hand', password }).password, undefined)
  assert.equal(wish({ way: 'account', password }).mailPassword, false, 'nothing chosen is neither')
})
