import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { apply, peopleAt } from '../../../test/support/apply-list.ts'
import { openAsTamperer } from '../../../test/support/behind-the-curtain.ts'
import type { Client } from '../../../test/support/http-client.ts'
import { copiedLink, door, inviteOne, ownersBrowser } from '../../../test/support/invite.ts'
import type { Place } from '../../../test/support/make.ts'
import { readableAnywhere } from '../../../test/support/readable.ts'
import { recorded } from '../../../test/support/record.ts'
import { csv, reedWithLists, upload } from '../../../test/support/staff-list.ts'
import { inTenant } from '../../platform/database/database.ts'
import { sealAudit } from '../audit/seal-audit.ts'
import { verifyAudit } from '../audit/verify-audit.ts'
import { type Due, runRetention } from './run-retention.ts'

const DAY = 86_400

/** What a kind would do, as the page says it. */
async function due(who: Client, at: Place, kind: string) {
  const { body } = await who.get(`/api/v1/organisations/${at.id}/retention`)
  return body.kinds.find((each: { kind: string }) => each.kind === kind).due
}
const ofKind = (done: Due[], kind: string) => done.find((each) => each.kind === kind) as Due
const names = (people: { name: string }[]) => people.map((each) => each.name).sort()

test('90 days after an invitation expired or was cancelled nobody can read whose it was; the dry run says beforehand exactly who', async (t) => {
  const lanyard = await reedWithLists(t)
  const { app, id, head, http, reed, root, clock } = lanyard
  const invite = (name: string) =>
    inviteOne(head, reed, { email: `${name}@reed.example`, givenName: name, familyName: 'Quackenbush' })
  await apply(
    lanyard,
    head,
    await upload(head, reed, csv('Email,First name,Surname', 'dan@reed.example,dan,Listed'), {
      everyone: true,
    }),
  )
  await inviteOne(head, reed, { email: 'dan@reed.example' })
  const [expired, cancelled, accepted, held] = [
    await invite('Zebedee'),
    await invite('Yolanda'),
    await invite('Xavier'),
    await invite('Winifred'),
  ]
  await door(http.fresh(), await copiedLink(head, accepted)).register({
    givenName: 'Xavier',
    familyName: 'Quackenbush',
  })
  for (const each of [expired, held]) await copiedLink(head, each)
  await head.post(`/api/v1/invitations/${cancelled.invitationId}/cancel`)
  assert.equal((await head.put(`/api/v1/people/${held.personId}/hold`, { reason: 'Tribunal' })).status, 204)
  await sealAudit(app, id)

  await clock.shift(89.9 * DAY)
  assert.deepEqual((await due(await ownersBrowser(lanyard), root, 'invitations')).people, [])
  assert.equal(ofKind(await runRetention(app, id), 'invitations').many, 0)
  await clock.shift(7.2 * DAY)
  const owner = await ownersBrowser(lanyard)
  const said = await due(owner, root, 'invitations')
  assert.deepEqual(
    [names(said.people), said.many, said.held],
    [['Yolanda Quackenbush', 'Zebedee Quackenbush'], 2, 1],
  )
  const done = ofKind(await runRetention(app, id), 'invitations')
  assert.deepEqual([names(done.people), done.many, done.held], [names(said.people), said.many, said.held])

  assert.deepEqual(await readableAnywhere(t, lanyard, ['Zebedee', 'Yolanda']), [])
  assert.ok((await readableAnywhere(t, lanyard, ['Winifred'])).length > 0)
  const left = await peopleAt(owner, reed)
  assert.ok(
    left.has('xavier@reed.example') && left.has('dan@reed.example') && left.has('winifred@reed.example'),
  )
  const events = (await recorded(app, id)).map((line) => line.event)
  assert.equal(events.filter((each) => each === 'person.deleted').length, 2)
  assert.equal(events.filter((each) => each === 'retention.invitations_erased').length, 1)
  await sealAudit(app, id)
  assert.equal((await verifyAudit(app, id)).problem, null)

  await owner.delete(`/api/v1/people/${held.personId}/hold`)
  assert.equal(ofKind(await runRetention(app, id), 'invitations').many, 1)
  assert.deepEqual(await readableAnywhere(t, lanyard, ['Winifred', 'Tribunal of Winifred']), [])
})

test('who is brought back long after their invitation ended is not taken for an invitation that nobody accepted', async (t) => {
  const lanyard = await reedWithLists(t)
  const { app, id, head, reed, clock } = lanyard
  const zed = await inviteOne(head, reed, {
    email: 'zed@reed.example',
    givenName: 'Zed',
    familyName: 'Quark',
  })
  assert.equal((await head.post(`/api/v1/people/${zed.personId}/archive`, {})).status, 200)
  await clock.shift(100 * DAY)
  const owner = await ownersBrowser(lanyard)
  const back = await owner.post(`/api/v1/people/${zed.personId}/reactivate`, {})
  assert.equal(back.body.status, 'not_invited', JSON.stringify(back.body))
  assert.equal((await due(owner, reed, 'invitations')).many, 0)
  assert.equal(ofKind(await runRetention(app, id), 'invitations').many, 0)
  assert.equal((await owner.get(`/api/v1/people/${zed.personId}`)).status, 200)
  await clock.shift(91 * DAY)
  assert.equal(ofKind(await runRetention(app, id), 'invitations').many, 1, 'and counts from then')
})

