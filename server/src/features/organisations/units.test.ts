import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Person } from '../../../test/support/make.ts'
import { startLanyard } from '../../../test/support/start-lanyard.ts'

test('units of every kind stand inside one another, and a move takes along what is inside', async (t) => {
  const { http, make, owner } = await startLanyard(t)
  const reed = await make.school('Reed Primary')
  const as = http.as(owner)
  const add = async (name: string, kind: string, parentId?: string) =>
    (
      await as.post(`/api/v1/organisations/${reed.id}/units`, {
        name,
        kind,
        ...(parentId ? { parentId } : {}),
      })
    ).body
  for (const kind of ['service_area', 'group', 'subject_area', 'faculty', 'department', 'class'])
    assert.equal((await add(`A ${kind}`, kind)).kind, kind)
  const science = await add('Science', 'faculty')
  const physics = await add('Physics', 'subject_area', science.id)
  const class7 = await add('7A', 'class', physics.id)
  const arts = await add('Arts', 'faculty')
  assert.equal((await as.patch(`/api/v1/units/${physics.id}`, { parentId: arts.id })).body.parentId, arts.id)
  const leader = await make.person('lea@reed.example', {
    at: reed,
    role: 'unit_administrator',
    unit: { id: arts.id, name: 'Arts' },
  })
  assert.equal(
    (await http.as(leader).patch(`/api/v1/units/${class7.id}`, { name: '7B' })).status,
    200,
    'inside Arts now',
  )
  assert.equal((await http.as(leader).patch(`/api/v1/units/${science.id}`, { name: 'Mine' })).status, 403)
})

test('no unit belongs to itself, two of one name and kind do not stand side by side, and none is nine deep', async (t) => {
  const { http, make, owner } = await startLanyard(t)
  const reed = await make.school('Reed Primary')
  const as = http.as(owner)
  const path = `/api/v1/organisations/${reed.id}/units`
  let parent = (await as.post(path, { name: 'Level 1', kind: 'group' })).body.id
  const top = parent
  for (let level = 2; level <= 8; level++)
    parent = (await as.post(path, { name: `Level ${level}`, kind: 'group', parentId: parent })).body.id
  assert.equal(
    (await as.post(path, { name: 'Level 9', kind: 'group', parentId: parent })).body.code,
    'too_deep',
  )
  assert.equal((await as.patch(`/api/v1/units/${top}`, { parentId: parent })).body.code, 'parent_inside')
  assert.equal((await as.patch(`/api/v1/units/${top}`, { parentId: top })).body.code, 'parent_inside')
  assert.equal((await as.post(path, { name: 'level 1', kind: 'group' })).body.code, 'duplicate')
  assert.equal((await as.post(path, { name: 'Level 1', kind: 'class' })).status, 201)
})

test('two moves at once cannot make a ring', async (t) => {
  const { http, make, owner } = await startLanyard(t)
  const reed = await make.school('Reed Primary')
  const [a, b] = [await make.unit('A', { at: reed }), await make.unit('B', { at: reed })]
  const as = http.as(owner)
  await as.get('/api/v1/me')
  const replies = await Promise.all([
    as.patch(`/api/v1/units/${a.id}`, { parentId: b.id }),
    as.patch(`/api/v1/units/${b.id}`, { parentId: a.id }),
  ])
  assert.deepEqual(replies.map((reply) => reply.status).sort(), [200, 409])
})

test('a request repeated under its key adds one school and gets the same answer; another request may not use the key', async (t) => {
  const { http, owner, root } = await startLanyard(t)
  const as = http.as(owner)
  await as.get('/api/v1/me')
  const key = { 'idempotency-key': 'add-reed-1' }
  const wish = { name: 'Reed Primary', parentId: root.id }
  const [first, second] = [
    await as.post('/api/v1/organisations', wish, key),
    await as.post('/api/v1/organisations', wish, key),
  ]
  assert.deepEqual([first.status, second.status], [201, 201])
  assert.equal(first.body.id, second.body.id)
  assert.equal(second.headers.get('idempotency-replayed'), 'true')
  const other = await as.post('/api/v1/organisations', { ...wish, name: 'Mill Lane' }, key)
  assert.deepEqual([other.status, other.body.code], [422, 'idempotency_key_reused'])

  const many = await Promise.all(
    Array.from({ length: 10 }, () =>
      as.post(
        '/api/v1/organisations',
        { name: 'Mill Lane', parentId: root.id },
        { 'idempotency-key': 'add-mill' },
      ),
    ),
  )
  assert.ok(many.every((reply) => reply.status === 201 || reply.body.code === 'idempotency_in_progress'))
  assert.equal((await as.get('/api/v1/organisations?count=exact')).body.total, 3)
})

