import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bulk, resultsOf, tryBulk } from '../../../test/support/bulk.ts'
import { reedPrimary } from '../../../test/support/invite.ts'
import { openTenant } from '../../../test/support/plant.ts'
import { forgetUndo } from './forget-before.ts'

test('a job is for whoever made it and for those who see everybody there; only who could do it takes it back', async (t) => {
  const scene = await reedPrimary(t)
  const { make, head, http, reed } = scene
  const science = await make.unit('Science', { at: reed })
  const ann = await make.person('ann@reed.example', { at: reed })
  const job = await bulk(scene, head, reed, 'pause', [ann])
  const plain = http.as(await make.person('plain@reed.example', { at: reed }))
  assert.equal((await plain.get(`/api/v1/jobs/${job.id}`)).status, 403)
  assert.equal((await plain.get(`/api/v1/jobs/${job.id}/result`)).status, 403)
  assert.equal((await plain.post(`/api/v1/jobs/${job.id}/undo`)).status, 403)
  const trainer = http.as(await make.person('trainer@reed.example', { at: reed, role: 'training_admin' }))
  const seen = await trainer.get(`/api/v1/jobs/${job.id}`)
  assert.deepEqual([seen.status, seen.body.undo.possible], [200, false])
  assert.match(seen.body.undo.reason, /^You don’t have the right to do this here/)
  assert.equal((await trainer.post(`/api/v1/jobs/${job.id}/undo`)).status, 403)

  const learner = { role: 'learner', unit: science, units: [science] }
  const unasked = { state: 'not_invited', password: false } as const
  const ina = await make.person('ina@reed.example', { at: reed, ...learner, ...unasked })
  const roles = { at: reed, role: 'unit_administrator', unit: science }
  const uma = http.as(await make.person('uma@reed.example', roles))
  const una = http.as(await make.person('una@reed.example', roles))
  const own = await bulk(scene, uma, reed, 'invite', [ina])
  assert.deepEqual(resultsOf(own), ['Ina Ford done'])
  assert.equal((await una.get(`/api/v1/jobs/${own.id}`)).status, 403)
})

test('what can be done to many is what one has the right to there, or at a unit; nobody else learns of the place', async (t) => {
  const { make, http, head, reed } = await reedPrimary(t)
  const science = await make.unit('Science', { at: reed })
  const mill = await make.school('Mill Lane')
  const offered = async (who: typeof head) => {
    const { status, body } = await who.get(`/api/v1/organisations/${reed.id}/people/bulk`)
    return status === 200 ? body.actions : status
  }
  const someone = async (name: string, more: object) =>
    http.as(await make.person(`${name}@reed.example`, { at: reed, ...more }))
  assert.deepEqual(await offered(head), [
    ...['invite', 'resend', 'cancel', 'pause', 'archive', 'reactivate'],
    ...['unlock', 'reset_password', 'sign_out', 'label'],
  ])
  const uma = await someone('uma', { role: 'unit_administrator', unit: science })
  assert.deepEqual(await offered(uma), ['invite', 'resend', 'cancel', 'label'])
  assert.equal(await offered(await someone('plain', {})), 403)
  const mel = http.as(await make.person('mel@mill.example', { at: mill, role: 'organisation_admin' }))
  assert.equal(await offered(mel), 404)
})

test('a request that is repeated under its key makes one job', async (t) => {
  const scene = await reedPrimary(t)
  const { make, head, reed } = scene
  const ann = await make.person('ann@reed.example', { at: reed })
  const key = { 'idempotency-key': 'pause-ann' }
  const ask = (action: string) =>
    head.post(
      `/api/v1/organisations/${reed.id}/people/bulk`,
      { action, select: { ids: [ann.id] }, expectedCount: 1 },
      key,
    )
  const first = await ask('pause')
  const second = await ask('pause')
  assert.deepEqual([second.status, second.body.id], [202, first.body.id])
  assert.equal((await ask('archive')).body.code, 'idempotency_key_reused')
})

test('what undoing would need is kept as long as it can be asked for, and of nobody who was erased', async (t) => {
  const scene = await reedPrimary(t)
  const { make, head, reed, app, id } = scene
  const db = await openTenant(t, scene)
  const ann = await make.person('ann@reed.example', { at: reed })
  const bea = await make.person('bea@reed.example', { at: reed })
  for (const each of [ann, bea]) await head.patch(`/api/v1/people/${each.id}`, { labels: { union: 'rep' } })
  const labels = { set: { site: 'North' }, remove: ['union'] }
  const job = await bulk(scene, head, reed, 'label', [ann, bea], { labels })
  const kept = async () =>
    (await db.query('select before::text as before from bulk_results where job_id = $1', [job.id])).rows.map(
      (row: { before: string | null }) => row.before?.includes('"union": "rep"') ?? null,
    )
  assert.deepEqual(await kept(), [true, true])
  const wish = async () =>
    (await db.query('select wish from bulk_jobs where id = $1', [job.id])).rows[0]?.wish as object
  assert.deepEqual(await wish(), { labels })
  await db.query('update accounts set erased_at = lanyard_now() where id = $1', [ann.personId])
  assert.deepEqual((await kept()).sort(), [false, true])
  await scene.clock.shift(13 * 86_400)
  await forgetUndo(app, id)
  assert.deepEqual((await kept()).sort(), [false, true])
  assert.deepEqual(await wish(), { labels })
  await scene.clock.shift(2 * 86_400)
  await forgetUndo(app, id)
  assert.deepEqual(await kept(), [null, null])
  assert.deepEqual(await wish(), {}, 'nor the labels that were given')
})

test('nobody is told why a job can’t be done before they may do it at all', async (t) => {
  const { make, http, reed, root } = await reedPrimary(t)
  const mill = await make.school('Mill Lane')
  const ann = await make.person('ann@reed.example', { at: reed })
  const other = http.as(await make.person('mel@mill.example', { at: mill, role: 'organisation_admin' }))
  assert.equal((await tryBulk(other, reed, 'archive', [ann])).status, 404)
  assert.equal((await tryBulk(other, root, 'archive', [ann], { dryRun: true })).status, 404)
  const foreign = await tryBulk(other, mill, 'archive', [ann], { dryRun: true })
  assert.deepEqual([foreign.status, foreign.body.code], [422, 'person_unknown'])
})

test('of somebody deleted since, who is a member elsewhere, a job tells no address any more', async (t) => {
  const scene = await reedPrimary(t)
  const { make, head, olive, reed } = scene
  const mill = await make.school('Mill Lane')
  const ann = await make.person('ann@reed.example', { at: reed, name: 'Ann Moss' })
  await make.person('ann@reed.example', { at: mill, password: false })
  const job = await bulk(scene, head, reed, 'pause', [ann])
  assert.equal(job.results.data[0].email, 'ann@reed.example')
  const gone = await olive.send('DELETE', `/api/v1/people/${ann.id}`, { name: 'Ann Moss' })
  assert.equal(gone.status, 200, JSON.stringify(gone.body))
  const [line] = (await head.get(`/api/v1/jobs/${job.id}`)).body.results.data
  assert.deepEqual([line.name, line.email, line.here], ['Ann Moss', '', false])
})
