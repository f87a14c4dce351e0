import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { peopleAt } from '../../../test/support/apply-list.ts'
import { copiedLink, door, inviteOne, reedPrimary } from '../../../test/support/invite.ts'
import type { Person } from '../../../test/support/make.ts'
import { recorded } from '../../../test/support/record.ts'
import type { Lanyard } from '../../../test/support/start-lanyard.ts'
import { buildServer } from '../../entrances/http/http-server.ts'
import type { Actor } from '../../kernel/actor.ts'
import { inTenant } from '../../platform/database/database.ts'
import { holdingsOf, lockTenant } from '../access/places.queries.ts'
import type { InactiveAs } from '../people/inactive-members.queries.ts'
import { commandRequest } from '../set-up/set-up.ts'
import { deactivate } from './deactivate.ts'
import { reactivate } from './reactivate.ts'

const ROUNDS = process.env.LANYARD_SOAK === '1' ? 200 : 20

/** A person as a door that has let them in would hand them on. */
async function acting({ app, id }: Lanyard, who: Person): Promise<Actor> {
  return {
    kind: 'person',
    tenantId: id,
    accountId: who.personId,
    sessionId: '',
    email: who.email,
    givenName: '',
    familyName: '',
    language: 'en-GB',
    holdings: await inTenant(app.database, id, (tx) => holdingsOf(tx, who.personId)),
    proofSeconds: 0,
    request: commandRequest(),
  }
}

/** Who stays although they were to go, with the code why, by address. */
async function leave(
  lanyard: Lanyard,
  who: Person,
  leavers: Person[],
  at: { id: string },
  as: InactiveAs = 'archived',
) {
  const { app, id } = lanyard
  const actor = await acting(lanyard, who)
  return inTenant(app.database, id, async (tx) => {
    await lockTenant(tx, id)
    const members = leavers.map((each) => ({
      membershipId: each.id,
      accountId: each.personId,
      organisationId: at.id,
    }))
    const { refused } = await deactivate(app, tx, actor, members, { as })
    return leavers.flatMap((each) => (refused.has(each.id) ? [[each.email, refused.get(each.id)?.code]] : []))
  })
}

async function comeBack(lanyard: Lanyard, who: Person, members: Person[], at: { id: string }) {
  const { app, id } = lanyard
  const actor = await acting(lanyard, who)
  return inTenant(app.database, id, async (tx) => {
    const wanted = members.map((each) => ({
      membershipId: each.id,
      accountId: each.personId,
      organisationId: at.id,
    }))
    return reactivate(app, tx, actor, wanted, {})
  })
}

