import assert from 'node:assert/strict'
import { test } from 'node:test'
import { signIn } from '../../../test/support/invite.ts'
import { toNextMinute } from '../../../test/support/minutes.ts'
import { recorded } from '../../../test/support/record.ts'
import { startLanyard } from '../../../test/support/start-lanyard.ts'

const WRONG = 'these are not the words'

test('ten wrong passwords at an open screen pause sign-in as ten at the door do, and the person is told', async (t) => {
  const scene = await startLanyard(t, { mail: 'sink' })
  const { http, make, root, mailbox } = scene
  const ada = await make.person('ada@beacon.example', { at: root })
  const screen = http.as(ada)
  const confirm = (password: string) => screen.post('/api/v1/sessions/current/confirm', { password })
  for (let n = 0; n < 10; n++) assert.equal((await confirm(WRONG)).body.code, 'sign_in_failed')

  assert.equal((await signIn(scene, ada.email, ada.password)).reply.status, 401)
  assert.equal((await screen.get('/api/v1/me')).status, 200, 'who is signed in stays so')
  const letter = await mailbox.letter(1)
  assert.deepEqual(letter.to, [ada.email])
  assert.equal(letter.mail.subject, 'Beacon Trust: sign-in paused for 20 minutes')
  const themselves = (await recorded(scene.app, scene.id)).filter((each) => each.actor === ada.personId)
  const times = (event: string) =>
    themselves.filter((each) => each.event === event && each.subject === ada.personId).length
  assert.deepEqual([times('sign_in.failed'), times('sign_in.locked')], [10, 1])
})

test('wrong passwords at an open screen count against their source, and a source with too many waits there too', async (t) => {
  const scene = await startLanyard(t)
  const { http, owner, clock } = scene
  const screen = http.as(owner)
  const confirm = async (password: string) =>
    (await screen.post('/api/v1/sessions/current/confirm', { password })).status
  await screen.get('/api/v1/me')
  await toNextMinute(scene)
  for (let n = 0; n < 9; n++) assert.equal(await confirm(WRONG), 401)
  for (let n = 0; n < 51; n++)
    assert.equal((await signIn(scene, `p${n}@beacon.example`, WRONG)).reply.status, 401)
  assert.equal((await signIn(scene, owner.email, owner.password)).reply.status, 429)
  assert.equal(await confirm(owner.password), 429)
  await clock.shift(61)
  assert.equal(await confirm(owner.password), 204)
})
