import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  copiedLink,
  door,
  inviteOne,
  mailedLink,
  mailIsSettled,
  NEW_PASSWORD,
  reedPrimary,
  signIn,
} from '../../../test/support/invite.ts'
import { recorded } from '../../../test/support/record.ts'
import { addOwner } from '../set-up/add-owner.ts'
import { commandRequest } from '../set-up/set-up.ts'

const placesOf = (body: { organisations: { name: string }[] }) => body.organisations.map((each) => each.name)

test('somebody of another school signs in as usual, joins by one button, and then holds both places', async (t) => {
  const lanyard = await reedPrimary(t)
  const { http, make, head, reed, mailbox, app, id } = lanyard
  const mill = await make.school('Mill Lane')
  const ann = await make.person('ann@mill.example', { at: mill, name: 'Ann Lee' })
  const invited = await inviteOne(head, reed, { email: ann.email, givenName: 'Annie' })
  const token = await mailedLink(mailbox, ann.email)

  const nobody = door(http.fresh(), token)
  const opened = await nobody.open()
  assert.equal(opened.body.needs, 'sign_in')
  assert.doesNotMatch(JSON.stringify(opened.body), /Mill Lane/, 'the other school is not named')
  assert.equal((await nobody.register()).body.code, 'sign_in_first')
  assert.equal((await nobody.keep({ step: 'name' })).body.code, 'sign_in_first')
  assert.equal((await nobody.join()).status, 401)

  const elsewhere = await signIn(lanyard, ann.email, ann.password)
  const { browser } = await signIn(lanyard, ann.email, ann.password)
  const page = door(browser, token)
  assert.equal((await page.open()).body.needs, 'join')
  const joined = await page.join()
  assert.equal(joined.status, 201, JSON.stringify(joined.body))
  assert.deepEqual(joined.body.organisation.name, 'Reed Primary')
  const me = await browser.get('/api/v1/me')
  assert.deepEqual(placesOf(me.body).sort(), ['Mill Lane', 'Reed Primary'])
  assert.equal(me.body.name, 'Ann Lee', 'one account, with the name it had')
  assert.equal((await page.open()).body.code, 'link_used')
  assert.equal((await page.join()).body.code, 'link_used')

  const seen = (await head.get(`/api/v1/people/${invited.personId}`)).body
  assert.ok(seen.emailProvedAt, 'a mailed link proves the mailbox here too')
  assert.equal(
    (await elsewhere.browser.get('/api/v1/me')).status,
    401,
    'what was begun before the proof ends',
  )
  assert.equal((await signIn(lanyard, ann.email, ann.password)).reply.status, 201)
  const events = (await recorded(app, id)).map((line) => line.event)
  assert.equal(events.filter((event) => event === 'membership.joined').length, 1)
  assert.equal(events.filter((event) => event === 'invitation.accepted').length, 0)
})

test('joining twice under one key is joining once', async (t) => {
  const lanyard = await reedPrimary(t)
  const { make, head, reed } = lanyard
  const ann = await make.person('ann@mill.example', { at: await make.school('Mill Lane') })
  const token = await copiedLink(head, await inviteOne(head, reed, { email: ann.email }))
  const { browser } = await signIn(lanyard, ann.email, ann.password)
  const join = () =>
    browser.post(`/api/v1/registrations/${token}/join`, undefined, { 'idempotency-key': 'one' })
  const replies = [await join(), await join()]
  assert.deepEqual(
    replies.map((reply) => [reply.status, reply.body.organisation.name]),
    [
      [201, 'Reed Primary'],
      [201, 'Reed Primary'],
    ],
  )
})

test('a link handed over by hand proves no mailbox', async (t) => {
  const { http, head, reed } = await reedPrimary(t)
  const jane = await inviteOne(head, reed, { email: 'jane@reed.example' })
  const page = door(http.fresh(), await copiedLink(head, jane))
  assert.equal((await page.register()).status, 201)
  assert.equal((await head.get(`/api/v1/people/${jane.personId}`)).body.emailProvedAt, null)
})

