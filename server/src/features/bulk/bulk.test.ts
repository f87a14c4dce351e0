import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { peopleAt } from '../../../test/support/apply-list.ts'
import {
  bulk,
  foretell,
  leftOut,
  resultsOf,
  tryBulk,
  undoBulk,
  workedJob,
} from '../../../test/support/bulk.ts'
import { inviteOne, reedPrimary, signIn } from '../../../test/support/invite.ts'
import { recorded } from '../../../test/support/record.ts'
import { workBulk } from './work-bulk.ts'

const statusesAt = async (...[who, at]: Parameters<typeof peopleAt>) => {
  const { body } = await who.get(
    `/api/v1/organisations/${at.id}/people?limit=200&status=active,inactive,not_invited,pending,locked`,
  )
  return Object.fromEntries(
    body.data.map((each: { email: string; statusDetail: string | null; statusLabel: string }) => [
      each.email.split('@')[0],
      each.statusDetail?.replace(/ on .*| by .*/, '') ?? each.statusLabel,
    ]),
  )
}

test('of a mixed choice those are archived whom it fits; the rest are named with the reason, before and after', async (t) => {
  const scene = await reedPrimary(t)
  const { make, head, reed, sam, http } = scene
  const ann = await make.person('ann@reed.example', { at: reed })
  const bea = await make.person('bea@reed.example', { at: reed })
  const cal = await make.person('cal@reed.example', { at: reed, state: 'not_invited', password: false })
  const dan = await make.person('dan@reed.example', { at: reed, state: 'awaiting_approval' })
  const jane = await inviteOne(head, reed, {
    email: 'jane@reed.example',
    givenName: 'Jane',
    familyName: 'Ash',
  })
  assert.equal((await head.post(`/api/v1/people/${bea.id}/archive`, {})).status, 200)
  const browser = http.as(ann)
  assert.equal((await browser.get('/api/v1/me')).status, 200)
  const all = [ann, bea, cal, dan, { id: jane.personId }, sam]

  const told = await foretell(head, reed, 'archive', all)
  assert.deepEqual([told.count, told.fits, told.needsPage], [6, 3, true])
  assert.deepEqual(leftOut(told).sort(), [
    '1 Paused or archived already. Bea Ford',
    '1 This is you. Ask another admin. Sam Patel',
    '1 Waiting to be approved. Decide about that first. Dan Ford',
  ])
  assert.deepEqual(told.changes, [
    '1 person is signed out everywhere at once and can’t sign in any more.',
    'The open invitation of 1 person ends: its links stop working, and email that hasn’t left yet is not sent.',
    'They count as having left Reed Primary.',
  ])
  assert.equal((await browser.get('/api/v1/me')).status, 200, 'looking changes nothing')

  const job = await bulk(scene, head, reed, 'archive', all, {
    leavingDate: '2020-08-31',
    reason: 'End of term',
  })
  assert.equal(job.state, 'done', JSON.stringify(job.problem))
  assert.equal(job.sentence, '3 people archived, 3 not.')
  assert.deepEqual(resultsOf(job), [
    'Jane Ash done',
    'Ann Ford done',
    'Bea Ford skipped already_inactive',
    'Cal Ford done',
    'Dan Ford skipped awaiting_approval',
    'Sam Patel skipped not_yourself',
  ])
  const file = await head.get(`/api/v1/jobs/${job.id}/result`)
  assert.match(
    String(file.body),
    /"?Bea Ford"?,bea@reed.example,Reed Primary,Not done,Paused or archived already\./,
  )
  const kept = await head.get(`/api/v1/jobs/${job.id}?outcome=skipped`)
  assert.equal(kept.body.results.data.length, 3)
  assert.equal((await browser.get('/api/v1/me')).status, 401)
  assert.equal((await signIn(scene, ann.email, ann.password)).reply.status, 401)
  assert.equal((await statusesAt(head, reed)).ann, 'Archived, left 31 Aug 2020')
  const events = (await recorded(scene.app, scene.id)).filter(
    (each) => each.detail.jobId || each.event === 'person.archived',
  )
  assert.deepEqual(
    events.map((each) => each.event).sort(),
    ['people.changed_together', ...Array(4).fill('person.archived')].sort(),
  )
  const { body: activity } = await scene.olive.get(`/api/v1/organisations/${reed.id}/audit`)
  const together = activity.data.find((each: { event: string }) => each.event === 'people.changed_together')
  assert.equal(together.sentence, 'Sam Patel archived 3 people together at Reed Primary')
  const archived = activity.data.find((each: { event: string }) => each.event === 'person.archived')
  assert.deepEqual(archived.facts, [{ label: 'Reason', value: 'End of term' }])
})

