import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bulk, resultsOf, undoBulk } from '../../../test/support/bulk.ts'
import { dayIn, passMidnight } from '../../../test/support/days.ts'
import { reedPrimary, signIn } from '../../../test/support/invite.ts'
import type { Person } from '../../../test/support/make.ts'
import { openTenant } from '../../../test/support/plant.ts'
import { sayDay } from '../../kernel/say-day.ts'
import { workDueDates } from '../leaving/work-due-dates.ts'

async function leavers(t: Parameters<typeof reedPrimary>[0]) {
  const lanyard = await reedPrimary(t, { mail: 'captured' })
  const { make, head, reed } = lanyard
  const ann = await make.person('ann@reed.example', { at: reed })
  const bea = await make.person('bea@reed.example', { at: reed })
  const day = await dayIn(lanyard, 13)
  const leave = async (who: Person, on: string, how = 'archive') => {
    const reply = await head.post(`/api/v1/people/${who.id}/${how}`, { on, reason: 'Retires', tell: true })
    assert.equal(reply.status, 200, JSON.stringify(reply.body))
  }
  const planned = async (who: Person, admin = head) =>
    (await admin.get(`/api/v1/people/${who.id}`)).body.plannedEnd
  return { ...lanyard, ann, bea, day, leave, planned }
}

test('undoing what was done to many gives leavers the last day back that was set for them before', async (t) => {
  const scene = await leavers(t)
  const { head, reed, ann, bea, day, leave, planned, app, id } = scene
  const db = await openTenant(t, scene)
  const kept = async () =>
    (await db.query('select * from planned_ends where membership_id = $1', [ann.id])).rows
  await leave(ann, day)
  const before = await kept()
  for (const [action, wish] of [
    ['archive', {}],
    ['pause', {}],
    ['archive', { on: await dayIn(scene, 40) }],
    ['pause', { on: await dayIn(scene, 40) }],
    ['pause', { on: day }],
  ] as const) {
    const job = await bulk(scene, head, reed, action, [ann, bea], wish)
    assert.equal(job.counts.done, 2)
    const undone = await undoBulk(scene, head, job)
    assert.deepEqual(resultsOf(undone), ['Ann Ford undone', 'Bea Ford undone'], action)
    assert.deepEqual(await planned(ann), { as: 'archived', on: day }, JSON.stringify([action, wish]))
    assert.deepEqual(await kept(), before, 'by whom, why, and whether they are told')
    assert.equal(await planned(bea), null)
  }
  const { body } = await head.get(
    `/api/v1/organisations/${reed.id}/audit?what=people&subject=${ann.personId}`,
  )
  assert.equal(
    body.data[0].sentence,
    `Sam Patel set the last day of Ann Ford: archived at the end of ${sayDay(day)}`,
  )

  await leave(bea, day, 'pause')
  await undoBulk(scene, head, await bulk(scene, head, reed, 'pause', [bea]))
  assert.deepEqual(await planned(bea), { as: 'paused', on: day })
  for (let night = 0; night < 14; night++) await passMidnight(scene)
  await workDueDates(app, id)
  const { browser } = await signIn(scene, scene.sam.email, scene.sam.password)
  const status = async (who: Person) => (await browser.get(`/api/v1/people/${who.id}`)).body.statusDetail
  assert.match(await status(ann), /^Archived/)
  assert.match(await status(bea), /^Paused/)
})

test('nobody comes back by undoing whose last day has gone by meanwhile, and the job says why', async (t) => {
  const scene = await leavers(t)
  const { reed, ann, bea, leave, sam } = scene
  await leave(ann, await dayIn(scene, 0))
  const gone = await bulk(scene, scene.head, reed, 'archive', [ann, bea])
  await passMidnight(scene)
  const { browser: head } = await signIn(scene, sam.email, sam.password)
  const undone = await undoBulk(scene, head, gone)
  assert.deepEqual(resultsOf(undone), ['Ann Ford kept last_day_over', 'Bea Ford undone'])
  assert.deepEqual(
    undone.reasons.map((each: { sentence: string }) => each.sentence),
    ['Their last day, set before, is over by now.'],
  )
  assert.equal((await head.get(`/api/v1/people/${ann.id}`)).body.status, 'inactive')
})

test('a last day that somebody set since is left alone, even where it is the day of the job', async (t) => {
  const scene = await leavers(t)
  const { head, reed, ann, bea, day, leave, planned } = scene
  const job = await bulk(scene, head, reed, 'archive', [ann, bea], { on: day })
  await leave(ann, day, 'pause')
  const undone = await undoBulk(scene, head, job)
  assert.deepEqual(resultsOf(undone), ['Ann Ford kept changed_since', 'Bea Ford undone'])
  assert.deepEqual(await planned(ann), { as: 'paused', on: day })
})

test('why somebody was to leave is kept with no job once they are erased', async (t) => {
  const scene = await leavers(t)
  const { head, reed, ann, bea, day, leave } = scene
  const db = await openTenant(t, scene)
  await leave(ann, day)
  await leave(bea, day)
  await bulk(scene, head, reed, 'archive', [ann, bea])
  const reasons = async () =>
    (await db.query(`select before #>> '{end,reason}' as why from bulk_results order by 1`)).rows.map(
      ({ why }: { why: string | null }) => why,
    )
  assert.deepEqual(await reasons(), ['Retires', 'Retires'])
  await db.query('update accounts set erased_at = lanyard_now() where id = $1', [ann.personId])
  assert.deepEqual(await reasons(), ['Retires', null])
})
