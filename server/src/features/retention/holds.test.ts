import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Client } from '../../../test/support/http-client.ts'
import { reedPrimary } from '../../../test/support/invite.ts'
import { recorded } from '../../../test/support/record.ts'

const person = ({ id }: { id: string }) => `/api/v1/people/${id}/hold`
const everythingAt = ({ id }: { id: string }) => `/api/v1/organisations/${id}/hold`
const place = (who: Client, at: string) => who.put(at, { reason: 'Tribunal' })
const lift = async (who: Client, at: string) => {
  const { status, body } = await who.delete(at)
  return body?.code ?? status
}

test('nobody lifts a hold on themselves; another admin does', async (t) => {
  const { head, http, make, olive, reed, sam } = await reedPrimary(t, {})
  assert.equal((await place(olive, person(sam))).status, 204)
  assert.equal(await lift(head, person(sam)), 'not_yourself')
  assert.equal(await lift(olive, person(sam)), 204)
  const ada = http.as(await make.person('ada@reed.example', { at: reed, role: 'organisation_admin' }))
  assert.equal((await place(ada, person(sam))).status, 204)
  assert.equal(await lift(head, person(sam)), 'not_yourself', 'nor one that an equal placed')
  assert.equal(await lift(ada, person(sam)), 204)
})

test('nobody places a hold on themselves, nor on somebody above them; who stands beside them does', async (t) => {
  const { head, make, olive, owner, reed, sam } = await reedPrimary(t, {})
  assert.equal((await place(head, person(sam))).body.code, 'not_yourself')
  assert.equal((await place(olive, person(owner))).body.code, 'not_yourself')
  const tom = await make.person('tom@reed.example', { at: reed, role: 'super_admin' })
  assert.equal((await place(head, person(tom))).body.code, 'person_above_yours')
  assert.equal((await place(olive, person(tom))).status, 204)
})

test('a hold placed from above is lifted from above: nobody below does, an equal of who placed it does', async (t) => {
  const { app, id, head, http, make, olive, reed } = await reedPrimary(t, {})
  const pat = await make.person('pat@reed.example', { at: reed, name: 'Pat Ford' })
  const ada = http.as(await make.person('ada@reed.example', { at: reed, role: 'organisation_admin' }))
  for (const at of [person(pat), everythingAt(reed)]) {
    assert.equal((await place(olive, at)).status, 204)
    assert.equal(await lift(head, at), 'placed_above')
    assert.equal((await place(olive, at)).body.code, 'already_held', 'it stands')
    assert.equal(await lift(olive, at), 204)
    assert.equal((await place(head, at)).status, 204)
    assert.equal(await lift(ada, at), 204)
  }
  const refused = (await recorded(app, id)).filter((line) => line.event === 'authz.denied')
  assert.equal(refused.length, 2, 'and each try is in the record')
})

test('holds are placed and lifted by who keeps the settings of sign-in there; who only sees or trains people doesn’t', async (t) => {
  const { head, http, make, olive, reed } = await reedPrimary(t, {})
  const pat = await make.person('pat@reed.example', { at: reed })
  const oak = await make.school('Oak Primary')
  const tia = http.as(await make.person('tia@reed.example', { at: reed, role: 'training_admin' }))
  const oli = http.as(await make.person('oli@oak.example', { at: oak, role: 'organisation_admin' }))
  for (const at of [person(pat), everythingAt(reed)]) {
    assert.equal((await place(tia, at)).body.code, 'forbidden')
    assert.equal((await place(oli, at)).body.code, 'not_found')
    assert.equal((await place(olive, at)).status, 204)
    assert.equal(await lift(tia, at), 'forbidden')
    assert.equal(await lift(oli, at), 'not_found')
    assert.equal(await lift(olive, at), 204)
  }
  const page = `/api/v1/organisations/${reed.id}/retention`
  assert.deepEqual((await head.get(page)).body.holds, [])
  assert.deepEqual([(await tia.get(page)).status, (await oli.get(page)).status], [403, 404])
})

test('who may not archive people doesn’t decide that somebody archived is kept, and the try is in the record', async (t) => {
  const { app, id, head, http, make, olive, reed } = await reedPrimary(t, {})
  const pat = await make.person('pat@reed.example', { at: reed })
  const tia = http.as(await make.person('tia@reed.example', { at: reed, role: 'training_admin' }))
  await head.post(`/api/v1/people/${pat.id}/archive`, {})
  const refused = await tia.post(`/api/v1/people/${pat.id}/keep`)
  assert.deepEqual([refused.status, refused.body.code], [403, 'forbidden'])
  const lines = (await recorded(app, id)).map((line) => line.event)
  assert.ok(!lines.includes('retention.archived_kept'))
  assert.equal(lines.at(-1), 'authz.denied')
  assert.equal((await olive.post(`/api/v1/people/${pat.id}/keep`)).status, 204)
})
