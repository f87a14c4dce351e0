import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { startLanyard } from '../../../test/support/start-lanyard.ts'
import { withHashPlace } from '../../platform/crypto/passwords.ts'

const MORE_THAN_THERE_ARE = 1000

/** Takes every place in the line of hashes, as a flood of guesses at other addresses does. @returns lets them go */
function fillTheLine(t: TestContext): () => Promise<void> {
  const { promise: gone, resolve: go } = Promise.withResolvers<void>()
  const flood = Promise.allSettled(
    Array.from({ length: MORE_THAN_THERE_ARE }, () => withHashPlace(() => gone)),
  )
  const letGo = async () => {
    go()
    await flood
  }
  t.after(letGo)
  return letGo
}

test('whose right password found no place in a flood of guesses is not locked out by it', async (t) => {
  const { http, make, root } = await startLanyard(t)
  const dan = await make.person('dan@beacon.example', { at: root })
  const wish = { email: dan.email, password: dan.password }
  const signIn = async (browser = http.fresh()) => (await browser.post('/api/v1/sessions', wish)).status
  const signedIn = http.as(dan)
  assert.equal((await signedIn.get('/api/v1/me')).status, 200)
  const confirm = async () =>
    (await signedIn.post('/api/v1/sessions/current/confirm', { password: dan.password })).status

  const letGo = fillTheLine(t)
  for (let n = 0; n < 14; n++) {
    const busy = await http.fresh().post('/api/v1/sessions', wish)
    assert.deepEqual([busy.status, busy.body.code, busy.headers.get('retry-after')], [503, 'busy', '2'])
    assert.equal(await confirm(), 503)
  }
  await letGo()
  assert.equal(await signIn(), 201)
  assert.equal(await confirm(), 204)
})

test('a school that was told a hundred times to wait a moment signs in a moment later', async (t) => {
  const { http, make, root } = await startLanyard(t)
  const dan = await make.person('dan@beacon.example', { at: root })
  const signIn = async () =>
    (await http.fresh().post('/api/v1/sessions', { email: dan.email, password: dan.password })).status
  const letGo = fillTheLine(t)
  for (let n = 0; n < 100; n++) assert.equal(await signIn(), 503)
  await letGo()
  assert.equal(await signIn(), 201)
})
