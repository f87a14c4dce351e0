import assert from 'node:assert/strict'
import { test } from 'node:test'
import { apply, inFew, peopleAt, tryUndo, undo } from '../../../test/support/apply-list.ts'
import { copiedLink, door, mailedLink, mailIsSettled } from '../../../test/support/invite.ts'
import { recorded } from '../../../test/support/record.ts'
import { change, csv, reedWithLists, rowOf, upload } from '../../../test/support/staff-list.ts'
import { workStaffList } from './work-staff-list.ts'

const HEADINGS = 'Email,First name,Surname,Staff number,Department,Job title,Leaving date'
const ZOE = 'zoe@reed.example,Zoë,Adeyemi,0042,Science,Teacher,'
const TOM = 'tom@reed.example,Tom,Reed,0043,Science,TA,'
const SAM = 'sam@reed.example,Sam,Patel,,,,'
const TESS = 'tess@reed.example,Tess,Till,,,,'

test('undone, everybody is as they were: added gone, changed back, archived here again, returned gone again', async (t) => {
  const lanyard = await reedWithLists(t)
  const { app, id, head, http, reed, make, olive } = lanyard
  const maths = await make.unit('Maths', { at: reed })
  const tom = await make.person('tom@reed.example', {
    at: reed,
    name: 'Tom Read',
    staffNumber: '0043',
    units: [maths],
  })
  const ana = await make.person('ana@reed.example', { at: reed, name: 'Ana Reyes' })
  const bill = await make.person('bill@reed.example', { at: reed, name: 'Bill Moss' })
  await apply(
    lanyard,
    head,
    await upload(
      head,
      reed,
      csv(HEADINGS, SAM, TESS, 'tom@reed.example,Tom,Read,,,,', 'ana@reed.example,Ana,Reyes,,,,'),
      { everyone: true },
    ),
    { leavers: [bill.id] },
  )
  const before = inFew(await peopleAt(head, reed))
  const detail = (await peopleAt(head, reed)).get('bill@reed.example').statusDetail
  const list = await upload(
    head,
    reed,
    csv(HEADINGS, SAM, TESS, ZOE, TOM, 'bill@reed.example,Bill,Moss,,,,'),
    { everyone: true },
  )
  assert.deepEqual(
    [list.counts.add, list.counts.update, list.counts.reactivate, list.counts.not_on_list],
    [1, 1, 1, 1],
  )
  await apply(lanyard, head, list, { leavers: [ana.id] })
  assert.notDeepEqual(inFew(await peopleAt(head, reed)), before)
  const preview = await head.get(`/api/v1/staff-lists/${list.id}/undo`)
  assert.equal(preview.status, 200, JSON.stringify(preview.body))
  assert.equal(
    preview.body.summary,
    'Remove 1 account, put back 1 person, restore 1 person and archive 1 person again.',
  )
  assert.deepEqual([preview.body.reversed, preview.body.kept, preview.body.more], [4, 0, 0])
  const said = preview.body.people.map((each: { name: string; what: string }) => `${each.name}: ${each.what}`)
  assert.ok(said.includes('Tom Reed: Last name back to Read'), said.join('\n'))
  assert.deepEqual(preview.body.cannot, ['1 department that it made stays.'])
  await undo(lanyard, head, list)
  const people = await peopleAt(head, reed)
  assert.deepEqual(inFew(people), before)
  assert.equal(people.get('bill@reed.example').statusDetail, detail)
  assert.deepEqual(
    people.get('tom@reed.example').units.map((unit: { name: string }) => unit.name),
    ['Maths'],
  )
  assert.equal(
    (await http.fresh().post('/api/v1/sessions', { email: ana.email, password: ana.password })).status,
    201,
  )
  assert.equal(
    (await http.fresh().post('/api/v1/sessions', { email: bill.email, password: bill.password })).status,
    401,
  )
  const events = (await recorded(app, id)).map((line) => line.event)
  for (const event of ['staff_list.undone', 'person.removed', 'person.reactivated'])
    assert.ok(events.includes(event), event)
  assert.equal((await olive.get(`/api/v1/people/${tom.id}`)).body.staffNumber, '0043')
})

