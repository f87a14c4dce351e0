import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  door,
  inviteOne,
  mailedLink,
  mailIsSettled,
  reedPrimary,
  signIn,
} from '../../../test/support/invite.ts'
import { letADayPass, openTenant } from '../../../test/support/plant.ts'
import { recorded } from '../../../test/support/record.ts'
import { heldBy, putRoles } from '../../../test/support/roles.ts'

const PRIVATE = 'sams-own@mail.example'

test('when the inviter may no longer invite, nothing is accepted and the admins are told, until somebody stands behind it again', async (t) => {
  const lanyard = await reedPrimary(t)
  const { http, app, id, olive, head, reed, sam, mailbox, clock } = lanyard
  const invited = await inviteOne(head, reed, { email: PRIVATE, roles: ['admin'] })
  const token = await mailedLink(mailbox, PRIVATE)
  assert.equal((await putRoles(olive, sam.id, { roles: [{ role: 'user' }], permissions: [] })).status, 200)

  const page = door(http.fresh(), token)
  assert.equal((await page.open()).body.code, 'needs_reapproval')
  const told = async () =>
    (await recorded(app, id)).filter((line) => line.event === 'invitation.needs_reapproval').length
  assert.equal(await told(), 0, 'looking tells nobody')
  for (let n = 0; n < 2; n++) {
    const reply = await page.register()
    assert.equal(reply.status, 409)
    assert.equal(reply.body.code, 'needs_reapproval')
    assert.match(reply.body.detail, /Reed Primary/)
  }
  assert.equal((await page.keep({ step: 'name' })).body.code, 'needs_reapproval')
  assert.equal(await told(), 1, 'the admins are told once')
  assert.equal((await olive.get(`/api/v1/people/${invited.personId}`)).body.status, 'pending')

  await clock.shift(61)
  const { browser } = await signIn(lanyard, lanyard.owner.email, lanyard.owner.password)
  const again = await browser.post(`/api/v1/invitations/${invited.invitationId}/resend`, {})
  assert.equal(again.status, 200, JSON.stringify(again.body))
  assert.equal((await page.register()).status, 201, 'the owner stands behind it now')
  assert.ok((await heldBy(olive, invited.personId)).includes('admin'))
})

test('what is accepted is the smaller of the offer and what its inviter could give at that moment', async (t) => {
  const { http, olive, head, reed, sam, mailbox } = await reedPrimary(t)
  const invited = await inviteOne(
    head,
    reed,
    { email: PRIVATE, roles: ['organisation_admin', 'learner'] },
    { permissions: ['labels.manage'] },
  )
  const token = await mailedLink(mailbox, PRIVATE)
  assert.equal(
    (await putRoles(olive, sam.id, { roles: [{ role: 'training_admin' }], permissions: [] })).status,
    200,
  )
  assert.equal((await door(http.fresh(), token).open()).status, 200)
  assert.equal((await door(http.fresh(), token).register()).status, 201)
  assert.deepEqual(await heldBy(olive, invited.personId), ['learner'])
})

test('an unchanged inviter’s offer is accepted whole', async (t) => {
  const { http, olive, head, reed, mailbox } = await reedPrimary(t)
  const offer = { email: PRIVATE, roles: ['organisation_admin', 'learner'] }
  const invited = await inviteOne(head, reed, offer, { permissions: ['labels.manage'] })
  assert.equal((await door(http.fresh(), await mailedLink(mailbox, PRIVATE)).register()).status, 201)
  assert.deepEqual(await heldBy(olive, invited.personId), ['+labels.manage', 'learner', 'organisation_admin'])
})

test('who only sends an offer again that they could not make takes nothing from it', async (t) => {
  const lanyard = await reedPrimary(t)
  const { http, make, olive, head, reed, mailbox } = lanyard
  const tia = http.as(await make.person('tia@reed.example', { at: reed, role: 'training_admin' }))
  const offer = { email: PRIVATE, roles: ['learner'] }
  const invited = await inviteOne(head, reed, offer, { permissions: ['labels.manage'] })
  await mailIsSettled(head, reed)
  await letADayPass(await openTenant(t, lanyard))
  const again = await tia.post(`/api/v1/invitations/${invited.invitationId}/resend`, {})
  assert.equal(again.status, 200, JSON.stringify(again.body))
  assert.equal((await door(http.fresh(), await mailedLink(mailbox, PRIVATE, 2)).register()).status, 201)
  assert.deepEqual(await heldBy(olive, invited.personId), ['+labels.manage', 'learner'])
})
