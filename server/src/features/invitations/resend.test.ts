import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import type { Client } from '../../../test/support/http-client.ts'
import {
  door,
  type Invited,
  inviteOne,
  mailedLink,
  mailIsSettled,
  reedPrimary,
  signIn,
} from '../../../test/support/invite.ts'
import type { Place } from '../../../test/support/make.ts'
import { letADayPass, letExpire, lock, openTenant, putState } from '../../../test/support/plant.ts'
import { recorded } from '../../../test/support/record.ts'

const DAY = 86_400
const JANE = 'jane@reed.example'
const resend = (who: Client, { invitationId }: Invited, wish = {}) =>
  who.post(`/api/v1/invitations/${invitationId}/resend`, wish)
const resendMany = (who: Client, at: Place, wish: Record<string, unknown>) =>
  who.post(`/api/v1/organisations/${at.id}/invitations/resend`, wish)

test('a resent invitation has a new link with its full life; the older one lives out its own days', async (t) => {
  const lanyard = await reedPrimary(t)
  const { head, http, reed, sam, mailbox, clock } = lanyard
  const jane = await inviteOne(head, reed, { email: JANE })
  const older = await mailedLink(mailbox, JANE)
  await mailIsSettled(head, reed)
  await clock.shift(3 * DAY)
  const again = (await signIn(lanyard, sam.email, sam.password)).browser
  assert.equal((await resend(again, jane)).status, 200)
  const newer = await mailedLink(mailbox, JANE, 2)
  assert.notEqual(newer, older)
  await mailIsSettled(again, reed)
  const [row] = (await again.get(`/api/v1/organisations/${reed.id}/invitations`)).body.data
  assert.equal(Date.parse(row.expiresAt) - Date.parse(row.sentAt), 7 * DAY * 1000)
  assert.equal((await door(http.fresh(), older).open()).status, 200)
  await clock.shift(4 * DAY + 1)
  assert.equal((await door(http.fresh(), older).open()).body.code, 'link_expired')
  assert.equal((await door(http.fresh(), newer).open()).status, 200)
  await clock.shift(3 * DAY)
  const later = (await signIn(lanyard, sam.email, sam.password)).browser
  const status = async () => (await later.get(`/api/v1/people/${jane.personId}`)).body.status
  assert.equal(await status(), 'expired')
  assert.equal((await resend(later, jane)).status, 200)
  await mailedLink(mailbox, JANE, 3)
  await mailIsSettled(later, reed)
  assert.equal(await status(), 'pending')
  const lines = (await recorded(lanyard.app, lanyard.id)).filter((line) => line.event === 'invitation.resent')
  assert.deepEqual(
    lines.map((line) => [line.actor, line.detail.invitationId]),
    Array(2).fill([sam.personId, jane.invitationId]),
  )
})

test('once a minute and three a day, whoever asks and from whatever school', async (t) => {
  const lanyard = await reedPrimary(t)
  const { head, olive, make, reed, mailbox } = lanyard
  const db = await openTenant(t, lanyard)
  const mill = await make.school('Mill Lane')
  const aMinutePasses = () => db.query(`update messages set created_at = created_at - interval '61 seconds'`)
  const jane = await inviteOne(head, reed, { email: JANE })
  const soon = await resend(head, jane)
  assert.equal(soon.status, 429)
  assert.equal(soon.body.code, 'slow_down')
  assert.ok(Number(soon.headers.get('retry-after')) <= 60)
  await mailbox.letter(1)
  await mailIsSettled(head, reed)
  await aMinutePasses()
  await olive.get('/api/v1/me')
  const both = await Promise.all([head, olive, head, olive].map((who) => resend(who, jane)))
  assert.deepEqual(both.map((reply) => reply.status).sort(), [200, 429, 429, 429])
  await mailbox.letter(2)
  await mailIsSettled(head, reed)
  const there = await inviteOne(olive, mill, { email: JANE })
  await mailbox.letter(3)
  await mailIsSettled(olive, mill)
  await aMinutePasses()
  for (const [who, which] of [
    [head, jane],
    [olive, there],
  ] as const) {
    const fourth = await resend(who, which)
    assert.equal(fourth.status, 429)
    assert.equal(fourth.body.code, 'too_many_mails')
  }
  const bulk = await resendMany(head, reed, { people: [jane.personId] })
  assert.equal(bulk.body.results[0].code, 'too_many_mails')
  await letADayPass(db)
  assert.equal((await resend(olive, there)).status, 200)
  assert.equal((await resend(head, jane)).status, 200, 'the minute is of one invitation')

  // Somebody known already, invited and cancelled over and over, gets no more either.
  const nia = await make.person('nia@reed.example', { at: reed, password: false })
  await putState(db, 'not_invited', nia)
  const invite = async () => {
    const { body } = await resendMany(head, reed, { people: [nia.id], alsoNotInvited: true })
    await mailIsSettled(head, reed)
    const { data } = (await head.get(`/api/v1/organisations/${reed.id}/invitations`)).body
    const row = data.find((each: { email: string }) => each.email === nia.email)
    if (row) await head.post(`/api/v1/invitations/${row.id}/cancel`)
    return body.results[0].code ?? body.results[0].outcome
  }
  const outcomes = [await invite(), await invite(), await invite(), await invite()]
  assert.deepEqual(outcomes, ['queued', 'queued', 'queued', 'too_many_mails'])
})

