import assert from 'node:assert/strict'
import { test } from 'node:test'
import { copiedLink, door, inviteOne, mailIsSettled, reedPrimary } from '../../../test/support/invite.ts'
import { letExpire, openTenant } from '../../../test/support/plant.ts'
import { recorded } from '../../../test/support/record.ts'

const TWO = { people: [{ email: 'jane@reed.example' }, { email: 'tom@reed.example' }] }

test('within ten seconds it is stopped as if it had never been, and the record says so', async (t) => {
  const lanyard = await reedPrimary(t)
  const { head, olive, reed, mailbox, clock } = lanyard
  const path = `/api/v1/organisations/${reed.id}/invitations`
  const sent = await head.post(path, { ...TWO, holdSeconds: 10 })
  assert.equal(await lanyard.sendMail(), 0, 'nothing leaves before')
  const stop = `/api/v1/invitation-batches/${sent.body.batchId}/stop`
  assert.equal((await olive.post(stop)).status, 404, 'only by who sent it')
  const stopped = await head.post(stop)
  assert.deepEqual([stopped.status, stopped.body], [200, { stopped: 2, alreadySent: 0 }])
  assert.deepEqual((await head.get(path)).body.data, [])
  const people = await head.get(`/api/v1/organisations/${reed.id}/people`)
  assert.deepEqual(
    people.body.data.map((each: { email: string }) => each.email),
    ['sam@reed.example'],
  )
  const lines = (await recorded(lanyard.app, lanyard.id)).slice(-2)
  assert.deepEqual(
    lines.map((line) => [line.event, line.detail.batchId]),
    Array(2).fill(['invitation.stopped', sent.body.batchId]),
  )
  await clock.shift(60)
  await lanyard.sendMail()
  assert.equal(mailbox.all().length, 0)
  assert.equal((await head.post(stop)).status, 404)
  const messages = (await head.get(`/api/v1/organisations/${reed.id}/messages`)).body.data
  assert.deepEqual(
    messages.map((each: { stateLabel: string }) => each.stateLabel),
    ['Not sent', 'Not sent'],
  )
  const again = await head.post(path, TWO)
  assert.deepEqual(again.body.counts, { queued: 2, scheduled: 0, notSent: 0 })
  await mailbox.letter(2)
})

test('after that it is too late, and what has left stays', async (t) => {
  const lanyard = await reedPrimary(t)
  const { head, reed, mailbox, clock } = lanyard
  const path = `/api/v1/organisations/${reed.id}/invitations`
  const sent = await head.post(path, { ...TWO, holdSeconds: 10 })
  await clock.shift(11)
  await lanyard.sendMail()
  await mailbox.letter(2)
  await mailIsSettled(head, reed)
  const stopped = await head.post(`/api/v1/invitation-batches/${sent.body.batchId}/stop`)
  assert.deepEqual(stopped.body, { stopped: 0, alreadySent: 2 })
  assert.equal((await head.get(path)).body.data.length, 2)
  for (const holdSeconds of [61, -1, 0.5])
    assert.equal((await head.post(path, { ...TWO, holdSeconds })).status, 422)
})

test('a notice of a copied link that waits is no reason to stop an invitation that has left', async (t) => {
  const lanyard = await reedPrimary(t)
  const { head, reed, mailbox } = lanyard
  const path = `/api/v1/organisations/${reed.id}/invitations`
  const sent = await head.post(path, { people: [{ email: 'jane@reed.example' }] })
  await mailbox.letter(1)
  await mailIsSettled(head, reed)
  mailbox.behave('defer')
  await copiedLink(head, sent.body.results[0])
  await mailIsSettled(head, reed)
  const stopped = await head.post(`/api/v1/invitation-batches/${sent.body.batchId}/stop`)
  assert.deepEqual(stopped.body, { stopped: 0, alreadySent: 1 })
  assert.equal((await head.get(path)).body.data.length, 1)
})

test('stopping what was only sent again leaves the older link, or an expired invitation, as it was', async (t) => {
  const lanyard = await reedPrimary(t)
  const { head, olive, http, make, reed, mailbox } = lanyard
  const db = await openTenant(t, lanyard)
  const path = `/api/v1/organisations/${reed.id}/invitations`
  const art = await make.unit('Art', { at: reed })
  const una = http.as(
    await make.person('una@reed.example', { at: reed, role: 'unit_administrator', unit: art }),
  )
  const ann = http.as(await make.person('ann@reed.example', { at: reed, role: 'training_admin' }))
  const jane = await inviteOne(
    olive,
    reed,
    { email: 'jane@reed.example', roles: ['learner', 'finance_manager'] },
    { units: [art.id] },
  )
  const older = await copiedLink(olive, jane)
  const late = await inviteOne(head, reed, { email: 'late@reed.example' })
  await mailbox.letter(3)
  await mailIsSettled(head, reed)
  await letExpire(db, late)

  const resent = await head.post(`/api/v1/invitations/${jane.invitationId}/resend`, { holdSeconds: 10 })
  assert.equal(resent.status, 200, JSON.stringify(resent.body))
  const stop = `/api/v1/invitation-batches/${resent.body.batchId}/stop`
  assert.equal((await una.post(stop)).status, 404, 'she stands below Jane')
  assert.deepEqual((await head.post(stop)).body, { stopped: 1, alreadySent: 0 })
  assert.equal((await door(http.fresh(), older).open()).status, 200)
  const last = (await recorded(lanyard.app, lanyard.id)).at(-1)
  assert.deepEqual([last?.event, last?.detail.invitationId], ['invitation.stopped', jane.invitationId])
  assert.equal(
    (await head.post(`/api/v1/invitations/${jane.invitationId}/resend`, {})).status,
    200,
    'and it can be sent again at once',
  )

  const renewed = await head.post(path, { people: [{ email: 'late@reed.example' }], holdSeconds: 10 })
  assert.equal(renewed.body.counts.queued, 1)
  assert.equal(
    (await ann.post(`/api/v1/invitation-batches/${renewed.body.batchId}/stop`)).status,
    200,
    'whoever may send again may stop what was sent again',
  )
  const rows = (await head.get(path)).body.data
  assert.deepEqual(rows.map((each: { email: string; status: string }) => [each.email, each.status]).sort(), [
    ['jane@reed.example', 'pending'],
    ['late@reed.example', 'expired'],
  ])
})
