import assert from 'node:assert/strict'
import { test } from 'node:test'
import { worked } from '../../../test/support/apply-list.ts'
import { tryBulk, workedJob } from '../../../test/support/bulk.ts'
import type { Client } from '../../../test/support/http-client.ts'
import { reedPrimary } from '../../../test/support/invite.ts'
import type { Place } from '../../../test/support/make.ts'
import { openTenant } from '../../../test/support/plant.ts'
import { csv, reedWithLists, upload } from '../../../test/support/staff-list.ts'

const CONSOLE = { 'sec-fetch-mode': 'cors', 'user-agent': 'Quill 7' }

interface Entry {
  sentence: string
  event: string
  doorLabel: string
  origin: { address: string; userAgent: string } | null
  requestId: string
}

const through = async (who: Client, at: Place, door: string, subject = ''): Promise<Entry[]> =>
  (await who.get(`/api/v1/organisations/${at.id}/audit?door=${door}&what=people,staff_lists${subject}`)).body
    .data

test('what a job did to many came from the browser of whoever asked for it, and so did its undoing', async (t) => {
  const scene = await reedPrimary(t)
  const { make, head, reed, olive } = scene
  const db = await openTenant(t, scene)
  const waiting = async () => (await db.query('select * from promised_requests')).rows
  const ann = await make.person('ann@reed.example', { at: reed })
  const ask = { action: 'pause', select: { ids: [ann.id] }, expectedCount: 1 }
  const { body: job } = await head.post(`/api/v1/organisations/${reed.id}/people/bulk`, ask, CONSOLE)
  assert.equal((await waiting()).length, 1)
  assert.doesNotMatch(JSON.stringify(await waiting()), /Quill|127\.0\.0\.1/, 'nobody reads it there')
  await workedJob(scene, head, job)
  assert.deepEqual(await waiting(), [], 'the record holds it now')
  await head.post(`/api/v1/jobs/${job.id}/undo`, undefined, { ...CONSOLE, 'user-agent': 'Quill 8' })
  await workedJob(scene, head, job)

  const told = await through(olive, reed, 'console')
  assert.deepEqual(
    told.map((each) => [each.sentence, each.doorLabel, each.origin?.userAgent, each.origin?.address]),
    [
      [
        'Sam Patel undid for 1 person at Reed Primary what was done to many together',
        'Console',
        'Quill 8',
        '127.0.0.1',
      ],
      ['Sam Patel reactivated Ann Ford', 'Console', 'Quill 8', '127.0.0.1'],
      ['Sam Patel paused 1 person together at Reed Primary', 'Console', 'Quill 7', '127.0.0.1'],
      ['Sam Patel paused Ann Ford', 'Console', 'Quill 7', '127.0.0.1'],
    ],
  )
  const requests = told.map((each) => each.requestId)
  assert.equal(new Set(requests).size, 2, 'what was asked for at once is told together')
  assert.deepEqual(await through(olive, reed, 'job'), [], 'nothing of it happened by itself')

  const plain = await tryBulk(head, reed, 'archive', [ann])
  await workedJob(scene, head, plain.body)
  const [last] = await through(olive, reed, 'api')
  assert.equal(last?.event, 'people.changed_together')
})

test('of somebody erased before their job ran, the record has neither address nor browser', async (t) => {
  const scene = await reedPrimary(t)
  const { make, head, reed, olive, sam } = scene
  const db = await openTenant(t, scene)
  const ann = await make.person('ann@reed.example', { at: reed })
  const ask = { action: 'pause', select: { ids: [ann.id] }, expectedCount: 1 }
  const { body: job } = await head.post(`/api/v1/organisations/${reed.id}/people/bulk`, ask, CONSOLE)
  await db.query('delete from person_keys where account_id = $1', [sam.personId])
  await workedJob(scene, olive, job)
  const told = await through(olive, reed, 'console')
  assert.deepEqual(
    told.map((each) => [each.event, each.origin]),
    [
      ['people.changed_together', null],
      ['person.paused', null],
    ],
  )
})

test('a staff list was applied and undone from the browser of whoever did it', async (t) => {
  const scene = await reedWithLists(t)
  const { head, reed, olive } = scene
  const list = await upload(head, reed, csv('Email,First name,Surname', 'zoe@reed.example,Zoë,Adeyemi'))
  const apply = await head.post(`/api/v1/staff-lists/${list.id}/apply`, {}, CONSOLE)
  assert.equal(apply.status, 202)
  assert.equal((await worked(scene, head, list)).state, 'applied')
  const undo = await head.post(`/api/v1/staff-lists/${list.id}/undo`, undefined, CONSOLE)
  assert.equal(undo.status, 202)
  assert.equal((await worked(scene, head, list)).state, 'undone')
  const told = await through(olive, reed, 'console')
  assert.deepEqual(
    told.map((each) => [each.event, each.origin?.userAgent ?? null]),
    [
      ['staff_list.undone', 'Quill 7'],
      ['person.removed', null],
      ['staff_list.applied', 'Quill 7'],
      ['person.added', null],
    ],
  )
  assert.equal(
    told[2]?.requestId,
    told[3]?.requestId,
    'who looks for the browser finds it under the same request',
  )
  assert.deepEqual(await through(olive, reed, 'job'), [])
})
