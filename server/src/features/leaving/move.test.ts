import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Client } from '../../../test/support/http-client.ts'
import { inviteOne, reedPrimary } from '../../../test/support/invite.ts'
import { recorded } from '../../../test/support/record.ts'

const tryMove = async (who: Client, person: { id: string }, wish: object) => {
  const { status, body } = await who.post(`/api/v1/people/${person.id}/move`, wish)
  return body?.code ?? status
}

const seatsAt = async (who: Client, at: { id: string }) =>
  (await who.get(`/api/v1/organisations/${at.id}/seats`)).body.open

const schoolsOf = async (who: Client) =>
  (await who.get('/api/v1/me')).body.organisations.map((each: { name: string }) => each.name)

test('who moves keeps account, name and history, is archived where they were and a member where they go', async (t) => {
  const scene = await reedPrimary(t, { mail: 'captured' })
  const { http, make, olive, reed } = scene
  const oak = await make.school('Oak Primary')
  const science = await make.unit('Science', { at: oak })
  const pat = await make.person('pat@reed.example', { at: reed, role: 'training_admin', name: 'Pat Moss' })
  const browser = http.as(pat)
  assert.deepEqual(await schoolsOf(browser), ['Reed Primary'])
  const moved = await olive.post(`/api/v1/people/${pat.id}/move`, { to: oak.id, units: [science.id] })
  assert.equal(moved.status, 200, JSON.stringify(moved.body))
  assert.equal(
    moved.body.sentence,
    'Pat Moss is at Oak Primary now as Training admin, and archived at Reed Primary.',
  )
  assert.equal(moved.body.status, 'inactive')
  assert.deepEqual(await schoolsOf(browser), ['Oak Primary'], 'still signed in, without the first school')
  const { body: there } = await olive.get(`/api/v1/people/${moved.body.movedTo}`)
  assert.deepEqual(
    [there.personId, there.status, there.units.map((each: { name: string }) => each.name)],
    [pat.personId, 'active', ['Science']],
  )
  const events = (await recorded(scene.app, scene.id)).filter((each) => each.subject === pat.personId)
  assert.deepEqual(events.map((each) => [each.event, each.organisation]).slice(-2), [
    ['person.moved', oak.id],
    ['person.archived', reed.id],
  ])
  assert.deepEqual([await seatsAt(olive, oak)], [1])
})

test('who moves takes their work and labels along, and the page says truly what came from where and what stayed behind', async (t) => {
  const { make, olive, reed } = await reedPrimary(t, { mail: 'captured' })
  const oak = await make.school('Oak Primary')
  const pat = await make.person('pat@reed.example', { at: reed, role: 'training_admin', name: 'Pat Moss' })
  const known = {
    ...{ jobTitle: 'Cook', jobCategory: 'catering', relationship: 'agency', staffNumber: '0042' },
    labels: { Region: 'North' },
  }
  const edited = await olive.patch(`/api/v1/people/${pat.id}`, known)
  assert.equal(edited.status, 200, JSON.stringify(edited.body))
  const { body: before } = await olive.get(`/api/v1/people/${pat.id}/consequences?action=move`)
  assert.match(before.changes.join(' '), /Other roles, departments and the staff number stay behind\./)
  assert.match(before.keeps.join(' '), /so do job title, kind of work, relationship and labels\./)
  const moved = await olive.post(`/api/v1/people/${pat.id}/move`, { to: oak.id })
  const { body: there } = await olive.get(`/api/v1/people/${moved.body.movedTo}`)
  assert.deepEqual([there.jobTitle, there.staffNumber, there.labels], [known.jobTitle, null, known.labels])
  const sources = new Map<string, string>(
    there.fields.map((each: { field: string; source: string }) => [each.field, each.source]),
  )
  for (const field of ['jobTitle', 'jobCategory', 'relationship', 'labels', 'startDate', 'roles'])
    assert.match(sources.get(field) ?? `no ${field}`, /^Set when they moved here from another organisation, /)
  assert.match(sources.get('email') ?? '', /^Known here before, /)
  const found = async (source: string) =>
    (await olive.get(`/api/v1/organisations/${oak.id}/people?source=${source}`)).body.data.length
  assert.deepEqual([await found('moved'), await found('hand')], [1, 0])
})

test('who is a member there already stays what they are there; who was archived there comes back', async (t) => {
  const { http, make, olive, reed } = await reedPrimary(t, { mail: 'captured' })
  const oak = await make.school('Oak Primary')
  const pat = await make.person('pat@reed.example', { at: reed, role: 'organisation_admin' })
  const there = await make.person('pat@reed.example', { at: oak, role: 'learner', password: false })
  const moved = await olive.post(`/api/v1/people/${pat.id}/move`, { to: oak.id })
  assert.equal(moved.body.movedTo, there.id)
  const roles = async (id: string) =>
    (await olive.get(`/api/v1/people/${id}`)).body.roles.map((each: { role: string }) => each.role)
  assert.deepEqual(await roles(there.id), ['learner'])
  assert.deepEqual(await schoolsOf(http.as(pat)), ['Oak Primary'])
  const back = await olive.post(`/api/v1/people/${there.id}/move`, { to: reed.id })
  assert.equal(back.body.movedTo, pat.id)
  assert.deepEqual(
    [await roles(pat.id), await schoolsOf(http.as(pat))],
    [['organisation_admin'], ['Reed Primary']],
  )
})

