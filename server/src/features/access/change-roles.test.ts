import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { recorded } from '../../../test/support/record.ts'
import { heldBy, putRoles } from '../../../test/support/roles.ts'
import { startLanyard } from '../../../test/support/start-lanyard.ts'
import { inTenant } from '../../platform/database/database.ts'
import { insertAssignments } from './access.queries.ts'

test('only what differs is checked: an admin adds a role beside one they could not give', async (t) => {
  const { http, make, owner } = await startLanyard(t)
  const reed = await make.school('Reed Primary')
  const ada = await make.person('ada@reed.example', { at: reed, role: 'organisation_admin' })
  const ben = await make.person('ben@reed.example', { at: reed, role: 'finance_manager' })
  assert.equal(
    (await putRoles(http.as(ada), ben.id, { roles: [{ role: 'finance_manager' }, { role: 'user' }] })).status,
    200,
  )
  assert.deepEqual(await heldBy(http.as(owner), ben.id), ['finance_manager', 'user'])
  const without = await putRoles(http.as(ada), ben.id, { roles: [{ role: 'user' }] })
  assert.equal(without.body.code, 'role_above_yours')
  assert.deepEqual(await heldBy(http.as(owner), ben.id), ['finance_manager', 'user'])
})

test('roles that a connected source wrote stay, whatever is asked', async (t) => {
  const { app, http, make, owner, id } = await startLanyard(t)
  const reed = await make.school('Reed Primary')
  const form = await make.unit('7A', { at: reed, kind: 'class' })
  const ben = await make.person('ben@reed.example', { at: reed })
  await inTenant(app.database, id, (tx) =>
    insertAssignments(tx, [
      {
        membershipId: ben.id,
        role: 'teacher',
        scope: 'unit',
        organisationId: reed.id,
        unitId: form.id,
        unitKind: null,
        source: 'sync',
      },
    ]),
  )
  assert.equal((await putRoles(http.as(owner), ben.id, { roles: [] })).status, 200)
  assert.deepEqual(await heldBy(http.as(owner), ben.id), ['teacher of 7A'])
  const byHand = await putRoles(http.as(owner), (await make.person('cat@reed.example', { at: reed })).id, {
    roles: [{ role: 'teacher', unit: form.id }],
  })
  assert.equal(byHand.body.code, 'role_above_yours')
})

test('permissions that are not named stay; an empty list switches them off', async (t) => {
  const { http, make, owner } = await startLanyard(t)
  const reed = await make.school('Reed Primary')
  const ben = await make.person('ben@reed.example', { at: reed })
  const as = http.as(owner)
  await putRoles(as, ben.id, { roles: [{ role: 'user' }], permissions: ['sections.news', 'labels.manage'] })
  await putRoles(as, ben.id, { roles: [{ role: 'moderated_user' }] })
  assert.deepEqual(await heldBy(as, ben.id), ['+labels.manage', '+sections.news', 'moderated_user'])
  await putRoles(as, ben.id, { roles: [{ role: 'moderated_user' }], permissions: ['labels.manage'] })
  assert.deepEqual(await heldBy(as, ben.id), ['+labels.manage', 'moderated_user'])
  await putRoles(as, ben.id, { roles: [{ role: 'moderated_user' }], permissions: [] })
  assert.deepEqual(await heldBy(as, ben.id), ['moderated_user'])
})

test('User Management comes with Admin and goes with it, and can be switched off between', async (t) => {
  const { http, make, owner } = await startLanyard(t)
  const reed = await make.school('Reed Primary')
  const ben = await make.person('ben@reed.example', { at: reed })
  const as = http.as(owner)
  await putRoles(as, ben.id, { roles: [{ role: 'admin' }] })
  assert.deepEqual(await heldBy(as, ben.id), ['+user_management', 'admin'])
  await putRoles(as, ben.id, { roles: [{ role: 'super_admin' }, { role: 'admin' }] })
  await putRoles(as, ben.id, { roles: [{ role: 'super_admin' }] })
  assert.deepEqual(
    await heldBy(as, ben.id),
    ['+user_management', 'super_admin'],
    'the other role still brings it',
  )
  await putRoles(as, ben.id, { roles: [{ role: 'super_admin' }], permissions: [] })
  assert.deepEqual(await heldBy(as, ben.id), ['super_admin'])
  await putRoles(as, ben.id, { roles: [{ role: 'super_admin' }], permissions: ['user_management'] })
  await putRoles(as, ben.id, { roles: [{ role: 'user' }] })
  assert.deepEqual(await heldBy(as, ben.id), ['user'])
})

