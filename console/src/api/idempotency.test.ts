import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createKey } from './idempotency.ts'

const post = () =>
  new Request('https://reed.example/api/v1/organisations', { method: 'POST', body: '{"name":"Mill"}' })
const keyOf = (request: Request) => request.headers.get('Idempotency-Key')

test('asking again after a lost answer carries the first key; a new wish has a new one', () => {
  let made = 0
  const keys = createKey(() => `key-${++made}`)
  assert.equal(keyOf(keys.sign(post(), 'a')), 'key-1')
  keys.settle(post(), 'a', 502)
  assert.equal(keyOf(keys.sign(post(), 'a')), 'key-1')
  assert.equal(keyOf(keys.sign(post(), 'b')), 'key-2')
  keys.settle(post(), 'a', 201)
  assert.equal(keyOf(keys.sign(post(), 'a')), 'key-3')
})

test('reading needs no key', () => {
  const keys = createKey(() => 'key')
  assert.equal(keyOf(keys.sign(new Request('https://reed.example/'), '')), null)
})
