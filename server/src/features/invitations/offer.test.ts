import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Client } from '../../../test/support/http-client.ts'
import { inviteOne, reedPrimary } from '../../../test/support/invite.ts'
import type { Place } from '../../../test/support/make.ts'
import { openTenant } from '../../../test/support/plant.ts'
import { recorded } from '../../../test/support/record.ts'
import { heldBy } from '../../../test/support/roles.ts'
import { ROLE_KEYS } from '../access/built-in-roles.ts'

const QUIET = { mailWorker: false as const }
const offer = (who: Client, at: Place, wish: Record<string, unknown>) =>
  who.post(`/api/v1/organisations/${at.id}/invitations`, {
    people: [{ email: 'jane@reed.example' }],
    ...wish,
  })

const WHAT_A_TRUST_GIVES = [
  'super_admin',
  'organisation_admin',
  'admin',
  'finance_manager',
  'training_admin',
  'unit_administrator',
  'leader',
  'coach',
  'author',
  'user',
  'moderated_user',
  'learner',
]

/** Which roles an inviter may offer at a school, each tried with the unit `Art` named where it must be. */
const MAY_OFFER: Record<string, string[]> = {
  owner: WHAT_A_TRUST_GIVES,
  trust_admin: WHAT_A_TRUST_GIVES,
  trust_training_admin: ['training_admin', 'author', 'coach', 'user', 'moderated_user', 'learner'],
  super_admin: [],
  organisation_admin: [
    'organisation_admin',
    'admin',
    'training_admin',
    'unit_administrator',
    'leader',
    'coach',
    'author',
    'user',
    'moderated_user',
    'learner',
  ],
  admin: [],
  finance_manager: [],
  training_admin: ['training_admin', 'author', 'coach', 'user', 'moderated_user', 'learner'],
  unit_administrator: ['unit_administrator', 'learner'],
  leader: [],
  coach: [],
  user: [],
}
/** Of an admin who holds User Management as well. */
const WITH_USER_MANAGEMENT = ['admin', 'user', 'moderated_user', 'learner']

