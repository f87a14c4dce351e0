import assert from 'node:assert/strict'
import { test } from 'node:test'
import { reedPrimary } from '../../../test/support/invite.ts'
import { putRoles } from '../../../test/support/roles.ts'

test('the address of somebody who leads a subject is not for who stands below them to change, though the rest may be', async (t) => {
  const { make, http, head, olive, reed } = await reedPrimary(t, {})
  const art = await make.unit('Art', { at: reed, kind: 'subject_area' })
  const lea = await make.person('lea@reed.example', { at: reed, name: 'Lea Ford', units: [art] })
  const cleo = await make.person('cleo@reed.example', { at: reed, name: 'Cleo Day' })
  const led = await putRoles(olive, lea.id, { roles: [{ role: 'user' }, { role: 'leader', unit: art.id }] })
  const granted = await putRoles(olive, cleo.id, {
    roles: [{ role: 'user' }],
    permissions: ['users.view', 'users.edit'],
  })
  assert.deepEqual([led.status, granted.status], [200, 200])
  const clerk = http.as(cleo)
  const edit = (who: typeof clerk, wish: object) => who.patch(`/api/v1/people/${lea.id}`, wish)

  assert.equal((await edit(clerk, { jobTitle: 'Head of Art' })).status, 200)
  const refused = await edit(clerk, { email: 'cleos-other-box@reed.example' })
  assert.deepEqual([refused.status, refused.body.code], [403, 'person_above_yours'])
  const { body: form } = await clerk.get(`/api/v1/people/${lea.id}/edit`)
  const allowed = new Map(
    form.fields.map((each: { field: string; allowed: boolean }) => [each.field, each.allowed]),
  )
  assert.deepEqual([allowed.get('jobTitle'), allowed.get('email')], [true, false])
  assert.equal((await edit(head, { email: 'lea.ford@reed.example' })).status, 200)
  const cancelled = await clerk.delete(`/api/v1/people/${lea.id}/email-change`)
  assert.deepEqual([cancelled.status, cancelled.body.code], [403, 'person_above_yours'])
  assert.equal((await olive.get(`/api/v1/people/${lea.id}`)).body.email, 'lea@reed.example')
})