test('with mail not set up the link is read in Lanyard itself, and so proves no mailbox and takes over nobody', async (t) => {
  const { http, make, olive, reed } = await reedPrimary(t, { mail: 'captured' })
  const mill = await make.school('Mill Lane')
  await make.person('otto@mill.example', { at: mill, password: false })
  const read = async (email: string) => {
    const invited = await inviteOne(olive, reed, { email })
    await mailIsSettled(olive, reed)
    const { body } = await olive.get(`/api/v1/organisations/${reed.id}/messages`)
    const message = body.data.find((each: { to: string }) => each.to === email)
    const { text } = (await olive.get(`/api/v1/messages/${message.id}/content`)).body
    return { invited, page: door(http.fresh(), /\/i\/(inv_[\w-]+)/.exec(text)?.[1] ?? 'no link') }
  }
  const jane = await read('jane@reed.example')
  assert.equal((await jane.page.register()).status, 201)
  assert.equal((await olive.get(`/api/v1/people/${jane.invited.personId}`)).body.emailProvedAt, null)
  const otto = await read('otto@mill.example')
  assert.equal((await otto.page.register()).body.code, 'sign_in_first')
})

test('whoever copies a link cannot take over somebody who has a place elsewhere, with a password or without', async (t) => {
  const { http, make, head, reed, mailbox } = await reedPrimary(t)
  const mill = await make.school('Mill Lane')
  await make.person('ann@mill.example', { at: mill })
  await make.person('otto@mill.example', { at: mill, password: false })
  for (const email of ['ann@mill.example', 'otto@mill.example']) {
    const copied = door(http.fresh(), await copiedLink(head, await inviteOne(head, reed, { email })))
    assert.equal((await copied.open()).body.needs, 'sign_in', email)
    assert.equal((await copied.register()).body.code, 'sign_in_first', email)
  }
  const mailed = door(http.fresh(), await mailedLink(mailbox, 'otto@mill.example'))
  assert.equal((await mailed.register()).status, 201, 'the mailbox is his, so with that link it is himself')
})

test('what was attached before the mailbox was proved ends: links, and a lock', async (t) => {
  const lanyard = await reedPrimary(t)
  const { app, http, head, reed, mailbox } = lanyard
  const wish = { email: 'otto@beacon.example', givenName: 'Otto', familyName: 'Quill', password: null }
  const { passwordLink } = await addOwner(app, commandRequest(), wish)
  await inviteOne(head, reed, { email: wish.email })
  for (let n = 0; n < 10; n++) await signIn(lanyard, wish.email, 'a wrong password')
  const page = door(http.fresh(), await mailedLink(mailbox, wish.email))
  assert.equal((await page.register()).status, 201)
  const printed = await http.post(`/api/v1/password-resets/${passwordLink?.split('/').at(-1)}`, {
    password: 'the password of a stranger',
  })
  assert.equal(printed.body.code, 'link_revoked')
  assert.equal((await signIn(lanyard, wish.email, NEW_PASSWORD)).reply.status, 201, 'the lock is open')
})

test('of two schools that invited a newcomer, the first gets her registered and the second gets her by joining', async (t) => {
  const { http, make, head, olive, reed, mailbox } = await reedPrimary(t)
  const mill = await make.school('Mill Lane')
  const email = 'jane@some.example'
  await inviteOne(head, reed, { email })
  await inviteOne(olive, mill, { email })
  const phone = http.fresh()
  const [first, second] = [await mailedLink(mailbox, email, 1), await mailedLink(mailbox, email, 2)]
  assert.equal((await door(phone, first).register()).status, 201)
  assert.equal((await door(http.fresh(), second).open()).body.needs, 'sign_in')
  assert.equal((await door(http.fresh(), second).register()).body.code, 'sign_in_first')
  assert.equal((await door(phone, second).open()).body.needs, 'join')
  assert.equal((await door(phone, second).join()).status, 201)
  assert.deepEqual(placesOf((await phone.get('/api/v1/me')).body).sort(), ['Mill Lane', 'Reed Primary'])
})
