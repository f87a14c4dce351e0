import assert from 'node:assert/strict'
import { test } from 'node:test'
import { apply, peopleAt } from '../../../test/support/apply-list.ts'
import { dayIn, passMidnight } from '../../../test/support/days.ts'
import type { Client } from '../../../test/support/http-client.ts'
import { inviteOne, mailIsSettled, reedPrimary, signIn } from '../../../test/support/invite.ts'
import type { Person } from '../../../test/support/make.ts'
import { openTenant } from '../../../test/support/plant.ts'
import { recorded } from '../../../test/support/record.ts'
import { csv, reedWithLists, upload } from '../../../test/support/staff-list.ts'
import type { Lanyard } from '../../../test/support/start-lanyard.ts'
import { workDueDates } from './work-due-dates.ts'

const asked = async (who: Client, person: { id: string }, verb: string, body: object = {}) => {
  const { status, body: answer } = await who.post(`/api/v1/people/${person.id}/${verb}`, body)
  return answer?.code ?? status
}

/** A browser in which they have just signed in: after days have gone by, sessions are over. */
const afresh = async (lanyard: Lanyard, who: Person) =>
  (await signIn(lanyard, who.email, who.password)).browser

const statusOf = async (who: Client, person: { id: string }) => {
  const { status, body } = await who.get(`/api/v1/people/${person.id}`)
  return status === 200 ? body.status : status
}

const work = (lanyard: Lanyard) => workDueDates(lanyard.app, lanyard.id)
const lettersTo = (lanyard: Lanyard, email: string) =>
  lanyard.mailbox.all().filter((letter) => letter.to.includes(email))

/** The letters of these kinds that came, once all mail is settled. */
async function settled(lanyard: Lanyard & { reed: { id: string; name: string } }) {
  await lanyard.sendMail()
  await mailIsSettled(await afresh(lanyard, lanyard.owner), lanyard.reed)
}

test('who is to leave keeps access until the day is over there, and not a minute longer', async (t) => {
  const scene = await reedPrimary(t)
  const { head, http, make, reed } = scene
  const pat = await make.person('pat@reed.example', { at: reed, name: 'Pat Moss', role: 'training_admin' })
  const browser = http.as(pat)
  assert.equal((await browser.get('/api/v1/me')).status, 200)
  const today = await dayIn(scene, 0)
  const planned = await head.post(`/api/v1/people/${pat.id}/archive`, {
    on: today,
    reason: 'New job at Quay',
  })
  assert.equal(planned.status, 200, JSON.stringify(planned.body))
  assert.match(
    planned.body.sentence,
    /^Pat Moss will be archived at the end of .* and has access to Reed Primary until then\.$/,
  )
  assert.equal(planned.body.status, 'active')
  const { body: seen } = await head.get(`/api/v1/people/${pat.id}`)
  assert.deepEqual(seen.plannedEnd, { as: 'archived', on: today })
  await work(scene)
  assert.equal((await browser.get('/api/v1/me')).status, 200, 'the day is not over')

  await passMidnight(scene)
  const again = await signIn(scene, pat.email, pat.password)
  assert.equal(again.reply.status, 201, 'the job has not run yet')
  await work(scene)
  assert.equal((await again.browser.get('/api/v1/me')).status, 401)
  assert.equal((await signIn(scene, pat.email, pat.password)).reply.status, 401)
  const olive = await afresh(scene, scene.owner)
  const { body: gone } = await olive.get(`/api/v1/people/${pat.id}`)
  assert.deepEqual([gone.status, gone.plannedEnd], ['inactive', null])
  assert.match(gone.statusDetail, /^Archived, left /)
  const { body: activity } = await olive.get(`/api/v1/organisations/${reed.id}/audit`)
  const line = activity.data.find((each: { event: string }) => each.event === 'person.archived')
  assert.deepEqual(line.facts, [{ label: 'Reason', value: 'New job at Quay' }])
  await work(scene)
  const lines = (await recorded(scene.app, scene.id)).filter((each) => each.event === 'person.archived')
  assert.deepEqual(
    lines.map((each) => [each.actor, each.detail.plannedBy]),
    [[null, scene.sam.personId]],
  )
})

test('midnight is that of the organisation: further east it comes earlier', async (t) => {
  const scene = await reedPrimary(t, { mail: 'captured' })
  const { make, olive, reed } = scene
  const east = await make.school('Kiritimati School')
  const zoned = await olive.patch(`/api/v1/organisations/${east.id}`, { timeZone: 'Pacific/Kiritimati' })
  assert.equal(zoned.status, 200, JSON.stringify(zoned.body))
  await passMidnight(scene)
  const watching = async (who: Person) => statusOf(await afresh(scene, scene.owner), who)
  const tomorrow = await dayIn(scene, 1)
  const london = await make.person('lon@reed.example', { at: reed, name: 'Lon Don' })
  const kiri = await make.person('kiri@reed.example', { at: east, name: 'Kiri Moss' })
  const db = await openTenant(t, scene)
  await db.query('update memberships set deletion_date = $1 where id = any($2)', [
    tomorrow,
    [london.id, kiri.id],
  ])
  await work(scene)
  assert.deepEqual([await watching(london), await watching(kiri)], ['active', 'active'])
  // In Kiritimati it is 14 hours later than in London's winter, 13 in its summer.
  await scene.clock.shift(11 * 3600)
  await work(scene)
  assert.deepEqual([await watching(london), await watching(kiri)], ['active', 404])
  await passMidnight(scene)
  await work(scene)
  assert.equal(await watching(london), 404)
  const lines = (await recorded(scene.app, scene.id)).filter((each) => each.event === 'person.deleted')
  assert.deepEqual(
    lines.map((each) => [each.subject, each.actor, each.detail.because]),
    [
      [kiri.personId, null, 'deletion_date'],
      [london.personId, null, 'deletion_date'],
    ],
  )
})

