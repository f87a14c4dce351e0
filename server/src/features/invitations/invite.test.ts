import assert from 'node:assert/strict'
import { test } from 'node:test'
import { domainToASCII } from 'node:url'
import type { Client, Reply } from '../../../test/support/http-client.ts'
import { inviteOne, mailIsSettled, reedPrimary, signIn } from '../../../test/support/invite.ts'
import type { Place } from '../../../test/support/make.ts'
import { letExpire, lock, openTenant, putState } from '../../../test/support/plant.ts'
import { recorded } from '../../../test/support/record.ts'

const DAY = 86_400
const send = (who: Client, at: Place, wish: Record<string, unknown>) =>
  who.post(`/api/v1/organisations/${at.id}/invitations`, wish)
const people = (...emails: string[]) => ({ people: emails.map((email) => ({ email })) })
const openAt = async (who: Client, at: Place) =>
  (await who.get(`/api/v1/organisations/${at.id}/invitations`)).body.data

interface Result {
  email: string
  outcome: string
  code?: string
  detail?: string
  wayOn?: string
  person?: { status: string }
}
const inShort = ({ body }: Reply) =>
  body.results.map((each: Result) => [each.email, each.code ?? each.outcome, each.wayOn, each.person?.status])

test('everybody who can be invited is, with a letter and a link of their own; the rest get a reason and a way on', async (t) => {
  const lanyard = await reedPrimary(t)
  const { head, make, reed, mailbox } = lanyard
  const db = await openTenant(t, lanyard)
  const mill = await make.school('Mill Lane')
  const harbour = await lanyard.secondTenant()
  await harbour.make.person('hal@reed.example', { at: await harbour.make.school('Quay School') })
  await make.person('ann@reed.example', { at: reed })
  await make.person('lou@reed.example', { at: reed })
  await lock(db, 'lou@reed.example')
  await putState(db, 'inactive', await make.person('ina@reed.example', { at: reed }))
  await putState(db, 'awaiting_approval', await make.person('wai@reed.example', { at: reed }))
  await putState(db, 'not_invited', await make.person('nia@reed.example', { at: reed, password: false }))
  await make.person('mel@reed.example', { at: mill })
  await inviteOne(head, reed, { email: 'pat@reed.example', givenName: 'Pat', familyName: 'Lee' })
  const late = await inviteOne(head, reed, { email: 'exa@reed.example' })
  await mailbox.letter(2)
  await mailIsSettled(head, reed)
  await letExpire(db, late)

  const sent = await send(head, reed, {
    people: [
      { email: 'Jane@reed.example', givenName: 'Jane', familyName: 'Smith' },
      { email: 'tom@reed.example' },
      ...['ann', 'lou', 'pat', 'exa', 'ina', 'wai', 'nia', 'mel', 'hal'].map((who) => ({
        email: `${who}@reed.example`,
      })),
      { email: 'JANE@reed.example' },
      { email: 'ben@school' },
    ],
  })
  assert.equal(sent.status, 201, JSON.stringify(sent.body))
  assert.deepEqual(inShort(sent), [
    ['jane@reed.example', 'queued', undefined, undefined],
    ['tom@reed.example', 'queued', undefined, undefined],
    ['ann@reed.example', 'already_active', 'add_roles', 'active'],
    ['lou@reed.example', 'already_active', 'add_roles', 'locked'],
    ['pat@reed.example', 'already_invited', 'resend', 'pending'],
    ['exa@reed.example', 'queued', undefined, undefined],
    ['ina@reed.example', 'archived_match', 'reactivate', 'inactive'],
    ['wai@reed.example', 'awaiting_approval', 'open', 'awaiting_approval'],
    ['nia@reed.example', 'queued', undefined, undefined],
    ['mel@reed.example', 'queued', undefined, undefined],
    ['hal@reed.example', 'queued', undefined, undefined],
    ['jane@reed.example', 'repeat_in_list', undefined, undefined],
    ['ben@school', 'email_format', 'correct', undefined],
  ])
  assert.deepEqual(sent.body.counts, { queued: 6, scheduled: 0, notSent: 7 })
  assert.match(sent.body.results[2].detail, /following user already has an active account: ann@reed\.example/)
  assert.match(sent.body.results[4].detail, /Pat Lee has been invited/)
  assert.match(sent.body.results[12].detail, /ben@school/)
  assert.doesNotMatch(JSON.stringify(sent.body), /Mill Lane|Quay/, 'other places are not named')

  await mailbox.letter(8)
  await mailIsSettled(head, reed)
  const letters = mailbox.all().slice(2)
  const got = ['exa', 'hal', 'jane', 'mel', 'nia', 'tom'].map((who) => `${who}@reed.example`)
  assert.deepEqual(letters.flatMap((letter) => letter.to).sort(), got, 'one letter each')
  const links = letters.map((letter) => /\/i\/(inv_[\w-]+)/.exec(letter.mail.text ?? '')?.[1])
  assert.equal(new Set(links).size, 6)
  const open = await openAt(head, reed)
  assert.deepEqual(
    open.map((each: { email: string; status: string }) => [each.email, each.status]).sort(),
    [...got, 'pat@reed.example'].sort().map((email) => [email, 'pending']),
  )
  const lines = (await recorded(lanyard.app, lanyard.id)).filter((line) => line.event === 'person.invited')
  assert.equal(lines.length, 8)
  assert.ok(lines.slice(2).every((line) => line.detail.batchId === sent.body.batchId))

  const known = await send(lanyard.olive, mill, people('ann@reed.example'))
  assert.deepEqual(inShort(known), [['ann@reed.example', 'queued', undefined, undefined]])
  assert.doesNotMatch(JSON.stringify(known.body), /Reed/)
})

