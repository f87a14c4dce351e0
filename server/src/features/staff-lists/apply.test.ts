import assert from 'node:assert/strict'
import { test } from 'node:test'
import { apply, inFew, peopleAt, tryApply, worked } from '../../../test/support/apply-list.ts'
import { copiedLink, door, inviteOne, mailedLink } from '../../../test/support/invite.ts'
import { recorded } from '../../../test/support/record.ts'
import { change, csv, reedWithLists, rowOf, rowsOf, upload } from '../../../test/support/staff-list.ts'
import { workStaffList } from './work-staff-list.ts'

const CLICKS = 20
const HEADINGS = 'Email,First name,Surname,Staff number,Department,Job title'
const ZOE = 'zoe@reed.example,Zoë,Adeyemi,0042,Science; Maths,Teacher'
const TOM = 'tom@reed.example,Tom,Reed,0043,Science,TA'

test('new people are in the list with everything the file says, and not invited', async (t) => {
  const lanyard = await reedWithLists(t)
  const { head, reed, app, id, mailbox } = lanyard
  const list = await upload(head, reed, csv(HEADINGS, ZOE, TOM))
  const done = await apply(lanyard, head, list)
  assert.match(done.summary, /^2 added/)
  assert.deepEqual([done.progress.done, done.progress.total], [2, 2])
  assert.equal(done.appliedBy.name, 'Sam Patel')
  assert.ok(Date.parse(done.undoUntil) - Date.parse(done.appliedAt) === 14 * 86_400_000)
  const people = await peopleAt(head, reed)
  const zoe = people.get('zoe@reed.example')
  assert.deepEqual(
    [
      zoe.givenName,
      zoe.familyName,
      zoe.staffNumber,
      zoe.jobTitle,
      zoe.status,
      zoe.units.map((u: { name: string }) => u.name),
    ],
    ['Zoë', 'Adeyemi', '0042', 'Teacher', 'not_invited', ['Maths', 'Science']],
  )
  assert.deepEqual(zoe.roles, [{ role: 'user', label: 'User', scope: null }])
  const { body: found } = await head.get(`/api/v1/organisations/${reed.id}/people?q=adeyemi`)
  assert.equal(found.data.length, 1, 'found by a folded name')
  const { body: sheet } = await head.get(`/api/v1/people/${zoe.id}`)
  assert.equal(sheet.timeline[0].sentence, 'Added from a staff list, by Sam Patel')
  assert.match(sheet.fields.find((each: { field: string }) => each.field === 'units').source, /staff list/)
  const added = (await recorded(app, id)).filter((line) => line.event === 'person.added')
  assert.deepEqual(
    added
      .map((line) => [line.detail.staffListId, line.detail.row])
      .sort(([, one], [, other]) => Number(one) - Number(other)),
    [
      [list.id, 2],
      [list.id, 3],
    ],
  )
  assert.deepEqual(mailbox.all(), [])
  assert.equal((await rowOf(head, list, 'Tom Reed')).personId, people.get('tom@reed.example').id)
})

test('the same list again changes nothing at all', async (t) => {
  const lanyard = await reedWithLists(t)
  const { head, reed, app, id } = lanyard
  await apply(lanyard, head, await upload(head, reed, csv(HEADINGS, ZOE, TOM)))
  const before = (await recorded(app, id)).length
  const list = await upload(head, reed, csv(HEADINGS, ZOE, TOM))
  assert.deepEqual([list.counts.add, list.counts.update, list.counts.unchanged], [0, 0, 2])
  await apply(lanyard, head, list)
  const events = (await recorded(app, id)).slice(before).map((line) => line.event)
  assert.deepEqual(events, ['staff_list.uploaded', 'staff_list.applied'])
})

test('people here are changed field by field, with one event each that keeps names out of sight', async (t) => {
  const lanyard = await reedWithLists(t)
  const { head, reed, app, id, make } = lanyard
  await make.person('zoe@reed.example', { at: reed, name: 'Zoë Smith', staffNumber: '0042' })
  const list = await upload(head, reed, csv(HEADINGS, ZOE))
  assert.equal(list.counts.update, 1)
  const done = await apply(lanyard, head, list)
  assert.match(done.summary, /1 changed/)
  const zoe = (await peopleAt(head, reed)).get('zoe@reed.example')
  assert.deepEqual([zoe.familyName, zoe.jobTitle, zoe.status], ['Adeyemi', 'Teacher', 'active'])
  const changed = (await recorded(app, id)).filter((line) => line.event === 'person.changed')
  assert.deepEqual(
    changed.map((line) => line.detail),
    [{ staffListId: list.id, row: 2, fields: ['familyName', 'jobTitle', 'unit'] }],
  )
  assert.equal((await head.get(`/api/v1/organisations/${reed.id}/people?q=adeyemi`)).body.data.length, 1)
})

