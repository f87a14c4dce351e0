import assert from 'node:assert/strict'
import { test } from 'node:test'
import { problemOf } from '../ui/problem.ts'
import type { Registration } from './api.ts'
import { endingOf, placeRefusal, stepsOf, stepToOpen } from './registration.ts'

const link: Registration = {
  organisation: { name: 'Reed Primary' },
  inviter: 'Sam Patel',
  email: 'jane@reed.example',
  givenName: 'Jane',
  familyName: 'Smith',
  mobile: '',
  step: 'start',
  askMobile: 'optional',
  expiresOn: 'Tuesday 9 September',
  needs: 'register',
  signedIn: false,
  passwordMin: 12,
  language: 'en-GB',
  message: null,
}

test('a school that asks for no number has one question fewer', () => {
  assert.deepEqual(stepsOf('no'), ['start', 'name', 'password'])
  assert.deepEqual(stepsOf('required'), ['start', 'name', 'mobile', 'password'])
})

test('another device opens where the form was left, unless that is no longer asked', () => {
  assert.equal(stepToOpen({ ...link, step: 'mobile' }), 'mobile')
  assert.equal(stepToOpen({ ...link, step: 'mobile', askMobile: 'no' }), 'password')
})

test('a refusal at the end leads back to the earliest question with something to mend, in the server’s words', () => {
  const problem = problemOf({
    status: 422,
    code: 'not_accepted',
    errors: [
      { pointer: '#/password', code: 'password_personal', detail: 'Choose one without your name' },
      { pointer: '#/mobile', code: 'mobile_missing', detail: 'Enter your mobile number' },
    ],
  })
  assert.deepEqual(placeRefusal(problem, 'password', ''), {
    step: 'mobile',
    errors: { mobile: 'Enter your mobile number' },
  })
})

test('a refusal that is about no field stays on the page it happened on', () => {
  const problem = problemOf({ status: 429, code: 'slow_down', detail: 'Wait 30 seconds and try again.' })
  assert.deepEqual(placeRefusal(problem, 'name', problem.detail), {
    step: 'name',
    errors: { '': 'Wait 30 seconds and try again.' },
  })
  assert.equal(endingOf(problem), undefined)
})

test('what ends an invitation is a page and not a message', () => {
  assert.equal(endingOf(problemOf({ status: 410, code: 'link_used' })), 'used')
  assert.equal(endingOf(problemOf({ status: 409, code: 'signed_in_as_other' })), 'somebodyElse')
})
