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

test('a cookie from before a role rose is worth nothing after the next request, which brings a new one', async (t) => {
  const { http, make, owner } = await startLanyard(t)
  const reed = await make.school('Reed Primary')
  const ann = await make.person('ann@reed.example', { at: reed })
  const annBrowser = http.as(ann)
  const give = (role: string) =>
    http.as(owner).put(`/api/v1/people/${ann.id}/roles`, { roles: [{ role }], permissions: [] })
  const thief = () => {
    const client = http.fresh()
    for (const [name, value] of annBrowser.cookies) client.cookies.set(name, value)
    return client
  }
  const me = async (client: typeof annBrowser) => (await client.get('/api/v1/me')).status
  assert.equal(await me(annBrowser), 200)
  const taken = thief()
  assert.equal(await me(taken), 200)
  assert.equal((await give('organisation_admin')).status, 200)

  const { status, headers } = await annBrowser.get(`/api/v1/organisations/${reed.id}/people`)
  assert.equal(status, 200, 'she goes on, with what she may do now')
  assert.equal(headers.getSetCookie().length, 1)
  assert.equal(await me(taken), 401)
  assert.equal(await me(annBrowser), 200)
  assert.equal((await annBrowser.get('/api/v1/me')).headers.getSetCookie().length, 0, 'once is enough')

  const same = thief()
  await give('training_admin')
  assert.deepEqual([await me(annBrowser), await me(same)], [200, 200], 'losing rights renews nothing')
  await give('organisation_admin')
  const many = await Promise.all(Array.from({ length: 12 }, () => thief().get('/api/v1/me')))
  const brought = many.filter((each) => each.headers.getSetCookie().length > 0)
  assert.equal(brought.length, 1, 'of many requests at once one is given the new one')
  assert.ok(many.every((each) => [200, 401].includes(each.status)))
  assert.equal(await me(annBrowser), 401)
})
