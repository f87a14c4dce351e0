import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bulk, foretell, tryBulk, undoBulk, workedJob } from '../../../test/support/bulk.ts'
import { inviteOne, reedPrimary } from '../../../test/support/invite.ts'
import { recorded } from '../../../test/support/record.ts'
import { heldBy, putRoles } from '../../../test/support/roles.ts'

type Scene = Awaited<ReturnType<typeof reedPrimary>>

const personAt = ({ make, reed }: Scene, name: string) =>
  make.person(`${name.split(' ')[0]?.toLowerCase()}@reed.example`, { at: reed, name })

const leads = (scene: Scene, person: { id: string }, ...units: { id: string }[]) =>
  putRoles(scene.olive, person.id, { roles: units.map((unit) => ({ role: 'leader', unit: unit.id })) })

/** Art is led by Ann and Ben, Year 3 by Ann, Music by Ann and by Cat who stays; Ann sent an open invitation. */
async function twoLeaders(t: Parameters<typeof reedPrimary>[0]) {
  const scene = await reedPrimary(t, { mail: 'captured' })
  const { make, reed, olive } = scene
  const art = await make.unit('Art', { at: reed, kind: 'subject_area' })
  const music = await make.unit('Music', { at: reed, kind: 'subject_area' })
  const year = await make.unit('Year 3', { at: reed, kind: 'group' })
  const ann = await personAt(scene, 'Ann Lee')
  const ben = await personAt(scene, 'Ben Ode')
  const cat = await personAt(scene, 'Cat Fox')
  for (const [who, ...units] of [
    [ann, art, music, year],
    [ben, art],
    [cat, music],
  ] as const)
    assert.equal((await leads(scene, who, ...units)).status, 200)
  return { scene, ann, ben, cat, art, music, year, reed, head: scene.head, olive }
}

test('before many leave it is said, by name, what nobody would lead any more and which invitations they sent', async (t) => {
  const { scene, ann, ben, cat, reed, head } = await twoLeaders(t)
  const { make, olive, http } = scene
  const pat = await make.person('pat@reed.example', { at: reed, role: 'training_admin', name: 'Pat Moss' })
  await inviteOne(http.as(pat), reed, { email: 'jane@reed.example' }, { roles: ['user'] })
  const leaving = await inviteOne(http.as(pat), reed, { email: 'kim@reed.example' }, { roles: ['user'] })
  const ended = await inviteOne(http.as(pat), reed, { email: 'lou@reed.example' }, { roles: ['user'] })
  assert.equal((await head.post(`/api/v1/invitations/${ended.invitationId}/cancel`)).status, 204)
  const told = await foretell(head, reed, 'archive', [ann, ben, pat, { id: leaving.personId }])
  assert.deepEqual(told.handsOver, [
    'Art will have no leader: Ann Lee and Ben Ode lead it now.',
    'Year 3 will have no leader: Ann Lee leads it now.',
    'An open invitation was sent by Pat Moss. Send it again yourself, or nobody can accept it.',
  ])
  assert.deepEqual(told.handOver, { units: 2, allowed: true, reason: null })
  assert.deepEqual((await foretell(head, reed, 'pause', [ben])).handsOver, [], 'Ann still leads Art')
  assert.deepEqual((await foretell(head, reed, 'sign_out', [ann, ben])).handsOver, [])

  assert.equal((await head.post(`/api/v1/people/${cat.id}/pause`, {})).status, 200)
  assert.ok(
    (await foretell(head, reed, 'archive', [ann])).handsOver.includes(
      'Music will have no leader: Ann Lee leads it now.',
    ),
    'who is paused leads nothing meanwhile',
  )
  await leads(scene, ben)
  await putRoles(olive, ben.id, { roles: [{ role: 'leader', kind: 'subject_area' }] })
  assert.deepEqual((await foretell(head, reed, 'archive', [ann, pat])).handsOver.slice(0, 1), [
    'Year 3 will have no leader: Ann Lee leads it now.',
  ])
  assert.equal(
    (await foretell(head, reed, 'archive', [ann, ben])).handOver.units,
    3,
    'all subjects are led by Ben',
  )
})

test('of more than twenty units the rest is counted, and a place out of sight is not named', async (t) => {
  const scene = await reedPrimary(t, { mail: 'captured' })
  const { make, reed, olive, http } = scene
  const ann = await personAt(scene, 'Ann Lee')
  const units = await Promise.all(
    Array.from({ length: 22 }, (_, n) => make.unit(`Unit ${n + 10}`, { at: reed, kind: 'group' })),
  )
  const hidden = await make.unit('Safeguarding', { at: reed, kind: 'group', private: true })
  await leads(scene, ann, ...units, hidden)
  const { handsOver } = await foretell(olive, reed, 'archive', [ann])
  assert.equal(handsOver.length, 21)
  assert.equal(handsOver.at(-1), '3 more units will have no leader.')
  const ada = await make.person('ada@reed.example', { at: reed })
  await putRoles(olive, ada.id, { roles: [{ role: 'user' }], permissions: ['users.view', 'users.archive'] })
  await leads(scene, ann, hidden)
  assert.equal((await foretell(olive, reed, 'archive', [ann])).handOver.units, 1)
  const { handsOver: seen, handOver } = await foretell(http.as(ada), reed, 'archive', [ann])
  assert.deepEqual([seen, handOver], [[], null])
})

