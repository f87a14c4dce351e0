import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { type Lanyard, startLanyard } from '../../../test/support/start-lanyard.ts'
import type { Actor } from '../../kernel/actor.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { inTenant } from '../../platform/database/database.ts'
import { commandRequest } from '../set-up/set-up.ts'
import { changeRoles } from './change-roles.ts'
import type { RolesWish } from './plan-role-change.ts'

const ROUNDS = process.env.LANYARD_SOAK === '1' ? 200 : 20

/** The operator stands above nobody: not even they take the last admin away. @returns `done` or the code of the refusal */
function byOperator({ app, id }: Lanyard, personId: string, wish: RolesWish): Promise<string> {
  const operator: Actor = { kind: 'operator', tenantId: id, request: commandRequest() }
  return changeRoles(app, operator, personId, wish).then(
    () => 'done',
    (error: unknown) => (error instanceof Refusal ? error.code : String(error)),
  )
}

async function countHolders({ app, id }: Lanyard, role: string): Promise<number> {
  const found = await inTenant(app.database, id, (tx) =>
    sql<{ holders: number }>`
      select count(*)::int as holders from role_assignments r
      join memberships m on m.tenant_id = r.tenant_id and m.id = r.membership_id and m.state = 'active'
      join passwords p on p.tenant_id = m.tenant_id and p.account_id = m.account_id
      where r.role = ${role}`.execute(tx),
  )
  return found.rows[0]?.holders ?? 0
}

test('the only owner stays one, by any door', async (t) => {
  const lanyard = await startLanyard(t)
  const { make, owner, root } = lanyard
  await make.person('tess@beacon.example', { at: root, role: 'trust_admin' })
  await make.person('otto@beacon.example', { at: root, role: 'owner', password: false })
  assert.equal(await byOperator(lanyard, owner.id, { roles: [] }), 'last_admin')
  assert.equal(await byOperator(lanyard, owner.id, { roles: [{ role: 'trust_admin' }] }), 'last_admin')
  await make.person('otto2@beacon.example', { at: root, role: 'owner' })
  assert.equal(await byOperator(lanyard, owner.id, { roles: [] }), 'done')
})

test('a school’s last admin is taken away only by an able admin who stands above', async (t) => {
  const lanyard = await startLanyard(t)
  const { http, make, owner } = lanyard
  const reed = await make.school('Reed Primary')
  const ada = await make.person('ada@reed.example', { at: reed, role: 'organisation_admin' })
  // Neither of these is an able admin: one cannot sign in, one does not manage people.
  await make.person('bea@reed.example', { at: reed, role: 'organisation_admin', password: false })
  await make.person('sam@reed.example', { at: reed, role: 'super_admin' })
  assert.equal(await byOperator(lanyard, ada.id, { roles: [{ role: 'user' }] }), 'last_admin')
  const byOwner = await http.as(owner).put(`/api/v1/people/${ada.id}/roles`, { roles: [{ role: 'user' }] })
  assert.equal(byOwner.status, 200)
})

test('switching User Management off counts as taking the last admin away', async (t) => {
  const lanyard = await startLanyard(t)
  const { http, make, owner } = lanyard
  const reed = await make.school('Reed Primary')
  const sam = await make.person('sam@reed.example', { at: reed })
  await http.as(owner).put(`/api/v1/people/${sam.id}/roles`, { roles: [{ role: 'super_admin' }] })
  assert.equal(
    await byOperator(lanyard, sam.id, { roles: [{ role: 'super_admin' }], permissions: [] }),
    'last_admin',
  )
  await make.person('ada@reed.example', { at: reed, role: 'organisation_admin' })
  assert.equal(
    await byOperator(lanyard, sam.id, { roles: [{ role: 'super_admin' }], permissions: [] }),
    'done',
  )
})

test(`two owners who demote one another at the same moment leave one, ${ROUNDS} times`, async (t) => {
  const lanyard = await startLanyard(t)
  const { http, make, owner, root } = lanyard
  const otto = await make.person('otto@beacon.example', { at: root, role: 'owner' })
  await Promise.all([owner, otto].map((each) => http.as(each).get('/api/v1/me')))
  for (let round = 0; round < ROUNDS; round++) {
    const [byOlive, byOtto] = await Promise.all([
      http.as(owner).put(`/api/v1/people/${otto.id}/roles`, { roles: [] }),
      http.as(otto).put(`/api/v1/people/${owner.id}/roles`, { roles: [] }),
    ])
    assert.deepEqual([byOlive.status, byOtto.status].sort(), [200, 403], `round ${round}`)
    assert.equal(await countHolders(lanyard, 'owner'), 1, `round ${round}`)
    const [winner, loser] = byOlive.status === 200 ? [owner, otto] : [otto, owner]
    const restored = await http
      .as(winner)
      .put(`/api/v1/people/${loser.id}/roles`, { roles: [{ role: 'owner' }] })
    assert.equal(restored.status, 200, JSON.stringify(restored.body))
  }
})

test(`two admins of a school who demote one another at the same moment leave one, ${ROUNDS} times`, async (t) => {
  const lanyard = await startLanyard(t)
  const { http, make, owner } = lanyard
  const reed = await make.school('Reed Primary')
  const ada = await make.person('ada@reed.example', { at: reed, role: 'organisation_admin' })
  const bea = await make.person('bea@reed.example', { at: reed, role: 'organisation_admin' })
  await Promise.all([ada, bea, owner].map((each) => http.as(each).get('/api/v1/me')))
  for (let round = 0; round < ROUNDS; round++) {
    const [byAda, byBea] = await Promise.all([
      http.as(ada).put(`/api/v1/people/${bea.id}/roles`, { roles: [{ role: 'user' }] }),
      http.as(bea).put(`/api/v1/people/${ada.id}/roles`, { roles: [{ role: 'user' }] }),
    ])
    assert.deepEqual([byAda.status, byBea.status].sort(), [200, 403], `round ${round}`)
    assert.equal(await countHolders(lanyard, 'organisation_admin'), 1, `round ${round}`)
    const loser = byAda.status === 200 ? bea : ada
    const restored = await http
      .as(owner)
      .put(`/api/v1/people/${loser.id}/roles`, { roles: [{ role: 'organisation_admin' }] })
    assert.equal(restored.status, 200, JSON.stringify(restored.body))
  }
})