test('a new address ends what was issued to the old one', async (t) => {
  const lanyard = await reedWithLists(t)
  const { head, reed, http, make } = lanyard
  const zoe = await make.person('zoe.old@reed.example', {
    at: reed,
    name: 'Zoë Adeyemi',
    staffNumber: '0042',
  })
  assert.equal((await http.as(zoe).get('/api/v1/me')).status, 200)
  const list = await upload(head, reed, csv(HEADINGS, ZOE))
  await change(head, list, await rowOf(head, list, 'zoe@reed.example'), {
    decision: 'same',
    personId: zoe.id,
  })
  await apply(lanyard, head, list)
  assert.equal((await http.as(zoe).get('/api/v1/me')).status, 401)
  const now = (await peopleAt(head, reed)).get('zoe@reed.example')
  assert.equal(now.id, zoe.id)
  assert.equal((await head.get(`/api/v1/people/${zoe.id}`)).body.emailProvedAt, null)
})

test('an invitation follows its person to the new address, and the old link is worth nothing', async (t) => {
  const lanyard = await reedWithLists(t, { mail: 'sink' })
  const { head, reed, http, mailbox } = lanyard
  const before = csv('Email,First name,Surname,Staff number', 'zoe.old@reed.example,Zoë,Adeyemi,0042')
  await apply(lanyard, head, await upload(head, reed, before), { invite: 'now' })
  const old = await mailedLink(mailbox, 'zoe.old@reed.example')
  const list = await upload(head, reed, csv(HEADINGS, ZOE))
  const row = await rowOf(head, list, 'zoe@reed.example')
  await change(head, list, row, { decision: 'same', personId: row.candidates[0].personId })
  await apply(lanyard, head, list)
  const link = await mailedLink(mailbox, 'zoe@reed.example')
  assert.notEqual((await door(http.fresh(), old).open()).status, 200)
  assert.equal((await door(http.fresh(), link).register()).status, 201)
})

test('invited at once: the mail goes out, the link opens the account with its role, and the seat opens then', async (t) => {
  const lanyard = await reedWithLists(t, { mail: 'sink' })
  const { head, reed, http, mailbox, olive } = lanyard
  const list = await upload(head, reed, csv(`${HEADINGS},Role`, `${ZOE},Training admin`))
  const done = await apply(lanyard, head, list, { invite: 'now' })
  assert.equal(done.invitations.total, 1)
  const token = await mailedLink(mailbox, 'zoe@reed.example')
  assert.equal((await peopleAt(head, reed)).get('zoe@reed.example').status, 'pending')
  assert.equal((await olive.get(`/api/v1/organisations/${reed.id}/seats`)).body.open, 0)
  assert.equal((await door(http.fresh(), token).register()).status, 201)
  const zoe = (await peopleAt(head, reed)).get('zoe@reed.example')
  assert.equal(zoe.status, 'active')
  assert.deepEqual(
    zoe.roles.map((each: { role: string }) => each.role),
    ['training_admin'],
  )
  assert.equal((await olive.get(`/api/v1/organisations/${reed.id}/seats`)).body.open, 1)
})

test('invited on a date: nothing leaves before, and a date that has passed is refused', async (t) => {
  const lanyard = await reedWithLists(t, { mail: 'sink' })
  const { head, reed, mailbox, clock, sendMail } = lanyard
  const list = await upload(head, reed, csv(HEADINGS, ZOE))
  const past = await tryApply(head, list, { invite: new Date(Date.now() - 60_000).toISOString() })
  assert.deepEqual([past.status, past.body.code], [422, 'send_at_past'])
  const far = await tryApply(head, list, { invite: new Date(Date.now() + 400 * 86_400_000).toISOString() })
  assert.deepEqual([far.status, far.body.code], [422, 'send_at_far'])
  await apply(lanyard, head, list, { invite: new Date(Date.now() + 3 * 86_400_000).toISOString() })
  const zoe = (await peopleAt(head, reed)).get('zoe@reed.example')
  assert.match(zoe.statusDetail, /^Sends /)
  await sendMail()
  assert.deepEqual(mailbox.all(), [])
  await clock.shift(3 * 86_400 + 60)
  await sendMail()
  assert.equal((await mailbox.letter(1)).to[0], 'zoe@reed.example')
})

