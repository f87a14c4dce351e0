import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inviteOne, mailIsSettled, reedPrimary, signIn } from '../../../test/support/invite.ts'
import { lettersTo, setUpWithMail, wishFor } from '../../../test/support/newcomers.ts'

test('an address of somebody archived here: the form says since when, and offers to reactivate', async (t) => {
  const { head, make, reed } = await reedPrimary(t)
  const jane = await make.person('jane@reed.example', { at: reed, name: 'Jane Smith' })
  assert.equal((await head.post(`/api/v1/people/${jane.id}/archive`, {})).status, 200)
  const check = await head.post(`/api/v1/organisations/${reed.id}/people/address-check`, {
    email: ' Jane@REED.example ',
  })
  assert.match(check.body.detail, /^Jane Smith was already created: archived on \d+ \w+\. Reactivate/)
  assert.deepEqual(
    [check.body.code, check.body.wayOn, check.body.person.id, check.body.fits],
    ['archived_match', 'reactivate', jane.id, []],
  )
  for (const notify of ['invite', 'credentials', 'none']) {
    const reply = await head.post(
      `/api/v1/organisations/${reed.id}/people`,
      wishFor('jane@reed.example', { notify }),
    )
    assert.deepEqual(
      [reply.status, reply.body.code, reply.body.detail],
      [409, 'archived_match', check.body.detail],
    )
  }
})

test('somebody of another school: named to who sees it, and only “in use” to who does not; they are invited, never set up', async (t) => {
  const { head, olive, make, reed, http, mailbox } = await reedPrimary(t)
  const hillside = await make.school('Hillside')
  const tom = await make.person('tom@hillside.example', { at: hillside, name: 'Tom Reed' })
  const path = `/api/v1/organisations/${reed.id}/people`
  const ask = (who: typeof head) => who.post(`${path}/address-check`, { email: tom.email })

  const seen = (await ask(olive)).body
  assert.deepEqual([seen.code, seen.person.id], ['in_other_school', tom.id])
  assert.match(seen.detail, /Tom Reed already has an account at Hillside/)
  const unseen = (await ask(head)).body
  assert.deepEqual([unseen.code, unseen.person, unseen.wayOn], ['address_in_use', null, 'invite'])
  assert.equal(
    unseen.detail,
    'This address is in use. Invite them to join. Questions: olive@beacon.example at Beacon Trust.',
  )
  assert.doesNotMatch(JSON.stringify(unseen), /Hillside|Tom/)
  for (const more of [{}, { password: 'a password to begin with' }, { notify: 'none' }]) {
    const reply = await head.post(path, wishFor(tom.email, more))
    assert.deepEqual([reply.status, reply.body.code], [409, 'address_in_use'])
  }
  assert.equal(
    (await http.as(tom).get('/api/v1/me')).status,
    200,
    'their password and sessions are untouched',
  )

  const invited = await head.post(path, wishFor(tom.email, { notify: 'invite' }))
  assert.equal(invited.status, 201, JSON.stringify(invited.body))
  await mailIsSettled(head, reed)
  assert.match(lettersTo(mailbox, tom.email)[0]?.mail.subject ?? '', /join with your staff account/)
})

test('who is listed here and known elsewhere is invited, and nobody else chooses a password for them', async (t) => {
  const { head, make, reed } = await reedPrimary(t, { mail: 'captured' })
  const hillside = await make.school('Hillside')
  const unasked = { state: 'not_invited', password: false } as const
  await make.person('uma@hillside.example', { at: hillside, role: 'organisation_admin', ...unasked })
  await make.person('uma@hillside.example', { at: reed, ...unasked })
  const path = `/api/v1/organisations/${reed.id}/people`
  const check = await head.post(`${path}/address-check`, { email: 'uma@hillside.example' })
  assert.deepEqual([check.body.code, check.body.fits], ['already_added', ['invite']])
  assert.doesNotMatch(JSON.stringify(check.body), /Hillside/)
  const wish = wishFor('uma@hillside.example', { password: 'a password to begin with' })
  assert.equal((await head.post(path, wish)).body.code, 'already_added')
})