test('an address is one address, however it is written, and no other is ever written to', async (t) => {
  const { head, reed, mailbox } = await reedPrimary(t)
  const wanted = ['  Jane@REED.example ', 'Zoe@schule-münchen.example', 'o’malley@reed.example']
  const smuggled = [
    'a@reed.example\r\nBcc: x@evil.example',
    'team: a@reed.example, b@reed.example;',
    'v@good.example(x)evil.example',
    '"x@evil.example y"@good.example',
    'zoë@reed.example',
    'two@at@reed.example',
    '<c@reed.example>',
    'd@reed.example\u2028e@reed.example',
  ]
  const sent = await send(head, reed, people(...wanted, ...smuggled))
  assert.equal(sent.status, 201, JSON.stringify(sent.body))
  assert.deepEqual(
    sent.body.results.map((each: Result) => each.code ?? each.email),
    [
      'jane@reed.example',
      'zoe@xn--schule-mnchen-3ob.example',
      ...Array(smuggled.length + 1).fill('email_format'),
    ],
  )
  await mailbox.letter(2)
  await mailIsSettled(head, reed)
  assert.deepEqual(
    mailbox
      .all()
      .map(({ to }) => to.map((address) => address.replace(/[^@]+$/, domainToASCII)))
      .sort(),
    [['jane@reed.example'], ['zoe@xn--schule-mnchen-3ob.example']],
  )
  const again = await send(head, reed, people('ZOE@XN--SCHULE-MNCHEN-3OB.example'))
  assert.equal(again.body.results[0].code, 'already_invited')
})

test('two admins who invite the same address at the same moment send one invitation', async (t) => {
  const lanyard = await reedPrimary(t)
  const { head, olive, reed, mailbox } = lanyard
  const db = await openTenant(t, lanyard)
  const late = await inviteOne(head, reed, { email: 'late@reed.example' })
  await mailbox.letter(1)
  await mailIsSettled(head, reed)
  await letExpire(db, late)
  await olive.get('/api/v1/me')
  const emails = ['late@reed.example', ...Array.from({ length: 6 }, (_, n) => `new${n}@reed.example`)]
  for (const email of emails) {
    const sent = await Promise.all(
      [head, olive, head, olive].map((who) => send(who, reed, people(email, `${email}x`))),
    )
    const outcomes = sent.map(({ body }) => body.results[0].code ?? body.results[0].outcome).sort()
    assert.deepEqual(outcomes, ['already_invited', 'already_invited', 'already_invited', 'queued'], email)
  }
  await mailbox.letter(1 + emails.length * 2)
  await mailIsSettled(head, reed)
  assert.equal(mailbox.all().length, 1 + emails.length * 2)
})

