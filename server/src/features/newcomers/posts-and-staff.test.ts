import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mailIsSettled, reedPrimary } from '../../../test/support/invite.ts'
import { lettersTo, wishFor } from '../../../test/support/newcomers.ts'
import { recorded } from '../../../test/support/record.ts'

test('the checklist names the recommended posts that nobody holds, and each can be dismissed', async (t) => {
  const { head, http, make, reed, mailbox, app, id } = await reedPrimary(t)
  const path = `/api/v1/organisations/${reed.id}/recommended-posts`
  const open = async () => {
    const { body } = await head.get(path)
    const empty = body.posts.filter(
      (each: { filled: boolean; dismissed: boolean }) => !each.filled && !each.dismissed,
    )
    return { known: body.anyKnown, empty: empty.map((each: { post: string }) => each.post) }
  }
  assert.equal((await open()).known, false)
  const people = `/api/v1/organisations/${reed.id}/people`
  await head.post(people, wishFor('head@reed.example', { jobCategory: 'headteacher' }))
  await head.post(people, wishFor('it@reed.example', { jobTitle: 'I.T. Technician', notify: 'invite' }))
  await head.post(people, wishFor('senco@reed.example', { jobCategory: 'senco', notify: 'none' }))
  await mailIsSettled(head, reed)
  assert.equal(mailbox.all().length, 2)
  const now = await open()
  assert.equal(now.known, true)
  assert.ok(now.empty.includes('senco'), 'who is only listed is no user yet')
  assert.ok(!now.empty.includes('headteacher') && !now.empty.includes('it'))

  for (let n = 0; n < 2; n++) assert.equal((await head.post(`${path}/senco/dismiss`)).status, 204)
  assert.ok(!(await open()).empty.includes('senco'))
  assert.equal((await head.delete(`${path}/senco/dismiss`)).status, 204)
  assert.ok((await open()).empty.includes('senco'))
  const events = (await recorded(app, id))
    .map((line) => line.event)
    .filter((event) => event.startsWith('post.'))
  assert.deepEqual(events, ['post.dismissed', 'post.recommended'])

  assert.equal((await head.post(`${path}/astronaut/dismiss`)).status, 404)
  const tom = http.as(await make.person('tom@reed.example', { at: reed }))
  assert.equal((await tom.get(path)).status, 403)
  assert.equal((await tom.post(`${path}/senco/dismiss`)).status, 403)
})

test('staff without an email address are listed, take no seat, and become a person once there is one', async (t) => {
  const { head, olive, http, make, reed, mailbox, app, id } = await reedPrimary(t)
  const path = `/api/v1/organisations/${reed.id}/staff-without-email`
  const add = (familyName: string, more: Record<string, unknown> = {}) =>
    head.post(path, { givenName: 'Mo', familyName, jobTitle: 'Caretaker', jobCategory: 'site', ...more })
  assert.equal((await head.post(path, { givenName: '', familyName: 'Zed' })).body.code, 'given_name_missing')
  const mo = (await add('Zed', { staffNumber: '007', startDate: '2026-01-05' })).body
  await add('Ångström')
  await add('Bell')
  const list = (await head.get(`${path}?limit=2&count=exact`)).body
  const rest = (await head.get(`${path}?limit=2&after=${list.next}`)).body
  assert.deepEqual(
    [...list.data, ...rest.data].map((each: { familyName: string }) => each.familyName),
    ['Ångström', 'Bell', 'Zed'],
  )
  assert.equal(list.total, 3)
  assert.equal(rest.data[0].relationshipLabel, 'Employee')
  assert.equal((await olive.get(`/api/v1/organisations/${reed.id}/seats`)).body.open, 0)

  const taken = await head.post(`/api/v1/staff-without-email/${mo.id}/person`, {
    email: 'sam@reed.example',
    notify: 'invite',
  })
  assert.deepEqual([taken.status, taken.body.code], [409, 'already_active'])
  const made = await head.post(`/api/v1/staff-without-email/${mo.id}/person`, {
    email: 'mo@reed.example',
    notify: 'credentials',
  })
  assert.equal(made.status, 201, JSON.stringify(made.body))
  await mailIsSettled(head, reed)
  assert.equal(lettersTo(mailbox, 'mo@reed.example').length, 1)
  const person = (await head.get(`/api/v1/people/${made.body.id}`)).body
  assert.deepEqual(
    [person.givenName, person.familyName, person.jobTitle, person.staffNumber, person.status],
    ['Mo', 'Zed', 'Caretaker', '007', 'active'],
  )
  assert.equal((await head.get(path)).body.data.length, 2)
  const again = await head.post(`/api/v1/staff-without-email/${mo.id}/person`, {
    email: 'mo2@reed.example',
    notify: 'none',
  })
  assert.equal(again.status, 404)

  const bell = list.data[1]
  const tom = http.as(await make.person('tom@reed.example', { at: reed }))
  assert.equal((await tom.get(path)).status, 403)
  assert.equal((await tom.delete(`/api/v1/staff-without-email/${bell.id}`)).status, 403)
  assert.equal((await head.delete(`/api/v1/staff-without-email/${bell.id}`)).status, 204)
  assert.equal((await head.get(path)).body.data.length, 1)
  const events = (await recorded(app, id)).map((line) => line.event)
  assert.equal(events.filter((event) => event === 'staff_record.added').length, 3)
  assert.equal(events.filter((event) => event === 'staff_record.removed').length, 1)
})