test('nobody offers more than they hold: 403, nobody invited, nothing queued, and the record says who tried', async (t) => {
  const lanyard = await reedPrimary(t, QUIET)
  const { http, make, reed, root, olive } = lanyard
  const db = await openTenant(t, lanyard)
  const art = await make.unit('Art', { at: reed })
  const above = ['owner', 'trust_admin', 'trust_training_admin']
  const atUnit = ['unit_administrator', 'leader', 'coach']
  const everybody = await Promise.all(
    [...Object.entries(MAY_OFFER), ['managing admin', WITH_USER_MANAGEMENT] as const].map(
      async ([key, allowed]) => {
        const role = key.replace('managing ', '')
        const person = await make.person(`${key.replaceAll(/[_ ]/g, '-')}@reed.example`, {
          at: above.includes(role) ? root : reed,
          role,
          ...(atUnit.includes(role) ? { unit: art } : {}),
        })
        if (key !== role)
          await db.query(
            `insert into permission_grants (membership_id, permission) values ($1, 'user_management')`,
            [person.id],
          )
        return { key, allowed, client: http.as(person), accountId: person.personId }
      },
    ),
  )
  let made = 0
  const denied: string[] = []
  for (const { key, allowed, client, accountId } of everybody) {
    const given: string[] = []
    for (const role of ROLE_KEYS) {
      const unit = ['unit_administrator', 'leader', 'coach', 'author', 'teacher'].includes(role)
      const at = unit || (role === 'learner' && key === 'unit_administrator') ? { role, unit: art.id } : role
      const reply = await offer(client, reed, {
        people: [{ email: `${role}-by-${key}@new.example`.replaceAll(/[_ ]/g, '-') }],
        roles: [at],
      })
      if (reply.status === 201) given.push(role)
      else assert.ok([403, 422].includes(reply.status), `${key} ${role} ${reply.status}`)
      if (reply.status === 422)
        assert.match(reply.body.code, /^role_(needs_unit|not_given_here)$/, `${key} ${role}`)
      if (reply.status === 403) {
        denied.push(accountId)
        assert.match(reply.body.code, /^(role_above_yours|forbidden)$/)
      }
    }
    assert.deepEqual(given.sort(), [...allowed].sort(), key)
    made += given.length
  }
  assert.ok(denied.length > 80, `${denied.length}`)
  const lines = (await recorded(lanyard.app, lanyard.id)).filter((line) => line.event === 'authz.denied')
  assert.deepEqual(
    lines.map((line) => line.actor),
    denied,
  )
  const { rows } = await db.query(
    `select (select count(*)::int from invitations) as invitations, (select count(*)::int from messages) as messages,
      (select count(*)::int from memberships where state = 'invited') as invited`,
  )
  assert.deepEqual(rows, [{ invitations: made, messages: made, invited: made }])

  // What the page offers is what the door takes.
  for (const { key, allowed, client } of everybody) {
    const { status, body } = await client.get(`/api/v1/organisations/${reed.id}/invitations/options`)
    assert.equal(status, allowed.length > 0 ? 200 : 403, key)
    if (status === 200)
      assert.deepEqual(body.roles.map((each: { role: string }) => each.role).sort(), [...allowed].sort(), key)
  }

  // A role of the trust is given at the trust, and by who stands high enough.
  const trainer = everybody.find(({ key }) => key === 'trust_training_admin')
  assert.equal((await offer(olive, root, { roles: ['trust_admin'] })).status, 201)
  assert.equal((await offer(trainer?.client as Client, root, { roles: ['trust_admin'] })).status, 403)
  assert.equal(
    (await offer(olive, root, { roles: ['owner'], people: [{ email: 'o@x.example' }] })).status,
    201,
  )
})

test('one role too high for one person stops the whole batch', async (t) => {
  const { head, reed } = await reedPrimary(t, QUIET)
  const reply = await offer(head, reed, {
    people: [{ email: 'a@reed.example' }, { email: 'sam+two@reed.example', roles: ['super_admin'] }],
  })
  assert.equal(reply.status, 403)
  assert.equal(reply.body.code, 'role_above_yours')
  const open = await head.get(`/api/v1/organisations/${reed.id}/invitations`)
  assert.deepEqual(open.body.data, [])
})

test('a batch gets one offer, a person in it may get another, and nobody gets what only another role brings', async (t) => {
  const { head, olive, make, reed } = await reedPrimary(t, QUIET)
  const art = await make.unit('Art', { at: reed })
  const maths = await make.unit('Maths', { at: reed })
  const sent = await offer(olive, reed, {
    people: [
      { email: 'plain@reed.example' },
      { email: 'boss@reed.example', roles: ['admin'], units: [] },
      { email: 'two@reed.example', roles: ['author', 'coach', 'user'] },
      { email: 'led@reed.example', roles: [{ role: 'leader', unit: maths.id }], units: [] },
    ],
    roles: ['learner'],
    units: [art.id],
  })
  assert.equal(sent.status, 201, JSON.stringify(sent.body))
  const [plain, boss, two, led] = sent.body.results.map((each: { personId: string }) => each.personId)
  assert.deepEqual(await heldBy(olive, plain), ['learner of Art'])
  assert.deepEqual((await heldBy(olive, boss))[0], '+user_management')
  assert.ok((await heldBy(olive, boss)).includes('admin'))
  assert.deepEqual(await heldBy(olive, two), ['author of Art', 'coach of Art', 'user'])
  assert.deepEqual(await heldBy(olive, led), ['leader of Maths'])
  const { data } = (await head.get(`/api/v1/organisations/${reed.id}/invitations`)).body
  assert.deepEqual(
    data
      .map((each: { email: string; units: { name: string }[] }) => [
        each.email,
        each.units.map((unit) => unit.name).join(),
      ])
      .sort(),
    [
      ['boss@reed.example', ''],
      ['led@reed.example', 'Maths'],
      ['plain@reed.example', 'Art'],
      ['two@reed.example', 'Art'],
    ],
  )
})