test('a plain member of another school learns no name from an address there', async (t) => {
  const { http, make, reed } = await reedPrimary(t, { mail: 'captured' })
  const hillside = await make.school('Hillside')
  await make.person('tom@hillside.example', { at: hillside, name: 'Tom Secret' })
  const ann = await make.person('ann@reed.example', { at: reed, role: 'organisation_admin' })
  await make.person('ann@reed.example', { at: hillside, role: 'user', password: false })
  const path = `/api/v1/organisations/${reed.id}/people`
  const check = await http.as(ann).post(`${path}/address-check`, { email: 'tom@hillside.example' })
  assert.deepEqual([check.body.code, check.body.person], ['address_in_use', null])
  assert.doesNotMatch(JSON.stringify(check.body), /Tom|Hillside/)
})

test('who is active, invited or waiting here is not added twice; who was only listed can be invited or set up', async (t) => {
  const lanyard = await reedPrimary(t)
  const { head, make, reed, mailbox } = lanyard
  const path = `/api/v1/organisations/${reed.id}/people`
  await make.person('ada@reed.example', { at: reed })
  await inviteOne(head, reed, { email: 'pia@reed.example' })
  await make.person('wes@reed.example', { at: reed, password: false, state: 'awaiting_approval' })
  const codeOf = async (email: string) => (await head.post(path, wishFor(email))).body.code
  assert.equal(await codeOf('ada@reed.example'), 'already_active')
  assert.equal(await codeOf('pia@reed.example'), 'already_invited')
  assert.equal(await codeOf('wes@reed.example'), 'awaiting_approval')

  const listed = await head.post(path, wishFor('lee@reed.example', { notify: 'none' }))
  assert.equal(listed.status, 201)
  assert.equal(listed.body.status, 'not_invited')
  assert.equal(await codeOf('lee@reed.example'), undefined)
  await mailIsSettled(head, reed)
  assert.equal(lettersTo(mailbox, 'lee@reed.example').length, 1)
})

test('nobody sets up an account that already holds more than they may give', async (t) => {
  const { head, olive, http, make, reed } = await reedPrimary(t)
  const path = `/api/v1/organisations/${reed.id}/people`
  const ann = http.as(await make.person('ann@reed.example', { at: reed, role: 'admin' }))
  const high = wishFor('lee@reed.example', { notify: 'none', roles: ['super_admin'] })
  assert.equal((await head.post(path, high)).body.code, 'role_above_yours')
  assert.equal((await olive.post(path, high)).status, 201)
  const reply = await head.post(path, wishFor('lee@reed.example'))
  assert.equal(reply.status, 403, JSON.stringify(reply.body))
  assert.equal((await ann.get('/api/v1/me')).status, 200)
})

test('an account set up at a school whose person registers at another meanwhile keeps the password they chose', async (t) => {
  const lanyard = await reedPrimary(t)
  const { head, olive, make, reed, mailbox, clock } = lanyard
  const hillside = await make.school('Hillside')
  mailbox.behave('defer')
  const { made } = await setUpWithMail(head, reed, mailbox, 'jane@reed.example')
  mailbox.behave('accept')
  const invited = await inviteOne(olive, hillside, { email: 'jane@reed.example' })
  const { copiedLink, door, NEW_PASSWORD } = await import('../../../test/support/invite.ts')
  const token = await copiedLink(olive, invited)
  assert.equal((await door(lanyard.http.fresh(), token).register()).status, 201)
  await clock.shift(61)
  await lanyard.sendMail()
  await mailIsSettled(head, reed)
  assert.equal((await signIn(lanyard, 'jane@reed.example', NEW_PASSWORD)).reply.body.next, null)
  const row = (await head.get(`/api/v1/people/${made.body.id}`)).body
  assert.equal(row.status, 'not_invited')
})
