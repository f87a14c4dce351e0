import assert from 'node:assert/strict'
import { test } from 'node:test'
import { reedPrimary } from '../../../test/support/invite.ts'
import { wishFor } from '../../../test/support/newcomers.ts'
import { recorded } from '../../../test/support/record.ts'
import { putRoles } from '../../../test/support/roles.ts'

test('who sees people but may not create them reads the checklists, and changes nothing in them', async (t) => {
  const { app, id, head, http, make, reed } = await reedPrimary(t, { mail: 'captured' })
  const tia = http.as(await make.person('tia@reed.example', { at: reed, role: 'training_admin' }))
  const at = `/api/v1/organisations/${reed.id}`
  const mo = await head.post(`${at}/staff-without-email`, { givenName: 'Mo', familyName: 'Zed' })
  assert.equal(mo.status, 201)
  const before = (await recorded(app, id)).map((line) => line.event)
  for (const list of ['recommended-posts', 'staff-without-email']) {
    const { status, body } = await tia.get(`${at}/${list}`)
    assert.equal(status, 200)
    assert.deepEqual(
      body.actions.map((each: { action: string; allowed: boolean }) => [each.action, each.allowed]),
      [['users.create', false]],
    )
  }
  const tries = [
    await tia.post(`${at}/recommended-posts/senco/dismiss`),
    await tia.delete(`${at}/recommended-posts/senco/dismiss`),
    await tia.post(`${at}/staff-without-email`, { givenName: 'Al', familyName: 'Zed' }),
    await tia.delete(`/api/v1/staff-without-email/${mo.body.id}`),
    await tia.post(`/api/v1/staff-without-email/${mo.body.id}/person`, {
      email: 'mo@reed.example',
      notify: 'none',
    }),
    await tia.post(`${at}/people/address-check`, { email: 'sam@reed.example' }),
    await tia.get(`${at}/people/new`),
    await tia.post(`${at}/people`, wishFor('mo@reed.example', { notify: 'none' })),
  ]
  for (const { status, body } of tries) assert.deepEqual([status, body.code], [403, 'forbidden'])
  const after = (await recorded(app, id)).map((line) => line.event).slice(before.length)
  assert.deepEqual(
    after.filter((event) => event !== 'session.started'),
    tries.map(() => 'authz.denied'),
  )
  assert.equal((await head.get(`${at}/staff-without-email`)).body.data.length, 1)
})

test('nobody adds somebody to a private unit that they don’t see; it answers as one that isn’t there', async (t) => {
  const { head, http, make, olive, reed } = await reedPrimary(t, { mail: 'captured' })
  const hidden = await make.unit('Safeguarding', { at: reed, private: true })
  const ann = await make.person('ann@reed.example', { at: reed })
  const given = await putRoles(olive, ann.id, {
    roles: [{ role: 'admin' }],
    permissions: ['user_management'],
  })
  assert.equal(given.status, 200, JSON.stringify(given.body))
  const path = `/api/v1/organisations/${reed.id}/people`
  for (const notify of ['none', 'credentials', 'invite'] as const) {
    const add = (who: typeof head, unit: string) =>
      who.post(path, wishFor(`${notify}@reed.example`, { notify, units: [unit] }))
    const unseen = await add(http.as(ann), hidden.id)
    const nowhere = await add(http.as(ann), '0198c0de-0000-7000-8000-000000000000')
    assert.deepEqual([unseen.status, unseen.body.code], [422, 'unit_unknown'], notify)
    assert.deepEqual(unseen.body.errors, nowhere.body.errors)
    assert.equal((await add(head, hidden.id)).status, 201)
  }
})

test('where a unit is asked for nobody is added without one', async (t) => {
  const { head, make, olive, reed } = await reedPrimary(t, { mail: 'captured' })
  const art = await make.unit('Art', { at: reed })
  assert.equal((await olive.patch(`/api/v1/organisations/${reed.id}`, { needsUnit: true })).status, 200)
  for (const notify of ['none', 'credentials', 'invite']) {
    const add = (units: string[]) =>
      head.post(
        `/api/v1/organisations/${reed.id}/people`,
        wishFor(`${notify}@reed.example`, { notify, units }),
      )
    const without = await add([])
    assert.deepEqual([without.status, without.body.code], [422, 'unit_needed'], notify)
    assert.equal((await add([art.id])).status, 201)
  }
})
