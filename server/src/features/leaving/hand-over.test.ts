import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Client } from '../../../test/support/http-client.ts'
import { reedPrimary } from '../../../test/support/invite.ts'
import { recorded } from '../../../test/support/record.ts'
import { heldBy, putRoles } from '../../../test/support/roles.ts'

const consequences = async (who: Client, person: { id: string }, query: string) =>
  (await who.get(`/api/v1/people/${person.id}/consequences?action=${query}`)).body

/** Ann alone leads Art, and a private unit beside it; Cat is somebody who stays, with a role of her own. */
async function oneLeader(t: Parameters<typeof reedPrimary>[0]) {
  const scene = await reedPrimary(t, { mail: 'captured' })
  const { make, reed, olive } = scene
  const art = await make.unit('Art', { at: reed, kind: 'subject_area' })
  const hidden = await make.unit('Safeguarding', { at: reed, kind: 'group', private: true })
  const ann = await make.person('ann@reed.example', { at: reed, name: 'Ann Lee' })
  const cat = await make.person('cat@reed.example', { at: reed, name: 'Cat Fox' })
  await putRoles(olive, ann.id, { roles: [art, hidden].map(({ id }) => ({ role: 'leader', unit: id })) })
  await putRoles(olive, cat.id, { roles: [{ role: 'user' }] })
  return { ...scene, art, hidden, ann, cat }
}

test('archiving somebody hands what only they led to somebody who stays, and the record tells both', async (t) => {
  const { app, id, head, olive, ann, cat } = await oneLeader(t)
  const said = await consequences(head, ann, 'archive')
  assert.deepEqual(said.handOver, { units: 2, allowed: true, reason: null })
  assert.equal((await consequences(head, ann, 'delete')).handOver, null)

  const gone = await head.post(`/api/v1/people/${ann.id}/archive`, { handOverTo: cat.id })
  assert.equal(gone.status, 200, JSON.stringify(gone.body))
  assert.equal(
    gone.body.sentence,
    'Ann Lee is archived and has no access to Reed Primary. Cat Fox leads Art and Safeguarding now.',
  )
  assert.deepEqual(await heldBy(olive, cat.id), ['leader of Art', 'leader of Safeguarding', 'user'])
  const events = (await recorded(app, id)).slice(-2).map((each) => each.event)
  assert.deepEqual(events, ['roles.changed', 'person.archived'])
})

test('with a last day to come they lead it together until then', async (t) => {
  const { head, olive, ann, cat, make, reed } = await oneLeader(t)
  const planned = await head.post(`/api/v1/people/${ann.id}/pause`, { on: '2099-08-31', handOverTo: cat.id })
  assert.match(planned.body.sentence, /until then\. Cat Fox leads Art and Safeguarding now\.$/)
  assert.deepEqual(await heldBy(olive, ann.id), ['leader of Art', 'leader of Safeguarding'])
  assert.equal((await consequences(head, ann, 'pause')).handOver, null, 'nothing is left to hand over')
  const dan = await make.person('dan@reed.example', { at: reed, name: 'Dan Roe' })
  const gone = await head.post(`/api/v1/people/${ann.id}/archive`, { handOverTo: dan.id })
  assert.equal(gone.body.sentence, 'Ann Lee is archived and has no access to Reed Primary.')
  assert.deepEqual(await heldBy(olive, dan.id), ['user'], 'nobody gets what has a leader')
})

test('who hands over may make leaders there, proved lately who they are, and names somebody else who stays', async (t) => {
  const { clock, make, http, head, olive, reed, ann, cat, sam, art } = await oneLeader(t)
  const ada = await make.person('ada@reed.example', { at: reed, name: 'Ada May' })
  await putRoles(olive, ada.id, { roles: [{ role: 'user' }], permissions: ['users.view', 'users.archive'] })
  const refused = async (who: Client, to: { id: string }) => {
    const { body } = await who.post(`/api/v1/people/${ann.id}/archive`, { handOverTo: to.id })
    return body.code
  }
  const hers = await consequences(http.as(ada), ann, 'archive')
  assert.deepEqual(hers.handOver, {
    units: 1,
    allowed: false,
    reason: 'You don’t have the right to change people’s roles here.',
  })
  assert.deepEqual(hers.handsOver, ['Ann is the only leader of Art. Make somebody else leader there.'])
  assert.equal(await refused(http.as(ada), cat), 'forbidden')
  assert.equal(await refused(head, ann), 'successor_leaves')
  assert.equal(await refused(head, sam), 'not_your_own_roles')
  assert.equal(await refused(head, art), 'successor_unknown')
  const bob = await make.person('bob@reed.example', { at: reed, state: 'not_invited', password: false })
  assert.equal(await refused(head, bob), 'successor_not_active')
  await clock.shift(11 * 60)
  assert.equal(await refused(head, cat), 'reauth_required')
  assert.deepEqual(await heldBy(olive, cat.id), ['user'])
  assert.equal((await olive.get(`/api/v1/people/${ann.id}`)).body.status, 'active')
})

test('who takes over keeps what they lead out of sight of whoever hands over', async (t) => {
  const { make, http, olive, reed, ann, cat, hidden } = await oneLeader(t)
  const lead = (unit: { id: string }) => ({ role: 'leader', unit: unit.id })
  const arts = await make.unit('Arts', { at: reed, kind: 'faculty' })
  const dance = await make.unit('Dance', { at: reed, kind: 'subject_area', inside: arts })
  await putRoles(olive, ann.id, { roles: [lead(dance)] })
  await putRoles(olive, cat.id, { roles: [lead(hidden)] })
  const ada = await make.person('ada@reed.example', { at: reed })
  await putRoles(olive, ada.id, { roles: [lead(arts)], permissions: ['users.view', 'users.archive'] })
  const gone = await http.as(ada).post(`/api/v1/people/${ann.id}/archive`, { handOverTo: cat.id })
  assert.equal(gone.status, 200, JSON.stringify(gone.body))
  assert.deepEqual(await heldBy(olive, cat.id), ['leader of Dance', 'leader of Safeguarding'])
})