test('resending to all who have not set up their account sends exactly those eight, named beforehand', async (t) => {
  const lanyard = await reedPrimary(t)
  const { head, make, reed, mailbox } = lanyard
  const db = await openTenant(t, lanyard)
  const many = (count: number, tag: string) =>
    Promise.all(
      Array.from({ length: count }, (_, n) =>
        make.person(`${tag}${n}@reed.example`, { at: reed, password: false }),
      ),
    )
  await many(59, 'active') // with Sam, sixty
  await putState(db, 'inactive', ...(await many(4, 'inactive')))
  await putState(db, 'not_invited', ...(await many(12, 'never')))
  const invited = await head.post(`/api/v1/organisations/${reed.id}/invitations`, {
    people: [
      ...Array.from({ length: 5 }, (_, n) => ({ email: `pending${n}@reed.example` })),
      ...Array.from({ length: 3 }, (_, n) => ({ email: `expired${n}@reed.example` })),
    ],
  })
  await mailbox.letter(8)
  await mailIsSettled(head, reed)
  await letExpire(db, ...invited.body.results.slice(5))

  const eight = invited.body.results.map((each: { email: string }) => each.email).sort()
  const all = { everyone: true, dryRun: true }
  const named = (await resendMany(head, reed, all)).body
  assert.equal(named.batchId, null)
  assert.deepEqual(named.counts, { resend: 8, notInvited: 0, notPossible: 0 })
  assert.deepEqual(named.results.map((each: { email: string }) => each.email).sort(), eight)
  const both = (await resendMany(head, reed, { ...all, alsoNotInvited: true })).body
  assert.deepEqual(both.counts, { resend: 8, notInvited: 12, notPossible: 0 })
  const wrong = await resendMany(head, reed, { everyone: true, expectedCount: 9 })
  assert.equal(wrong.status, 409)
  assert.equal(wrong.body.code, 'count_changed')
  assert.equal(mailbox.all().length, 8, 'nothing has left so far')

  const sent = await resendMany(head, reed, { everyone: true, expectedCount: 8 })
  assert.deepEqual(sent.body.counts, { resend: 8, notInvited: 0, notPossible: 0 })
  await mailbox.letter(16)
  await mailIsSettled(head, reed)
  assert.deepEqual(
    mailbox
      .all()
      .slice(8)
      .flatMap((letter) => letter.to)
      .sort(),
    eight,
  )
  const statuses = (await head.get(`/api/v1/organisations/${reed.id}/people?status=expired&limit=200`)).body
  assert.deepEqual(statuses.data, [])
  const never = await resendMany(head, reed, { everyone: true, alsoNotInvited: true, dryRun: true })
  assert.deepEqual(
    never.body.counts,
    { resend: 0, notInvited: 12, notPossible: 8 },
    'the eight were just asked',
  )
  assert.equal(never.body.results.find((each: { code?: string }) => each.code)?.code, 'slow_down')
})

test('one person who is not here stops everything, like one who does not exist', async (t) => {
  const lanyard = await reedPrimary(t)
  const { head, make, reed, mailbox } = lanyard
  const db = await openTenant(t, lanyard)
  const elsewhere = await make.person('mel@mill.example', { at: await make.school('Mill Lane') })
  const harbour = await lanyard.secondTenant()
  const jane = await inviteOne(head, reed, { email: JANE })
  await mailbox.letter(1)
  await mailIsSettled(head, reed)
  await letADayPass(db)
  const answers = []
  for (const id of [elsewhere.id, harbour.owner.id, randomUUID()]) {
    const reply = await resendMany(head, reed, { people: [jane.personId, id] })
    assert.equal(reply.status, 422)
    assert.equal(reply.body.code, 'person_unknown')
    answers.push(JSON.stringify({ ...reply.body, instance: '', requestId: '' }))
  }
  assert.equal(new Set(answers).size, 1)
  assert.equal(
    (await resendMany(head, reed, { people: [jane.personId, jane.personId] })).body.counts.resend,
    1,
  )
  await mailbox.letter(2)
  await mailIsSettled(head, reed)
  assert.equal(mailbox.all().length, 2)
})