test('a dated invitation leaves on its day, and its seven days count from there', async (t) => {
  const lanyard = await reedPrimary(t)
  const { head, reed, sam, mailbox, clock } = lanyard
  const inDays = (days: number) => new Date(Date.now() + days * DAY * 1000).toISOString()
  const at = (sendAt: string) => send(head, reed, { ...people('jane@reed.example'), sendAt })
  for (const [sendAt, code] of [
    [inDays(-0.001), 'send_at_past'],
    [inDays(366), 'send_at_far'],
    ['2099-01-01T08:00:00', 'wrong_shape'],
    ['tomorrow', 'wrong_shape'],
  ] as const) {
    const refused = await at(sendAt)
    assert.equal(refused.status, 422, sendAt)
    assert.equal(refused.body.errors[0].code, code)
  }
  const sendAt = inDays(20)
  const sent = await at(sendAt)
  assert.deepEqual(sent.body.counts, { queued: 0, scheduled: 1, notSent: 0 })
  assert.equal(sent.body.results[0].outcome, 'scheduled')
  await clock.shift(20 * DAY - 60)
  assert.equal(await lanyard.sendMail(), 0)
  assert.equal(mailbox.all().length, 0)
  const { browser } = await signIn(lanyard, sam.email, sam.password)
  const [waiting] = await openAt(browser, reed)
  assert.equal(waiting.sendAt, sendAt)
  assert.deepEqual(
    [waiting.status, waiting.expiresAt, waiting.sentAt, waiting.delivery.state],
    ['pending', null, null, 'queued'],
  )
  await clock.shift(120)
  await lanyard.sendMail()
  await mailbox.letter(1)
  await mailIsSettled(browser, reed)
  const [left] = await openAt(browser, reed)
  const days = (Date.parse(left.expiresAt) - Date.parse(left.sentAt)) / (DAY * 1000)
  assert.equal(days, 7)
  assert.ok(Date.parse(left.sentAt) > Date.parse(sendAt))
})

test('asking again for somebody whose invitation has expired renews it, with what is offered now', async (t) => {
  const lanyard = await reedPrimary(t)
  const { head, olive, make, reed, mailbox, http } = lanyard
  const db = await openTenant(t, lanyard)
  const art = await make.unit('Art', { at: reed })
  const maths = await make.unit('Maths', { at: reed })
  const first = { email: 'jane@reed.example', roles: [{ role: 'leader', unit: art.id }] }
  const jane = await inviteOne(head, reed, first, { permissions: ['labels.manage'] })
  const boss = await inviteOne(olive, reed, { email: 'boss@reed.example', roles: ['finance_manager'] })
  await mailbox.letter(2)
  await mailIsSettled(head, reed)
  await letExpire(db, jane, boss)
  const renewed = await send(head, reed, {
    people: [{ email: 'jane@reed.example' }, { email: 'boss@reed.example' }],
    roles: ['coach', 'user'],
    units: [maths.id],
    message: 'We look forward to you',
    sendAt: new Date(Date.now() + DAY * 1000).toISOString(),
  })
  assert.deepEqual(
    renewed.body.results.map((each: Result) => each.code ?? each.outcome),
    ['scheduled', 'role_above_yours'],
    'what the owner offered is not the head’s to renew',
  )
  assert.equal(renewed.body.results[0].invitationId, jane.invitationId)
  const open = await openAt(head, reed)
  const [row] = open.filter((each: { email: string }) => each.email === 'jane@reed.example')
  assert.equal(row.status, 'pending')
  assert.ok(row.sendAt)
  assert.deepEqual(row.roles.map((each: { role: string }) => each.role).sort(), ['coach', 'user'])
  assert.deepEqual(
    row.units.map((each: { name: string }) => each.name),
    ['Maths'],
  )
  const sheet = (await olive.get(`/api/v1/people/${jane.personId}/roles`)).body
  assert.deepEqual(
    sheet.permissions.filter((each: { granted: boolean }) => each.granted),
    [],
    'nothing of the first offer is left',
  )
  assert.equal(open.find((each: { email: string }) => each.email === 'boss@reed.example').status, 'expired')

  const low = await make.person('low@reed.example', { at: reed, role: 'admin', name: 'Low Admin' })
  await db.query(`insert into permission_grants (membership_id, permission) values ($1, 'user_management')`, [
    low.id,
  ])
  const known = await make.person('known@reed.example', { at: reed, role: 'organisation_admin' })
  await putState(db, 'not_invited', known)
  const refused = await send(http.as(low), reed, people('known@reed.example'))
  assert.deepEqual(inShort(refused), [['known@reed.example', 'person_above_yours', 'open', 'not_invited']])
})