test('nobody moves to where the mover may not create people, and nobody gets there what the mover can’t give', async (t) => {
  const scene = await reedPrimary(t, { mail: 'captured' })
  const { head, http, make, olive, reed, root, sam } = scene
  const oak = await make.school('Oak Primary')
  const pat = await make.person('pat@reed.example', { at: reed, name: 'Pat Moss' })
  assert.equal(await tryMove(head, pat, { to: oak.id }), 'nowhere_to_move')
  assert.equal(await tryMove(olive, pat, { to: reed.id }), 'organisation_unknown')
  const max = await make.person('max@reed.example', { at: reed, role: 'organisation_admin' })
  await make.person('max@reed.example', { at: oak, role: 'admin', password: false })
  const both = http.as(max)
  assert.equal(
    await tryMove(both, pat, { to: oak.id }),
    'nowhere_to_move',
    'a member there, but no one who creates people',
  )
  const elm = await make.school('Elm Primary')
  await make.person('max@reed.example', { at: elm, role: 'organisation_admin', password: false })
  const refused = await tryMove(http.as(max), pat, { to: oak.id, roles: [] })
  assert.equal(refused, 'forbidden', 'somebody who creates people at Elm does not create them at Oak')
  assert.equal(await tryMove(olive, pat, { to: oak.id, roles: ['nobody'] }), 'role_unknown')
  assert.equal(await tryMove(olive, pat, { to: oak.id, roles: ['leader'] }), 'role_not_given_here')
  assert.equal(await tryMove(olive, pat, { to: oak.id, units: [reed.id] }), 'unit_unknown')
  assert.equal(await tryMove(head, sam, { to: oak.id }), 'not_yourself')
  const otto = await make.person('otto@beacon.example', { at: root, role: 'trust_admin' })
  assert.equal(await tryMove(http.as(otto), pat, { to: oak.id, roles: ['owner'] }), 'role_not_given_here')
  assert.equal((await olive.get(`/api/v1/people/${pat.id}`)).body.status, 'active')
  assert.equal(await tryMove(http.as(otto), pat, { to: oak.id, roles: ['user'] }), 200)
  assert.equal(await tryMove(olive, pat, { to: oak.id }), 'already_inactive')
})

test('whoever has not registered moves without an account in use, their invitation ends and no seat opens', async (t) => {
  const { head, make, olive, reed } = await reedPrimary(t, { mail: 'captured' })
  const oak = await make.school('Oak Primary')
  const invited = await inviteOne(head, reed, { email: 'jane@reed.example' })
  const moved = await olive.post(`/api/v1/people/${invited.personId}/move`, { to: oak.id })
  assert.equal(moved.status, 200, JSON.stringify(moved.body))
  const { body: there } = await olive.get(`/api/v1/people/${moved.body.movedTo}`)
  assert.deepEqual([there.status, await seatsAt(olive, oak)], ['not_invited', 0])
  assert.equal((await olive.get(`/api/v1/people/${invited.personId}`)).body.invitation, null)
})

test('a school’s only admin does not move away, and then nothing of the move stands', async (t) => {
  const { http, make, olive, reed, sam } = await reedPrimary(t, { mail: 'captured' })
  const oak = await make.school('Oak Primary')
  const max = await make.person('max@reed.example', { at: reed, role: 'super_admin', name: 'Max Lane' })
  const given = await olive.put(`/api/v1/people/${max.id}/roles`, {
    roles: [{ role: 'super_admin' }],
    permissions: ['users.view', 'users.archive'],
  })
  assert.equal(given.status, 200)
  await make.person('max@reed.example', { at: oak, role: 'organisation_admin', password: false })
  assert.equal(await tryMove(http.as(max), sam, { to: oak.id }), 'last_admin')
  const { body } = await olive.get(`/api/v1/organisations/${oak.id}/people?q=sam`)
  assert.deepEqual(body.data, [])
  assert.equal((await olive.get(`/api/v1/people/${sam.id}`)).body.status, 'active')
  await make.person('pia@reed.example', { at: reed, role: 'organisation_admin' })
  assert.equal(await tryMove(http.as(max), sam, { to: oak.id }), 200)
})

test('who was paused where they go is brought back only by who may bring people back there', async (t) => {
  const { http, make, reed, olive } = await reedPrimary(t, { mail: 'captured' })
  const oak = await make.school('Oak Primary')
  const pat = await make.person('pat@reed.example', { at: reed })
  const there = await make.person('pat@reed.example', { at: oak, password: false })
  assert.equal((await olive.post(`/api/v1/people/${there.id}/pause`, {})).status, 200)
  const ann = await make.person('ann@reed.example', { at: reed, role: 'organisation_admin' })
  const annThere = await make.person('ann@reed.example', { at: oak, password: false })
  const grants = { roles: [{ role: 'user' }], permissions: ['users.view', 'users.create'] }
  assert.equal((await olive.put(`/api/v1/people/${annThere.id}/roles`, grants)).status, 200)
  assert.equal(await tryMove(http.as(ann), pat, { to: oak.id }), 'forbidden')
  assert.equal((await olive.get(`/api/v1/people/${there.id}`)).body.status, 'inactive')
  assert.equal((await olive.get(`/api/v1/people/${pat.id}`)).body.status, 'active', 'nothing was changed')
  assert.equal(await tryMove(olive, pat, { to: oak.id }), 200)
})
