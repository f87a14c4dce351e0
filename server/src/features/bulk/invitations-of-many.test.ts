import assert from 'node:assert/strict'
import { test } from 'node:test'
import { peopleAt } from '../../../test/support/apply-list.ts'
import { bulk, foretell, leftOut, resultsOf, tryBulk, workedJob } from '../../../test/support/bulk.ts'
import { copiedLink, door, inviteOne, mailIsSettled, reedPrimary } from '../../../test/support/invite.ts'
import { letADayPass, letExpire, openTenant } from '../../../test/support/plant.ts'

test('of seven of mixed status only those are mailed who have not registered, and it says who was left out and why', async (t) => {
  const scene = await reedPrimary(t)
  const { make, head, reed, mailbox } = scene
  const db = await openTenant(t, scene)
  const jane = await inviteOne(head, reed, {
    email: 'jane@reed.example',
    givenName: 'Jane',
    familyName: 'Ash',
  })
  const kim = await inviteOne(head, reed, { email: 'kim@reed.example', givenName: 'Kim', familyName: 'Bell' })
  await mailIsSettled(head, reed)
  await letExpire(db, kim)
  const people = [
    { id: jane.personId },
    { id: kim.personId },
    await make.person('new@reed.example', { at: reed, state: 'not_invited', password: false }),
    await make.person('ann@reed.example', { at: reed }),
    await make.person('bea@reed.example', { at: reed, state: 'inactive' }),
    await make.person('dan@reed.example', { at: reed, state: 'awaiting_approval' }),
    await make.person('eve@reed.example', { at: reed }),
  ]
  const told = await foretell(head, reed, 'invite', people)
  assert.equal(told.fits, 3)
  assert.deepEqual(told.changes, [
    '1 person is invited for the first time, and an email with a personal link goes out to each.',
    '2 people get another email with a new link, which has its full life again.',
  ])
  assert.deepEqual(leftOut(told).sort(), [
    '1 Paused or archived. Reactivate them first. Bea Ford',
    '1 Waiting to be approved. Decide about that first. Dan Ford',
    '2 Has an account here already. Ann Ford, Eve Ford',
  ])
  const before = mailbox.all().length
  const job = await bulk(scene, head, reed, 'invite', people)
  assert.equal(job.sentence, '3 people invited, 4 not.')
  await mailIsSettled(head, reed)
  assert.deepEqual(
    mailbox
      .all()
      .slice(before)
      .flatMap((letter) => letter.to)
      .sort(),
    ['jane@reed.example', 'kim@reed.example', 'new@reed.example'],
  )
  const again = await bulk(scene, head, reed, 'resend', people.slice(0, 3))
  assert.deepEqual(
    again.results.data.map((each: { code: string }) => each.code),
    ['slow_down', 'slow_down', 'slow_down'],
    'not twice in a minute',
  )
  assert.equal(job.undo.possible, false)
})

test('sending again leaves out those who were never invited', async (t) => {
  const scene = await reedPrimary(t)
  const { make, head, reed } = scene
  const db = await openTenant(t, scene)
  const jane = await inviteOne(head, reed, { email: 'jane@reed.example' })
  const never = await make.person('new@reed.example', { at: reed, state: 'not_invited', password: false })
  await mailIsSettled(head, reed)
  await letADayPass(db)
  const told = await foretell(head, reed, 'resend', { view: 'not_registered' })
  assert.deepEqual([told.count, told.fits], [2, 1])
  const seen = { expectedCount: 2, snapshot: told.snapshot }
  const job = await bulk(scene, head, reed, 'resend', { view: 'not_registered' }, seen)
  assert.deepEqual(resultsOf(job), ['jane@reed.example done', 'New Ford skipped not_asked'])
  const after = await peopleAt(head, reed)
  assert.equal(after.get(never.email).status, 'not_invited')
  assert.equal(after.get('jane@reed.example').id, jane.personId)
})

test('cancelling ends the links of those who are invited, and nobody who is active is touched', async (t) => {
  const scene = await reedPrimary(t)
  const { make, head, http, reed } = scene
  const jane = await inviteOne(head, reed, { email: 'jane@reed.example' })
  const listed = await make.person('kim@reed.example', { at: reed, state: 'not_invited', password: false })
  await bulk(scene, head, reed, 'invite', [listed])
  const ann = await make.person('ann@reed.example', { at: reed })
  const token = await copiedLink(head, jane)
  const everybody = [{ id: jane.personId }, listed, ann]
  const told = await foretell(head, reed, 'cancel', everybody)
  assert.deepEqual([told.fits, told.needsPage], [2, true])
  assert.deepEqual(leftOut(told), ['1 Has no open invitation. Ann Ford'])
  const job = await bulk(scene, head, reed, 'cancel', everybody)
  assert.deepEqual(resultsOf(job), [
    'jane@reed.example done',
    'Ann Ford skipped invitation_ended',
    'Kim Ford done',
  ])
  assert.equal((await door(http.fresh(), token).register()).status, 410)
  const after = await peopleAt(head, reed)
  assert.equal(after.get('kim@reed.example').status, 'not_invited')
  assert.equal(after.has('jane@reed.example'), false, 'only the address was known')
  assert.equal(job.results.data[0].here, false)
})

test('who may invite at a unit does so for its members, and sees nobody else', async (t) => {
  const scene = await reedPrimary(t)
  const { make, http, reed } = scene
  const science = await make.unit('Science', { at: reed })
  const uma = await make.person('uma@reed.example', { at: reed, role: 'unit_administrator', unit: science })
  const state = { state: 'not_invited', password: false } as const
  const learner = { role: 'learner', unit: science }
  const inside = await make.person('in@reed.example', { at: reed, units: [science], ...learner, ...state })
  const outside = await make.person('out@reed.example', { at: reed, ...state })
  assert.equal((await tryBulk(http.as(uma), reed, 'invite', [inside, outside])).status, 422)
  const promised = await tryBulk(http.as(uma), reed, 'invite', [inside])
  assert.equal(promised.status, 202, JSON.stringify(promised.body))
  const job = await workedJob(scene, http.as(uma), promised.body)
  assert.ok(job.results, JSON.stringify(job))
  assert.deepEqual(resultsOf(job), ['In Ford done'])
  assert.equal((await tryBulk(http.as(uma), reed, 'archive', [inside])).status, 403)
})
