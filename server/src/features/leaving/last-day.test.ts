import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bulk, undoBulk } from '../../../test/support/bulk.ts'
import { dayIn, passMidnight } from '../../../test/support/days.ts'
import { reedPrimary, signIn } from '../../../test/support/invite.ts'
import type { Person } from '../../../test/support/make.ts'
import { workDueDates } from './work-due-dates.ts'

test('who says nothing of how somebody is paused or archived does it now', async (t) => {
  const { head, reed, make } = await reedPrimary(t)
  const ann = await make.person('ann@reed.example', { at: reed })
  for (const action of ['pause', 'archive']) {
    const reply = await head.post(`/api/v1/people/${ann.id}/${action}`)
    assert.deepEqual([reply.status, reply.body.status], [200, 'inactive'], JSON.stringify(reply.body))
  }
})

test('a last day that was set by archiving says so, by whom, also when it was planned; put back, it has its old source', async (t) => {
  const lanyard = await reedPrimary(t, { mail: 'captured' })
  const { app, id, head, reed, make, sam } = lanyard
  const leave = async (who: Person, wish: object) =>
    assert.equal((await head.post(`/api/v1/people/${who.id}/archive`, wish)).status, 200)
  const source = async (who: Person, admin = head) => {
    const { fields } = (await admin.get(`/api/v1/people/${who.id}`)).body
    return fields.find((each: { field: string }) => each.field === 'leavingDate')?.source
  }
  const people = ['ann', 'ben', 'cat', 'dan'].map((name) => make.person(`${name}@reed.example`, { at: reed }))
  const [ann, ben, cat, dan] = (await Promise.all(people)) as [Person, Person, Person, Person]
  await leave(ann, { leavingDate: '2020-08-31' })
  assert.match(await source(ann), /^Set when they were archived by Sam Patel, \d/)

  await head.patch(`/api/v1/people/${ben.id}`, { leavingDate: '2020-07-17' })
  await leave(ben, {})
  assert.match(await source(ben), /^Changed by Sam Patel, \d/)
  const job = await bulk(lanyard, head, reed, 'reactivate', [ben])
  assert.equal(job.state, 'done')
  await head.patch(`/api/v1/people/${ben.id}`, { leavingDate: '2020-07-17' })
  const away = await bulk(lanyard, head, reed, 'archive', [ben], { leavingDate: '2020-08-31' })
  assert.match(await source(ben), /^Set when they were archived by Sam Patel, \d/)
  await undoBulk(lanyard, head, away)
  assert.match(await source(ben), /^Changed by Sam Patel, \d/)

  const today = await dayIn(lanyard, 0)
  await leave(dan, { leavingDate: today })
  await head.post(`/api/v1/people/${dan.id}/reactivate`)
  assert.match(await source(dan), /^Set when they were archived by Sam Patel, \d/, 'that day is not over')

  await leave(cat, { on: today })
  assert.equal(await source(cat), undefined)
  await passMidnight(lanyard)
  await workDueDates(app, id)
  const { browser } = await signIn(lanyard, sam.email, sam.password)
  assert.match(await source(cat, browser), /^Planned by Sam Patel, and set when they were archived, \d/)
})
