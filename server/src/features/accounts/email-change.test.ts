import assert from 'node:assert/strict'
import { test } from 'node:test'
import { emailChangeLink } from '../../../test/support/account-changes.ts'
import { copiedLink, inviteOne, mailIsSettled, reedPrimary, signIn } from '../../../test/support/invite.ts'
import { setUpWithMail } from '../../../test/support/newcomers.ts'
import { recorded } from '../../../test/support/record.ts'
import type { Letter, Mailbox } from '../../../test/support/smtp-sink.ts'

const NEW = 'pat.lane@reed.example'

type Scene = Awaited<ReturnType<typeof reedPrimary>>

/** Pat at Reed Primary, whose address Sam has asked to change. */
async function patWaits(scene: Scene) {
  const pat = await scene.make.person('pat@reed.example', { at: scene.reed, name: 'Pat Ford' })
  const asked = await scene.head.patch(`/api/v1/people/${pat.id}`, { email: NEW })
  assert.equal(asked.status, 200, JSON.stringify(asked.body))
  return { pat, asked }
}

const lettersTo = async (mailbox: Mailbox, email: string, n: number): Promise<Letter> => {
  const theirs = () => mailbox.all().filter((letter) => letter.to.includes(email))
  for (let letters = mailbox.all().length + 1; theirs().length < n; letters++) await mailbox.letter(letters)
  return theirs()[n - 1] as Letter
}
const tokenIn = (letter: Letter) => /\/e\/(eml_[\w-]+)/.exec(letter.mail.text ?? '')?.[1] ?? 'no link'
const confirm = (scene: Scene, token: string) => scene.http.fresh().post(`/api/v1/email-changes/${token}`)

test('a new address takes the place of the old one once it is proved; both are told, before and after', async (t) => {
  const scene = await reedPrimary(t)
  const { http, head, olive, reed, mailbox } = scene
  const { pat, asked } = await patWaits(scene)
  assert.equal(
    asked.body.sentence,
    'A link to confirm the new address is on its way to pat.lane@reed.example. Until the link is used, Pat Ford keeps the old address.',
  )
  const sheet = async () => (await head.get(`/api/v1/people/${pat.id}`)).body
  const waits = await sheet()
  assert.deepEqual(
    [waits.email, waits.waitingEmail.email, waits.waitingEmail.by],
    [pat.email, NEW, 'Sam Patel'],
  )
  const told = await lettersTo(mailbox, pat.email, 1)
  assert.equal(told.mail.subject, 'Reed Primary: your email address is to be changed')
  assert.match(told.mail.text ?? '', /Nothing has changed yet/)
  assert.ok(!(told.mail.text ?? '').includes('/e/'), 'the old address gets no link')
  const token = tokenIn(await lettersTo(mailbox, NEW, 1))

  const browser = http.as(pat)
  assert.equal((await browser.get('/api/v1/me')).status, 200)
  for (let n = 0; n < 3; n++)
    assert.deepEqual((await http.fresh().get(`/api/v1/email-changes/${token}`)).body, {
      organisation: { name: 'Reed Primary' },
      email: NEW,
    })
  assert.equal((await sheet()).email, pat.email, 'opening the link changes nothing')

  const done = await confirm(scene, token)
  assert.deepEqual([done.status, done.body.signedIn], [200, false])
  assert.equal((await browser.get('/api/v1/me')).status, 401, 'signed out everywhere')
  assert.equal((await signIn(scene, pat.email, pat.password)).reply.status, 401)
  assert.equal((await signIn(scene, NEW, pat.password)).reply.status, 201)
  const after = await sheet()
  assert.deepEqual([after.email, after.waitingEmail], [NEW, null])
  assert.ok(after.emailProvedAt)
  const source = after.fields.find((each: { field: string }) => each.field === 'email').source
  assert.match(source, /^Confirmed with a link that went there, /)
  for (const [email, n] of [
    [pat.email, 2],
    [NEW, 2],
  ] as const)
    assert.equal(
      (await lettersTo(mailbox, email, n)).mail.subject,
      'Reed Primary: your email address was changed',
    )

  assert.equal((await confirm(scene, token)).body.code, 'link_used')
  const { body } = await olive.get(`/api/v1/organisations/${reed.id}/audit`)
  const line = body.data.find((each: { event: string }) => each.event === 'email.changed')
  assert.deepEqual(line.changes, [{ label: 'Email address', before: pat.email, after: NEW }])
  assert.deepEqual(
    (await recorded(scene.app, scene.id))
      .filter((each) => each.event.startsWith('email'))
      .map((each) => each.event),
    ['email_change.asked', 'email.changed'],
  )
})

