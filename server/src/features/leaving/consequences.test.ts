import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Client } from '../../../test/support/http-client.ts'
import { inviteOne, reedPrimary } from '../../../test/support/invite.ts'
import { recorded } from '../../../test/support/record.ts'

const consequences = async (who: Client, person: { id: string }, query: string) =>
  (await who.get(`/api/v1/people/${person.id}/consequences?action=${query}`)).body

test('before somebody is deleted it is said that it is final, and what somebody else has to take over', async (t) => {
  const scene = await reedPrimary(t, { mail: 'captured' })
  const { head, http, make, olive, reed } = scene
  const art = await make.unit('Art', { at: reed, kind: 'subject_area' })
  const hidden = await make.unit('Safeguarding', { at: reed, kind: 'subject_area', private: true })
  const pat = await make.person('pat@reed.example', { at: reed, role: 'training_admin', name: 'Pat Moss' })
  for (const unit of [art, hidden]) {
    const { body: sheet } = await olive.get(`/api/v1/people/${pat.id}/roles`)
    const roles = sheet.roles.map((each: { role: string; unit?: { id: string } }) => ({
      role: each.role,
      ...(each.unit ? { unit: each.unit.id } : {}),
    }))
    const given = await olive.put(`/api/v1/people/${pat.id}/roles`, {
      roles: [...roles, { role: 'leader', unit: unit.id }],
    })
    assert.equal(given.status, 200, JSON.stringify(given.body))
  }
  await inviteOne(http.as(pat), reed, { email: 'jane@reed.example' }, { roles: ['user'] })
  await head.get('/api/v1/me')
  const before = (await recorded(scene.app, scene.id)).length
  const said = await consequences(head, pat, 'delete')
  assert.equal((await recorded(scene.app, scene.id)).length, before, 'looking changes nothing')
  assert.deepEqual([said.blocks, said.name], [[], 'Pat Moss'])
  assert.deepEqual(said.changes, [
    'Pat is signed out everywhere at once and can’t sign in any more.',
    'Pat is gone from lists, search and the API of Reed Primary, with roles, departments and labels.',
    'Names, addresses and numbers are erased everywhere, in the activity too, and the email address is free for somebody new.',
    'Nobody can bring this back: not you, not an undo, not the operator.',
  ])
  assert.deepEqual(said.keeps, ['The activity keeps that somebody was deleted here, when and by whom.'])
  assert.deepEqual(said.handsOver, [
    'Pat is the only leader of Art and Safeguarding. Make somebody else leader there.',
    'An open invitation was sent by Pat. Send it again yourself, or nobody can accept it.',
  ])
  const ada = await make.person('ada@reed.example', { at: reed })
  await olive.put(`/api/v1/people/${ada.id}/roles`, { roles: [{ role: 'admin' }] })
  const lower = await make.person('low@reed.example', { at: reed, name: 'Low Ly' })
  await olive.put(`/api/v1/people/${lower.id}/roles`, { roles: [{ role: 'leader', unit: hidden.id }] })
  await make.person('lea@reed.example', { at: reed, role: 'leader', unit: art })
  assert.deepEqual((await consequences(head, pat, 'archive')).handsOver, [
    'An open invitation was sent by Pat. Send it again yourself, or nobody can accept it.',
  ])
})

test('with a date it says until when nothing changes; a day that is over is refused', async (t) => {
  const { head, make, reed } = await reedPrimary(t, { mail: 'captured' })
  const pat = await make.person('pat@reed.example', { at: reed, name: 'Pat Moss' })
  const said = await consequences(head, pat, 'pause&on=2030-08-31')
  assert.deepEqual(said.changes.slice(0, 2), [
    'Until the end of 31 August 2030 nothing changes. You can call it off until then.',
    'Then Pat is signed out everywhere and can’t sign in any more.',
  ])
  assert.equal((await consequences(head, pat, 'archive&on=2020-08-31')).code, 'end_past')
  assert.equal((await consequences(head, pat, 'stay')).blocks[0].code, 'no_planned_end')
})

test('who may take a school’s only admin away hears that it is the only one; of a move, where to', async (t) => {
  const { make, olive, head, reed, root, sam } = await reedPrimary(t, { mail: 'captured' })
  const oak = await make.school('Oak Primary')
  const said = await consequences(olive, sam, 'move')
  assert.deepEqual(said.blocks, [])
  assert.deepEqual(said.handsOver, [
    'Sam is the only admin at Reed Primary. After this only people above it can look after its staff accounts.',
  ])
  assert.deepEqual(
    said.destinations.map((each: { id: string }) => each.id),
    [root.id, oak.id],
  )
  const pat = await make.person('pat@reed.example', { at: reed })
  const { blocks, destinations } = await consequences(head, pat, 'move')
  assert.deepEqual([blocks[0].code, destinations], ['nowhere_to_move', []])
})
