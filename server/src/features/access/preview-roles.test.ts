import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Client } from '../../../test/support/http-client.ts'
import { recorded } from '../../../test/support/record.ts'
import { heldBy, putRoles } from '../../../test/support/roles.ts'
import { startLanyard } from '../../../test/support/start-lanyard.ts'
import type { Actor } from '../../kernel/actor.ts'
import { commandRequest } from '../set-up/set-up.ts'
import { previewRoles } from './preview-roles.ts'

type Wish = Parameters<typeof putRoles>[2]

const preview = async (who: Client, person: { id: string }, wish: Wish) => {
  const { body } = await who.post(`/api/v1/people/${person.id}/roles/consequences`, wish)
  return body
}

test('before roles change it is said what is given, what is lost and what stays; looking changes nothing', async (t) => {
  const { app, id, http, make, owner } = await startLanyard(t)
  const reed = await make.school('Reed Primary')
  const art = await make.unit('Art', { at: reed, kind: 'subject_area' })
  const olive = http.as(owner)
  const ben = await make.person('ben@reed.example', { at: reed, name: 'Ben Ash' })
  await putRoles(olive, ben.id, { roles: [{ role: 'user' }, { role: 'leader', unit: art.id }] })
  const before = (await recorded(app, id)).length
  const wish = { roles: [{ role: 'user' }, { role: 'training_admin' }] }
  const said = await preview(olive, ben, wish)
  assert.deepEqual(said.blocks, [])
  assert.deepEqual(said.changes.slice(0, 2), [
    'Ben Ash gets: Training admin.',
    'Ben Ash loses: Leader of Art.',
  ])
  assert.match(said.changes[2], /^From this moment Ben Ash can also: See people, .* and \d+ more\.$/)
  assert.deepEqual(said.keeps, ['Ben Ash stays: User.', 'Ben Ash stays signed in.'])
  assert.deepEqual(said.handsOver, ['Ben Ash is the only leader of Art. Make somebody else its leader.'])
  assert.deepEqual(await heldBy(olive, ben.id), ['leader of Art', 'user'])
  assert.equal((await recorded(app, id)).length, before)
  assert.deepEqual(
    (await preview(olive, ben, { roles: [{ role: 'user' }, { role: 'leader', unit: art.id }] })).keeps,
    ['Nothing changes.'],
  )
  await make.person('lea@reed.example', { at: reed, role: 'leader', unit: art })
  assert.deepEqual((await preview(olive, ben, wish)).handsOver, [], 'somebody else leads it too')
})

test('what a change of roles would be refused for is said before it, with the same words', async (t) => {
  const { app, id, http, make, owner } = await startLanyard(t)
  const reed = await make.school('Reed Primary')
  const olive = http.as(owner)
  const max = await make.person('max@reed.example', { at: reed, role: 'super_admin', name: 'Max Lane' })
  await putRoles(olive, max.id, {
    roles: [{ role: 'super_admin' }],
    permissions: ['users.view', 'roles.assign'],
  })
  const sam = await make.person('sam@reed.example', {
    at: reed,
    role: 'organisation_admin',
    name: 'Sam Patel',
  })
  const ann = await make.person('ann@reed.example', { at: reed, role: 'user' })
  const cases: [Client, { id: string }, Wish][] = [
    [http.as(max), sam, { roles: [{ role: 'user' }] }],
    [http.as(sam), sam, { roles: [{ role: 'user' }] }],
    [http.as(sam), max, { roles: [] }],
    [http.as(sam), ann, { roles: [{ role: 'super_admin' }] }],
    [olive, { id: owner.id }, { roles: [] }],
  ]
  for (const [who, person, wish] of cases) {
    const said = await preview(who, person, wish)
    const refused = await putRoles(who, person.id, wish)
    assert.deepEqual(
      said.blocks,
      [{ code: refused.body.code, sentence: refused.body.detail }],
      JSON.stringify(refused.body),
    )
    assert.deepEqual([said.changes, said.keeps, said.handsOver], [[], [], []])
  }
  const operator: Actor = { kind: 'operator', tenantId: id, request: commandRequest() }
  const alone = await make.school('Mill Lane')
  const tom = await make.person('tom@reed.example', {
    at: alone,
    role: 'organisation_admin',
    name: 'Tom Reed',
  })
  const byOperator = () => previewRoles(app, operator, tom.id, { roles: [{ role: 'user' }] })
  assert.deepEqual((await byOperator()).blocks, [
    {
      code: 'last_admin',
      sentence: 'Tom Reed is the only admin at Mill Lane. Make someone else an admin first.',
    },
  ])
  await make.person('pia@reed.example', { at: alone, role: 'organisation_admin' })
  assert.deepEqual((await byOperator()).blocks, [])
  assert.equal(
    (await http.as(ann).post(`/api/v1/people/${sam.id}/roles/consequences`, { roles: [] })).status,
    403,
  )
  assert.equal((await preview(olive, sam, { roles: [{ role: 'nobody' }] })).code, 'role_unknown')
})

test('a role at a private unit is not told to those outside it', async (t) => {
  const { http, make, owner } = await startLanyard(t)
  const reed = await make.school('Reed Primary')
  const hidden = await make.unit('Safeguarding', { at: reed, private: true })
  const admin = await make.person('ada@reed.example', { at: reed })
  await putRoles(http.as(owner), admin.id, { roles: [{ role: 'admin' }] })
  const ben = await make.person('ben@reed.example', { at: reed })
  await putRoles(http.as(owner), ben.id, { roles: [{ role: 'user' }, { role: 'leader', unit: hidden.id }] })
  const said = await preview(http.as(admin), ben, { roles: [{ role: 'moderated_user' }] })
  assert.deepEqual(said.blocks, [])
  assert.ok(!/Safeguarding|Leader|unit/.test(JSON.stringify(said)), JSON.stringify(said))
})