test('what somebody changed since is kept, with their name; the rest goes back', async (t) => {
  const lanyard = await reedWithLists(t)
  const { head, olive, reed, make } = lanyard
  await make.person('tom@reed.example', { at: reed, name: 'Tom Read', staffNumber: '0043' })
  const first = await upload(head, reed, csv(HEADINGS, TOM))
  await apply(lanyard, head, first)
  const second = await upload(olive, reed, csv('Email,Job title', 'tom@reed.example,HLTA'))
  await apply(lanyard, olive, second)
  const { body } = await head.get(`/api/v1/staff-lists/${first.id}/undo`)
  const kept = body.people.filter((each: { outcome: string }) => each.outcome === 'kept')
  assert.equal(kept.length, 1)
  assert.match(kept[0].reason, /^Changed by Olive Owner on /)
  assert.match(kept[0].what, /^Job title/)
  await undo(lanyard, head, first)
  const { body: tom } = await head.get(
    `/api/v1/people/${(await peopleAt(head, reed)).get('tom@reed.example').id}`,
  )
  assert.deepEqual([tom.familyName, tom.jobTitle], ['Read', 'HLTA'])
})

test('a last day that was planned before the list archived somebody stands again', async (t) => {
  const lanyard = await reedWithLists(t)
  const { app, id, head, reed, make } = lanyard
  const ana = await make.person('ana@reed.example', { at: reed, name: 'Ana Reyes' })
  const planned = async () => (await head.get(`/api/v1/people/${ana.id}`)).body.plannedEnd
  const end = { on: '2099-07-21', reason: 'Retires' }
  assert.equal((await head.post(`/api/v1/people/${ana.id}/archive`, end)).status, 200)
  const before = await planned()
  assert.equal(before.on, '2099-07-21')
  const list = await upload(head, reed, csv(HEADINGS, SAM, TESS), { everyone: true })
  await apply(lanyard, head, list, { leavers: [ana.id] })
  assert.equal(await planned(), null)
  await undo(lanyard, head, list)
  assert.deepEqual(await planned(), before)
  const last = (await recorded(app, id)).filter((line) => line.event === 'person.end_planned')
  assert.equal(last.length, 2, 'and the record says that it does')
})

test('what a later list says too stays, and the next list knows that it was said', async (t) => {
  const lanyard = await reedWithLists(t)
  const { head, reed, make } = lanyard
  await make.person('tom@reed.example', { at: reed, name: 'Tom Read', staffNumber: '0043' })
  const first = await upload(head, reed, csv(HEADINGS, TOM))
  await apply(lanyard, head, first)
  const second = await upload(head, reed, csv('Email,Job title', 'tom@reed.example,TA'), {
    name: 'autumn.csv',
  })
  assert.equal(second.counts.unchanged, 1)
  await apply(lanyard, head, second)
  const { body } = await head.get(`/api/v1/staff-lists/${first.id}/undo`)
  const kept = body.people.filter((each: { outcome: string }) => each.outcome === 'kept')
  assert.deepEqual(
    kept.map((each: { reason: string }) => each.reason),
    ['A later list, autumn.csv, says so too'],
  )
  await undo(lanyard, head, first)
  const tom = async () => (await peopleAt(head, reed)).get('tom@reed.example')
  assert.deepEqual([(await tom()).familyName, (await tom()).jobTitle], ['Read', 'TA'])
  const third = await upload(head, reed, csv('Email,Job title', 'tom@reed.example,Cook'))
  await apply(lanyard, head, third)
  assert.equal((await tom()).jobTitle, 'Cook', 'not taken for a change by hand')
})