test('a person on the list who was never invited is invited from their row, with what they hold', async (t) => {
  const lanyard = await reedPrimary(t)
  const { head, http, make, reed, mailbox } = lanyard
  const db = await openTenant(t, lanyard)
  const art = await make.unit('Art', { at: reed })
  const nia = await make.person('nia@reed.example', { at: reed, role: 'leader', unit: art, password: false })
  const fin = await make.person('fin@reed.example', { at: reed, role: 'finance_manager', password: false })
  await putState(db, 'not_invited', nia, fin)
  const active = await make.person('ann@reed.example', { at: reed })
  const people = [nia.id, fin.id, active.id]
  const asked = (await resendMany(head, reed, { people })).body
  assert.deepEqual(asked.results.map((each: { name: string; code?: string }) => each.code).sort(), [
    'already_active',
    'not_asked',
    'not_asked',
  ])
  const sent = (await resendMany(head, reed, { people, alsoNotInvited: true })).body
  assert.deepEqual(sent.counts, { resend: 0, notInvited: 1, notPossible: 2 })
  const codes = new Map(sent.results.map((each: { email: string; code?: string }) => [each.email, each.code]))
  assert.equal(
    codes.get(fin.email),
    'role_above_yours',
    'a role that only the owner gives is not hers to hand out',
  )
  const token = await mailedLink(mailbox, nia.email)
  await mailIsSettled(head, reed)
  const row = (await head.get(`/api/v1/people/${nia.id}`)).body
  assert.equal(row.status, 'pending')
  assert.equal((await door(http.fresh(), token).register()).status, 201)
  assert.deepEqual(
    (await head.get(`/api/v1/people/${nia.id}`)).body.roles.map((each: { role: string }) => each.role),
    ['leader'],
  )
})

test('who may send again: not for somebody above, not outside one’s unit, and a lock elsewhere changes nothing', async (t) => {
  const lanyard = await reedPrimary(t)
  const { head, olive, http, make, root, reed, mailbox } = lanyard
  const db = await openTenant(t, lanyard)
  const art = await make.unit('Art', { at: reed })
  const una = http.as(
    await make.person('una@reed.example', { at: reed, role: 'unit_administrator', unit: art }),
  )
  const tia = http.as(await make.person('tia@reed.example', { at: reed, role: 'training_admin' }))
  const support = http.as(await make.person('sue@support.example', { at: root, role: 'support_operator' }))
  const mel = await make.person('mel@reed.example', { at: await make.school('Mill Lane') })
  const jane = await inviteOne(head, reed, { email: JANE, roles: ['learner'] }, { units: [art.id] })
  const boss = await inviteOne(olive, reed, { email: 'boss@reed.example', roles: ['super_admin'] })
  const fin = await inviteOne(olive, reed, { email: 'fin@reed.example', roles: ['finance_manager', 'user'] })
  const join = await inviteOne(head, reed, { email: mel.email })
  await mailbox.letter(4)
  await mailIsSettled(head, reed)
  await letADayPass(db)
  await lock(db, mel.email)
  const answers = async (who: Client) =>
    (await Promise.all([jane, boss, fin, join].map((each) => resend(who, each)))).map(
      (reply) => reply.body.code ?? reply.status,
    )
  assert.deepEqual(await answers(una), [200, 'forbidden', 'forbidden', 'forbidden'])
  await letADayPass(db)
  assert.deepEqual(await answers(tia), [200, 'person_above_yours', 'person_above_yours', 200])
  await letADayPass(db)
  assert.deepEqual(await answers(head), [200, 'person_above_yours', 200, 200])
  await mailIsSettled(head, reed)
  await letADayPass(db)
  const inviters = await db.query(
    `select a.email, b.email as inviter from invitations i join accounts a on a.id = i.account_id
     join accounts b on b.id = i.inviter_id where a.email = any($1) order by 1`,
    [['fin@reed.example', JANE]],
  )
  assert.deepEqual(
    inviters.rows,
    [
      { email: 'fin@reed.example', inviter: lanyard.owner.email },
      { email: JANE, inviter: 'sam@reed.example' },
    ],
    'who stands behind it is who could offer it',
  )
  assert.equal((await resendMany(tia, reed, { everyone: true })).status, 403)
  const all = await resendMany(support, reed, { everyone: true })
  assert.deepEqual(all.body.counts, { resend: 4, notInvited: 0, notPossible: 0 }, 'support may resend all')
  await head.post(`/api/v1/invitations/${join.invitationId}/cancel`)
  const gone = await resend(head, join)
  assert.equal(gone.status, 409)
  assert.equal(gone.body.code, 'invitation_ended')
})