test('a role that its inviter could not give any more at acceptance is not given, though a list named it', async (t) => {
  const lanyard = await reedWithLists(t, { mail: 'sink' })
  const { head, olive, reed, http, mailbox, sam } = lanyard
  const list = await upload(head, reed, csv(`${HEADINGS},Role`, `${ZOE},Admin`))
  await apply(lanyard, head, list, { invite: 'now' })
  const token = await mailedLink(mailbox, 'zoe@reed.example')
  assert.equal(
    (await olive.put(`/api/v1/people/${sam.id}/roles`, { roles: [{ role: 'training_admin' }] })).status,
    200,
  )
  const reply = await door(http.fresh(), token).register()
  assert.deepEqual([reply.status, reply.body.code], [409, 'needs_reapproval'])
})

test('who was added and not invited is invited later with the role of the list', async (t) => {
  const lanyard = await reedWithLists(t)
  const { head, reed, http } = lanyard
  await apply(lanyard, head, await upload(head, reed, csv(`${HEADINGS},Role`, `${ZOE},Training admin`)))
  const zoe = (await peopleAt(head, reed)).get('zoe@reed.example')
  const sent = await head.post(`/api/v1/organisations/${reed.id}/invitations/resend`, {
    people: [zoe.id],
    alsoNotInvited: true,
  })
  assert.equal(sent.status, 200, JSON.stringify(sent.body))
  const { body: sheet } = await head.get(`/api/v1/people/${zoe.id}`)
  const token = await copiedLink(head, { invitationId: sheet.invitation.id, personId: zoe.id })
  assert.equal((await door(http.fresh(), token).register()).status, 201)
  const now = (await peopleAt(head, reed)).get('zoe@reed.example')
  assert.deepEqual([now.status, now.roles[0].role], ['active', 'training_admin'])
})

test('a person known elsewhere joins with one account and keeps the name they have', async (t) => {
  const lanyard = await reedWithLists(t)
  const { head, reed, make, olive } = lanyard
  const oak = await make.school('Oak Primary')
  const zoe = await make.person('zoe@reed.example', { at: oak, name: 'Zoey Ade' })
  await apply(lanyard, olive, await upload(olive, reed, csv(HEADINGS, ZOE)))
  const here = (await peopleAt(head, reed)).get('zoe@reed.example')
  assert.deepEqual(
    [here.personId, here.givenName, here.familyName, here.jobTitle],
    [zoe.personId, 'Zoey', 'Ade', 'Teacher'],
  )
  assert.equal((await peopleAt(olive, oak)).get('zoe@reed.example').personId, zoe.personId)
})

test('a plan that somebody overtook is not applied: it is made anew and shown', async (t) => {
  const lanyard = await reedWithLists(t)
  const { head, reed } = lanyard
  const list = await upload(head, reed, csv(HEADINGS, ZOE, TOM))
  await inviteOne(head, reed, { email: 'tom@reed.example', givenName: 'Tom', familyName: 'Reed' })
  const stale = await tryApply(head, list)
  assert.deepEqual([stale.status, stale.body.code], [409, 'stale_plan'])
  assert.equal((await peopleAt(head, reed)).has('zoe@reed.example'), false)
  const { body: anew } = await head.get(`/api/v1/staff-lists/${list.id}`)
  assert.deepEqual(
    [anew.state, anew.counts.add, anew.counts.update, anew.problem],
    ['ready', 1, 1, { code: 'stale_plan', detail: stale.body.detail }],
  )
  const [row] = await rowsOf(head, list, '&outcome=add')
  const seen = await change(head, list, row, { decision: 'take' })
  assert.equal(seen.list.problem, null, 'who goes on with it has read it')
  await apply(lanyard, head, list)
})

test('overtaken between the promise and the work, it goes back with a word why and nothing done', async (t) => {
  const lanyard = await reedWithLists(t)
  const { head, reed, make } = lanyard
  const list = await upload(head, reed, csv(HEADINGS, ZOE, TOM))
  assert.equal((await tryApply(head, list)).status, 202)
  await make.person('tom@reed.example', { at: reed, name: 'Tom Reed' })
  const back = await worked(lanyard, head, list)
  assert.deepEqual([back.state, back.problem.code], ['ready', 'stale_plan'])
  assert.equal((await peopleAt(head, reed)).has('zoe@reed.example'), false)
  await apply(lanyard, head, list)
})

test('who lost the right before the work was done changes nothing', async (t) => {
  const lanyard = await reedWithLists(t)
  const { head, olive, reed, sam } = lanyard
  const list = await upload(head, reed, csv(HEADINGS, ZOE))
  assert.equal((await tryApply(head, list)).status, 202)
  assert.equal((await olive.put(`/api/v1/people/${sam.id}/roles`, { roles: [{ role: 'user' }] })).status, 200)
  const back = await worked(lanyard, olive, list)
  assert.deepEqual([back.state, back.problem.code], ['ready', 'rights_lost'])
  assert.equal((await peopleAt(olive, reed)).has('zoe@reed.example'), false)
})