test('posting to several organisations goes with the last role that allows it, even when asked to stay', async (t) => {
  const { http, make, owner } = await startLanyard(t)
  const reed = await make.school('Reed Primary')
  const ben = await make.person('ben@reed.example', { at: reed })
  const as = http.as(owner)
  const toUser = await putRoles(as, ben.id, { roles: [{ role: 'user' }], permissions: ['posts.global'] })
  assert.equal(toUser.status, 422)
  assert.equal(toUser.body.code, 'permission_not_a_toggle')
  await putRoles(as, ben.id, { roles: [{ role: 'admin' }], permissions: ['posts.global'] })
  assert.deepEqual(await heldBy(as, ben.id), ['+posts.global', 'admin'])
  await putRoles(as, ben.id, { roles: [{ role: 'user' }], permissions: ['posts.global'] })
  assert.deepEqual(await heldBy(as, ben.id), ['user'])
  await putRoles(as, ben.id, { roles: [{ role: 'admin' }] })
  const swapped = await putRoles(as, ben.id, { roles: [{ role: 'user' }], permissions: ['posts.global'] })
  assert.equal(swapped.body.code, 'permission_not_a_toggle')
  assert.deepEqual(await heldBy(as, ben.id), ['+user_management', 'admin'])
})

test('no settings permission can be switched on', async (t) => {
  const { http, make, owner } = await startLanyard(t)
  const reed = await make.school('Reed Primary')
  const ben = await make.person('ben@reed.example', { at: reed })
  const reply = await putRoles(http.as(owner), ben.id, {
    roles: [{ role: 'user' }],
    permissions: ['settings.users'],
  })
  assert.equal(reply.body.code, 'permission_not_a_toggle')
  const sheet = await http.as(owner).get(`/api/v1/people/${ben.id}/roles`)
  assert.deepEqual(
    sheet.body.permissions.filter((each: { group: string }) => each.group === 'Settings'),
    [],
  )
})

test('nobody changes their own roles, up or down, and the try is recorded', async (t) => {
  const { app, http, make, id } = await startLanyard(t)
  const reed = await make.school('Reed Primary')
  const ada = await make.person('ada@reed.example', { at: reed, role: 'organisation_admin' })
  for (const wish of [
    { roles: [{ role: 'organisation_admin' }, { role: 'user' }] },
    { roles: [] },
    { roles: [{ role: 'organisation_admin' }] },
    { roles: [{ role: 'organisation_admin' }], permissions: ['labels.manage'] },
  ]) {
    const reply = await putRoles(http.as(ada), ada.id, wish)
    assert.equal(reply.status, 403)
    assert.equal(reply.body.code, 'not_your_own_roles')
  }
  const denied = (await recorded(app, id)).filter((each) => each.event === 'authz.denied')
  assert.deepEqual(
    denied.map((each) => [each.actor, each.detail.code]),
    Array(4).fill([ada.personId, 'not_your_own_roles']),
  )
})

test('nobody changes someone who stands above them, or gives a role above their own', async (t) => {
  const { http, make, owner } = await startLanyard(t)
  const reed = await make.school('Reed Primary')
  const ada = await make.person('ada@reed.example', { at: reed, role: 'organisation_admin' })
  const sam = await make.person('sam@reed.example', { at: reed, role: 'super_admin' })
  const ben = await make.person('ben@reed.example', { at: reed })
  const above = await putRoles(http.as(ada), sam.id, { roles: [{ role: 'user' }] })
  assert.equal(above.status, 403)
  assert.equal(above.body.code, 'person_above_yours')
  const role = await putRoles(http.as(ada), ben.id, { roles: [{ role: 'super_admin' }] })
  assert.equal(role.status, 403)
  assert.equal(role.body.code, 'role_above_yours')
  const permission = await putRoles(http.as(ada), ben.id, {
    roles: [{ role: 'user' }],
    permissions: ['seats.view'],
  })
  assert.equal(permission.status, 403)
  assert.equal(permission.body.code, 'permission_above_yours')
  const plain = await putRoles(http.as(ben), (await make.person('cat@reed.example', { at: reed })).id, {
    roles: [{ role: 'learner' }],
  })
  assert.equal(plain.body.code, 'forbidden')
  assert.deepEqual(
    [await heldBy(http.as(owner), sam.id), await heldBy(http.as(owner), ben.id)],
    [['super_admin'], ['user']],
  )
})

test('a role given at a place where it cannot be is refused: Owner at a school, User at a unit', async (t) => {
  const { http, make, owner } = await startLanyard(t)
  const reed = await make.school('Reed Primary')
  const art = await make.unit('Art', { at: reed, kind: 'subject_area' })
  const ben = await make.person('ben@reed.example', { at: reed })
  for (const role of [
    { role: 'owner' },
    { role: 'trust_admin' },
    { role: 'user', unit: art.id },
    { role: 'unit_administrator' },
    { role: 'coach', kind: 'subject_area' },
  ]) {
    const reply = await putRoles(http.as(owner), ben.id, { roles: [role] })
    assert.equal(reply.status, 422, role.role)
    assert.equal(reply.body.code, 'role_not_given_here', role.role)
  }
})