test('archiving many hands their units to somebody who stays, before they go, and undoing leaves them there', async (t) => {
  const { scene, ann, ben, cat, reed, head, olive } = await twoLeaders(t)
  const told = await foretell(head, reed, 'archive', [ann, ben], { handOverTo: cat.id })
  assert.deepEqual(told.handsOver, ['Cat Fox will lead Art and Year 3 at once.'])
  assert.deepEqual(await heldBy(olive, cat.id), ['leader of Music'], 'looking changes nothing')

  const job = await bulk(scene, head, reed, 'archive', [ann, ben], { handOverTo: cat.id })
  assert.equal(job.state, 'done', JSON.stringify(job.problem))
  assert.equal(job.sentence, '2 people archived. Cat Fox was given 2 units to lead.')
  assert.deepEqual(await heldBy(olive, cat.id), ['leader of Art', 'leader of Music', 'leader of Year 3'])
  const events = (await recorded(scene.app, scene.id)).map((each) => each.event)
  assert.deepEqual(events.slice(-4), [
    'roles.changed',
    'person.archived',
    'person.archived',
    'people.changed_together',
  ])

  const undone = await undoBulk(scene, head, job)
  assert.equal(undone.sentence, 'Undone for 2 people. Cat Fox was left with the 2 units given then.')
  assert.deepEqual(await heldBy(olive, cat.id), ['leader of Art', 'leader of Music', 'leader of Year 3'])
})

test('nothing is handed to who leaves too, who isn’t active, who isn’t there, or by who may not', async (t) => {
  const { scene, ann, ben, cat, reed, head, olive } = await twoLeaders(t)
  const { make, http } = scene
  const away = await personAt(scene, 'Ida Kay')
  await head.post(`/api/v1/people/${away.id}/pause`, {})
  const oak = await make.school('Oak Primary')
  const stranger = await make.person('sid@oak.example', { at: oak })
  const ada = await personAt(scene, 'Ada May')
  await putRoles(olive, ada.id, { roles: [{ role: 'user' }], permissions: ['users.view', 'users.archive'] })
  const refusedTo = async (who: typeof head, to: { id: string }) =>
    (await tryBulk(who, reed, 'archive', [ann, ben], { handOverTo: to.id })).body.code
  assert.equal(await refusedTo(head, ann), 'successor_leaves')
  assert.equal(await refusedTo(head, away), 'successor_not_active')
  assert.equal(await refusedTo(head, stranger), 'successor_unknown')
  assert.equal(await refusedTo(olive, stranger), 'successor_elsewhere')
  assert.equal(await refusedTo(http.as(ada), cat), 'forbidden')
  const { handOver } = await foretell(http.as(ada), reed, 'archive', [ann, ben])
  assert.deepEqual(handOver, {
    units: 2,
    allowed: false,
    reason: 'You don’t have the right to change people’s roles here.',
  })
  assert.deepEqual(await heldBy(olive, cat.id), ['leader of Music'])

  const promised = await tryBulk(head, reed, 'archive', [ann, ben], { handOverTo: cat.id })
  assert.equal(promised.status, 202)
  await head.post(`/api/v1/people/${cat.id}/pause`, {})
  const job = await workedJob(scene, head, promised.body)
  assert.deepEqual([job.state, job.problem.code], ['failed', 'successor_not_active'])
  assert.equal((await olive.get(`/api/v1/people/${ann.id}`)).body.status, 'active', 'then nobody goes')
})

test('across a trust each unit is told with its school, and goes to nobody who isn’t there', async (t) => {
  const { scene, ann, cat, reed, olive } = await twoLeaders(t)
  const { make, root, sam } = scene
  const oak = await make.school('Oak Primary')
  const maths = await make.unit('Maths', { at: oak, kind: 'subject_area' })
  const oli = await make.person('oli@oak.example', { at: oak, name: 'Oli Dunn' })
  await leads(scene, oli, maths)
  const told = await foretell(olive, root, 'archive', [ann, oli, sam], { handOverTo: cat.id })
  assert.deepEqual(told.handsOver, [
    'Reed Primary will have no admin of its own. After this only people above it can look after its staff accounts.',
    'Cat Fox will lead Year 3 at once.',
    'Maths at Oak Primary will have no leader: Oli Dunn leads it now.',
  ])
  assert.equal(told.handOver.units, 2)
  const job = await bulk(scene, olive, root, 'pause', [ann, oli], { handOverTo: cat.id, on: '2099-08-31' })
  assert.equal(
    job.sentence,
    'Access of 2 people ends with 31 August 2099. Cat Fox was given 1 unit to lead.',
    JSON.stringify(job.problem),
  )
  assert.deepEqual(await heldBy(olive, cat.id), ['leader of Music', 'leader of Year 3'])
  await scene.clock.shift(11 * 60)
  const late = await tryBulk(olive, reed, 'pause', [cat], { handOverTo: ann.id })
  assert.equal(late.body.code, 'reauth_required')
})