test('a planned end is called off, moved or overtaken, and then nothing happens on the day', async (t) => {
  const scene = await reedPrimary(t, { mail: 'captured' })
  const { head, make, reed } = scene
  const today = await dayIn(scene, 0)
  const later = await dayIn(scene, 5)
  const yesterday = await dayIn(scene, -1)
  const [stays, late, gone, back] = await Promise.all(
    ['stays', 'late', 'gone', 'back'].map((who) => make.person(`${who}@reed.example`, { at: reed })),
  )
  assert.ok(stays && late && gone && back)
  for (const each of [stays, late, gone, back])
    assert.equal(await asked(head, each, 'pause', { on: today }), 200)
  assert.equal(await asked(head, stays, 'stay'), 200)
  assert.equal(await asked(head, stays, 'stay'), 'no_planned_end')
  assert.equal(await asked(head, late, 'archive', { on: later }), 200)
  assert.equal(await asked(head, gone, 'archive'), 200)
  assert.equal(await asked(head, back, 'pause'), 200)
  assert.equal(await asked(head, back, 'reactivate'), 200)
  assert.equal(await asked(head, stays, 'pause', { on: yesterday }), 'end_past')
  assert.equal(await asked(head, stays, 'archive', { on: today, leavingDate: later }), 'leaving_date_to_come')
  await passMidnight(scene)
  await work(scene)
  assert.deepEqual(
    await Promise.all(
      [stays, late, gone, back].map(async (each) => statusOf(await afresh(scene, scene.sam), each)),
    ),
    ['active', 'active', 'inactive', 'active'],
  )
  assert.equal(
    (await recorded(scene.app, scene.id)).filter(
      (each) => each.actor === null && each.event === 'person.paused',
    ).length,
    0,
  )
})

test('the last admin stays on the day; admins hear why, once, and it is done once somebody else is one', async (t) => {
  const scene = await reedPrimary(t)
  const { http, make, reed, root, sam } = scene
  const today = await dayIn(scene, 0)
  const otto = await make.person('otto@beacon.example', { at: root, role: 'trust_admin' })
  assert.equal(
    await asked(http.as(otto), sam, 'archive', { on: today }),
    200,
    'who stands above may decide it',
  )
  const db = await openTenant(t, scene)
  await db.query('update memberships set deletion_date = $1 where id = $2', [today, scene.owner.id])
  await passMidnight(scene, 9 * 60)
  await work(scene)
  const asSam = await afresh(scene, sam)
  assert.equal((await asSam.get('/api/v1/me')).status, 200)
  assert.equal((await (await afresh(scene, scene.owner)).get('/api/v1/me')).status, 200, 'nor the only owner')
  const failed = (await recorded(scene.app, scene.id)).filter((each) => each.event === 'person.end_not_done')
  assert.deepEqual(
    failed.map((each) => [each.subject, each.detail.what, each.detail.code]).sort(),
    [
      [sam.personId, 'end', 'last_admin'],
      [scene.owner.personId, 'delete', 'last_admin'],
    ].sort(),
  )
  await settled(scene)
  const letters = () =>
    lettersTo(scene, sam.email).filter((letter) =>
      /leaving date could not be kept/.test(letter.mail.subject ?? ''),
    )
  assert.equal(letters().length, 1)
  assert.match(
    letters()[0]?.mail.text ?? '',
    /Sam Patel was to be archived at the end of .*\. Sam Patel is the only admin at Reed Primary\. Make someone else an admin first\./,
  )
  await work(scene)
  assert.equal(
    (await recorded(scene.app, scene.id)).filter((each) => each.event === 'person.end_not_done').length,
    2,
    'not tried again the same day',
  )

  await make.person('pia@reed.example', { at: reed, role: 'organisation_admin' })
  await passMidnight(scene)
  await work(scene)
  assert.equal((await asSam.get('/api/v1/me')).status, 401)
  assert.equal((await signIn(scene, sam.email, sam.password)).reply.status, 401, 'done the day after')
  await settled(scene)
  assert.equal(letters().length, 1)
  assert.equal(await statusOf(await afresh(scene, otto), scene.owner), 'active')
})