test('permissions: those a role brings can be left out, and none is offered that the inviter may not pass on', async (t) => {
  const { head, olive, make, http, reed } = await reedPrimary(t, QUIET)
  const trainer = http.as(await make.person('tia@reed.example', { at: reed, role: 'training_admin' }))
  const bare = await inviteOne(
    olive,
    reed,
    { email: 'bare@reed.example', roles: ['admin'] },
    { permissions: [] },
  )
  assert.deepEqual(await heldBy(olive, bare.personId), ['admin'])
  const more = await inviteOne(head, reed, { email: 'more@reed.example' }, { permissions: ['labels.manage'] })
  assert.deepEqual(await heldBy(olive, more.personId), ['+labels.manage', 'user'])
  const asked = (who: Client, permissions: string[], roles = ['user']) =>
    offer(who, reed, { roles, permissions })
  for (const [reply, status, code] of [
    [await asked(trainer, ['users.view']), 403, 'permission_above_yours'],
    [await asked(head, ['organisations.create']), 403, 'permission_above_yours'],
    [await asked(olive, ['settings.mail']), 422, 'permission_not_a_toggle'],
    [await asked(olive, ['posts.global']), 422, 'permission_not_a_toggle'],
    [await asked(olive, ['be.wise']), 422, 'permission_unknown'],
  ] as const) {
    assert.equal(reply.status, status, JSON.stringify(reply.body))
    assert.equal(reply.body.code, code)
  }
  const mixed = await offer(olive, reed, {
    people: [{ email: 'a@reed.example', roles: ['admin'] }, { email: 'b@reed.example' }],
    permissions: ['posts.global'],
  })
  assert.equal(mixed.body.code, 'permission_not_a_toggle', 'a plain user in the batch must not get it')
  assert.equal((await asked(olive, ['posts.global'], ['admin'])).status, 201)
})

test('a unit administrator invites into their own unit and nowhere else', async (t) => {
  const lanyard = await reedPrimary(t, QUIET)
  const { head, olive, make, http, reed } = lanyard
  const art = await make.unit('Art', { at: reed })
  const clay = await make.unit('Clay', { at: reed, inside: art, kind: 'group' })
  const maths = await make.unit('Maths', { at: reed })
  const quiet = await make.unit('Safeguarding', { at: reed, kind: 'group', private: true })
  const mill = await make.school('Mill Lane')
  const foreign = await make.unit('Music', { at: mill })
  const una = http.as(
    await make.person('una@reed.example', { at: reed, role: 'unit_administrator', unit: art }),
  )
  const learner = (unit: Place, email: string) =>
    offer(una, reed, { people: [{ email }], roles: ['learner'], units: [unit.id] })
  assert.equal((await learner(art, 'a@reed.example')).status, 201)
  assert.equal((await learner(clay, 'b@reed.example')).status, 201)
  assert.equal((await learner(maths, 'c@reed.example')).status, 403)
  for (const unit of [quiet, foreign, { id: lanyard.id, name: 'none' }]) {
    const reply = await learner(unit, 'd@reed.example')
    assert.equal(reply.status, 422, unit.name)
    assert.equal(reply.body.code, 'unit_unknown')
    assert.equal(reply.body.errors[0].pointer, '#/units/0')
  }
  for (const wish of [
    {},
    { roles: ['user'] },
    { roles: ['learner'] },
    { roles: ['user'], units: [art.id] },
    { roles: [{ role: 'learner', unit: art.id }], units: [maths.id] },
    { roles: ['learner'], units: [art.id], deletionDate: '2030-01-01' },
    { roles: ['learner'], units: [art.id], labels: { Region: 'North' } },
  ])
    assert.equal((await offer(una, reed, wish)).status, 403, JSON.stringify(wish))
  const elsewhere = await offer(olive, reed, { units: [foreign.id] })
  assert.equal(elsewhere.body.code, 'unit_unknown', 'a unit of another school, for who sees both')
  const unplaced = await offer(head, reed, { roles: ['leader'] })
  assert.equal(unplaced.status, 422)
  assert.equal(unplaced.body.code, 'role_needs_unit')
  assert.match(unplaced.body.detail, /Leader role is given at a unit/)
  const nowhere = await offer(head, reed, { roles: ['dragon'] })
  assert.equal(nowhere.body.code, 'role_unknown')
  const seen = await una.get(`/api/v1/organisations/${reed.id}/invitations/options`)
  assert.deepEqual(seen.body.units.map((unit: { name: string }) => unit.name).sort(), ['Art', 'Clay'])
  assert.deepEqual([seen.body.canSetDeletionDate, seen.body.permissions], [false, []])
})

