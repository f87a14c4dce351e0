import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startLanyard } from '../../../test/support/start-lanyard.ts'

test('a role given, changed or taken away bites at the very next request of a person who stays signed in', async (t) => {
  const { http, make, owner } = await startLanyard(t)
  const reed = await make.school('Reed Primary')
  const ann = await make.person('ann@reed.example', { at: reed })
  const people = async () => (await http.as(ann).get(`/api/v1/organisations/${reed.id}/people`)).status
  const give = (roles: object[], permissions?: string[]) =>
    http.as(owner).put(`/api/v1/people/${ann.id}/roles`, { roles, ...(permissions ? { permissions } : {}) })
  assert.equal(await people(), 403)
  await give([{ role: 'training_admin' }])
  assert.equal(await people(), 200)
  await give([{ role: 'user' }])
  assert.equal(await people(), 403)
  await give([{ role: 'user' }], ['users.view'])
  assert.equal(await people(), 200)
  await give([{ role: 'user' }], [])
  assert.equal(await people(), 403)
})

test('a school or unit that is renamed is known by its new name at the next request', async (t) => {
  const { http, make, owner } = await startLanyard(t)
  const reed = await make.school('Reed Primary')
  const science = await make.unit('Science', { at: reed })
  const ann = await make.person('ann@reed.example', { at: reed, role: 'leader', unit: science })
  const mine = async () => (await http.as(ann).get('/api/v1/me')).body.organisations[0]
  assert.deepEqual([(await mine()).name, (await mine()).roles[0].scope], ['Reed Primary', 'Science'])
  await http.as(owner).patch(`/api/v1/organisations/${reed.id}`, { name: 'Reed Academy' })
  assert.equal((await mine()).name, 'Reed Academy')
  await http.as(owner).patch(`/api/v1/units/${science.id}`, { name: 'Sciences' })
  assert.equal((await mine()).roles[0].scope, 'Sciences')
})

test('two people with sessions of their own are never taken for one another', async (t) => {
  const { http, make, root, owner } = await startLanyard(t)
  const ann = await make.person('ann@beacon.example', { at: root })
  for (let n = 0; n < 5; n++) {
    assert.equal((await http.as(ann).get('/api/v1/me')).body.email, ann.email)
    assert.equal((await http.as(owner).get('/api/v1/me')).body.email, owner.email)
  }
})