test('an unknown role or permission is named, and nothing changes', async (t) => {
  const { http, make, owner } = await startLanyard(t)
  const ben = await make.person('ben@reed.example', { at: await make.school('Reed Primary') })
  const role = await putRoles(http.as(owner), ben.id, { roles: [{ role: 'user' }, { role: 'caretaker' }] })
  assert.equal(role.status, 422)
  assert.deepEqual(role.body.errors, [
    { pointer: '#/roles/1/role', code: 'role_unknown', detail: 'We don’t know the role “caretaker”.' },
  ])
  const permission = await putRoles(http.as(owner), ben.id, {
    roles: [{ role: 'user' }],
    permissions: ['users.fly'],
  })
  assert.equal(permission.status, 422)
  assert.equal(permission.body.code, 'permission_unknown')
  assert.deepEqual(await heldBy(http.as(owner), ben.id), ['user'])
})

test('giving wants a proof no older than ten minutes, and goes on after the password; taking away does not', async (t) => {
  const { clock, http, make, owner } = await startLanyard(t)
  const ben = await make.person('ben@reed.example', { at: await make.school('Reed Primary') })
  const as = http.as(owner)
  await as.get('/api/v1/me')
  await clock.shift(595)
  assert.equal((await putRoles(as, ben.id, { roles: [{ role: 'user' }, { role: 'learner' }] })).status, 200)
  await clock.shift(6)
  const stale = await putRoles(as, ben.id, { roles: [{ role: 'admin' }] })
  assert.equal(stale.status, 403)
  assert.equal(stale.body.code, 'reauth_required')
  assert.equal(
    (
      await putRoles(as, ben.id, {
        roles: [{ role: 'user' }, { role: 'learner' }],
        permissions: ['labels.manage'],
      })
    ).body.code,
    'reauth_required',
  )
  assert.equal((await putRoles(as, ben.id, { roles: [{ role: 'user' }] })).status, 200)
  assert.deepEqual(await heldBy(as, ben.id), ['user'])
  assert.equal((await as.post('/api/v1/sessions/current/confirm', { password: owner.password })).status, 204)
  assert.equal((await putRoles(as, ben.id, { roles: [{ role: 'admin' }] })).status, 200)
})

test('a person of another school or tenant answers like nobody at all', async (t) => {
  const { http, make, secondTenant } = await startLanyard(t)
  const ada = await make.person('ada@reed.example', {
    at: await make.school('Reed Primary'),
    role: 'organisation_admin',
  })
  const mia = await make.person('mia@mill.example', { at: await make.school('Mill Lane') })
  const harbour = await secondTenant()
  const bodies = []
  for (const id of [randomUUID(), mia.id, harbour.owner.id]) {
    const reply = await putRoles(http.as(ada), id, { roles: [{ role: 'user' }] })
    assert.equal(reply.status, 404)
    bodies.push({ ...reply.body, requestId: '', instance: '' })
  }
  assert.deepEqual(bodies, Array(3).fill(bodies[0]))
})

test('a change and a refusal are each one line of the record; asking for what is there already is none', async (t) => {
  const { app, http, id, make, owner } = await startLanyard(t)
  const reed = await make.school('Reed Primary')
  const art = await make.unit('Art', { at: reed, kind: 'subject_area' })
  const ben = await make.person('ben@reed.example', { at: reed })
  const cat = await make.person('cat@reed.example', { at: reed })
  await http.as(cat).get('/api/v1/me')
  await http.as(owner).get('/api/v1/me')
  const before = (await recorded(app, id)).length
  await putRoles(http.as(owner), ben.id, {
    roles: [
      { role: 'coach', unit: art.id },
      { role: 'coach', unit: art.id },
    ],
    permissions: ['labels.manage'],
  })
  await putRoles(http.as(owner), ben.id, { roles: [{ role: 'coach', unit: art.id }] })
  const guess = await putRoles(http.as(cat), ben.id, { roles: [{ role: 'coach', unit: art.id }] })
  const wish = await putRoles(http.as(cat), ben.id, { roles: [{ role: 'user' }] })
  assert.deepEqual(
    [guess.status, wish.status],
    [403, 403],
    'a right guess is told apart from a wrong one by nothing',
  )
  const lines = (await recorded(app, id)).slice(before)
  const denied = {
    event: 'authz.denied',
    actor: cat.personId,
    subject: null,
    organisation: null,
    detail: { code: 'forbidden', method: 'PUT', route: '/api/v1/people/:id/roles' },
  }
  assert.deepEqual(
    lines.map(({ id: _, ...line }) => line),
    [
      {
        event: 'roles.changed',
        actor: owner.personId,
        subject: ben.personId,
        organisation: reed.id,
        detail: {
          given: [`coach unit:${art.id}`],
          taken: ['user'],
          permissionsOn: ['labels.manage'],
          permissionsOff: [],
          before: { roles: ['user'], permissions: [] },
          after: { roles: [`coach unit:${art.id}`], permissions: ['labels.manage'] },
        },
      },
      denied,
      denied,
    ],
  )
})
