import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  copiedLink,
  door,
  inviteOne,
  mailedLink,
  mailIsSettled,
  reedPrimary,
  signIn,
} from '../../../test/support/invite.ts'
import { recorded } from '../../../test/support/record.ts'

const JANE = { email: 'jane@reed.example', givenName: 'Jane', familyName: 'Smith' }
const DAY = 86_400

test('an expired link gets its person a new one, at the invited address and nowhere else', async (t) => {
  const lanyard = await reedPrimary(t)
  const { http, head, olive, reed, mailbox, clock, app, id, sam } = lanyard
  const jane = await inviteOne(head, reed, JANE)
  const old = door(http.fresh(), await mailedLink(mailbox, JANE.email))
  await mailIsSettled(olive, reed)
  assert.equal((await old.askNewLink()).body.code, 'link_still_works')
  await clock.shift(7 * DAY + 1)
  assert.equal((await old.open()).body.code, 'link_expired')
  const asked = await old.askNewLink()
  assert.equal(asked.status, 202, JSON.stringify(asked.body))
  assert.doesNotMatch(JSON.stringify(asked.body), /jane/i)
  const fresh = door(http.fresh(), await mailedLink(mailbox, JANE.email, 2))
  assert.equal((await old.open()).body.code, 'link_expired', 'the old one stays as it is')
  const { browser } = await signIn(lanyard, sam.email, sam.password)
  await mailIsSettled(browser, reed)
  assert.equal((await browser.get(`/api/v1/people/${jane.personId}`)).body.status, 'pending')
  const lines = (await recorded(app, id)).filter((line) => line.event === 'invitation.new_link_asked')
  assert.equal(lines.length, 1)
  assert.equal((await fresh.register()).status, 201)
  assert.equal((await old.askNewLink()).body.code, 'link_used')
})

test('a new link is mailed once a minute and three times a day at most', async (t) => {
  const { http, head, olive, reed, mailbox, clock } = await reedPrimary(t)
  await inviteOne(head, reed, JANE)
  const token = await mailedLink(mailbox, JANE.email)
  await mailIsSettled(olive, reed)
  await clock.shift(7 * DAY + 1)
  const ask = async () => {
    const reply = await door(http.fresh(), token).askNewLink()
    return [reply.status, reply.body.code]
  }
  const first = await Promise.all(Array.from({ length: 5 }, ask))
  assert.equal(first.filter(([status]) => status === 202).length, 1, 'five at once are one')
  assert.ok(first.every(([status, code]) => status === 202 || code === 'slow_down'))
  await clock.shift(61)
  assert.deepEqual(await ask(), [202, undefined])
  await clock.shift(61)
  assert.deepEqual(await ask(), [202, undefined])
  await clock.shift(3600)
  assert.deepEqual(await ask(), [429, 'slow_down'])
  await clock.shift(DAY)
  assert.deepEqual(await ask(), [202, undefined])
})

test('no new link for an invitation that was cancelled, or that its inviter could no longer make', async (t) => {
  const { http, head, olive, reed, sam, mailbox, clock } = await reedPrimary(t)
  const jane = await inviteOne(head, reed, JANE)
  await inviteOne(head, reed, { email: 'tom@reed.example' })
  const [janes, toms] = [await mailedLink(mailbox, JANE.email), await mailedLink(mailbox, 'tom@reed.example')]
  await mailIsSettled(olive, reed)
  assert.equal((await head.post(`/api/v1/invitations/${jane.invitationId}/cancel`)).status, 204)
  await olive.put(`/api/v1/people/${sam.id}/roles`, { roles: [{ role: 'user' }], permissions: [] })
  await clock.shift(7 * DAY + 1)
  assert.equal((await door(http.fresh(), janes).askNewLink()).body.code, 'link_revoked')
  assert.equal((await door(http.fresh(), toms).askNewLink()).body.code, 'needs_reapproval')
})

test('“this isn’t me”: the invitation ends, the person is no longer there, and the inviter is told', async (t) => {
  const { http, make, head, reed, mailbox, app, id, sam } = await reedPrimary(t)
  const jane = await inviteOne(head, reed, JANE)
  const page = door(http.fresh(), await mailedLink(mailbox, JANE.email))
  assert.equal((await page.notMe()).status, 204)
  for (const reply of [await page.open(), await page.register(), await page.notMe()])
    assert.equal(reply.body.code, 'link_revoked')
  assert.equal((await head.get(`/api/v1/people/${jane.personId}`)).status, 404)
  const told = () => mailbox.all().filter((letter) => letter.to.includes(sam.email))
  for (let n = mailbox.all().length + 1; told().length < 1; n++) await mailbox.letter(n)
  assert.match(told()[0]?.mail.text ?? '', /jane@reed\.example/)
  const lines = (await recorded(app, id)).filter((line) => line.event === 'invitation.declined')
  assert.equal(lines.length, 1)

  await inviteOne(head, reed, { email: 'tim@reed.example' })
  const tom = http.as(await make.person('tom@reed.example', { at: reed }))
  const tims = door(tom, await mailedLink(mailbox, 'tim@reed.example'))
  assert.equal((await tims.notMe()).status, 204, 'whoever is signed in as another knows best')
})

test('while email isn’t set up nobody is told that a link is on its way', async (t) => {
  const { http, head, reed, clock } = await reedPrimary(t, { mail: 'captured' })
  const jane = await inviteOne(head, reed, JANE)
  const old = door(http.fresh(), await copiedLink(head, jane))
  await clock.shift(7 * DAY + 1)
  const asked = await old.askNewLink()
  assert.equal(asked.status, 202, JSON.stringify(asked.body))
  assert.match(asked.body.detail, /email isn’t set up here/)
  const reset = await http.fresh().post('/api/v1/password-resets', { email: JANE.email })
  assert.match(reset.body.detail, /a link for it was written/)
})