test('in the browser in which they are signed in people go on, with a new token; elsewhere they are signed out', async (t) => {
  const scene = await reedPrimary(t, {})
  const { pat } = await patWaits(scene)
  const here = (await signIn(scene, pat.email, pat.password)).browser
  const elsewhere = (await signIn(scene, pat.email, pat.password)).browser
  const sids = () => [...here.cookies].filter(([name]) => name.endsWith('sid')).map(([, value]) => value)
  const before = sids()
  const done = await here.post(`/api/v1/email-changes/${await emailChangeLink(scene, pat)}`)
  assert.deepEqual([done.status, done.body.signedIn], [200, true])
  assert.notDeepEqual(sids(), before)
  assert.equal((await here.get('/api/v1/me')).body.email, NEW)
  assert.equal((await elsewhere.get('/api/v1/me')).status, 401)
})

test('a link ends with a newer one, when called off, with a new password, and after three days', async (t) => {
  const scene = await reedPrimary(t)
  const { http, head, mailbox, clock, olive } = scene
  const { pat } = await patWaits(scene)
  const first = tokenIn(await lettersTo(mailbox, NEW, 1))
  await head.patch(`/api/v1/people/${pat.id}`, { email: 'patsy@reed.example' })
  assert.equal((await confirm(scene, first)).body.code, 'link_revoked', 'a newer one')

  const second = tokenIn(await lettersTo(mailbox, 'patsy@reed.example', 1))
  const off = await head.delete(`/api/v1/people/${pat.id}/email-change`)
  assert.deepEqual([off.status, off.body.sentence], [200, 'Pat Ford keeps pat@reed.example.'])
  assert.equal((await confirm(scene, second)).body.code, 'link_revoked', 'called off')
  assert.equal((await head.delete(`/api/v1/people/${pat.id}/email-change`)).body.code, 'no_email_change')

  await head.patch(`/api/v1/people/${pat.id}`, { email: NEW })
  const third = tokenIn(await lettersTo(mailbox, NEW, 2))
  assert.equal(
    (await head.patch(`/api/v1/people/${pat.id}`, { email: 'pp@reed.example' })).body.code,
    'slow_down',
    'three in a day are enough',
  )
  await olive.post(`/api/v1/people/${pat.id}/reset-password`)
  const reset = /rst_[\w-]+/.exec((await lettersTo(mailbox, pat.email, 4)).mail.text ?? '')?.[0]
  assert.equal(
    (await http.fresh().post(`/api/v1/password-resets/${reset}`, { password: 'quite another secret' }))
      .status,
    204,
  )
  assert.equal((await confirm(scene, third)).body.code, 'link_revoked', 'a new password')

  await clock.shift(25 * 3600)
  const sam = (await signIn(scene, scene.sam.email, scene.sam.password)).browser
  await sam.patch(`/api/v1/people/${pat.id}`, { email: NEW })
  const fourth = tokenIn(await lettersTo(mailbox, NEW, 3))
  await clock.shift(3 * 86_400 + 1)
  const late = await confirm(scene, fourth)
  assert.deepEqual([late.status, late.body.code], [410, 'link_expired'])
  assert.ok(!late.body.detail.includes('reed'), 'a dead link says nothing of the person')
})

test('links of other kinds are no links here, nor this one elsewhere, and none is used up by trying', async (t) => {
  const scene = await reedPrimary(t)
  const { http, head, reed, mailbox } = scene
  const { pat } = await patWaits(scene)
  const token = tokenIn(await lettersTo(mailbox, NEW, 1))
  await head.post(`/api/v1/people/${pat.id}/reset-password`)
  const reset = /rst_[\w-]+/.exec((await lettersTo(mailbox, pat.email, 2)).mail.text ?? '')?.[0] ?? ''
  const invitation = await copiedLink(head, await inviteOne(head, reed, { email: 'jane@reed.example' }))
  const door = http.fresh()
  for (const other of [reset, invitation, `${token}x`])
    assert.equal((await confirm(scene, other)).status, 404)
  assert.equal(
    (await door.post(`/api/v1/password-resets/${token}`, { password: 'quite another secret' })).status,
    404,
  )
  assert.equal((await door.get(`/api/v1/registrations/${token}`)).status, 404)
  assert.equal((await confirm(scene, token)).status, 200)
  assert.equal((await door.get(`/api/v1/password-resets/${reset}`)).body.code, 'link_revoked', 'case 66')
})

