import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Client } from '../../../test/support/http-client.ts'
import { inviteOne, mailedLink, reedPrimary } from '../../../test/support/invite.ts'
import { recorded } from '../../../test/support/record.ts'

const edit = (who: Client, person: { id: string }, wish: object) =>
  who.patch(`/api/v1/people/${person.id}`, wish)
const sheetOf = async (who: Client, person: { id: string }) =>
  (await who.get(`/api/v1/people/${person.id}`)).body

const sourcesOf = (sheet: { fields: { field: string; value: string; source: string }[] }) =>
  Object.fromEntries(
    sheet.fields.map(({ field, value, source }) => [field, [value, source.replace(/, \d.*$/, '')]]),
  )

test('what is changed by hand holds at once, says by whom, and the record has before and after', async (t) => {
  const scene = await reedPrimary(t, {})
  const { make, head, olive, reed } = scene
  const pat = await make.person('pat@reed.example', { at: reed, name: 'Pat Ford' })
  const done = await edit(head, pat, {
    givenName: ' Patricia ',
    familyName: 'Ford',
    jobTitle: 'Head of Art',
    jobCategory: 'teacher',
    staffNumber: '0042',
    relationship: 'contractor',
    startDate: '2024-09-01',
    leavingDate: '2099-08-31',
    labels: { Region: 'North', Fob: '17' },
    deletionDate: '2099-12-31',
  })
  assert.equal(done.status, 200, JSON.stringify(done.body))
  assert.equal(done.body.sentence, 'Patricia Ford’s details are saved.')
  assert.deepEqual(done.body.changed.sort(), [
    'deletionDate',
    'givenName',
    'jobCategory',
    'jobTitle',
    'labels',
    'leavingDate',
    'relationship',
    'staffNumber',
    'startDate',
  ])
  const sheet = await sheetOf(head, pat)
  const fields = sourcesOf(sheet)
  assert.deepEqual(fields.givenName, ['Patricia', 'Changed by Sam Patel'])
  assert.deepEqual(fields.familyName, ['Ford', 'Added by hand'])
  assert.deepEqual(fields.jobTitle, ['Head of Art', 'Changed by Sam Patel'])
  assert.deepEqual(fields.relationship, ['Contractor', 'Changed by Sam Patel'])
  assert.deepEqual(fields.startDate, ['1 Sept 2024', 'Changed by Sam Patel'])
  assert.deepEqual(fields.leavingDate, ['31 Aug 2099', 'Changed by Sam Patel'])
  assert.deepEqual(fields.labels, ['Fob: 17, Region: North', 'Changed by Sam Patel'])
  assert.deepEqual(fields.deletionDate, ['31 Dec 2099', 'Changed by Sam Patel'])
  assert.deepEqual([sheet.staffNumber, sheet.jobCategory], ['0042', 'teacher'], 'leading zeros stay')
  const found = await head.get(`/api/v1/organisations/${reed.id}/people?q=patricia%200042`)
  assert.equal(found.body.data.length, 1)

  const { body } = await olive.get(`/api/v1/organisations/${reed.id}/audit`)
  const line = body.data.find((each: { event: string }) => each.event === 'person.changed')
  assert.match(line.sentence, /^Sam Patel changed the details of Patricia Ford/)
  const changes = new Map(line.changes.map((each: { label: string }) => [each.label, each]))
  assert.deepEqual(changes.get('First name'), { label: 'First name', before: 'Pat', after: 'Patricia' })
  assert.deepEqual(changes.get('Labels'), { label: 'Labels', before: null, after: 'Fob: 17, Region: North' })
  const [kept] = (await recorded(scene.app, scene.id)).filter((each) => each.event === 'person.changed')
  assert.ok(!JSON.stringify(kept).includes('Patricia'), 'names are kept where they can be erased')
})

