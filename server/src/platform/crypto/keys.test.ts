import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openKeys } from './keys.ts'

const OLD = `2025:${'o'.repeat(40)}`
const NEW = `2026:${'n'.repeat(40)}`
const secret = Buffer.from('a link for Ada Ford')

test('what was sealed under the older key opens after a new key was put in front, and new things are sealed under the new', () => {
  const before = openKeys(OLD)
  const after = openKeys(`${NEW},${OLD}`)
  assert.equal(after.newestId, '2026')
  assert.deepEqual(after.ids, ['2026', '2025'])
  const sealed = before.seal('message', 'row-1', secret)
  assert.deepEqual(after.open('message', 'row-1', sealed), secret)
  const newer = after.seal('message', 'row-1', secret)
  assert.throws(() => before.open('message', 'row-1', newer), /2026/)
  assert.deepEqual(openKeys(NEW).open('message', 'row-1', newer), secret)
  assert.throws(() => openKeys(NEW).open('message', 'row-1', sealed), /2025/)
})

test('a key without an id is number 1, and can stay as such beside a newer one', () => {
  const sealed = openKeys('o'.repeat(40)).seal('message', 'row-1', secret)
  assert.deepEqual(openKeys(`${NEW},1:${'o'.repeat(40)}`).open('message', 'row-1', sealed), secret)
})

test('the same key under another id, or another key under the same id, opens nothing', () => {
  const sealed = openKeys(OLD).seal('message', 'row-1', secret)
  assert.throws(() => openKeys(`2025:${'x'.repeat(40)}`).open('message', 'row-1', sealed))
  assert.throws(() => openKeys(`2024:${'o'.repeat(40)}`).open('message', 'row-1', sealed))
})

test('a sealed text is bound to its row and its purpose', () => {
  const keys = openKeys(OLD)
  const sealed = keys.seal('message', 'tenant|messages|content|1', secret)
  assert.throws(() => keys.open('message', 'tenant|messages|content|2', sealed))
  assert.throws(() => keys.open('audit', 'tenant|messages|content|1', sealed))
})

test('sealing twice never gives the same bytes, and the plain text is in neither', () => {
  const keys = openKeys(OLD)
  const once = keys.seal('message', 'row-1', secret)
  const again = keys.seal('message', 'row-1', secret)
  assert.notDeepEqual(once, again)
  assert.ok(!once.includes(secret) && !again.includes(secret))
})

test('one changed bit anywhere is refused, and so is anything cut short or lengthened', () => {
  const keys = openKeys(OLD)
  for (const plain of [secret, Buffer.alloc(0)]) {
    const sealed = keys.seal('message', 'row-1', plain)
    for (let bit = 0; bit < sealed.length * 8; bit++) {
      const changed = Buffer.from(sealed)
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      assert.throws(() => keys.open('message', 'row-1', changed), `bit ${bit}`)
    }
    for (let length = 0; length < sealed.length; length++)
      assert.throws(() => keys.open('message', 'row-1', sealed.subarray(0, length)), `cut to ${length}`)
    assert.throws(() => keys.open('message', 'row-1', Buffer.concat([sealed, Buffer.from([0])])))
  }
})

test('signatures differ by purpose and by key, and an older one can still be made', () => {
  const keys = openKeys(`${NEW},${OLD}`)
  assert.deepEqual(keys.sign('pepper', 'x'), openKeys(NEW).sign('pepper', 'x'))
  assert.deepEqual(keys.sign('pepper', 'x', '2025'), openKeys(OLD).sign('pepper', 'x'))
  assert.notDeepEqual(keys.sign('pepper', 'x'), keys.sign('pepper', 'x', '2025'))
  assert.notDeepEqual(keys.sign('pepper', 'x'), keys.sign('cookie', 'x'))
  assert.throws(() => keys.sign('pepper', 'x', '2024'), /2024/)
})

test('the signing key of an id is the same at each start', () => {
  const jwk = (keys: ReturnType<typeof openKeys>, id?: string) =>
    keys.signingKey('audit-anchor', id).export({ format: 'jwk' }).x
  assert.equal(jwk(openKeys(OLD)), jwk(openKeys(`${NEW},${OLD}`), '2025'))
  assert.notEqual(jwk(openKeys(OLD)), jwk(openKeys(NEW)))
})
