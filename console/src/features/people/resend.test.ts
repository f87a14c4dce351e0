import assert from 'node:assert/strict'
import { test } from 'node:test'
import { groupsOf, type Result, together, whomOf, wishFor } from './resend.ts'

const result = (personId: string, outcome: Result['outcome'], code?: string): Result => ({
  personId,
  email: `${personId}@reed.example`,
  name: personId,
  outcome,
  ...(code ? { code, detail: `${personId}: ${code}` } : {}),
})
const ids = (results: Result[]) => results.map((each) => each.personId).join(' ')

const groups = groupsOf(
  [
    result('priya', 'queued'),
    result('fatima', 'not_sent', 'not_asked'),
    result('ada', 'not_sent', 'already_active'),
  ],
  [result('priya', 'queued'), result('fatima', 'queued'), result('ada', 'not_sent', 'already_active')],
)

test('those never invited stand apart from those invited before and those who need nothing', () => {
  assert.equal(ids(groups.again), 'priya')
  assert.equal(ids(groups.never), 'fatima')
  assert.equal(ids(groups.not), 'ada')
})

test('nobody who was never invited is mailed unless their box is ticked', () => {
  const part = { organisationId: 'reed', people: ['priya', 'fatima', 'ada'], ...groups }
  assert.deepEqual(wishFor(part, { again: true, never: false }), {
    people: ['priya', 'fatima', 'ada'],
    alsoNotInvited: false,
    expectedCount: 1,
  })
  assert.deepEqual(wishFor(part, { again: false, never: true }), {
    people: ['fatima'],
    alsoNotInvited: true,
    expectedCount: 1,
  })
  assert.equal(wishFor(part, { again: false, never: false }), undefined)
})

test('everybody is asked for as everybody, with the number that was shown', () => {
  const part = { organisationId: 'reed', people: 'everyone' as const, ...groups }
  assert.deepEqual(wishFor(part, { again: true, never: true }), {
    everyone: true,
    alsoNotInvited: true,
    expectedCount: 2,
  })
})

test('at a trust each school is asked for its own people', () => {
  const at = (id: string, school: string) => ({ id, organisation: { id: school } })
  const whom = whomOf([at('priya', 'reed'), at('tom', 'mill'), at('zoe', 'reed')])
  assert.deepEqual(whom, [
    { organisationId: 'reed', people: ['priya', 'zoe'] },
    { organisationId: 'mill', people: ['tom'] },
  ])
  assert.equal(ids(together(whom.map((one) => ({ ...one, ...groups }))).again), 'priya priya')
})
