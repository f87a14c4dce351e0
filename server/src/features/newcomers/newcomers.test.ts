import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  copiedLink,
  door,
  mailedLink,
  mailIsSettled,
  reedPrimary,
  signIn,
} from '../../../test/support/invite.ts'
import { lettersTo, wishFor } from '../../../test/support/newcomers.ts'

const EMAIL = 'jane@reed.example'

test('saving the form with an invitation sends one, and they take a seat when they have registered', async (t) => {
  const { head, reed, mailbox, olive, http } = await reedPrimary(t)
  const path = `/api/v1/organisations/${reed.id}/people`
  const wish = wishFor(EMAIL, {
    notify: 'invite',
    jobTitle: 'Caretaker',
    jobCategory: 'site',
    staffNumber: '0042',
    startDate: '2026-09-01',
    message: 'Welcome to the team',
  })
  const made = await head.post(path, wish)
  assert.equal(made.status, 201, JSON.stringify(made.body))
  assert.equal(made.body.status, 'pending')
  assert.match(made.body.sentence, /The invitation to Jane Smith is on its way\. They take a seat once/)
  const seats = async () => (await olive.get(`/api/v1/organisations/${reed.id}/seats`)).body.open
  const token = await mailedLink(mailbox, EMAIL)
  assert.equal(await seats(), 0)
  assert.equal((await door(http.fresh(), token).register()).status, 201)
  assert.equal(await seats(), 1)
  assert.equal(lettersTo(mailbox, EMAIL).length, 1)
  const sheet = (await head.get(`/api/v1/people/${made.body.id}`)).body
  assert.deepEqual(
    [sheet.jobTitle, sheet.staffNumber, sheet.relationship, sheet.status],
    ['Caretaker', '0042', 'employee', 'active'],
  )
})

test('an invitation on a date waits for it, and one that is cancelled leaves the person on the list', async (t) => {
  const { head, reed, mailbox } = await reedPrimary(t)
  const sendAt = new Date(Date.now() + 5 * 86_400_000).toISOString()
  const made = await head.post(
    `/api/v1/organisations/${reed.id}/people`,
    wishFor(EMAIL, { notify: 'invite', sendAt, jobTitle: 'Cook' }),
  )
  assert.match(made.body.sentence, /goes out on /)
  assert.match(made.body.statusDetail, /^Sends /)
  assert.equal(lettersTo(mailbox, EMAIL).length, 0)
  assert.equal((await head.post(`/api/v1/invitations/${made.body.invitationId}/cancel`)).status, 204)
  const row = (await head.get(`/api/v1/people/${made.body.id}`)).body
  assert.deepEqual([row.status, row.jobTitle], ['not_invited', 'Cook'])
})

test('who is not invited yet gets no mail and no seat, and cannot sign in; the same form later invites them', async (t) => {
  const lanyard = await reedPrimary(t)
  const { head, reed, mailbox, olive } = lanyard
  const made = await head.post(`/api/v1/organisations/${reed.id}/people`, wishFor(EMAIL, { notify: 'none' }))
  assert.equal(made.body.status, 'not_invited')
  assert.match(made.body.sentence, /No email was sent, and no seat is taken/)
  assert.equal((await signIn(lanyard, EMAIL, 'three random words')).reply.status, 401)
  await lanyard.http.fresh().post('/api/v1/password-resets', { email: EMAIL })
  await mailIsSettled(olive, reed)
  assert.equal(lettersTo(mailbox, EMAIL).length, 0)
  assert.equal((await olive.get(`/api/v1/organisations/${reed.id}/seats`)).body.open, 0)
  const later = await head.post(
    `/api/v1/organisations/${reed.id}/people`,
    wishFor(EMAIL, { notify: 'invite' }),
  )
  assert.deepEqual([later.status, later.body.id, later.body.status], [201, made.body.id, 'pending'])
})

