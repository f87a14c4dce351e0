import assert from 'node:assert/strict'
import { test } from 'node:test'
import { recorded } from '../../../test/support/record.ts'
import { startLanyard } from '../../../test/support/start-lanyard.ts'

test('an owner adds two schools, and both are in the list below the trust', async (t) => {
  const { http, owner, root } = await startLanyard(t)
  const as = http.as(owner)
  const reed = await as.post('/api/v1/organisations', {
    name: 'Reed Primary',
    parentId: root.id,
    urn: '100001',
    domains: ['@Reed.example'],
  })
  assert.equal(reed.status, 201)
  assert.deepEqual(reed.body.domains, ['reed.example'])
  assert.equal(reed.body.slug, 'reed-primary')
  const mill = await as.post('/api/v1/organisations', {
    name: 'Mill Lane',
    parentId: root.id,
    timeZone: 'Europe/Paris',
  })
  assert.equal(mill.body.timeZone, 'Europe/Paris')
  const list = await as.get('/api/v1/organisations?count=exact')
  assert.deepEqual(
    list.body.data.map((each: { name: string }) => each.name),
    ['Beacon Trust', 'Mill Lane', 'Reed Primary'],
  )
  assert.equal(list.body.total, 3)
})

test('a change of nothing is no change: it is answered, and leaves no line in the record', async (t) => {
  const { http, app, id, make, owner } = await startLanyard(t)
  const reed = await make.school('Reed Primary')
  const science = await make.unit('Science', { at: reed })
  await http.as(owner).get('/api/v1/me')
  const before = (await recorded(app, id)).length
  assert.equal((await http.as(owner).patch(`/api/v1/organisations/${reed.id}`, {})).status, 200)
  assert.equal((await http.as(owner).patch(`/api/v1/units/${science.id}`, {})).status, 200)
  assert.equal((await recorded(app, id)).length, before)
})
