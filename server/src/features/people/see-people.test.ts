import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startLanyard } from '../../../test/support/start-lanyard.ts'

test('a trust sees its people and those of its schools; the header counts people and places apart', async (t) => {
  const { http, make, owner, root } = await startLanyard(t)
  const reed = await make.school('Reed Primary')
  const mill = await make.school('Mill Lane')
  await make.person('ann@reed.example', { at: reed, name: 'Ann Zed' })
  await make.person('ann@reed.example', { at: mill, name: 'Ann Zed' })
  await make.person('bea@mill.example', {
    at: mill,
    name: 'Bea Young',
    state: 'not_invited',
    password: false,
  })
  const below = await http
    .as(owner)
    .get(`/api/v1/organisations/${root.id}/people?include=below&sort=name&count=exact`)
  assert.deepEqual(below.body.header, { people: 3, places: 4, registered: 3 })
  assert.equal(below.body.total, 4)
  assert.deepEqual(
    below.body.data.map((each: { familyName: string }) => each.familyName),
    ['Owner', 'Young', 'Zed', 'Zed'],
  )
  const own = await http.as(owner).get(`/api/v1/organisations/${root.id}/people`)
  assert.equal(own.body.data.length, 1)
})

test('pages follow one another without a gap or a repeat, whoever is locked meanwhile', async (t) => {
  const { http, make, owner } = await startLanyard(t)
  const reed = await make.school('Reed Primary')
  for (const n of [1, 2, 3, 4, 5, 6, 7])
    await make.person(`p${n}@reed.example`, { at: reed, name: `Person ${'gfedcba'[n - 1]}` })
  const seen: string[] = []
  let after = ''
  do {
    const { body } = await http
      .as(owner)
      .get(`/api/v1/organisations/${reed.id}/people?sort=name&limit=3${after}`)
    seen.push(...body.data.map((each: { familyName: string }) => each.familyName))
    after = body.next ? `&after=${body.next}` : ''
  } while (after)
  assert.deepEqual(seen, ['a', 'b', 'c', 'd', 'e', 'f', 'g'])
  const edited = await http.as(owner).get(`/api/v1/organisations/${reed.id}/people?after=bm9uc2Vuc2U`)
  assert.deepEqual([edited.status, edited.body.code], [422, 'cursor_wrong'])
})

test('colleagues without the right see neither the list, nor a person, nor what they hold; oneself is always seen', async (t) => {
  const { http, make } = await startLanyard(t)
  const reed = await make.school('Reed Primary')
  const ann = await make.person('ann@reed.example', { at: reed })
  const bea = await make.person('bea@reed.example', { at: reed })
  const as = http.as(ann)
  for (const path of [
    `organisations/${reed.id}/people`,
    `people/${bea.id}`,
    `people/${bea.id}/roles`,
    `organisations/${reed.id}/messages`,
  ])
    assert.equal((await as.get(`/api/v1/${path}`)).status, 403, path)
  assert.equal((await as.get(`/api/v1/people/${ann.id}`)).status, 200)
  assert.equal((await as.get(`/api/v1/people/${ann.id}/roles`)).body.editable, false)
})

test('a role at a private unit is seen by those who see the unit', async (t) => {
  const { http, make, owner } = await startLanyard(t)
  const reed = await make.school('Reed Primary')
  const quiet = await make.unit('Safeguarding', { at: reed, private: true })
  const lea = await make.person('lea@reed.example', { at: reed, role: 'leader', unit: quiet })
  const viewer = await make.person('vic@reed.example', { at: reed, role: 'training_admin' })
  const scopes = async (who: typeof owner) => (await http.as(who).get(`/api/v1/people/${lea.id}`)).body.roles
  assert.equal((await scopes(owner))[0].scope, 'Safeguarding')
  assert.deepEqual(await scopes(viewer), [])
})