test('names and reference numbers are taken once; a school has no schools; domains and time zones must be real', async (t) => {
  const { http, make, owner, root } = await startLanyard(t)
  const reed = await make.school('Reed Primary')
  const as = http.as(owner)
  const add = async (more: object) =>
    (await as.post('/api/v1/organisations', { name: 'New', parentId: root.id, ...more })).body.code
  assert.equal(await add({ name: 'reed primary' }), 'duplicate')
  assert.equal(await add({ name: 'Mill Lane', urn: '100001' }), undefined)
  assert.equal(await add({ name: 'Third', urn: '100001' }), 'duplicate_urn')
  assert.equal(await add({ parentId: reed.id }), 'parent_not_a_trust')
  assert.equal(await add({ domains: ['not a domain'] }), 'domain_format')
  assert.equal(await add({ timeZone: 'Mars/Olympus' }), 'time_zone_unknown')
  const twins = await Promise.all(
    ['Oak', 'oak.', 'Oak!'].map((name) => as.post('/api/v1/organisations', { name, parentId: root.id })),
  )
  assert.equal(new Set(twins.map((reply) => reply.body.slug)).size, 3, 'each has an address of its own')
})

test('units are found by name, read in order of it and counted, without the private ones that somebody doesn’t see', async (t) => {
  const { http, make, owner } = await startLanyard(t)
  const reed = await make.school('Reed Primary')
  const ann = await make.person('ann@reed.example', { at: reed })
  for (const name of ['Art', 'Année 3', 'Music']) await make.unit(name, { at: reed })
  await make.unit('Art safeguarding', { at: reed, private: true })
  await make.unit('7 Art', { at: reed, kind: 'class' })
  const path = `/api/v1/organisations/${reed.id}/units`
  const names = async (who: Person, query: string): Promise<string[]> => {
    const { status, body } = await http.as(who).get(`${path}?${query}`)
    assert.equal(status, 200, JSON.stringify(body))
    return body.data.map((each: { name: string }) => each.name)
  }
  const totalOf = async (who: Person, query: string) =>
    (await http.as(who).get(`${path}?count=exact&limit=1&${query}`)).body.total
  assert.deepEqual(await names(owner, 'q=art'), ['7 Art', 'Art', 'Art safeguarding'])
  assert.deepEqual(await names(ann, 'q=art'), ['7 Art', 'Art'])
  assert.deepEqual(await names(ann, 'q=annee'), ['Année 3'])
  assert.deepEqual([await totalOf(owner, 'q=art'), await totalOf(ann, 'q=art')], [3, 2])
  assert.deepEqual([await totalOf(owner, ''), await totalOf(ann, '')], [5, 4])
  assert.deepEqual(await names(ann, 'sort=name'), ['7 Art', 'Année 3', 'Art', 'Music'])
  assert.deepEqual(await names(ann, 'sort=-name'), ['Music', 'Art', 'Année 3', '7 Art'])
  for (const sort of ['kind', 'name', '-name']) {
    const seen: string[] = []
    for (let after = ''; ; ) {
      const { body } = await http.as(ann).get(`${path}?sort=${sort}&limit=1${after}`)
      assert.equal(body.data.length, 1, 'a page is as long as was asked')
      seen.push(body.data[0].name)
      if (body.next === null) break
      after = `&after=${body.next}`
    }
    assert.deepEqual(seen, await names(ann, `sort=${sort}`), sort)
  }
})
