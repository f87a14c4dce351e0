import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { heldBy, putRoles } from '../../../test/support/roles.ts'
import { startLanyard } from '../../../test/support/start-lanyard.ts'

test('a unit of another school, of another tenant, a private one and none at all get one answer', async (t) => {
  const { http, make, owner, secondTenant } = await startLanyard(t)
  const reed = await make.school('Reed Primary')
  const mill = await make.school('Mill Lane')
  const harbour = await secondTenant()
  const admin = await make.person('ada@reed.example', { at: reed })
  await putRoles(http.as(owner), admin.id, { roles: [{ role: 'admin' }] })
  const ben = await make.person('ben@reed.example', { at: reed })
  const units = [
    randomUUID(),
    (await make.unit('Music', { at: mill })).id,
    (await make.unit('Safeguarding', { at: reed, private: true })).id,
    (await harbour.make.unit('Boats', { at: harbour.root })).id,
  ]
  const replies = []
  for (const unit of units) {
    const { status, body } = await putRoles(http.as(admin), ben.id, {
      roles: [{ role: 'user' }, { role: 'learner', unit }],
    })
    replies.push({ status, body: { ...body, requestId: '', instance: '' } })
  }
  assert.equal(replies[0]?.status, 422)
  assert.equal(replies[0]?.body.code, 'unit_unknown')
  for (const reply of replies) assert.deepEqual(reply, replies[0])
})

test('a role at a private unit is not shown to those outside it, and their changes leave it alone', async (t) => {
  const { http, make, owner } = await startLanyard(t)
  const reed = await make.school('Reed Primary')
  const hidden = await make.unit('Safeguarding', { at: reed, private: true })
  const admin = await make.person('ada@reed.example', { at: reed })
  await putRoles(http.as(owner), admin.id, { roles: [{ role: 'admin' }] })
  const ben = await make.person('ben@reed.example', { at: reed })
  await putRoles(http.as(owner), ben.id, { roles: [{ role: 'user' }, { role: 'learner', unit: hidden.id }] })
  const sheet = await http.as(admin).get(`/api/v1/people/${ben.id}/roles`)
  assert.ok(!JSON.stringify(sheet.body).includes('Safeguarding'))
  assert.equal((await putRoles(http.as(admin), ben.id, { roles: [{ role: 'moderated_user' }] })).status, 200)
  assert.deepEqual(await heldBy(http.as(owner), ben.id), ['learner of Safeguarding', 'moderated_user'])
})

test('a leader makes leaders of their own subject, and of no other', async (t) => {
  const { http, make, owner } = await startLanyard(t)
  const reed = await make.school('Reed Primary')
  const art = await make.unit('Art', { at: reed, kind: 'subject_area' })
  const history = await make.unit('History', { at: reed, kind: 'subject_area' })
  const lea = await make.person('lea@reed.example', { at: reed, role: 'leader', unit: art })
  const ben = await make.person('ben@reed.example', { at: reed, units: [art] })
  const sheet = await http.as(lea).get(`/api/v1/people/${ben.id}/roles`)
  assert.equal(sheet.body.editable, true)
  assert.deepEqual(
    sheet.body.choices
      .filter((each: { allowed: boolean }) => each.allowed)
      .map((each: { role: string }) => each.role),
    ['leader'],
  )
  assert.equal(
    (await putRoles(http.as(lea), ben.id, { roles: [{ role: 'user' }, { role: 'leader', unit: art.id }] }))
      .status,
    200,
  )
  assert.deepEqual(await heldBy(http.as(owner), ben.id), ['leader of Art', 'user'])
  for (const wish of [
    { role: 'leader', unit: history.id },
    { role: 'leader', kind: 'subject_area' },
    { role: 'learner', unit: art.id },
  ]) {
    const reply = await putRoles(http.as(lea), ben.id, {
      roles: [{ role: 'user' }, { role: 'leader', unit: art.id }, wish],
    })
    assert.equal(reply.status, 403, JSON.stringify(wish))
  }
  assert.deepEqual(await heldBy(http.as(owner), ben.id), ['leader of Art', 'user'])
})

test('to who sees people of one unit only, nobody else’s roles are there, neither to read nor to change', async (t) => {
  const { http, make, owner } = await startLanyard(t)
  const reed = await make.school('Reed Primary')
  const art = await make.unit('Art', { at: reed, kind: 'subject_area' })
  const lea = await make.person('lea@reed.example', { at: reed, role: 'leader', unit: art })
  const ben = await make.person('ben@reed.example', { at: reed, units: [art] })
  const dan = await make.person('dan@reed.example', { at: reed })
  const as = http.as(lea)
  const wish = { roles: [{ role: 'user' }, { role: 'leader', unit: art.id }] }
  const answers = async (id: string) => {
    const replies = [await as.get(`/api/v1/people/${id}`), await as.get(`/api/v1/people/${id}/roles`)]
    return [...replies, await putRoles(as, id, wish)].map(({ status, body }) => [status, body.code])
  }
  const found = [200, undefined]
  assert.deepEqual(await answers(ben.id), [found, found, found])
  assert.equal((await as.get(`/api/v1/people/${lea.id}/roles`)).status, 200, 'one’s own are always seen')
  const missing = [404, 'not_found']
  for (const id of [dan.id, randomUUID()]) assert.deepEqual(await answers(id), [missing, missing, missing])
  assert.deepEqual(await heldBy(http.as(owner), dan.id), ['user'])
})