test('an invitation that ended with the archive is owned up to; names and proof of an address come back as they were', async (t) => {
  const lanyard = await reedWithLists(t, { mail: 'sink' })
  const { head, reed, mailbox, http, make, olive } = lanyard
  const joined = await upload(head, reed, csv(HEADINGS, ZOE, TOM))
  await apply(lanyard, head, joined, { invite: 'now' })
  assert.equal(
    (await door(http.fresh(), await mailedLink(mailbox, 'zoe@reed.example')).register()).status,
    201,
  )
  const before = await peopleAt(head, reed)
  const proved = async () =>
    (await olive.get(`/api/v1/people/${before.get('zoe@reed.example').id}`)).body.emailProvedAt
  const provedAt = await proved()
  assert.ok(provedAt)
  const other = await make.school('Ash Primary')
  const added = await olive.post(`/api/v1/organisations/${other.id}/invitations`, {
    people: [{ email: 'nia@reed.example' }],
  })
  assert.equal(added.status, 201, JSON.stringify(added.body))
  const list = await upload(
    olive,
    reed,
    csv(HEADINGS, SAM, TESS, ZOE.replace('zoe@', 'zoe.adeyemi@'), 'nia@reed.example,Nia,Okoro,,,,'),
    { everyone: true },
  )
  await change(olive, list, await rowOf(olive, list, 'Zoë Adeyemi'), { decision: 'same' })
  await apply(lanyard, olive, list, { leavers: [before.get('tom@reed.example').id] })
  assert.equal(await proved(), null)
  assert.equal((await peopleAt(olive, other)).get('nia@reed.example').familyName, 'Okoro')
  const { body } = await olive.get(`/api/v1/staff-lists/${list.id}/undo`)
  assert.ok(body.cannot.includes('1 person had an open invitation, which ended; invite them again.'))
  const undone = await undo(lanyard, olive, list)
  assert.ok(undone.progress.total > 0)
  assert.equal(undone.progress.done, undone.progress.total)
  assert.equal((await peopleAt(olive, reed)).get('tom@reed.example').status, 'not_invited')
  assert.equal(await proved(), provedAt)
  assert.equal((await peopleAt(olive, other)).get('nia@reed.example').familyName, '')
})

test('who has registered is kept and named; open invitations end, unsent mail is not sent, sent mail is owned up to', async (t) => {
  const lanyard = await reedWithLists(t, { mail: 'sink' })
  const { head, reed, http, mailbox } = lanyard
  const list = await upload(head, reed, csv(HEADINGS, ZOE, TOM))
  await apply(lanyard, head, list, { invite: 'now' })
  const zoe = await mailedLink(mailbox, 'zoe@reed.example')
  const tom = await mailedLink(mailbox, 'tom@reed.example')
  await mailIsSettled(head, reed)
  assert.equal((await door(http.fresh(), zoe).register()).status, 201)
  const { body } = await head.get(`/api/v1/staff-lists/${list.id}/undo`)
  assert.equal(body.summary, 'Remove 1 account. We’ll keep 1 who has already registered.')
  assert.match(body.people[0].reason, /^Registered on /)
  assert.equal(body.cannot[0], '2 emails were sent and can’t be unsent; their links no longer work.')
  await undo(lanyard, head, list)
  const people = await peopleAt(head, reed)
  assert.equal(people.get('zoe@reed.example').status, 'active')
  assert.equal(people.has('tom@reed.example'), false)
  const dead = await door(http.fresh(), tom).open()
  assert.deepEqual([dead.status, dead.body.code], [410, 'link_revoked'])
})

test('an invitation that is dated is never sent once its list was undone', async (t) => {
  const lanyard = await reedWithLists(t, { mail: 'sink' })
  const { head, reed, mailbox, clock, sendMail } = lanyard
  const list = await upload(head, reed, csv(HEADINGS, ZOE))
  await apply(lanyard, head, list, { invite: new Date(Date.now() + 86_400_000).toISOString() })
  await undo(lanyard, head, list)
  await clock.shift(2 * 86_400)
  await sendMail()
  assert.deepEqual(mailbox.all(), [])
})

test('the same list after an undo adds the same people anew, invited or not', async (t) => {
  const lanyard = await reedWithLists(t)
  const { head, reed, http } = lanyard
  const first = await upload(head, reed, csv(HEADINGS, ZOE.replace('Adeyemi', 'Adeyemy')))
  await apply(lanyard, head, first, { invite: 'now' })
  await undo(lanyard, head, first)
  const list = await upload(head, reed, csv(HEADINGS, ZOE))
  assert.equal(list.counts.add, 1)
  await apply(lanyard, head, list, { invite: 'now' })
  const zoe = (await peopleAt(head, reed)).get('zoe@reed.example')
  assert.deepEqual([zoe.familyName, zoe.status], ['Adeyemi', 'pending'])
  const { body: sheet } = await head.get(`/api/v1/people/${zoe.id}`)
  const token = await copiedLink(head, { invitationId: sheet.invitation.id, personId: zoe.id })
  assert.equal((await door(http.fresh(), token).register()).status, 201)
})