test('each of two roles on each of two groups, and the person is in both', async (t) => {
  const { head, make, reed } = await reedPrimary(t)
  const groups = [await make.unit('Maths', { at: reed }), await make.unit('Art', { at: reed })]
  const units = groups.map((unit) => unit.id)
  const made = await head.post(
    `/api/v1/organisations/${reed.id}/people`,
    wishFor(EMAIL, { notify: 'none', roles: ['author', 'coach'], units }),
  )
  assert.equal(made.status, 201, JSON.stringify(made.body))
  const jane = (await head.get(`/api/v1/people/${made.body.id}`)).body
  assert.deepEqual(
    jane.roles.map((each: { role: string; scope: string }) => `${each.role} of ${each.scope}`).sort(),
    ['author of Art', 'author of Maths', 'coach of Art', 'coach of Maths'],
  )
  assert.deepEqual(jane.units.map((unit: { name: string }) => unit.name).sort(), ['Art', 'Maths'])
})

test('who is added for a time has a last day from the start, in whatever way they are added, and never before their first', async (t) => {
  const { head, reed } = await reedPrimary(t, { mail: 'captured' })
  const path = `/api/v1/organisations/${reed.id}/people`
  const dates = { startDate: '2027-01-04', leavingDate: '2027-07-23' }
  for (const notify of ['invite', 'credentials', 'none']) {
    const made = await head.post(path, wishFor(`${notify}@reed.example`, { notify, ...dates }))
    assert.equal(made.status, 201, JSON.stringify(made.body))
    assert.equal(
      (await head.get(`/api/v1/people/${made.body.id}`)).body.leavingDate,
      dates.leavingDate,
      notify,
    )
  }
  const late = await head.post(path, wishFor(EMAIL, { notify: 'none', ...dates, leavingDate: '2026-12-18' }))
  assert.deepEqual(
    [late.status, late.body.errors?.[0]?.code, late.body.errors?.[0]?.pointer],
    [422, 'leaving_before_start', '#/leavingDate'],
  )
})

test('every kind of staff can be added, at a school or for the whole trust', async (t) => {
  const { olive, head, reed, root } = await reedPrimary(t)
  const options = (await head.get(`/api/v1/organisations/${reed.id}/people/new`)).body
  const keys = options.jobCategories.map((each: { key: string }) => each.key)
  const staff = [
    { at: reed, jobCategory: 'site', relationship: 'contractor' },
    { at: reed, jobCategory: 'governor', relationship: 'governor' },
    { at: reed, jobCategory: 'peripatetic_teacher', relationship: 'agency' },
    { at: root, jobCategory: 'finance', roles: ['finance_manager'] },
  ]
  for (const [index, { at, ...more }] of staff.entries()) {
    assert.ok(keys.includes(more.jobCategory))
    const made = await olive.post(
      `/api/v1/organisations/${at.id}/people`,
      wishFor(`p${index}@reed.example`, { notify: 'none', ...more }),
    )
    assert.equal(made.status, 201, JSON.stringify(made.body))
    const sheet = (await olive.get(`/api/v1/people/${made.body.id}`)).body
    assert.equal(sheet.relationship, more.relationship ?? 'employee')
    assert.equal(sheet.organisation.id, at.id)
  }
  const wrong = wishFor(EMAIL, { relationship: 'friend' })
  assert.equal((await head.post(`/api/v1/organisations/${reed.id}/people`, wrong)).status, 422)
})

test('every field that is missing or wrong says so at once, and nothing is saved', async (t) => {
  const { head, reed } = await reedPrimary(t)
  const path = `/api/v1/organisations/${reed.id}/people`
  const wish = { email: 'jane at reed', givenName: ' ', familyName: '', notify: 'invite' }
  const reply = await head.post(path, wish)
  assert.equal(reply.status, 422)
  assert.deepEqual(
    reply.body.errors.map((each: { pointer: string; code: string }) => [each.pointer, each.code]),
    [
      ['#/givenName', 'given_name_missing'],
      ['#/familyName', 'family_name_missing'],
      ['#/email', 'email_format'],
    ],
  )
  assert.equal((await head.post(path, { ...wish, email: '' })).body.errors[2].code, 'email_missing')
  const led = wishFor(EMAIL, { givenName: 'www.evil.example' })
  assert.equal((await head.post(path, led)).body.code, 'no_links_here')
})

