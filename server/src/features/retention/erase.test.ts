import assert from 'node:assert/strict'
import { test } from 'node:test'
import { apply, peopleAt } from '../../../test/support/apply-list.ts'
import {
  copiedLink,
  door,
  inviteOne,
  mailIsSettled,
  ownersBrowser,
  signIn,
} from '../../../test/support/invite.ts'
import { wishFor } from '../../../test/support/newcomers.ts'
import { openTenant } from '../../../test/support/plant.ts'
import { readableAnywhere } from '../../../test/support/readable.ts'
import { recorded } from '../../../test/support/record.ts'
import { csv, reedWithLists, upload } from '../../../test/support/staff-list.ts'
import { sealAudit } from '../audit/seal-audit.ts'
import { verifyAudit } from '../audit/verify-audit.ts'

const WORDS = ['Zebedee', 'Quackenbush', '07700 900555', '7700900555', 'ZQ77001']

test('who asks for erasure is gone from every table of every school, the chain verifies, and the address is free', async (t) => {
  const lanyard = await reedWithLists(t)
  const { app, id, head, http, make, olive, reed } = lanyard
  const mill = await make.school('Mill Lane')
  const list = 'zebedee@reed.example,Zebedee,Quackenbush,ZQ77001'
  await apply(lanyard, head, await upload(head, reed, csv('Email,First name,Surname,Staff number', list)))
  await inviteOne(head, reed, { email: 'zebedee@reed.example' })
  const person = (await peopleAt(head, reed)).get('zebedee@reed.example')
  const token = await copiedLink(head, { invitationId: person.invitation.id, personId: person.id })
  const browser = http.fresh()
  await door(browser, token).register({
    givenName: 'Zebedee',
    familyName: 'Quackenbush',
    mobile: '07700 900555',
  })
  await inviteOne(olive, mill, { email: person.email })
  await http.fresh().post('/api/v1/password-resets', { email: person.email })
  await head.post(`/api/v1/people/${person.id}/archive`, { reason: 'Zebedee Quackenbush left' })
  await sealAudit(app, id)
  assert.ok((await readableAnywhere(t, lanyard, WORDS)).length > 5)

  const erase = (who: typeof head, name: string, reference?: string) =>
    who.post(`/api/v1/people/${person.id}/erase`, { name, ...(reference ? { reference } : {}) })
  assert.equal((await erase(head, 'Zebedee Quackenbush')).body.code, 'forbidden')
  assert.equal((await erase(olive, 'Zebedee')).body.code, 'name_does_not_match')
  await head.put(`/api/v1/people/${person.id}/hold`, { reason: 'Tribunal of Zebedee Quackenbush' })
  assert.equal((await erase(olive, 'Zebedee Quackenbush')).body.code, 'on_hold')
  const deleted = await olive.send('DELETE', `/api/v1/people/${person.id}`, { name: 'Zebedee Quackenbush' })
  assert.equal(deleted.body.code, 'on_hold')
  await head.delete(`/api/v1/people/${person.id}/hold`)
  const done = await erase(olive, 'zebedee quackenbush', 'SAR 2026-14')
  assert.equal(done.status, 200, JSON.stringify(done.body))

  assert.deepEqual(await readableAnywhere(t, lanyard, WORDS), [])
  assert.equal((await browser.get('/api/v1/me')).status, 401)
  assert.equal((await signIn(lanyard, person.email, 'quite another secret')).reply.status, 401)
  assert.ok(!(await peopleAt(olive, reed)).has(person.email))
  assert.ok(!(await peopleAt(olive, mill)).has(person.email))
  const line = (await recorded(app, id)).find((each) => each.event === 'person.erased')
  assert.deepEqual(line?.detail, { memberships: 2, reference: 'SAR 2026-14' })
  await sealAudit(app, id)
  assert.equal((await verifyAudit(app, id)).problem, null)
  const { data } = (await head.get(`/api/v1/organisations/${reed.id}/audit`)).body
  assert.match(
    data.find((each: { event: string }) => each.event === 'person.erased').sentence,
    /^Olive Owner erased Erased person [0-9A-F]{4} on request$/,
  )
  const again = await inviteOne(head, reed, { email: person.email })
  assert.notEqual(again.personId, person.id)
})

test('an erasure asks for a fresh proof, and nobody erases themselves or the last owner', async (t) => {
  const lanyard = await reedWithLists(t)
  const { make, olive, owner, reed, clock } = lanyard
  const erase = (who: typeof olive, id: string, name: string) =>
    who.post(`/api/v1/people/${id}/erase`, { name })
  assert.equal((await erase(olive, owner.id, 'Olive Owner')).body.code, 'not_yourself')
  const ann = await make.person('ann@reed.example', { at: reed, name: 'Ann Moss' })
  await clock.shift(601)
  assert.equal((await erase(olive, ann.id, 'Ann Moss')).body.code, 'reauth_required')
  assert.equal((await erase(await ownersBrowser(lanyard), ann.id, 'Ann Moss')).status, 200)
})

test('a password set for somebody whose mail never left is gone with them', async (t) => {
  const lanyard = await reedWithLists(t, { mail: 'sink' })
  const { head, olive, reed, mailbox } = lanyard
  mailbox.behave('defer')
  const wish = wishFor('zebedee@reed.example', {
    givenName: 'Zebedee',
    familyName: 'Quackenbush',
    password: 'three random words',
  })
  const made = await head.post(`/api/v1/organisations/${reed.id}/people`, wish)
  assert.equal(made.status, 201, JSON.stringify(made.body))
  await mailIsSettled(head, reed)
  const db = await openTenant(t, lanyard)
  const hashes = async () => (await db.query('select hash is not null as kept from first_passwords')).rows
  assert.deepEqual(await hashes(), [{ kept: true }])
  const done = await olive.post(`/api/v1/people/${made.body.id}/erase`, { name: 'Zebedee Quackenbush' })
  assert.equal(done.status, 200, JSON.stringify(done.body))
  assert.deepEqual(await hashes(), [])
})