test('who was archived a year ago comes up for review, once; kept, they come up a year later; on hold, they do not', async (t) => {
  const lanyard = await reedWithLists(t)
  const { app, id, head, make, reed, clock } = lanyard
  const ann = await make.person('ann@reed.example', { at: reed, name: 'Ann Moss' })
  const ben = await make.person('ben@reed.example', { at: reed, name: 'Ben Moss' })
  const cat = await make.person('cat@reed.example', { at: reed, name: 'Cat Moss' })
  for (const each of [ann, ben]) await head.post(`/api/v1/people/${each.id}/archive`, {})
  await head.post(`/api/v1/people/${cat.id}/pause`, {})
  await head.put(`/api/v1/people/${ben.id}/hold`, { reason: 'Court' })
  await clock.shift(364 * DAY)
  assert.equal(ofKind(await runRetention(app, id), 'archived').many, 0)
  await clock.shift(3 * DAY)
  const owner = await ownersBrowser(lanyard)
  const said = await due(owner, reed, 'archived')
  const done = ofKind(await runRetention(app, id), 'archived')
  assert.deepEqual([names(said.people), said.held], [['Ann Moss'], 1])
  assert.deepEqual([names(done.people), done.held], [['Ann Moss'], 1])
  assert.equal(ofKind(await runRetention(app, id), 'archived').many, 0)
  const reviews = async (who: Client) =>
    (await who.get(`/api/v1/organisations/${reed.id}/retention`)).body.reviews
  assert.deepEqual(names(await reviews(owner)), ['Ann Moss', 'Ben Moss'])

  assert.equal((await owner.post(`/api/v1/people/${ann.id}/keep`)).status, 204)
  assert.equal((await owner.post(`/api/v1/people/${cat.id}/keep`)).body.code, 'not_archived')
  assert.deepEqual(names(await reviews(owner)), ['Ben Moss'])
  await clock.shift(367 * DAY)
  assert.deepEqual(names(ofKind(await runRetention(app, id), 'archived').people), ['Ann Moss'])
  const later = await ownersBrowser(lanyard)
  await later.post(`/api/v1/people/${ann.id}/reactivate`, {})
  await later.post(`/api/v1/people/${ann.id}/archive`, {})
  assert.equal(ofKind(await runRetention(app, id), 'archived').many, 0)
  await clock.shift(367 * DAY)
  assert.deepEqual(names(ofKind(await runRetention(app, id), 'archived').people), ['Ann Moss'])
})

test('ended sessions and uploaded files go in their time, each with an event of its own, unless everything is on hold', async (t) => {
  const lanyard = await reedWithLists(t)
  const { app, id, head, http, make, reed, root, clock } = lanyard
  const ann = await make.person('ann@reed.example', { at: reed })
  await http.as(ann).get('/api/v1/me')
  await http.as(ann).delete('/api/v1/sessions')
  await upload(head, reed, csv('Email,First name,Surname', 'zoe@reed.example,Zoë,Adeyemi'))
  await clock.shift(31 * DAY)
  const owner = await ownersBrowser(lanyard)
  await owner.put(`/api/v1/organisations/${root.id}/hold`, { reason: 'Inquiry' })
  const kinds = ['sessions', 'staff_list_files']
  const held = await runRetention(app, id)
  assert.deepEqual(
    kinds.map((kind) => ofKind(held, kind).many),
    [0, 0],
  )
  assert.equal(
    (await owner.put(`/api/v1/organisations/${root.id}/hold`, { reason: 'x' })).body.code,
    'already_held',
  )
  await owner.delete(`/api/v1/organisations/${root.id}/hold`)
  assert.equal((await owner.delete(`/api/v1/organisations/${root.id}/hold`)).body.code, 'not_held')
  const said = await Promise.all(kinds.map((kind) => due(owner, reed, kind)))
  const done = await runRetention(app, id)
  assert.deepEqual(
    kinds.map((kind) => ofKind(done, kind).many),
    said.map((each) => each.many),
  )
  assert.ok(said.every((each) => each.many > 0))
  const events = (await recorded(app, id)).map((line) => line.event)
  assert.ok(events.includes('retention.sessions_deleted') && events.includes('retention.files_deleted'))
  assert.deepEqual(
    events.filter((each) => each.startsWith('hold.')),
    ['hold.placed', 'hold.lifted'],
  )
})

