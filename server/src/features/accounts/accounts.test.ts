import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lockOut } from '../../../test/support/account-changes.ts'
import { peopleAt } from '../../../test/support/apply-list.ts'
import type { Client } from '../../../test/support/http-client.ts'
import { inviteOne, NEW_PASSWORD, reedPrimary, signIn } from '../../../test/support/invite.ts'
import { recorded } from '../../../test/support/record.ts'
import { buildServer } from '../../entrances/http/http-server.ts'

const asked = async (who: Client, person: { id: string }, verb: string) => {
  const { status, body } = await who.post(`/api/v1/people/${person.id}/${verb}`)
  return body?.code ?? status
}

const actionOf = async (who: Client, person: { id: string }, action: string) =>
  (await who.get(`/api/v1/people/${person.id}`)).body.actions.find(
    (each: { action: string }) => each.action === action,
  )

test('who is locked out is found with the time it ends, unlocked, and signs in at once', async (t) => {
  const scene = await reedPrimary(t, {})
  const { make, head, olive, reed } = scene
  const pat = await make.person('pat@reed.example', { at: reed, name: 'Pat Ford' })
  assert.equal(await actionOf(head, pat, 'account.unlock'), undefined)
  for (let n = 0; n < 10; n++) await signIn(scene, pat.email, 'wrong')
  assert.equal((await signIn(scene, pat.email, pat.password)).reply.status, 401)

  const locked = await head.get(`/api/v1/organisations/${reed.id}/people?status=locked`)
  assert.equal(locked.body.data.length, 1)
  const [row] = locked.body.data
  assert.match(row.statusDetail, /^Unlocks \d\d:\d\d$/)
  assert.deepEqual(
    row.actions.find((each: { action: string }) => each.action === 'account.unlock'),
    { action: 'account.unlock', allowed: true },
  )

  const done = await head.post(`/api/v1/people/${pat.id}/unlock`)
  assert.equal(done.status, 200, JSON.stringify(done.body))
  assert.deepEqual(done.body, {
    status: 'active',
    statusLabel: 'Active',
    statusDetail: null,
    sentence: 'Pat Ford is unlocked and can sign in now.',
  })
  assert.equal(await asked(head, pat, 'unlock'), 'not_locked')
  for (let n = 0; n < 9; n++)
    assert.equal((await signIn(scene, pat.email, 'wrong')).reply.status, 401, 'the count begins anew')
  assert.equal((await signIn(scene, pat.email, pat.password)).reply.status, 201)
  const { body } = await olive.get(`/api/v1/organisations/${reed.id}/audit`)
  const line = body.data.find((each: { event: string }) => each.event === 'account.unlocked')
  assert.equal(line.sentence, 'Sam Patel unlocked Pat Ford')
})

test('a reset goes to the person’s own address, says who sent it, and ends their sessions when used', async (t) => {
  const scene = await reedPrimary(t)
  const { make, http, head, reed, mailbox } = scene
  const pat = await make.person('pat@reed.example', { at: reed, name: 'Pat Ford' })
  const browser = http.as(pat)
  assert.equal((await browser.get('/api/v1/me')).status, 200)
  const sent = await head.post(`/api/v1/people/${pat.id}/reset-password`)
  assert.equal(sent.status, 200, JSON.stringify(sent.body))
  assert.equal(
    sent.body.sentence,
    'A link to choose a new password is on its way to pat@reed.example. It works once, for 30 minutes.',
  )
  assert.ok(!JSON.stringify(sent.body).includes('rst_'), 'who sends it never sees the link')
  const letter = await mailbox.letter(1)
  assert.deepEqual(letter.to, ['pat@reed.example'])
  assert.match(letter.mail.text ?? '', /Sam Patel at Reed Primary has sent you this link/)
  assert.equal(letter.mail.replyTo?.[0]?.address, 'sam@reed.example')
  assert.equal((await browser.get('/api/v1/me')).status, 200, 'nothing ends before it is used')

  const token = /\/reset\/(rst_[\w-]+)/.exec(letter.mail.text ?? '')?.[1]
  const used = await http.fresh().post(`/api/v1/password-resets/${token}`, { password: NEW_PASSWORD })
  assert.equal(used.status, 204)
  assert.equal((await browser.get('/api/v1/me')).status, 401)
  assert.equal((await signIn(scene, pat.email, pat.password)).reply.status, 401)
  assert.equal((await signIn(scene, pat.email, NEW_PASSWORD)).reply.status, 201)
  const again = await http.fresh().post(`/api/v1/password-resets/${token}`, { password: NEW_PASSWORD })
  assert.equal(again.body.code, 'link_used')
  const [line] = (await recorded(scene.app, scene.id)).filter((each) => each.event === 'password.reset_sent')
  assert.deepEqual([line?.actor, line?.subject], [scene.sam.personId, pat.personId])
})