test('no address gets more than three invitations a day, by whatever way', async (t) => {
  const { head, olive, make, reed, mailbox } = await reedPrimary(t)
  const mill = await make.school('Mill Lane')
  const invite = async (who: Client, at: Place, letters: number) => {
    const given = at === mill ? { givenName: 'Jane' } : {}
    const sent = await send(who, at, { people: [{ email: 'jane@x.example', ...given }] })
    if (letters > 0) await mailbox.letter(letters)
    await mailIsSettled(olive, at)
    return sent.body.results[0]
  }
  const first = await invite(head, reed, 1)
  await head.post(`/api/v1/invitations/${first.invitationId}/cancel`)
  await invite(olive, mill, 2)
  const third = await invite(head, reed, 3)
  await head.post(`/api/v1/invitations/${third.invitationId}/cancel`)
  const fourth = await invite(head, reed, 0)
  assert.equal(fourth.code, 'too_many_mails')
  assert.equal(fourth.wayOn, 'wait')
  assert.match(fourth.detail, /^jane@x\.example has had 3/, 'what she is called elsewhere is not told')
  assert.equal(mailbox.all().length, 3)
})

test('one request under one key is one invitation, and fields that do not exist are refused', async (t) => {
  const { head, reed, mailbox } = await reedPrimary(t)
  const key = { 'idempotency-key': 'once' }
  const path = `/api/v1/organisations/${reed.id}/invitations`
  const first = await head.post(path, people('jane@reed.example'), key)
  const second = await head.post(path, people('jane@reed.example'), key)
  assert.deepEqual(second.body, first.body)
  const wrong = await send(head, reed, {
    people: [{ email: 'a@reed.example', status: 'active', emailVerified: true }],
    tenantId: reed.id,
    inviterId: reed.id,
  })
  assert.equal(wrong.status, 422)
  assert.deepEqual(wrong.body.errors.map((each: { pointer: string }) => each.pointer).sort(), [
    '#/inviterId',
    '#/people/0/emailVerified',
    '#/people/0/status',
    '#/tenantId',
  ])
  assert.equal((await send(head, reed, { people: [] })).status, 422)
  await mailbox.letter(1)
  await mailIsSettled(head, reed)
  assert.equal(mailbox.all().length, 1)
})

test('a whole trust is invited by one request', async (t) => {
  const count = process.env.LANYARD_SOAK ? 10_000 : 1000
  const { head, reed } = await reedPrimary(t, { mailWorker: false })
  const all = Array.from({ length: count }, (_, n) => ({
    email: `person${n}@reed.example`,
    givenName: `Person${n}`,
    familyName: 'Ford',
  }))
  await head.get('/api/v1/me')
  const began = performance.now()
  const sent = await send(head, reed, { people: all })
  t.diagnostic(`${count} people in ${Math.round(performance.now() - began)} ms`)
  assert.deepEqual(sent.body.counts, { queued: count, scheduled: 0, notSent: 0 })
  const again = await send(head, reed, { people: [...all.slice(1), { email: 'new@reed.example' }] })
  assert.deepEqual(again.body.counts, { queued: 1, scheduled: 0, notSent: count - 1 })
  const tooMany = Array.from({ length: 10_001 }, (_, n) => ({ email: `n${n}@reed.example` }))
  assert.equal((await send(head, reed, { people: tooMany })).status, 422)
})