test('who may not create people does not: not by the API, and not by knowing the address', async (t) => {
  const lanyard = await reedPrimary(t)
  const { http, make, reed } = lanyard
  const maths = await make.unit('Maths', { at: reed })
  const uma = http.as(
    await make.person('uma@reed.example', { at: reed, role: 'unit_administrator', unit: maths }),
  )
  const tom = http.as(await make.person('tom@reed.example', { at: reed }))
  const hillside = await make.school('Hillside')
  const eve = http.as(await make.person('eve@hill.example', { at: hillside, role: 'organisation_admin' }))
  const path = `/api/v1/organisations/${reed.id}/people`
  for (const [who, status] of [
    [uma, 403],
    [tom, 403],
    [eve, 404],
  ] as const) {
    for (const wish of [
      wishFor(EMAIL),
      wishFor(EMAIL, { notify: 'none' }),
      wishFor(EMAIL, { password: 'short' }),
    ])
      assert.equal((await who.post(path, wish)).status, status)
    assert.equal((await who.post(`${path}/address-check`, { email: EMAIL })).status, status)
    assert.equal((await who.get(`${path}/new`)).status, status)
  }
})

test('nobody adds anybody above themselves, by role or by permission, in whatever way', async (t) => {
  const { http, make, reed } = await reedPrimary(t)
  const path = `/api/v1/organisations/${reed.id}/people`
  const ann = http.as(await make.person('ann@reed.example', { at: reed, role: 'organisation_admin' }))
  for (const notify of ['invite', 'credentials', 'none']) {
    const role = await ann.post(path, wishFor(EMAIL, { notify, roles: ['super_admin'] }))
    assert.deepEqual([role.status, role.body.code], [403, 'role_above_yours'], notify)
    const more = { notify, roles: ['user'], permissions: ['seats.view'] }
    const permission = await ann.post(path, wishFor(EMAIL, more))
    assert.deepEqual([permission.status, permission.body.code], [403, 'permission_above_yours'], notify)
  }
})

test('a repeat under the same key adds nobody twice and sends no second mail', async (t) => {
  const { head, reed, mailbox } = await reedPrimary(t)
  const path = `/api/v1/organisations/${reed.id}/people`
  const key = { 'idempotency-key': 'add-jane' }
  const [one, other] = [
    await head.post(path, wishFor(EMAIL), key),
    await head.post(path, wishFor(EMAIL), key),
  ]
  assert.deepEqual([one.status, other.status], [201, 201])
  assert.equal(one.body.id, other.body.id)
  await mailIsSettled(head, reed)
  assert.equal(lettersTo(mailbox, EMAIL).length, 1)
})

test('the copied link of somebody added by the form sets up their account as any other', async (t) => {
  const { head, reed, http } = await reedPrimary(t)
  const made = await head.post(
    `/api/v1/organisations/${reed.id}/people`,
    wishFor(EMAIL, { notify: 'invite' }),
  )
  const token = await copiedLink(head, { invitationId: made.body.invitationId, personId: made.body.id })
  const page = await door(http.fresh(), token).open()
  assert.deepEqual([page.body.givenName, page.body.familyName], ['Jane', 'Smith'])
})

test('while email isn’t set up nobody is told that an invitation is on its way', async (t) => {
  const { head, reed } = await reedPrimary(t, { mail: 'captured' })
  const made = await head.post(`/api/v1/organisations/${reed.id}/people`, {
    email: 'jane@reed.example',
    givenName: 'Jane',
    familyName: 'Smith',
    notify: 'invite',
  })
  assert.equal(made.status, 201, JSON.stringify(made.body))
  assert.match(made.body.sentence, /^Email isn’t set up, so the invitation to Jane Smith is kept/)
})