test('whose deletion date comes while a list still names them is archived until it no longer does', async (t) => {
  const lanyard = await reedWithLists(t, { mail: 'captured' })
  const { head, reed, sam } = lanyard
  const watching = async (who: Person) => statusOf(await afresh(lanyard, lanyard.owner), who)
  const staff = ['sam@reed.example,Sam,Patel', 'tess@reed.example,Tess,Till']
  const list = await upload(
    head,
    reed,
    csv('Email,First name,Surname', ...staff, 'jane@reed.example,Jane,Smith'),
    {
      everyone: true,
    },
  )
  await apply(lanyard, head, list)
  const jane = (await peopleAt(head, reed)).get('jane@reed.example')
  const db = await openTenant(t, lanyard)
  await db.query('update memberships set deletion_date = $1 where id = $2', [
    await dayIn(lanyard, 1),
    jane.id,
  ])
  await passMidnight(lanyard)
  await work(lanyard)
  assert.equal(await watching(jane), 'inactive')
  const later = await afresh(lanyard, sam)
  const without = await upload(later, reed, csv('Email,First name,Surname', ...staff), { everyone: true })
  await apply(lanyard, later, without)
  await work(lanyard)
  assert.equal(await watching(jane), 'inactive', 'tried once a day')
  await passMidnight(lanyard)
  await work(lanyard)
  assert.equal(await watching(jane), 404)
})

test('a week before admins are told who leaves, in one letter and once; who asked to be told is told too', async (t) => {
  const scene = await reedPrimary(t)
  const { head, make, reed, sam } = scene
  const pat = await make.person('pat@reed.example', { at: reed, name: 'Pat Moss' })
  const kim = await make.person('kim@reed.example', { at: reed, name: 'Kim Lee' })
  const invited = await inviteOne(head, reed, { email: 'new@reed.example' })
  const on = await dayIn(scene, 10)
  assert.equal(await asked(head, pat, 'archive', { on, tell: true }), 200)
  assert.equal(await asked(head, { id: invited.personId }, 'pause', { on, tell: true }), 200)
  const db = await openTenant(t, scene)
  await db.query('update memberships set deletion_date = $1 where id = $2', [await dayIn(scene, 9), kim.id])
  await settled(scene)
  const before = scene.mailbox.all().length
  await work(scene)
  await settled(scene)
  assert.equal(scene.mailbox.all().length, before, 'ten days before is too soon')

  await scene.clock.shift(2 * 86_400)
  await passMidnight(scene, 1)
  await work(scene)
  await settled(scene)
  assert.equal(scene.mailbox.all().length, before, 'and nobody is written to in the night')
  await scene.clock.shift(8 * 3600)
  await Promise.all([work(scene), work(scene)])
  await settled(scene)
  await work(scene)
  await settled(scene)
  const told = scene.mailbox.all().slice(before)
  assert.deepEqual(told.flatMap((letter) => letter.to).sort(), [pat.email, sam.email].sort())
  const toSam = told.find((letter) => letter.to.includes(sam.email))
  assert.equal(toSam?.mail.subject, 'Reed Primary: 3 people leave soon')
  const text = toSam?.mail.text ?? ''
  assert.match(text, /Pat Moss is archived at the end of /)
  assert.match(text, /Kim Lee is deleted for good at the start of /)
  assert.match(text, /\/s\/reed-primary\/people\?leaving=soon/)
  const toPat = told.find((letter) => letter.to.includes(pat.email))
  assert.match(toPat?.mail.text ?? '', /will be switched off at the end of /)

  await scene.clock.shift(8 * 86_400)
  await work(scene)
  await settled(scene)
  const [off] = scene.mailbox.all().slice(before + 2)
  assert.deepEqual(
    [off?.to, off?.mail.subject],
    [[pat.email], 'Reed Primary: your staff account has been switched off'],
  )
  assert.equal(await statusOf(await afresh(scene, scene.owner), kim), 404)
})

test('somebody is told that their account is off, or on again, only when that was asked for', async (t) => {
  const scene = await reedPrimary(t)
  const { make, head, reed } = scene
  const pat = await make.person('pat@reed.example', { at: reed, name: 'Pat Moss' })
  const quiet = await make.person('quiet@reed.example', { at: reed })
  assert.equal(await asked(head, pat, 'pause', { tell: true }), 200)
  assert.equal(await asked(head, quiet, 'pause'), 200)
  await settled(scene)
  assert.equal(await asked(head, pat, 'reactivate', { tell: true }), 200)
  assert.equal(await asked(head, quiet, 'reactivate'), 200)
  await settled(scene)
  assert.deepEqual(lettersTo(scene, quiet.email), [])
  const [off, on] = lettersTo(scene, pat.email)
  assert.match(
    off?.mail.text ?? '',
    /switched off your staff account on .*If this is a mistake, reply to this email\./s,
  )
  assert.equal(off?.mail.replyTo?.[0]?.address, 'sam@reed.example')
  assert.equal(on?.mail.subject, 'Reed Primary: your staff account is on again')
  assert.match(on?.mail.text ?? '', /the same role as before: User\./)
})
