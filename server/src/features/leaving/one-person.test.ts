import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Client } from '../../../test/support/http-client.ts'
import { copiedLink, door, inviteOne, reedPrimary, signIn } from '../../../test/support/invite.ts'
import { openTenant } from '../../../test/support/plant.ts'
import { recorded } from '../../../test/support/record.ts'

const asked = async (who: Client, person: { id: string }, verb: string, body: object = {}) => {
  const { status, body: answer } = await who.post(`/api/v1/people/${person.id}/${verb}`, body)
  return answer?.code ?? status
}

const consequences = async (who: Client, person: { id: string }, action: string) =>
  (await who.get(`/api/v1/people/${person.id}/consequences?action=${action}`)).body

const actionsOn = async (who: Client, person: { id: string }) =>
  (await who.get(`/api/v1/people/${person.id}`)).body.actions
    .filter((each: { action: string; allowed: boolean }) => each.action.startsWith('person.') && each.allowed)
    .filter((each: { action: string }) => each.action !== 'person.edit')
    .map((each: { action: string }) => each.action)

test('somebody is archived with their last day, and comes back with the roles they had', async (t) => {
  const scene = await reedPrimary(t)
  const { make, http, head, reed, olive } = scene
  const science = await make.unit('Science', { at: reed })
  const pat = await make.person('pat@reed.example', { at: reed, role: 'training_admin', units: [science] })
  const browser = http.as(pat)
  assert.equal((await browser.get('/api/v1/me')).status, 200)
  assert.deepEqual(await actionsOn(head, pat), ['person.pause', 'person.archive', 'person.delete'])
  const before = await consequences(head, pat, 'archive')
  assert.deepEqual(before.blocks, [])
  assert.deepEqual(before.changes, [
    'Pat is signed out everywhere at once and can’t sign in any more.',
    'Pat counts as having left Reed Primary.',
  ])
  assert.deepEqual(before.keeps, [
    'Roles, without effect meanwhile: Training admin.',
    'Departments and groups: Science.',
    'What Pat did here stays in the record.',
    'You can reactivate Pat at any time.',
  ])
  assert.equal((await browser.get('/api/v1/me')).status, 200, 'looking changes nothing')

  const gone = await head.post(`/api/v1/people/${pat.id}/archive`, {
    leavingDate: '2020-08-31',
    reason: 'New job at Quay School',
  })
  assert.equal(gone.status, 200, JSON.stringify(gone.body))
  assert.equal(gone.body.sentence, 'Pat Ford is archived and has no access to Reed Primary.')
  assert.deepEqual(
    [gone.body.statusLabel, gone.body.statusDetail],
    ['Inactive', 'Archived, left 31 Aug 2020'],
  )
  assert.equal((await browser.get('/api/v1/me')).status, 401)
  assert.equal((await signIn(scene, pat.email, pat.password)).reply.status, 401)
  assert.deepEqual(await actionsOn(head, pat), ['person.reactivate', 'person.delete'])
  assert.equal(await asked(head, pat, 'archive'), 'already_inactive')
  assert.equal(await asked(head, pat, 'pause'), 'already_inactive')

  const { body: activity } = await olive.get(`/api/v1/organisations/${reed.id}/audit`)
  const line = activity.data.find((each: { event: string }) => each.event === 'person.archived')
  assert.equal(line.sentence, 'Sam Patel archived Pat Ford')
  assert.deepEqual(line.facts, [{ label: 'Reason', value: 'New job at Quay School' }])
  const [kept] = (await recorded(scene.app, scene.id)).filter((each) => each.event === 'person.archived')
  assert.ok(!JSON.stringify(kept).includes('Quay'), 'the reason is kept where it can be erased')

  const back = await consequences(head, pat, 'reactivate')
  assert.deepEqual(back.changes, [
    'Pat is active again and signs in as before. No new invitation is needed.',
    'A seat at Reed Primary is taken again.',
  ])
  assert.deepEqual(back.keeps, [
    'Pat gets back: Training admin.',
    'Departments and groups: Science.',
    'Sign-ins and links from before don’t come back.',
  ])
  const returned = await head.post(`/api/v1/people/${pat.id}/reactivate`)
  assert.deepEqual(returned.body, {
    status: 'active',
    statusLabel: 'Active',
    statusDetail: null,
    sentence: 'Pat Ford is active again, with the roles as before: Training admin.',
  })
  assert.equal((await browser.get('/api/v1/me')).status, 401)
  assert.equal((await signIn(scene, pat.email, pat.password)).reply.status, 201)
  assert.equal(await asked(head, pat, 'reactivate'), 'not_inactive')
  const seats = (await olive.get(`/api/v1/organisations/${reed.id}/seats`)).body
  assert.deepEqual([seats.open, seats.data[0].openedWhyLabel], [1, 'Reactivated'])
  const archivedAgain = await consequences(head, pat, 'archive')
  assert.ok(archivedAgain.changes.includes('One seat at Reed Primary is freed.'))
})