test('a job is taken back: everybody stands as before, but who changed since, and whom the actor may not move', async (t) => {
  const scene = await reedPrimary(t)
  const { make, head, reed, olive } = scene
  const science = await make.unit('Science', { at: reed })
  const ann = await make.person('ann@reed.example', { at: reed, role: 'training_admin', units: [science] })
  const bea = await make.person('bea@reed.example', { at: reed })
  const cal = await make.person('cal@reed.example', { at: reed })
  const jane = await inviteOne(head, reed, { email: 'jane@reed.example' })
  await head.post(`/api/v1/people/${bea.id}/pause`, {})
  const before = await peopleAt(head, reed)
  const everybody = [ann, bea, cal, { id: jane.personId }]
  const job = await bulk(scene, head, reed, 'archive', everybody, { leavingDate: '2020-08-31' })
  assert.equal(job.counts.done, 4)
  await head.post(`/api/v1/people/${cal.id}/reactivate`, {})
  assert.equal(job.undo.possible, true)

  const undone = await undoBulk(scene, head, job)
  assert.equal(undone.state, 'undone', JSON.stringify(undone.problem))
  assert.deepEqual(resultsOf(undone), [
    'jane@reed.example undone',
    'Ann Ford undone',
    'Bea Ford undone',
    'Cal Ford kept changed_since',
  ])
  assert.equal(undone.sentence, 'Undone for 3 people. 1 person stays as they are now.')
  const after = await peopleAt(head, reed)
  for (const who of ['ann@reed.example', 'bea@reed.example'])
    assert.deepEqual({ ...after.get(who), lastActiveAt: null }, { ...before.get(who), lastActiveAt: null })
  assert.equal(after.get('jane@reed.example').status, 'not_invited', 'an invitation that ended stays ended')
  assert.equal(
    (await head.get(`/api/v1/people/${ann.id}`)).body.fields.find(
      (each: { field: string }) => each.field === 'leavingDate',
    ),
    undefined,
  )
  assert.equal((await head.post(`/api/v1/jobs/${job.id}/undo`)).body.code, 'not_undoable')

  const paused = await bulk(scene, head, reed, 'pause', [ann, cal])
  await scene.clock.shift(15 * 86_400)
  const late = await olive.post(`/api/v1/jobs/${paused.id}/undo`)
  assert.deepEqual([late.status, late.body.code], [409, 'not_undoable'])
})

test('bringing many back can be taken back too: each leaves again as they had left', async (t) => {
  const scene = await reedPrimary(t)
  const { make, head, reed } = scene
  const ann = await make.person('ann@reed.example', { at: reed })
  const bea = await make.person('bea@reed.example', { at: reed })
  const cal = await make.person('cal@reed.example', { at: reed })
  await head.post(`/api/v1/people/${ann.id}/archive`, { leavingDate: '2020-08-31' })
  await head.post(`/api/v1/people/${bea.id}/pause`, {})
  const before = await statusesAt(head, reed)
  const told = await foretell(head, reed, 'reactivate', [ann, bea, cal])
  assert.deepEqual(told.changes, [
    '2 people are active again and sign in as before. 2 seats are taken again.',
  ])
  assert.deepEqual(leftOut(told), ['1 Neither paused nor archived. Cal Ford'])
  const job = await bulk(scene, head, reed, 'reactivate', [ann, bea, cal])
  assert.equal(job.sentence, '2 people reactivated, 1 not.')
  assert.deepEqual((await statusesAt(head, reed)).ann, 'Active')
  const undone = await undoBulk(scene, head, job)
  assert.equal(undone.counts.reversed, 2)
  assert.deepEqual(await statusesAt(head, reed), before)
})

test('everybody who matches is changed only while they are those who were seen', async (t) => {
  const scene = await reedPrimary(t)
  const { make, head, reed } = scene
  await make.person('ann@reed.example', { at: reed, name: 'Ann Leaver' })
  const bea = await make.person('bea@reed.example', { at: reed, name: 'Bea Leaver' })
  const told = await foretell(head, reed, 'archive', { q: 'leaver' })
  assert.equal(told.count, 2)
  const seen = { expectedCount: told.count, snapshot: told.snapshot }
  const cal = await make.person('cal@reed.example', { at: reed, name: 'Cal Leaver' })
  const more = await tryBulk(head, reed, 'archive', { q: 'leaver' }, seen)
  assert.deepEqual([more.status, more.body.code], [409, 'selection_changed'])
  assert.match(more.body.detail, /^3 match now, not 2\. Nothing was changed\./)
  await head.post(`/api/v1/people/${bea.id}/archive`, {})
  const others = await tryBulk(head, reed, 'archive', { q: 'leaver' }, seen)
  assert.deepEqual([others.status, others.body.code], [409, 'selection_changed'])
  assert.match(others.body.detail, /^Other people match now/)
  assert.equal((await peopleAt(head, reed)).get(cal.email).status, 'active')
  const named = await tryBulk(head, reed, 'archive', [cal], { expectedCount: 2 })
  assert.equal(named.body.code, 'selection_changed')
  assert.equal((await tryBulk(head, reed, 'archive', { q: 'leaver' })).body.code, 'missing')
  const again = await foretell(head, reed, 'archive', { q: 'leaver' })
  const job = await bulk(
    scene,
    head,
    reed,
    'archive',
    { q: 'leaver' },
    {
      expectedCount: again.count,
      snapshot: again.snapshot,
    },
  )
  assert.equal(job.counts.done, 2)
})