test('sign-ins leave the record after a year and the rest stays; the chain verifies, and a deletion passed off as this does not', async (t) => {
  const lanyard = await reedWithLists(t)
  const { app, id, http, make, reed, clock, ownerConnection } = lanyard
  const ann = await make.person('ann@reed.example', { at: reed })
  await http.as(ann).get('/api/v1/me')
  await http.fresh().post('/api/v1/sessions', { email: ann.email, password: 'wrong' })
  await sealAudit(app, id)
  const before = await recorded(app, id)
  await clock.shift(368 * DAY)
  const owner = await ownersBrowser(lanyard)
  const said = await due(owner, reed, 'sign_ins')
  assert.ok(said.many >= 2)
  assert.equal(ofKind(await runRetention(app, id), 'sign_ins').many, said.many)
  const after = await recorded(app, id)
  assert.deepEqual(
    after.map((line) => line.event).filter((event) => event.startsWith('sign_in')),
    [],
  )
  const others = (lines: typeof before) =>
    lines.filter((line) => /^(unit|organisation|installation|person)/.test(line.event)).map((line) => line.id)
  assert.deepEqual(others(after), others(before))
  const whole = await verifyAudit(app, id)
  assert.deepEqual([whole.problem, whole.forgotten], [null, said.many])
  await sealAudit(app, id)
  assert.equal((await verifyAudit(app, id)).problem, null)

  const tamperer = await openAsTamperer(t, ownerConnection)
  const { rows } = await tamperer.query<{ sequence: number; event_id: string }>(
    `select s.sequence::int, s.event_id from audit_seals s join audit_events e on e.id = s.event_id
     where e.event not like 'retention.%' order by s.sequence limit 1`,
  )
  const victim = rows[0] as { sequence: number; event_id: string }
  await tamperer.query('begin')
  await tamperer.query('delete from audit_events where id = $1', [victim.event_id])
  await tamperer.query(
    `insert into audit_forgotten (tenant_id, sequence, run_id)
     select tenant_id, $1, run_id from audit_forgotten limit 1`,
    [victim.sequence],
  )
  await tamperer.query('commit')
  const caught = await verifyAudit(app, id)
  assert.match(caught.problem ?? '', /More is gone than was forgotten/)
  assert.ok((caught.firstBad ?? 0) <= victim.sequence)
})

test('a period is shortened where the tenant decides, within its bounds, with a fresh proof; a school reads it and no more', async (t) => {
  const lanyard = await reedWithLists(t)
  const { head, olive, reed, root, clock, app, id } = lanyard
  const change = (who: Client, at: Place, wish: object) =>
    who.patch(`/api/v1/organisations/${at.id}/retention`, wish)
  assert.equal((await change(head, reed, { sessions: 7 })).status, 403)
  assert.equal((await change(head, root, { sessions: 7 })).status, 404)
  const seen = (await head.get(`/api/v1/organisations/${reed.id}/retention`)).body
  assert.deepEqual([seen.decidedAt.name, seen.kinds[0].due], ['Beacon Trust', null])
  const wrong = await change(olive, root, { sessions: 31, record: 11 })
  assert.deepEqual(
    wrong.body.errors.map((each: { detail: string }) => each.detail),
    ['Ended sessions: choose from 1 to 30 days.', 'The rest of the record: choose from 12 to 72 months.'],
  )
  const list = await upload(head, reed, csv('Email,First name,Surname', 'zoe@reed.example,Zoë,Adeyemi'))
  assert.deepEqual((await change(olive, reed, { staff_list_files: 2, sessions: 30 })).body, { changed: 1 })
  const { body } = await head.get(`/api/v1/staff-lists/${list.id}`)
  assert.equal(Math.round((Date.parse(body.fileKeptUntil) - Date.now()) / 8_640_000), 20)
  const line = (await recorded(app, id)).find((each) => each.event === 'retention.changed')
  assert.deepEqual(line?.detail.changes, [{ field: 'staff_list_files', before: 7, after: 2 }])
  await clock.shift(601)
  assert.equal((await change(olive, root, { sessions: 7 })).body.code, 'reauth_required')
})

test('the app’s own role takes nothing younger than 30 days out of the record, and nothing else than sign-ins younger than a year', async (t) => {
  const lanyard = await reedWithLists(t)
  const { app, id, olive, clock } = lanyard
  await olive.get('/api/v1/me')
  await sealAudit(app, id)
  const taken = (which: string) =>
    inTenant(app.database, id, async (tx) => {
      const gone = await sql`select sequence from forget_events(${which}, interval '0', 1000)`.execute(tx)
      return gone.rows.length
    })
  await clock.shift(29 * DAY)
  assert.deepEqual([await taken('sign_ins'), await taken('record')], [0, 0])
  await clock.shift(335 * DAY)
  assert.equal(await taken('record'), 0)
  assert.ok((await taken('sign_ins')) > 0)
  assert.match((await verifyAudit(app, id)).problem ?? '', /is gone/)
})
