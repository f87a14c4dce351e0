import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  copiedLink,
  door,
  inviteOne,
  mailedLink,
  mailIsSettled,
  reedPrimary,
} from '../../../test/support/invite.ts'
import { lock, openTenant, putState } from '../../../test/support/plant.ts'
import { recorded } from '../../../test/support/record.ts'
import { heldBy } from '../../../test/support/roles.ts'

const JANE = 'jane@reed.example'

test('a cancelled invitation: every link says so, its person leaves the list, the record keeps it, nothing it offered stays', async (t) => {
  const lanyard = await reedPrimary(t)
  const { head, http, make, reed, sam, mailbox } = lanyard
  const art = await make.unit('Art', { at: reed })
  const jane = await inviteOne(
    head,
    reed,
    { email: JANE, roles: ['coach', 'user'] },
    { units: [art.id], permissions: ['labels.manage'] },
  )
  const mailed = await mailedLink(mailbox, JANE)
  const copied = await copiedLink(head, jane)
  await mailIsSettled(head, reed)
  const cancelled = await head.post(`/api/v1/invitations/${jane.invitationId}/cancel`)
  assert.equal(cancelled.status, 204, JSON.stringify(cancelled.body))
  for (const token of [mailed, copied]) {
    const opened = await door(http.fresh(), token).open()
    assert.equal(opened.status, 410)
    assert.equal(opened.body.code, 'link_revoked')
    assert.equal(opened.body.detail, 'This invitation was cancelled. Ask Reed Primary for a new one.')
    assert.equal((await door(http.fresh(), token).register()).body.code, 'link_revoked')
  }
  assert.deepEqual((await head.get(`/api/v1/organisations/${reed.id}/invitations`)).body.data, [])
  assert.equal((await head.get(`/api/v1/people/${jane.personId}`)).status, 404)
  const line = (await recorded(lanyard.app, lanyard.id)).at(-1)
  assert.deepEqual(
    [line?.event, line?.actor, line?.detail],
    ['invitation.cancelled', sam.personId, { invitationId: jane.invitationId }],
  )
  const db = await openTenant(t, lanyard)
  const { rows } = await db.query(
    `select (select count(*)::int from role_assignments where membership_id = $1) as roles,
      (select count(*)::int from permission_grants where membership_id = $1) as grants,
      (select count(*)::int from unit_members where membership_id = $1) as units,
      (select count(*)::int from seat_entries where membership_id = $1) as seats`,
    [jane.personId],
  )
  assert.deepEqual(rows, [{ roles: 0, grants: 0, units: 0, seats: 0 }])
  for (const verb of ['cancel', 'resend', 'link']) {
    const again = await head.post(
      `/api/v1/invitations/${jane.invitationId}/${verb}`,
      verb === 'resend' ? {} : undefined,
    )
    assert.equal(again.status, 409, verb)
    assert.equal(again.body.code, 'invitation_ended')
  }
  const anew = await inviteOne(head, reed, { email: JANE })
  assert.notEqual(anew.personId, jane.personId)
  assert.deepEqual(await heldBy(lanyard.olive, anew.personId), ['user'], 'nothing of old comes back')
})

test('somebody who was on the list before stays there, with what they held before', async (t) => {
  const lanyard = await reedPrimary(t)
  const { head, olive, make, reed, mailbox } = lanyard
  const db = await openTenant(t, lanyard)
  const art = await make.unit('Art', { at: reed })
  const nia = await make.person('nia@reed.example', { at: reed, role: 'leader', unit: art, password: false })
  await putState(db, 'not_invited', nia)
  await db.query(
    `insert into unit_members (organisation_id, unit_id, membership_id, source) values ($1, $2, $3, 'manual')`,
    [reed.id, art.id, nia.id],
  )
  const maths = await make.unit('Maths', { at: reed })
  const invited = await inviteOne(head, reed, { email: nia.email }, { units: [maths.id] })
  assert.equal(invited.personId, nia.id)
  assert.deepEqual(await heldBy(olive, nia.id), ['leader of Art', 'user'])
  await mailbox.letter(1)
  await mailIsSettled(head, reed)
  assert.equal((await head.post(`/api/v1/invitations/${invited.invitationId}/cancel`)).status, 204)
  assert.equal((await head.get(`/api/v1/people/${nia.id}`)).body.status, 'not_invited')
  assert.deepEqual(await heldBy(olive, nia.id), ['leader of Art'])
  const { rows } = await db.query(
    'select u.name from unit_members m join units u on u.id = m.unit_id where membership_id = $1',
    [nia.id],
  )
  assert.deepEqual(rows, [{ name: 'Art' }])
})

test('its mail that waits never leaves', async (t) => {
  const lanyard = await reedPrimary(t)
  const { head, reed, mailbox, clock } = lanyard
  mailbox.behave('defer')
  const jane = await inviteOne(head, reed, { email: JANE })
  await mailIsSettled(head, reed)
  const tom = await inviteOne(head, reed, { email: 'tom@reed.example' }, { holdSeconds: 30 })
  for (const { invitationId } of [jane, tom])
    assert.equal((await head.post(`/api/v1/invitations/${invitationId}/cancel`)).status, 204)
  mailbox.behave('accept')
  await clock.shift(1800)
  assert.equal(await lanyard.sendMail(), 0)
  assert.equal(mailbox.all().length, 0)
})

test('of two who cancel at once one does; who may not cancel is refused, and a lock elsewhere stops nobody', async (t) => {
  const lanyard = await reedPrimary(t, { mailWorker: false })
  const { head, olive, http, make, reed } = lanyard
  const db = await openTenant(t, lanyard)
  const art = await make.unit('Art', { at: reed })
  const una = http.as(
    await make.person('una@reed.example', { at: reed, role: 'unit_administrator', unit: art }),
  )
  const tia = http.as(await make.person('tia@reed.example', { at: reed, role: 'training_admin' }))
  const ann = http.as(await make.person('ann@reed.example', { at: reed }))
  const mel = await make.person('mel@reed.example', { at: await make.school('Mill Lane') })
  const boss = await inviteOne(olive, reed, { email: 'boss@reed.example', roles: ['super_admin'] })
  const inArt = await inviteOne(head, reed, { email: JANE, roles: ['learner'] }, { units: [art.id] })
  const join = await inviteOne(head, reed, { email: mel.email })
  await lock(db, mel.email)
  const asked = async (who: typeof head, { invitationId }: { invitationId: string }) => {
    const { status, body } = await who.post(`/api/v1/invitations/${invitationId}/cancel`)
    return body.code ?? status
  }
  assert.equal(await asked(head, boss), 'person_above_yours')
  assert.equal(await asked(una, join), 'forbidden')
  assert.equal(await asked(tia, join), 'forbidden', 'who invites may not always cancel')
  assert.equal(await asked(ann, join), 'forbidden')
  assert.equal(await asked(una, inArt), 204)
  assert.deepEqual((await Promise.all([asked(head, join), asked(olive, join)])).sort(), [
    204,
    'invitation_ended',
  ])
  const lines = (await recorded(lanyard.app, lanyard.id)).filter(
    (line) => line.event === 'invitation.cancelled' && line.detail.invitationId === join.invitationId,
  )
  assert.equal(lines.length, 1)
})