test('somebody who was paused and does not come back is archived without getting in between', async (t) => {
  const scene = await reedPrimary(t)
  const { make, head, reed } = scene
  const pat = await make.person('pat@reed.example', { at: reed })
  const paused = await head.post(`/api/v1/people/${pat.id}/pause`, {})
  assert.match(paused.body.statusDetail, /^Paused by Sam Patel, /)
  assert.deepEqual(await actionsOn(head, pat), ['person.archive', 'person.reactivate', 'person.delete'])
  assert.equal(await asked(head, pat, 'pause'), 'already_inactive')
  assert.deepEqual((await consequences(head, pat, 'archive')).changes, [
    'Pat is paused and has no access already.',
    'Pat counts as having left Reed Primary.',
  ])
  assert.equal(await asked(head, pat, 'archive', { leavingDate: '2020-07-17' }), 200)
  assert.equal((await head.get(`/api/v1/people/${pat.id}`)).body.statusDetail, 'Archived, left 17 July 2020')
  const back = await head.post(`/api/v1/people/${pat.id}/reactivate`)
  assert.equal(back.body.status, 'active', 'who was active before the pause is active again')
})

test('who leaves before they registered loses the invitation, and comes back not invited', async (t) => {
  const scene = await reedPrimary(t)
  const { head, http, reed } = scene
  const invited = await inviteOne(head, reed, { email: 'jane@reed.example', givenName: 'Jane' })
  const jane = { id: invited.personId }
  const token = await copiedLink(head, invited)
  assert.deepEqual((await consequences(head, jane, 'archive')).changes, [
    'Jane can’t register for Reed Primary or be invited until reactivated.',
    'The open invitation ends: its links stop working, and email that hasn’t left yet is not sent.',
    'Jane counts as having left Reed Primary.',
  ])
  assert.equal(await asked(head, jane, 'archive'), 200)
  assert.equal((await door(http.fresh(), token).open()).body.code, 'link_revoked')
  const again = await head.post(`/api/v1/organisations/${reed.id}/invitations`, {
    people: [{ email: 'jane@reed.example' }],
  })
  assert.equal(again.body.results[0].outcome, 'not_sent')
  assert.deepEqual((await consequences(head, jane, 'reactivate')).changes, [
    'Jane is on the list again, not invited yet. No seat is taken and no email is sent.',
  ])
  const { body } = await head.post(`/api/v1/people/${jane.id}/reactivate`)
  assert.equal(body.status, 'not_invited')
  assert.equal(body.sentence, 'Jane is back on the list, not invited yet, with the roles as before: User.')
})

