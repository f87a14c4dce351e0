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

test('schools are found by any part of their names and read in either order of them, page by page', async (t) => {
  const { http, make, owner, root } = await startLanyard(t)
  for (const name of ['Reed Primary', 'École St Anne’s', 'reed Infants', 'Mill Lane']) await make.school(name)
  const as = http.as(owner)
  const names = async (query: string): Promise<string[]> => {
    const { status, body } = await as.get(`/api/v1/organisations?${query}`)
    assert.equal(status, 200, JSON.stringify(body))
    assert.deepEqual(
      body.actions.map((each: { action: string; allowed: boolean }) => [each.action, each.allowed]),
      [['organisations.create', true]],
      'schools are added at the trust, whatever stands first on the page',
    )
    return body.data.map((each: { name: string }) => each.name)
  }
  assert.deepEqual(await names('q=REED'), ['reed Infants', 'Reed Primary'])
  assert.deepEqual(await names(`q=${encodeURIComponent('ecole st annes')}`), ['École St Anne’s'])
  assert.deepEqual(await names('q=ee'), [], 'two letters begin a word')
  assert.deepEqual(await names('q=eed'), ['reed Infants', 'Reed Primary'])
  assert.deepEqual(await names(`q=${encodeURIComponent('_')}`), [])
  const { total, totalIsEstimate } = (await as.get('/api/v1/organisations?q=reed&limit=1&count=estimate'))
    .body
  assert.deepEqual([total, totalIsEstimate], [2, false])
  const byName = await names('sort=name')
  assert.deepEqual(
    [...byName].sort(),
    [root.name, 'École St Anne’s', 'Mill Lane', 'Reed Primary', 'reed Infants'].sort(),
  )
  assert.deepEqual(await names('sort=-name'), byName.toReversed())
  assert.equal((await names(''))[0], root.name, 'the root stands first unless another order is asked for')
  for (const sort of ['depth', 'name', '-name'])
    assert.deepEqual(await walk(sort), await names(`sort=${sort}`), sort)

  const { next } = (await as.get('/api/v1/organisations?sort=name&limit=1')).body
  const other = await as.get(`/api/v1/organisations?sort=-name&after=${next}`)
  assert.deepEqual([other.status, other.body.code], [422, 'cursor_wrong'])

  async function walk(sort: string): Promise<string[]> {
    const seen: string[] = []
    for (let after = ''; ; ) {
      const { body } = await as.get(`/api/v1/organisations?sort=${sort}&limit=2${after}`)
      seen.push(...body.data.map((each: { name: string }) => each.name))
      if (body.next === null) return seen
      after = `&after=${body.next}`
    }
  }
})