test(`${CLICKS} clicks and three workers have one effect`, async (t) => {
  const lanyard = await reedWithLists(t, { mail: 'sink' })
  const { head, reed, app, id } = lanyard
  const list = await upload(head, reed, csv(HEADINGS, ZOE, TOM))
  const clicks = await Promise.all(
    Array.from({ length: CLICKS }, () => tryApply(head, list, { invite: 'now' })),
  )
  assert.equal(clicks.filter((reply) => reply.status === 202).length, 1)
  assert.ok(clicks.every((reply) => reply.status === 202 || reply.body.code === 'list_applied'))
  await Promise.all(Array.from({ length: 3 }, () => workStaffList(app, id, list.id)))
  const events = (await recorded(app, id)).map((line) => line.event)
  assert.equal(events.filter((event) => event === 'staff_list.applied').length, 1)
  assert.equal(events.filter((event) => event === 'person.added').length, 2)
  assert.equal(events.filter((event) => event === 'person.invited').length, 2)
})

test('the same Idempotency-Key gets the same answer, and another body with it is refused', async (t) => {
  const lanyard = await reedWithLists(t)
  const { head, reed } = lanyard
  const list = await upload(head, reed, csv(HEADINGS, ZOE))
  const path = `/api/v1/staff-lists/${list.id}/apply`
  const key = { 'idempotency-key': 'apply-once' }
  const first = await head.post(path, { invite: 'later' }, key)
  assert.equal(first.status, 202)
  await worked(lanyard, head, list)
  const again = await head.post(path, { invite: 'later' }, key)
  assert.deepEqual([again.status, again.body], [202, first.body])
  const other = await head.post(path, { invite: 'now' }, key)
  assert.deepEqual([other.status, other.body.code], [422, 'idempotency_key_reused'])
})

test('who may not upload here applies nothing, and who may not see the school finds nothing', async (t) => {
  const lanyard = await reedWithLists(t)
  const { head, reed, http, make } = lanyard
  const list = await upload(head, reed, csv(HEADINGS, ZOE))
  const tim = await make.person('tim@reed.example', { at: reed })
  assert.equal((await tryApply(http.as(tim), list)).status, 403)
  const oak = await make.school('Oak Primary')
  const other = await make.person('ona@oak.example', { at: oak, role: 'organisation_admin' })
  assert.equal((await tryApply(http.as(other), list)).status, 404)
})

test('somebody inactive comes back with their roles; who never registered has yet to be invited', async (t) => {
  const lanyard = await reedWithLists(t)
  const { head, reed, make, http } = lanyard
  const zoe = await make.person('zoe@reed.example', { at: reed, name: 'Zoë Adeyemi', role: 'training_admin' })
  const tom = await inviteOne(head, reed, { email: 'tom@reed.example', givenName: 'Tom', familyName: 'Reed' })
  const everybody = csv(HEADINGS, 'sam@reed.example,Sam,Patel,,,', 'tess@reed.example,Tess,Till,,,')
  const gone = await upload(head, reed, everybody, { everyone: true })
  await apply(lanyard, head, gone, { leavers: [zoe.id, tom.personId] })
  const list = await upload(head, reed, csv(HEADINGS, ZOE, TOM))
  assert.equal(list.counts.reactivate, 2)
  const done = await apply(lanyard, head, list)
  assert.match(done.summary, /2 /)
  const people = await peopleAt(head, reed)
  assert.deepEqual(
    [people.get('zoe@reed.example').status, people.get('tom@reed.example').status],
    ['active', 'not_invited'],
  )
  assert.equal(people.get('zoe@reed.example').roles[0].role, 'training_admin')
  assert.equal(
    (await http.fresh().post('/api/v1/sessions', { email: zoe.email, password: zoe.password })).status,
    201,
  )
})

test('rows that are wrong stay out, the others go on, and each row says what became of it', async (t) => {
  const lanyard = await reedWithLists(t)
  const { head, reed } = lanyard
  const list = await upload(head, reed, csv(HEADINGS, ZOE, 'nobody,No,Address,,,', TOM))
  await apply(lanyard, head, list)
  assert.deepEqual(inFew(await peopleAt(head, reed)), [
    'Sam Patel, Active',
    'Tess Till, Active',
    'Tom Reed, Not invited, TA',
    'Zoë Adeyemi, Not invited, Teacher',
  ])
  const rows = await rowsOf(head, list)
  assert.deepEqual(
    rows.map((row) => row.outcome),
    ['add', 'error', 'add'],
  )
})