test('a mover is archived at one school and stays signed in at the other, which is named to who sees it only', async (t) => {
  const scene = await reedPrimary(t)
  const { make, http, head, olive, reed } = scene
  const oak = await make.school('Oak Primary')
  const pat = await make.person('pat@reed.example', { at: reed })
  const there = await make.person('pat@reed.example', { at: oak, password: false })
  const browser = http.as(pat)
  assert.equal((await browser.get('/api/v1/me')).status, 200)
  const ofHead = await consequences(head, pat, 'archive')
  assert.ok(!JSON.stringify(ofHead).includes('Oak'), JSON.stringify(ofHead))
  assert.equal(
    ofHead.changes[0],
    'Pat has no access to Reed Primary from this moment, and stays signed in elsewhere.',
  )
  assert.equal(ofHead.keeps[0], 'Pat stays active at another organisation.')
  assert.equal((await consequences(olive, pat, 'archive')).keeps[0], 'Pat stays active at Oak Primary.')
  assert.equal(await asked(head, pat, 'archive'), 200)
  assert.equal((await browser.get('/api/v1/me')).status, 200)
  assert.equal((await olive.get(`/api/v1/people/${there.id}`)).body.status, 'active')
  assert.equal(await asked(head, there, 'archive'), 'not_found')
})

test('nobody acts on themselves, on somebody above them, on the last admin, or without the right', async (t) => {
  const scene = await reedPrimary(t)
  const { make, http, head, reed, sam, owner, root } = scene
  const science = await make.unit('Science', { at: reed })
  const ann = http.as(await make.person('ann@reed.example', { at: reed }))
  const admin = await make.person('ada@reed.example', { at: reed, role: 'admin' })
  await head.put(`/api/v1/people/${admin.id}/roles`, {
    roles: [{ role: 'admin' }],
    permissions: ['user_management'],
  })
  const ada = http.as(admin)
  const tia = http.as(await make.person('tia@reed.example', { at: reed, role: 'training_admin' }))
  const una = http.as(
    await make.person('una@reed.example', { at: reed, role: 'unit_administrator', unit: science }),
  )
  const pat = await make.person('pat@reed.example', { at: reed, units: [science] })
  const boss = await make.person('boss@reed.example', { at: reed, role: 'super_admin' })
  for (const verb of ['pause', 'archive', 'reactivate']) {
    assert.equal(await asked(ann, pat, verb), 'forbidden')
    assert.equal(await asked(tia, pat, verb), 'forbidden', 'who sees people may not always send them away')
    assert.equal(await asked(una, pat, verb), 'forbidden', 'a unit is not the whole school')
    assert.equal(await asked(head, sam, verb), 'not_yourself')
    assert.equal(await asked(head, boss, verb), 'person_above_yours')
    assert.equal(await asked(head, owner, verb), 'not_found')
  }
  assert.equal((await tia.get(`/api/v1/people/${pat.id}/consequences`)).status, 403)
  assert.equal((await head.get(`/api/v1/people/${owner.id}/consequences`)).status, 404)
  const blocked = await consequences(head, sam, 'archive')
  assert.deepEqual(
    [blocked.blocks, blocked.changes, blocked.keeps],
    [
      [
        {
          code: 'not_yourself',
          sentence: 'You can’t pause, archive or reactivate your own account. Ask another admin.',
        },
      ],
      [],
      [],
    ],
  )
  assert.equal((await consequences(head, boss, 'pause')).blocks[0].code, 'person_above_yours')
  assert.equal(await asked(ada, sam, 'pause'), 'person_above_yours')
  assert.equal(await asked(ada, pat, 'pause'), 200, 'User Management lets an admin pause people below')
  const otto = await make.person('otto@beacon.example', { at: root, role: 'trust_admin' })
  assert.equal(await asked(http.as(otto), owner, 'archive'), 'person_above_yours')
})