test('a reset ends the one before, and goes no more than once a minute and three times an hour', async (t) => {
  const scene = await reedPrimary(t)
  const { make, http, head, reed, mailbox, clock } = scene
  const pat = await make.person('pat@reed.example', { at: reed, name: 'Pat Ford' })
  assert.equal(await asked(head, pat, 'reset-password'), 200)
  const soon = await head.post(`/api/v1/people/${pat.id}/reset-password`)
  assert.deepEqual([soon.status, soon.body.code], [429, 'slow_down'])
  assert.match(soon.body.detail, /^Pat Ford was sent a password reset less than a minute ago/)
  const first = /rst_[\w-]+/.exec((await mailbox.letter(1)).mail.text ?? '')?.[0]
  for (let n = 2; n <= 3; n++) {
    await clock.shift(61)
    assert.equal(await asked(head, pat, 'reset-password'), 200)
  }
  assert.equal((await http.fresh().get(`/api/v1/password-resets/${first}`)).body.code, 'link_revoked')
  await clock.shift(61)
  assert.equal(await asked(head, pat, 'reset-password'), 'slow_down')
  await clock.shift(3600)
  const sam = (await signIn(scene, scene.sam.email, scene.sam.password)).browser
  assert.equal(await asked(sam, pat, 'reset-password'), 200)
})

test('while email isn’t set up, whoever sends a reset is told that it went nowhere', async (t) => {
  const { make, head, reed } = await reedPrimary(t, { mail: 'captured' })
  const pat = await make.person('pat@reed.example', { at: reed })
  const { body } = await head.post(`/api/v1/people/${pat.id}/reset-password`)
  assert.match(body.sentence, /^An email to pat@reed.example was written. Email isn’t set up/)
})

test('signed out everywhere means on every node, and no browser is remembered', async (t) => {
  const scene = await reedPrimary(t, {})
  const { app, make, head, reed } = scene
  const pat = await make.person('pat@reed.example', { at: reed, name: 'Pat Ford' })
  const { browser } = await signIn(scene, pat.email, pat.password)
  const otherNode = await buildServer(app)
  t.after(() => otherNode.close())
  const elsewhere = () =>
    otherNode.inject({
      url: '/api/v1/me',
      headers: {
        host: new URL(scene.baseUrl).host,
        cookie: [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      },
    })
  assert.equal((await elsewhere()).statusCode, 200)
  const done = await head.post(`/api/v1/people/${pat.id}/sign-out`)
  assert.equal(done.body.sentence, 'Pat Ford is signed out everywhere, and can sign in again.')
  assert.equal((await elsewhere()).statusCode, 401)
  assert.equal((await browser.get('/api/v1/me')).status, 401)
  await lockOut(scene, pat)
  const remembered = await browser.post('/api/v1/sessions', { email: pat.email, password: pat.password })
  assert.equal(
    remembered.status,
    401,
    'a browser that was remembered gets in past a lock; this one is forgotten',
  )
  const nowhere = await head.post(`/api/v1/people/${pat.id}/sign-out`)
  assert.match(nowhere.body.sentence, /^Pat Ford wasn’t signed in anywhere/)
})

test('nobody acts on themselves, on somebody above them, out of their sight, or without the right', async (t) => {
  const scene = await reedPrimary(t, {})
  const { make, http, head, reed, sam, owner } = scene
  const oak = await make.school('Oak Primary')
  const mel = await make.person('mel@oak.example', { at: oak })
  const ann = http.as(await make.person('ann@reed.example', { at: reed }))
  const tia = http.as(await make.person('tia@reed.example', { at: reed, role: 'training_admin' }))
  const pat = await make.person('pat@reed.example', { at: reed, name: 'Pat Ford' })
  const boss = await make.person('boss@reed.example', { at: reed, role: 'super_admin', name: 'Bo Ross' })
  assert.equal((await head.get('/api/v1/me')).status, 200)
  for (const who of [pat, boss, sam]) await lockOut(scene, who)
  for (const verb of ['unlock', 'reset-password', 'sign-out']) {
    assert.equal(await asked(ann, pat, verb), 'forbidden', verb)
    assert.equal(await asked(tia, pat, verb), 'forbidden', verb)
    assert.equal(await asked(head, sam, verb), 'not_yourself', verb)
    assert.equal(await asked(head, boss, verb), 'person_above_yours', verb)
    assert.equal(await asked(head, mel, verb), 'not_found', verb)
    assert.equal(await asked(head, owner, verb), 'not_found', verb)
  }
  const { allowed, reason } = await actionOf(head, boss, 'account.unlock')
  assert.deepEqual([allowed, reason], [false, 'You can’t do this, because Bo Ross stands above you here.'])
  assert.equal((await peopleAt(head, reed)).get(pat.email).status, 'locked')
})

test('who isn’t active has nothing to reset and nowhere to be signed out from', async (t) => {
  const { make, head, reed } = await reedPrimary(t, {})
  const invited = await inviteOne(head, reed, { email: 'jane@reed.example' })
  const jane = { id: invited.personId }
  const gone = await make.person('gus@reed.example', { at: reed })
  await head.post(`/api/v1/people/${gone.id}/archive`, {})
  for (const who of [jane, gone])
    for (const verb of ['reset-password', 'sign-out']) {
      assert.equal(await asked(head, who, verb), 'not_active')
      const action = verb === 'sign-out' ? 'account.sign_out' : 'account.reset_password'
      assert.equal(await actionOf(head, who, action), undefined)
    }
})
