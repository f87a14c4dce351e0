import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dayIn, passMidnight } from '../../../test/support/days.ts'
import { reedPrimary, signIn } from '../../../test/support/invite.ts'
import { sayDay } from '../../kernel/say-day.ts'
import { workDueDates } from '../leaving/work-due-dates.ts'

test('the record and the timeline say which last day was set, and what could not be done on it and why', async (t) => {
  const scene = await reedPrimary(t, { mail: 'captured' })
  const { app, id, make, head, olive, reed, owner, sam } = scene
  const ann = await make.person('ann@reed.example', { at: reed })
  const day = await dayIn(scene, 13)
  const today = await dayIn(scene, 0)
  await head.post(`/api/v1/people/${ann.id}/archive`, { on: day })
  await head.post(`/api/v1/people/${ann.id}/pause`, { on: today })
  const second = await make.person('second@reed.example', { at: reed, role: 'organisation_admin' })
  const planned = await olive.post(`/api/v1/people/${sam.id}/archive`, { on: today })
  assert.equal(planned.status, 200, JSON.stringify(planned.body))
  const gone = await olive.post(`/api/v1/people/${second.id}/archive`)
  assert.equal(gone.status, 200, JSON.stringify(gone.body))

  const told = async (who: typeof head, subject: { personId: string }) =>
    (await who.get(`/api/v1/organisations/${reed.id}/audit?subject=${subject.personId}&what=people`)).body
      .data
  const [later, first] = await told(head, ann)
  assert.equal(
    first.sentence,
    `Sam Patel set the last day of Ann Ford: archived at the end of ${sayDay(day)}`,
  )
  assert.equal(
    later.sentence,
    `Sam Patel set the last day of Ann Ford: paused at the end of ${sayDay(today)}`,
  )
  assert.deepEqual(first.facts, [
    { label: 'Last day with access', value: sayDay(day) },
    { label: 'From then on', value: 'archived' },
  ])
  const { timeline } = (await head.get(`/api/v1/people/${ann.id}`)).body
  assert.equal(
    timeline[0].sentence,
    `A last day was set: paused at the end of ${sayDay(today)}, by Sam Patel`,
  )

  await passMidnight(scene, 9 * 60)
  await workDueDates(app, id)
  const { browser } = await signIn(scene, owner.email, owner.password)
  const [failed] = await told(browser, sam)
  assert.equal(
    failed.sentence,
    'What was due for Sam Patel could not be done: ending their access on the day that was set',
  )
  assert.deepEqual(failed.facts, [
    { label: 'Why', value: 'The only admin there. Make someone else an admin first.' },
  ])
})