test('an address that somebody else got meanwhile stays theirs; of two confirmations at once one is done', async (t) => {
  const scene = await reedPrimary(t, {})
  const { make, head, reed } = scene
  const { pat } = await patWaits(scene)
  const token = await emailChangeLink(scene, pat)
  await make.person(NEW, { at: reed })
  assert.equal((await confirm(scene, token)).body.code, 'address_in_use')
  assert.equal((await head.get(`/api/v1/people/${pat.id}`)).body.email, pat.email)

  const mel = await make.person('mel@reed.example', { at: reed })
  await head.patch(`/api/v1/people/${mel.id}`, { email: 'melanie@reed.example' })
  const both = await emailChangeLink(scene, mel)
  const answers = await Promise.all([confirm(scene, both), confirm(scene, both)])
  assert.deepEqual(answers.map((each) => each.status).sort(), [200, 410])
})

test('a change dies with the right of who asked for it, and with the membership of whom it is about', async (t) => {
  const scene = await reedPrimary(t, {})
  const { make, http, olive, reed } = scene
  const pia = await make.person('pia@reed.example', { at: reed, role: 'organisation_admin' })
  const pat = await make.person('pat@reed.example', { at: reed })
  const asked = await http.as(pia).patch(`/api/v1/people/${pat.id}`, { email: NEW })
  assert.equal(asked.status, 200, JSON.stringify(asked.body))
  const token = await emailChangeLink(scene, pat)
  await olive.post(`/api/v1/people/${pia.id}/archive`, {})
  assert.equal((await confirm(scene, token)).body.code, 'link_revoked')

  const mel = await make.person('mel@reed.example', { at: reed })
  await olive.patch(`/api/v1/people/${mel.id}`, { email: 'melanie@reed.example' })
  const ofMel = await emailChangeLink(scene, mel)
  await olive.post(`/api/v1/people/${mel.id}/archive`, {})
  assert.equal((await confirm(scene, ofMel)).body.code, 'link_revoked')
})

test('who proved themselves long ago proves it again before an address is changed', async (t) => {
  const scene = await reedPrimary(t, {})
  const { make, head, reed, clock } = scene
  const pat = await make.person('pat@reed.example', { at: reed })
  await head.get('/api/v1/me')
  await clock.shift(11 * 60)
  assert.equal((await head.patch(`/api/v1/people/${pat.id}`, { jobTitle: 'Teacher' })).status, 200)
  const stale = await head.patch(`/api/v1/people/${pat.id}`, { email: NEW, jobTitle: 'Cook' })
  assert.deepEqual([stale.status, stale.body.code], [403, 'reauth_required'])
  assert.equal(
    (await head.get(`/api/v1/people/${pat.id}`)).body.jobTitle,
    'Teacher',
    'nothing is done by halves',
  )
  await mailIsSettled(head, reed)
})

test('a one-time password that was mailed to the old address opens nothing once the new one is proved', async (t) => {
  const scene = await reedPrimary(t)
  const { head, reed, mailbox } = scene
  const { made, password } = await setUpWithMail(head, reed, mailbox, 'jnae@reed.example')
  assert.equal(
    (await head.patch(`/api/v1/people/${made.body.id}`, { email: 'jane@reed.example' })).status,
    200,
  )
  const token = tokenIn(await lettersTo(mailbox, 'jane@reed.example', 1))
  assert.equal((await confirm(scene, token)).status, 200)
  const { reply } = await signIn(scene, 'jane@reed.example', password)
  assert.deepEqual([reply.status, reply.body.code], [401, 'one_time_over'])
})

test('while email isn’t set up nobody is told that the link to a new address is on its way', async (t) => {
  const { make, head, reed } = await reedPrimary(t, { mail: 'captured' })
  const pat = await make.person('pat@reed.example', { at: reed, name: 'Pat Ford' })
  const asked = await head.patch(`/api/v1/people/${pat.id}`, { email: NEW })
  assert.match(asked.body.sentence, /was written\. Email isn’t set up, so nothing is sent\./)
  assert.match(asked.body.sentence, /Until the link is used, Pat Ford keeps the old address\.$/)
})
