import assert from 'node:assert/strict'
import { availableParallelism } from 'node:os'
import { test } from 'node:test'
import { Refusal } from '../../kernel/refusal.ts'
import { openKeys } from './keys.ts'
import { hashPassword, isOutdated, verifyPassword } from './passwords.ts'

const OLD = 'old:an-old-key-for-tests-that-protects-nothing'
const NEW = 'new:a-newer-key-for-tests-that-protects-nothing'

test('of a crowd at once so many are looked at, 32 wait, and the rest hear at once that it is busy', async () => {
  const keys = openKeys(OLD)
  const known = await hashPassword(keys, 'three random words')
  const atOnce = Math.max(1, availableParallelism() - 1)
  const crowd = Array.from({ length: atOnce + 32 + 10 }, () =>
    verifyPassword(keys, known, 'three random words'),
  )
  const found = await Promise.allSettled(crowd)
  const refused = found.filter((each) => each.status === 'rejected').map((each) => each.reason)
  assert.equal(refused.length, 10)
  assert.ok(
    refused.every((each) => each instanceof Refusal && each.code === 'busy' && each.retryAfterSeconds === 2),
  )
  assert.ok(found.every((each) => each.status === 'rejected' || each.value))
  assert.equal(await verifyPassword(keys, known, 'three random words'), true, 'and it is well again')
})

test('a password made under an older key still works, and is known to be due for a new hash', async () => {
  const made = await hashPassword(openKeys(OLD), 'three random words')
  const keys = openKeys(`${NEW},${OLD}`)
  assert.equal(await verifyPassword(keys, made, 'three random words'), true)
  assert.equal(isOutdated(keys, made), true)
  assert.equal(isOutdated(keys, await hashPassword(keys, 'three random words')), false)
})

test('nobody has the password that is compared where there is none; the same one typed on another keyboard is the same', async () => {
  const keys = openKeys(OLD)
  assert.equal(await verifyPassword(keys, null, 'nobody has this password'), false)
  const composed = await hashPassword(keys, 'Zo\u00eb and three words')
  assert.equal(await verifyPassword(keys, composed, 'Zoe\u0308 and three words'), true)
})