test('the only admin of a school stays, which is said before; who stands above the school may still decide', async (t) => {
  const scene = await reedPrimary(t)
  const { make, http, olive, reed, sam } = scene
  const max = await make.person('max@reed.example', { at: reed, role: 'super_admin', name: 'Max Lane' })
  const given = await olive.put(`/api/v1/people/${max.id}/roles`, {
    roles: [{ role: 'super_admin' }],
    permissions: ['users.view', 'users.archive'],
  })
  assert.equal(given.status, 200)
  const asMax = http.as(max)
  const sentence = 'Sam Patel is the only admin at Reed Primary. Make someone else an admin first.'
  for (const verb of ['pause', 'archive']) {
    assert.deepEqual((await consequences(asMax, sam, verb)).blocks, [{ code: 'last_admin', sentence }])
    assert.equal(await asked(asMax, sam, verb), 'last_admin')
  }
  assert.equal((await http.as(sam).get('/api/v1/me')).status, 200)
  await make.person('pia@reed.example', { at: reed, role: 'organisation_admin' })
  assert.deepEqual((await consequences(asMax, sam, 'archive')).blocks, [])
  assert.equal(await asked(asMax, sam, 'archive'), 200)
  const [pia] = (await olive.get(`/api/v1/organisations/${reed.id}/people?q=pia`)).body.data
  assert.equal(await asked(asMax, pia, 'archive'), 'last_admin')
  assert.deepEqual((await consequences(olive, pia, 'archive')).blocks, [])
  assert.equal(await asked(olive, pia, 'archive'), 200)
})

test('a last day to come is refused, and so is a day that is none; a reason has an end', async (t) => {
  const { make, head, reed } = await reedPrimary(t)
  const pat = await make.person('pat@reed.example', { at: reed })
  const tomorrow = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10)
  assert.equal(await asked(head, pat, 'archive', { leavingDate: tomorrow }), 'leaving_date_to_come')
  assert.equal(
    (await head.post(`/api/v1/people/${pat.id}/archive`, { leavingDate: '2026-02-30' })).status,
    422,
  )
  assert.equal((await head.post(`/api/v1/people/${pat.id}/pause`, { reason: 'x'.repeat(501) })).status, 422)
  assert.equal((await head.post(`/api/v1/people/${pat.id}/pause`, { state: 'active' })).status, 422)
  const { leavingDate, today } = await consequences(head, pat, 'archive')
  assert.equal(leavingDate, today)
  assert.equal((await head.get(`/api/v1/people/${pat.id}`)).body.status, 'active')
})

test('a repeated request is answered again and done once; of two at once one is done', async (t) => {
  const scene = await reedPrimary(t)
  const { make, head, olive, reed } = scene
  const pat = await make.person('pat@reed.example', { at: reed })
  const key = { 'Idempotency-Key': 'archive-pat-once' }
  const first = await head.post(`/api/v1/people/${pat.id}/archive`, {}, key)
  const again = await head.post(`/api/v1/people/${pat.id}/archive`, {}, key)
  assert.deepEqual([again.status, again.body], [200, first.body])
  const lines = (await recorded(scene.app, scene.id)).filter((each) => each.event === 'person.archived')
  assert.equal(lines.length, 1)
  const both = await Promise.all([asked(head, pat, 'reactivate'), asked(olive, pat, 'reactivate')])
  assert.deepEqual(both.sort(), [200, 'not_inactive'])
})

test('who loses the right while their request waits does nothing with it', async (t) => {
  const scene = await reedPrimary(t)
  const { make, http, head, reed } = scene
  const pia = await make.person('pia@reed.example', { at: reed, role: 'organisation_admin' })
  const pat = await make.person('pat@reed.example', { at: reed })
  const asPia = http.as(pia)
  assert.deepEqual(await actionsOn(asPia, pat), ['person.pause', 'person.archive', 'person.delete'])
  const db = await openTenant(t, scene)
  await db.query('begin')
  await db.query('select from tenants where id = $1 for no key update', [scene.id])
  const waiting = asked(asPia, pat, 'archive')
  const blocked = 'select from pg_locks where not granted and pg_backend_pid() = any(pg_blocking_pids(pid))'
  const deadline = Date.now() + 10_000
  while ((await db.query(blocked)).rowCount === 0) {
    assert.ok(Date.now() < deadline, 'the request never waited')
    await db.query('select pg_sleep(0.01)')
  }
  await db.query('delete from role_assignments where membership_id = $1', [pia.id])
  await db.query('commit')
  assert.equal(await waiting, 'forbidden')
  assert.equal((await head.get(`/api/v1/people/${pat.id}`)).body.status, 'active')
})