test('what is the same already is nothing to do, and null takes a value away', async (t) => {
  const scene = await reedPrimary(t, {})
  const { make, head, reed } = scene
  const pat = await make.person('pat@reed.example', { at: reed, name: 'Pat Ford', staffNumber: '7' })
  await edit(head, pat, { jobTitle: 'Teacher', labels: { Region: 'North' }, deletionDate: '2099-12-31' })
  const lines = async () => (await recorded(scene.app, scene.id)).length
  const before = await lines()
  const same = await edit(head, pat, {
    givenName: 'Pat ',
    email: 'PAT@reed.example',
    jobTitle: 'Teacher',
    staffNumber: '7',
    labels: { Region: 'North' },
    deletionDate: '2099-12-31',
  })
  assert.deepEqual([same.status, same.body.changed], [200, []])
  assert.equal(same.body.sentence, 'Nothing was changed: Pat Ford’s details were like this already.')
  assert.equal(await lines(), before)
  const gone = await edit(head, pat, { jobTitle: null, staffNumber: '', labels: {}, deletionDate: null })
  assert.equal(gone.status, 200)
  const { jobTitle, staffNumber, labels, deletionDate } = await sheetOf(head, pat)
  assert.deepEqual([jobTitle, staffNumber, labels, deletionDate], [null, null, {}, null])
})

test('what can’t be is said at its field, and nothing is changed', async (t) => {
  const { make, head, reed } = await reedPrimary(t, {})
  const pat = await make.person('pat@reed.example', { at: reed, name: 'Pat Ford' })
  const many = Object.fromEntries(Array.from({ length: 21 }, (_, n) => [`Key ${n}`, 'x']))
  const wrong: [object, string, string][] = [
    [{ givenName: ' ' }, 'given_name_missing', '#/givenName'],
    [{ familyName: 'see evil.example/now' }, 'no_links_here', '#/familyName'],
    [{ jobTitle: 'www.evil.example' }, 'no_links_here', '#/jobTitle'],
    [{ email: 'nobody' }, 'email_format', '#/email'],
    [{ startDate: '2025-09-01', leavingDate: '2025-08-31' }, 'leaving_before_start', '#/leavingDate'],
    [{ labels: many }, 'labels_too_many', '#/labels'],
    [{ language: 'tlh' }, 'language_unknown', '#/language'],
    [{ deletionDate: '2020-01-01' }, 'deletion_date_past', '#/deletionDate'],
  ]
  for (const [wish, code, pointer] of wrong) {
    const { status, body } = await edit(head, pat, { staffNumber: '9', ...wish })
    assert.deepEqual([status, body.code, body.errors[0].pointer], [422, code, pointer], JSON.stringify(body))
  }
  for (const wish of [
    { role: 'owner' },
    { relationship: 'friend' },
    { startDate: '2025-02-30' },
    { state: 'active' },
  ])
    assert.equal((await edit(head, pat, wish)).status, 422, JSON.stringify(wish))
  assert.equal((await sheetOf(head, pat)).staffNumber, null)
})

test('a deletion date is for the whole organisation: not through a unit, not for oneself, not of somebody above', async (t) => {
  const { make, http, head, reed, sam } = await reedPrimary(t, {})
  const science = await make.unit('Science', { at: reed })
  const pat = await make.person('pat@reed.example', { at: reed, units: [science] })
  const boss = await make.person('boss@reed.example', { at: reed, role: 'super_admin' })
  const una = http.as(
    await make.person('una@reed.example', { at: reed, role: 'unit_administrator', unit: science }),
  )
  const on = { deletionDate: '2099-12-31' }
  assert.equal((await edit(una, pat, on)).body.code, 'deletion_date_not_at_units')
  assert.equal((await edit(head, sam, on)).body.code, 'not_yourself')
  assert.equal((await edit(head, boss, on)).body.code, 'person_above_yours')
  const editable = (await una.get(`/api/v1/people/${pat.id}/edit`)).body.fields.filter(
    (each: { allowed: boolean }) => each.allowed,
  )
  assert.deepEqual(
    editable.map((each: { field: string }) => each.field),
    ['labels'],
    'who administers a unit labels its people, and no more',
  )
  assert.equal((await edit(una, pat, { labels: { Set: '2' } })).status, 200)
  assert.equal((await edit(una, pat, { jobTitle: 'Pupil' })).body.code, 'forbidden')
  const outside = await make.person('oli@reed.example', { at: reed })
  assert.equal((await edit(una, outside, { labels: { Set: '2' } })).body.code, 'not_found')
  const invited = await una.post(`/api/v1/organisations/${reed.id}/invitations`, {
    people: [{ email: 'new@reed.example', roles: [{ role: 'learner', unit: science.id }] }],
    units: [science.id],
    ...on,
  })
  assert.deepEqual([invited.status, invited.body.code], [403, 'deletion_date_not_at_units'])
})

