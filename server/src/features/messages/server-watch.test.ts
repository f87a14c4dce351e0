import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Outcome } from '../../platform/mail/outcome.ts'
import { openServerWatch } from './server-watch.ts'

const silent: Outcome = { state: 'deferred', answer: 'No answer within 60 seconds', trouble: null }
const answered: Outcome = { state: 'accepted', answer: '250 queued', trouble: null }

test('three letters without an answer, while nobody got one, mean that the server is away', () => {
  const watch = openServerWatch()
  const started = performance.now()
  assert.equal(watch.heard(silent, started), null)
  assert.equal(watch.heard(silent, started), null)
  assert.equal(watch.trouble, false)
  assert.equal(watch.heard(silent, started), 'unreachable')
  assert.equal(watch.trouble, true)
  watch.lookAnew()
  assert.equal(watch.trouble, false)
})

test('letters that hang while others are answered are trouble of their own', () => {
  const watch = openServerWatch()
  const started = performance.now()
  for (let n = 0; n < 10; n++) {
    watch.heard(answered, started)
    assert.equal(watch.heard(silent, started), null)
  }
})

test('a refused password is everybody’s trouble at once', () => {
  const watch = openServerWatch()
  const refused: Outcome = { state: 'deferred', answer: '535 no', trouble: 'our_account' }
  assert.equal(watch.heard(refused, performance.now()), 'our_account')
  assert.equal(watch.trouble, true)
})
