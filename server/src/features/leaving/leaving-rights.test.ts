import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { apply, peopleAt } from '../../../test/support/apply-list.ts'
import type { Client } from '../../../test/support/http-client.ts'
import { reedPrimary } from '../../../test/support/invite.ts'
import { putRoles } from '../../../test/support/roles.ts'
import { csv, reedWithLists, upload } from '../../../test/support/staff-list.ts'

/** Max runs Reed and Elm, and manages people at Oak up to the level of an Admin. */
async function maxOfThreeSchools(t: TestContext) {
  const scene = await reedPrimary(t, { mail: 'captured' })
  const { http, make, olive, reed } = scene
  const [oak, elm] = [await make.school('Oak Primary'), await make.school('Elm Primary')]
  const max = await make.person('max@reed.example', { at: reed, role: 'organisation_admin' })
  await make.person('max@reed.example', { at: elm, role: 'organisation_admin', password: false })
  const there = await make.person('max@reed.example', { at: oak, password: false })
  const given = await putRoles(olive, there.id, {
    roles: [{ role: 'admin' }],
    permissions: ['user_management'],
  })
  assert.equal(given.status, 200, JSON.stringify(given.body))
  return { ...scene, oak, elm, max: http.as(max), maxAtOak: there }
}

const move = (who: Client, person: { id: string }, wish: object) =>
  who.post(`/api/v1/people/${person.id}/move`, wish)
const tryMove = async (...asked: Parameters<typeof move>) => {
  const { status, body } = await move(...asked)
  return body?.code ?? status
}
const consequences = async (who: Client, person: { id: string }, action: string) =>
  (await who.get(`/api/v1/people/${person.id}/consequences?action=${action}`)).body

test('a school that the mover doesn’t see is nowhere to go to, and answers as one that isn’t there', async (t) => {
  const { make, max, reed } = await maxOfThreeSchools(t)
  const ash = await make.school('Ash Primary')
  const pat = await make.person('pat@reed.example', { at: reed })
  const [unseen, nowhere] = [
    await move(max, pat, { to: ash.id }),
    await move(max, pat, { to: '0198c0de-0000-7000-8000-000000000000' }),
  ]
  assert.deepEqual([unseen.status, unseen.body.code], [422, 'organisation_unknown'])
  assert.deepEqual(unseen.body.errors, nowhere.body.errors)
})

test('who is moved can be sent only to where the mover may create people', async (t) => {
  const { make, max, maxAtOak, elm, oak, olive, reed } = await maxOfThreeSchools(t)
  const pat = await make.person('pat@reed.example', { at: reed })
  const ids = async () =>
    (await consequences(max, pat, 'move')).destinations.map((each: { id: string }) => each.id).sort()
  assert.deepEqual(await ids(), [elm.id, oak.id].sort())
  assert.equal(
    (await putRoles(olive, maxAtOak.id, { roles: [{ role: 'admin' }], permissions: [] })).status,
    200,
  )
  assert.deepEqual(await ids(), [elm.id])
})

test('roles come along as far as the mover could give them there; who has higher ones is a User', async (t) => {
  const { make, max, elm, oak, reed } = await maxOfThreeSchools(t)
  const admins = [
    await make.person('ada@reed.example', { at: reed, role: 'organisation_admin', name: 'Ada Ford' }),
    await make.person('ann@reed.example', { at: reed, role: 'organisation_admin', name: 'Ann Moss' }),
  ] as const
  const [toOak, toElm] = [
    await move(max, admins[0], { to: oak.id }),
    await move(max, admins[1], { to: elm.id }),
  ]
  assert.match(toOak.body.sentence, /^Ada Ford is at Oak Primary now as User,/)
  assert.match(toElm.body.sentence, /^Ann Moss is at Elm Primary now as Organisation admin,/)
})

test('roles that are chosen for who moves want a fresh proof; a private unit is joined only by the hand of who sees it', async (t) => {
  const { make, max, clock, elm, oak, olive, reed } = await maxOfThreeSchools(t)
  const pat = await make.person('pat@reed.example', { at: reed })
  const hidden = await make.unit('Safeguarding', { at: oak, private: true })
  assert.equal(await tryMove(max, pat, { to: oak.id, units: [hidden.id] }), 'unit_unknown')
  await clock.shift(601)
  assert.equal(await tryMove(max, pat, { to: oak.id, roles: ['user'] }), 'reauth_required')
  assert.equal((await olive.get(`/api/v1/people/${pat.id}`)).body.status, 'active', 'nothing was changed')
  assert.equal(await tryMove(max, pat, { to: elm.id }), 200)
})

test('who doesn’t see a private unit isn’t told that it loses its only leader', async (t) => {
  const { make, max, oak, olive } = await maxOfThreeSchools(t)
  const [art, hidden] = [
    await make.unit('Art', { at: oak, kind: 'subject_area' }),
    await make.unit('Safeguarding', { at: oak, kind: 'subject_area', private: true }),
  ]
  const lea = await make.person('lea@oak.example', { at: oak, name: 'Lea Moss' })
  const roles = [{ role: 'user' }, ...[art, hidden].map(({ id }) => ({ role: 'leader', unit: id }))]
  assert.equal((await putRoles(olive, lea.id, { roles })).status, 200)
  const handsOver = async (who: Client) => (await consequences(who, lea, 'archive')).handsOver.join('\n')
  assert.match(await handsOver(olive), /only leader of Art\b.*Safeguarding/)
  assert.match(await handsOver(max), /only leader of Art\. /)
})

test('what would become of somebody is told to who might do it, and says that a list still names them', async (t) => {
  const lanyard = await reedWithLists(t)
  const { head, trainer, reed } = lanyard
  const staff = ['sam@reed.example,Sam,Patel', 'tess@reed.example,Tess,Till', 'zoe@reed.example,Zoë,Adeyemi']
  const list = csv('Email,First name,Surname', ...staff)
  await apply(lanyard, head, await upload(head, reed, list, { everyone: true }))
  const zoe = (await peopleAt(head, reed)).get('zoe@reed.example')
  for (const action of ['pause', 'archive', 'delete', 'move']) {
    const told = await trainer.get(`/api/v1/people/${zoe.id}/consequences?action=${action}`)
    assert.deepEqual([told.status, told.body.code], [403, 'forbidden'], action)
  }
  const { blocks, changes } = await consequences(head, zoe, 'delete')
  assert.deepEqual([blocks.map((each: { code: string }) => each.code), changes], [['still_listed'], []])
  assert.deepEqual((await consequences(head, zoe, 'archive')).blocks, [])
})