test('one id that is not here stops everything, and is answered like one that never was', async (t) => {
  const scene = await reedPrimary(t)
  const { make, head, reed } = scene
  const mill = await make.school('Mill Lane')
  const ann = await make.person('ann@reed.example', { at: reed })
  const mel = await make.person('mel@mill.example', { at: mill })
  const bare = ({ requestId: _, instance: _i, ...body }: Record<string, unknown>) => body
  const foreign = await tryBulk(head, reed, 'pause', [ann, mel])
  const unknown = await tryBulk(head, reed, 'pause', [ann, { id: randomUUID() }])
  assert.deepEqual([foreign.status, foreign.body.code], [422, 'person_unknown'])
  assert.deepEqual(bare(foreign.body), bare(unknown.body))
  assert.equal((await peopleAt(head, reed)).get(ann.email).status, 'active')
  const trust = await bulk(scene, scene.olive, scene.root, 'pause', [ann, mel])
  assert.equal(trust.counts.done, 2, 'at the trust both are here')
})

test('who may not is told so; who loses the right before the job runs changes nobody', async (t) => {
  const scene = await reedPrimary(t)
  const { make, http, head, reed, sam, olive } = scene
  const ann = await make.person('ann@reed.example', { at: reed })
  const coach = http.as(await make.person('coach@reed.example', { at: reed, role: 'training_admin' }))
  const refused = await tryBulk(coach, reed, 'archive', [ann])
  assert.deepEqual([refused.status, refused.body.code], [403, 'forbidden'])
  assert.equal((await tryBulk(coach, reed, 'archive', [ann], { dryRun: true })).status, 403)

  const promised = await tryBulk(head, reed, 'archive', [ann])
  assert.equal(promised.status, 202)
  await olive.put(`/api/v1/people/${sam.id}/roles`, { roles: [{ role: 'user' }] })
  const job = await workedJob(scene, olive, promised.body)
  assert.deepEqual([job.state, job.problem.code], ['failed', 'rights_lost'])
  assert.equal((await peopleAt(olive, reed)).get(ann.email).status, 'active')

  await olive.put(`/api/v1/people/${sam.id}/roles`, { roles: [{ role: 'organisation_admin' }] })
  const second = await tryBulk(head, reed, 'archive', [ann])
  await olive.post(`/api/v1/people/${sam.id}/pause`, {})
  assert.equal((await workedJob(scene, olive, second.body)).state, 'failed')
  assert.equal((await peopleAt(olive, reed)).get(ann.email).status, 'active')
  assert.equal((await head.get(`/api/v1/jobs/${second.body.id}`)).status, 401)
})

test('the last admin stays, by many at once as by one, and so do those who stand above', async (t) => {
  const scene = await reedPrimary(t)
  const { make, http, head, reed, sam, olive } = scene
  const second = await make.person('second@reed.example', { at: reed, role: 'organisation_admin' })
  const chief = await make.person('chief@reed.example', { at: reed, role: 'super_admin' })
  const ann = await make.person('ann@reed.example', { at: reed })
  const above = await bulk(scene, head, reed, 'pause', [chief, ann])
  assert.deepEqual(resultsOf(above), ['Ann Ford done', 'Chief Ford skipped person_above_yours'])

  const given = await olive.put(`/api/v1/people/${chief.id}/roles`, {
    roles: [{ role: 'super_admin' }],
    permissions: ['users.view', 'users.archive'],
  })
  assert.equal(given.status, 200, JSON.stringify(given.body))
  const told = await foretell(http.as(chief), reed, 'archive', [sam, second])
  assert.deepEqual([told.fits, told.skipped[0].code], [1, 'last_admin'])
  const job = await bulk(scene, http.as(chief), reed, 'archive', [sam, second, chief])
  assert.deepEqual(
    job.results.data.map((each: { outcome: string; code: string }) => each.code ?? each.outcome).sort(),
    ['done', 'last_admin', 'not_yourself'],
  )
  const admins = await http
    .as(chief)
    .get(`/api/v1/organisations/${reed.id}/people?role=organisation_admin&status=active`)
  assert.equal(admins.body.data.length, 1)
})

test('a promise is kept once, however often it is worked at, and one that was left lying is taken up', async (t) => {
  const scene = await reedPrimary(t)
  const { make, head, reed, app, id } = scene
  const ann = await make.person('ann@reed.example', { at: reed })
  const { body: job } = await tryBulk(head, reed, 'pause', [ann])
  await Promise.all([1, 2, 3].map(() => workBulk(app, id, job.id)))
  await head.post(`/api/v1/people/${ann.id}/reactivate`, {})
  await workBulk(app, id, job.id)
  assert.equal((await peopleAt(head, reed)).get(ann.email).status, 'active', 'done once')
  const paused = (await recorded(app, id)).filter((each) => each.event === 'person.paused')
  assert.equal(paused.length, 1)
})