test('who belongs elsewhere too keeps name and address until an admin of both places changes them', async (t) => {
  const { make, head, olive, reed } = await reedPrimary(t, {})
  const oak = await make.school('Oak Primary')
  const pat = await make.person('pat@reed.example', { at: reed, name: 'Pat Ford' })
  const there = await make.person('pat@reed.example', {
    at: oak,
    name: 'Pat Ford',
    role: 'organisation_admin',
  })
  const name = await edit(head, pat, { familyName: 'Lane' })
  assert.deepEqual([name.status, name.body.code], [403, 'person_shared'])
  assert.ok(!name.body.detail.includes('Oak'), 'the other school isn’t named')
  assert.equal((await edit(head, pat, { email: 'mine@reed.example' })).body.code, 'person_shared')
  assert.equal((await edit(head, pat, { jobTitle: 'Teacher' })).status, 200)
  assert.equal((await edit(olive, pat, { familyName: 'Lane' })).status, 200)
  assert.equal((await sheetOf(olive, there)).familyName, 'Lane')
  assert.equal(sourcesOf(await sheetOf(olive, there)).familyName?.[1], 'Changed at another organisation')
})

test('nobody edits somebody above them, out of their sight, or without the right', async (t) => {
  const { make, http, head, reed, owner } = await reedPrimary(t, {})
  const ann = http.as(await make.person('ann@reed.example', { at: reed }))
  const tia = http.as(await make.person('tia@reed.example', { at: reed, role: 'training_admin' }))
  const pat = await make.person('pat@reed.example', { at: reed })
  const boss = await make.person('boss@reed.example', { at: reed, role: 'super_admin' })
  const oak = await make.school('Oak Primary')
  const mel = await make.person('mel@oak.example', { at: oak })
  const wish = { jobTitle: 'Teacher' }
  assert.equal((await edit(ann, pat, wish)).body.code, 'forbidden')
  assert.equal((await edit(tia, pat, wish)).body.code, 'forbidden')
  assert.equal((await edit(head, boss, wish)).body.code, 'person_above_yours')
  for (const who of [mel, owner]) assert.equal((await edit(head, who, wish)).body.code, 'not_found')
  const action = (await sheetOf(tia, pat)).actions.find(
    (each: { action: string }) => each.action === 'person.edit',
  )
  assert.equal(action.allowed, false)
})

test('the address of somebody who never registered changes at once, and the invitation follows it', async (t) => {
  const { head, http, reed, mailbox } = await reedPrimary(t)
  const invited = await inviteOne(head, reed, { email: 'jnae@reed.example', givenName: 'Jane' })
  const jane = { id: invited.personId }
  const old = await mailedLink(mailbox, 'jnae@reed.example')
  const done = await edit(head, jane, { email: 'Jane@Reed.example' })
  assert.deepEqual([done.status, done.body.emailAsked, done.body.changed], [200, null, ['email']])
  assert.equal((await sheetOf(head, jane)).email, 'jane@reed.example')
  assert.equal((await http.fresh().get(`/api/v1/registrations/${old}`)).status, 404)
  const link = await mailedLink(mailbox, 'jane@reed.example')
  assert.equal((await http.fresh().get(`/api/v1/registrations/${link}`)).status, 200)
})

test('an address of somebody else is refused, with who and where as far as they are in sight', async (t) => {
  const { make, head, olive, reed, clock } = await reedPrimary(t, {})
  const oak = await make.school('Oak Primary')
  await make.person('mel@oak.example', { at: oak, name: 'Mel Hart' })
  const pat = await make.person('pat@reed.example', { at: reed })
  const gus = await make.person('gus@reed.example', { at: reed, name: 'Gus Hall' })
  await head.post(`/api/v1/people/${gus.id}/archive`, {})
  await clock.shift(1)
  const archived = await edit(head, pat, { email: gus.email })
  assert.deepEqual([archived.status, archived.body.code], [409, 'address_in_use'])
  assert.match(
    archived.body.errors[0].detail,
    /^gus@reed\.example is the address of Gus Hall at Reed Primary \(archived \d+ \w+\)/,
  )
  const unseen = await edit(head, pat, { email: 'mel@oak.example' })
  assert.equal(unseen.body.detail, 'This address is in use. Use another one, or ask an admin of your trust.')
  assert.match((await edit(olive, pat, { email: 'mel@oak.example' })).body.detail, /Mel Hart at Oak Primary/)
})