test('an organisation may require a unit', async (t) => {
  const { head, olive, make, reed } = await reedPrimary(t, QUIET)
  const art = await make.unit('Art', { at: reed })
  const changed = await olive.patch(`/api/v1/organisations/${reed.id}`, { needsUnit: true })
  assert.equal(changed.status, 200, JSON.stringify(changed.body))
  const without = await offer(head, reed, {})
  assert.equal(without.status, 422)
  assert.equal(without.body.code, 'unit_needed')
  assert.match(without.body.detail, /Reed Primary/)
  const oneWithout = await offer(head, reed, {
    people: [{ email: 'a@reed.example' }, { email: 'b@reed.example', units: [] }],
    units: [art.id],
  })
  assert.equal(oneWithout.body.errors?.[0].pointer, '#/people/1/units')
  assert.equal((await offer(head, reed, { units: [art.id] })).status, 201)
  assert.equal(
    (
      await offer(head, reed, {
        people: [{ email: 'c@reed.example', roles: [{ role: 'learner', unit: art.id }] }],
      })
    ).status,
    201,
  )
  const { body } = await head.get(`/api/v1/organisations/${reed.id}/invitations/options`)
  assert.equal(body.needsUnit, true)
})

test('labels, deletion date and language go with the person; a language that is not complete is refused', async (t) => {
  const lanyard = await reedPrimary(t, QUIET)
  const { head, reed } = lanyard
  const db = await openTenant(t, lanyard)
  const jane = await inviteOne(
    head,
    reed,
    { email: 'jane@reed.example', givenName: ' Jane\r\n Ann ', familyName: 'Smith\u2028' },
    { labels: { Region: 'North' }, deletionDate: '2031-07-31', language: 'en-GB' },
  )
  const { rows } = await db.query(
    `select m.labels, m.deletion_date::text, a.given_name, a.family_name, a.language, i.language as letters
     from memberships m join accounts a on a.id = m.account_id join invitations i on i.membership_id = m.id
     where m.id = $1`,
    [jane.personId],
  )
  assert.deepEqual(rows, [
    {
      labels: { Region: 'North' },
      deletion_date: '2031-07-31',
      given_name: 'Jane Ann',
      family_name: 'Smith',
      language: 'en-GB',
      letters: 'en-GB',
    },
  ])
  for (const [wish, code] of [
    [{ language: 'cy' }, 'language_unknown'],
    [{ deletionDate: '31/07/2031' }, 'wrong_shape'],
    [{ labels: { '': 'North' } }, undefined],
    [{ message: 'x'.repeat(501) }, undefined],
  ] as const) {
    const reply = await offer(head, reed, { people: [{ email: 'x@reed.example' }], ...wish })
    assert.equal(reply.status, 422, JSON.stringify(wish))
    if (code) assert.equal(reply.body.errors[0].code, code)
  }
})
