import assert from 'node:assert/strict'
import { test } from 'node:test'
import { reedPrimary, signIn } from '../../../test/support/invite.ts'

/** Everything that may have been issued to Pat before: two browsers, and a link to choose a password. */
async function patEverywhere(t: Parameters<typeof reedPrimary>[0]) {
  const scene = await reedPrimary(t)
  const { make, http, reed, mailbox } = scene
  const pat = await make.person('pat@reed.example', { at: reed, name: 'Pat Ford' })
  const at = async (browser = http.fresh()) => {
    const reply = await browser.post('/api/v1/sessions', { email: pat.email, password: pat.password })
    return { browser, status: reply.status }
  }
  const here = (await at()).browser
  const left = (await at()).browser
  await http.fresh().post('/api/v1/password-resets', { email: pat.email })
  const link = /\/reset\/(rst_[\w-]+)/.exec((await mailbox.letter(1)).mail.text ?? '')?.[1] ?? ''
  const reset = async () => (await http.get(`/api/v1/password-resets/${link}`)).body.code
  assert.equal(await reset(), undefined, 'the link is open')

  const allIsOver = async () => {
    assert.equal((await here.get('/api/v1/me')).status, 401)
    assert.equal((await left.get('/api/v1/me')).status, 401)
    assert.equal(await reset(), 'link_revoked')
    for (let n = 0; n < 10; n++) await signIn(scene, pat.email, 'wrong')
    assert.equal((await at(left)).status, 401, 'a browser left behind does not get past a lock')
    await scene.clock.shift(20 * 60 + 1)
    assert.equal((await at()).status, 201, 'they may sign in again')
  }
  return { scene, pat, here, allIsOver }
}

test('who signs out everywhere is signed in and remembered nowhere, and links sent before are void', async (t) => {
  const { here, allIsOver } = await patEverywhere(t)
  assert.equal((await here.delete('/api/v1/sessions')).status, 204)
  await allIsOver()
})

test('whom an admin signs out everywhere is signed in and remembered nowhere, and links sent before are void', async (t) => {
  const { scene, pat, allIsOver } = await patEverywhere(t)
  assert.equal((await scene.head.post(`/api/v1/people/${pat.id}/sign-out`)).status, 200)
  await allIsOver()
})