test('who leaves is signed out on every node at once, and old sessions do not come back with them', async (t) => {
  const scene = await reedPrimary(t)
  const { app, http, make, reed, sam, head } = scene
  const pat = await make.person('pat@reed.example', { at: reed, role: 'training_admin' })
  const browser = http.as(pat)
  assert.equal((await browser.get('/api/v1/me')).status, 200)
  const otherNode = await buildServer(app)
  t.after(() => otherNode.close())
  const elsewhere = () =>
    otherNode.inject({
      url: '/api/v1/me',
      headers: {
        host: new URL(scene.baseUrl).host,
        cookie: [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      },
    })
  assert.equal((await elsewhere()).statusCode, 200)
  assert.deepEqual(await leave(scene, sam, [pat], reed), [])
  assert.equal((await browser.get('/api/v1/me')).status, 401)
  assert.equal((await elsewhere()).statusCode, 401)
  const shut = await http.fresh().post('/api/v1/sessions', { email: pat.email, password: pat.password })
  assert.equal(shut.status, 401)
  await comeBack(scene, sam, [pat], reed)
  assert.equal((await browser.get('/api/v1/me')).status, 401)
  assert.equal((await elsewhere()).statusCode, 401)
  assert.equal(
    (await http.fresh().post('/api/v1/sessions', { email: pat.email, password: pat.password })).status,
    201,
  )
  const [role] = (await peopleAt(head, reed)).get(pat.email).roles
  assert.equal(role.role, 'training_admin')
})

test('who is active in another school stays signed in there, without this one', async (t) => {
  const scene = await reedPrimary(t)
  const { app, id, http, make, reed, sam } = scene
  const oak = await make.school('Oak Primary')
  const pat = await make.person('pat@reed.example', { at: reed })
  await make.person('pat@reed.example', { at: oak, password: false })
  assert.equal((await http.as(pat).get('/api/v1/me')).body.organisations.length, 2)
  await leave(scene, sam, [pat], reed)
  const { status, body } = await http.as(pat).get('/api/v1/me')
  assert.equal(status, 200)
  const names = body.organisations.map((each: { name: string; state?: string }) => each.name)
  assert.ok(
    !names.includes('Reed Primary') ||
      body.organisations.some((each: { state?: string }) => each.state === 'inactive'),
  )
  assert.ok((await recorded(app, id)).some((line) => line.event === 'person.archived'))
})

test('the open invitation of somebody who leaves ends with its links and its unsent mail', async (t) => {
  const scene = await reedPrimary(t)
  const { http, head, reed, sam, mailbox, sendMail, clock } = scene
  const invited = await inviteOne(
    head,
    reed,
    { email: 'jane@reed.example', givenName: 'Jane', familyName: 'Smith' },
    { roles: ['training_admin'], sendAt: new Date(Date.now() + 3_600_000).toISOString() },
  )
  const token = await copiedLink(head, invited)
  const jane = (await peopleAt(head, reed)).get('jane@reed.example')
  const asPerson = { id: jane.id, personId: jane.personId, email: jane.email, password: '' }
  await leave(scene, sam, [asPerson], reed, 'paused')
  const now = (await peopleAt(head, reed)).get('jane@reed.example')
  assert.deepEqual([now.status, now.invitation], ['inactive', null])
  assert.match(now.statusDetail, /^Paused by Sam Patel, /)
  assert.ok(now.actions.every((each: { action: string }) => !each.action.startsWith('invitation.')))
  const dead = await door(http.fresh(), token).open()
  assert.deepEqual([dead.status, dead.body.code], [410, 'link_revoked'])
  await clock.shift(7200)
  const later = http.fresh()
  await later.post('/api/v1/sessions', { email: sam.email, password: sam.password })
  await sendMail()
  const withLinks = mailbox.all().filter((letter) => /\/i\/inv_/.test(letter.mail.text ?? ''))
  assert.deepEqual(withLinks, [])
  const { done } = await comeBack(scene, sam, [asPerson], reed)
  assert.deepEqual(
    done.map((each) => each.active),
    [false],
  )
  const back = (await peopleAt(later, reed)).get('jane@reed.example')
  assert.deepEqual([back.status, back.roles[0].role], ['not_invited', 'training_admin'])
  const { body: sheet } = await later.get(`/api/v1/people/${jane.id}`)
  const said = sheet.timeline.map((each: { sentence: string }) => each.sentence)
  assert.ok(
    said.includes('Paused, by Sam Patel') && said.includes('Reactivated, by Sam Patel'),
    said.join('\n'),
  )
})

test('nobody sends themselves or somebody above them away, and the others go', async (t) => {
  const scene = await reedPrimary(t)
  const { make, reed, sam, root, owner } = scene
  const ada = await make.person('ada@reed.example', { at: reed, role: 'admin' })
  const pat = await make.person('pat@reed.example', { at: reed })
  assert.deepEqual(await leave(scene, ada, [ada, sam, pat], reed), [
    ['ada@reed.example', 'not_yourself'],
    ['sam@reed.example', 'person_above_yours'],
  ])
  assert.deepEqual(await leave(scene, ada, [owner], root), [[owner.email, 'person_above_yours']])
})

test('the last able admin of a school stays, and of two at once one', async (t) => {
  const scene = await reedPrimary(t)
  const { app, id, make, reed, sam } = scene
  const ada = await make.person('ada@reed.example', { at: reed, role: 'organisation_admin' })
  const operator: Actor = { kind: 'operator', tenantId: id, request: commandRequest() }
  const members = [sam, ada].map((each) => ({
    membershipId: each.id,
    accountId: each.personId,
    organisationId: reed.id,
  }))
  const refused = await inTenant(app.database, id, async (tx) => {
    await lockTenant(tx, id)
    return (await deactivate(app, tx, operator, members, { as: 'archived' })).refused
  })
  assert.deepEqual(
    [...refused].map(([who, why]) => [who, why.code]),
    [[ada.id, 'last_admin']],
  )
})

test('the only owner stays', async (t) => {
  const scene = await reedPrimary(t)
  const { app, id, root, owner } = scene
  const operator: Actor = { kind: 'operator', tenantId: id, request: commandRequest() }
  const members = [{ membershipId: owner.id, accountId: owner.personId, organisationId: root.id }]
  const { refused } = await inTenant(app.database, id, async (tx) => {
    await lockTenant(tx, id)
    return deactivate(app, tx, operator, members, { as: 'archived' })
  })
  assert.equal(refused.get(owner.id)?.code, 'last_admin')
})

test(`two admins who send one another away at the same moment leave one, ${ROUNDS} times`, async (t) => {
  const scene = await reedPrimary(t)
  const { app, id, make, reed, sam } = scene
  const ada = await make.person('ada@reed.example', { at: reed, role: 'organisation_admin' })
  for (let round = 0; round < ROUNDS; round++) {
    await Promise.all([leave(scene, sam, [ada], reed), leave(scene, ada, [sam], reed)])
    const left = await inTenant(app.database, id, (tx) =>
      sql<{
        id: string
      }>`select id from memberships where id in (${sam.id}, ${ada.id}) and state = 'active'`.execute(tx),
    )
    assert.equal(left.rows.length, 1)
    const operator = { ...scene.owner }
    await comeBack(scene, operator, [sam, ada], reed)
  }
})