test('who a later list names too is kept', async (t) => {
  const lanyard = await reedWithLists(t)
  const { head, reed } = lanyard
  const first = await upload(head, reed, csv(HEADINGS, ZOE, TOM))
  await apply(lanyard, head, first)
  await apply(lanyard, head, await upload(head, reed, csv(HEADINGS, ZOE)))
  await undo(lanyard, head, first)
  const people = await peopleAt(head, reed)
  assert.deepEqual([people.has('zoe@reed.example'), people.has('tom@reed.example')], [true, false])
})

test('twice is once: later clicks are refused, and so is undoing after 14 days', async (t) => {
  const lanyard = await reedWithLists(t)
  const { app, id, head, reed, clock, http, sam } = lanyard
  const list = await upload(head, reed, csv(HEADINGS, ZOE))
  const early = await tryUndo(head, list)
  assert.deepEqual([early.status, early.body.code], [409, 'not_undoable'])
  await apply(lanyard, head, list)
  const clicks = await Promise.all(Array.from({ length: 20 }, () => tryUndo(head, list)))
  assert.equal(clicks.filter((reply) => reply.status === 202).length, 1)
  assert.ok(clicks.every((reply) => reply.status === 202 || reply.body.code === 'not_undoable'))
  await Promise.all(Array.from({ length: 3 }, () => workStaffList(app, id, list.id)))
  const events = (await recorded(app, id)).map((line) => line.event)
  assert.equal(events.filter((event) => event === 'person.removed').length, 1)
  const twice = await tryUndo(head, list)
  assert.deepEqual([twice.status, twice.body.code], [409, 'not_undoable'])
  assert.equal((await head.get(`/api/v1/staff-lists/${list.id}/undo`)).status, 409)
  const late = await upload(head, reed, csv(HEADINGS, TOM))
  await apply(lanyard, head, late)
  await clock.shift(14 * 86_400 + 60)
  const browser = http.fresh()
  await browser.post('/api/v1/sessions', { email: sam.email, password: sam.password })
  const tooLate = await tryUndo(browser, late)
  assert.deepEqual([tooLate.status, tooLate.body.code], [409, 'not_undoable'])
})

test('the seats add up over applying, leaving, coming back and undoing', async (t) => {
  const lanyard = await reedWithLists(t, { mail: 'sink' })
  const { head, reed, http, mailbox, olive } = lanyard
  const seats = async () => {
    const { body } = await olive.get(`/api/v1/organisations/${reed.id}/seats`)
    const active = [...(await peopleAt(head, reed)).values()].filter((each) => each.status === 'active')
    // Sam and Tess were made without a seat.
    assert.equal(body.open, active.length - 2)
    return body
  }
  const joined = await upload(head, reed, csv(HEADINGS, ZOE, TOM))
  await apply(lanyard, head, joined, { invite: 'now' })
  for (const email of ['zoe@reed.example', 'tom@reed.example'])
    assert.equal((await door(http.fresh(), await mailedLink(mailbox, email)).register()).status, 201)
  assert.equal((await seats()).open, 2)
  const zoe = (await peopleAt(head, reed)).get('zoe@reed.example')
  const left = await upload(head, reed, csv(HEADINGS, SAM, TESS, TOM), { everyone: true })
  await apply(lanyard, head, left, { leavers: [zoe.id] })
  const closed = await seats()
  assert.equal(closed.open, 1)
  assert.ok(closed.data.some((seat: { closedWhyLabel: string | null }) => seat.closedWhyLabel === 'Archived'))
  await undo(lanyard, head, left)
  const back = await seats()
  assert.equal(back.open, 2)
  assert.equal(back.data[0].openedWhyLabel, 'Reactivated')
})
