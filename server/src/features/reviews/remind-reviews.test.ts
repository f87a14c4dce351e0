import assert from 'node:assert/strict'
import { test } from 'node:test'
import { apply } from '../../../test/support/apply-list.ts'
import { reedPrimary } from '../../../test/support/invite.ts'
import { openTenant } from '../../../test/support/plant.ts'
import { recorded } from '../../../test/support/record.ts'
import { csv, reedWithLists, upload } from '../../../test/support/staff-list.ts'
import { untilWaiting } from '../../../test/support/waiting.ts'
import { remindReviews } from './remind-reviews.ts'

const DAY = 86_400

test('when a half term has passed the admins get one email with a link to each list of who may no longer need an account', async (t) => {
  const lanyard = await reedWithLists(t, { mail: 'sink' })
  const { app, id, head, http, make, reed, sam, tess, mailbox, clock, listens } = lanyard
  const used = await make.person('ann@reed.example', { at: reed, name: 'Ann Moss' })
  await make.person('ben@reed.example', { at: reed, name: 'Ben Moss' })
  const rows = ['ann@reed.example,Ann,Moss', 'sam@reed.example,Sam,Patel', 'tess@reed.example,Tess,Till']
  await apply(
    lanyard,
    head,
    await upload(head, reed, csv('Email,First name,Surname', ...rows), { everyone: true }),
  )
  await http.as(used).get('/api/v1/me')
  const before = mailbox.all().length

  assert.equal(await remindReviews(app, id), 0)
  await clock.shift(125 * DAY)
  for (const each of [sam, tess])
    await http.fresh().post('/api/v1/sessions', { email: each.email, password: each.password })
  const reminded = await remindReviews(app, id)
  assert.equal(reminded, 2)
  assert.equal(await remindReviews(app, id), 0)
  await mailbox.letter(before + 2)
  const letters = mailbox.all().slice(before)
  assert.deepEqual(letters.flatMap((letter) => letter.to).sort(), [
    'olive@beacon.example',
    'sam@reed.example',
  ])
  const text = letters.find((letter) => letter.to.includes('sam@reed.example'))?.mail.text ?? ''
  const list = `${listens}/s/reed-primary/people?status=active`
  assert.ok(text.includes(`1 person with an account has never signed in:\n${list}&lastActive=never`), text)
  assert.ok(text.includes(`1 person hasn’t used theirs for 120 days:\n${list}&lastActive=unused_120d`), text)
  assert.ok(text.includes(`1 person isn’t on your last staff list:\n${list}&listed=no`), text)
  for (const filter of ['lastActive=never', 'lastActive=unused_120d', 'listed=no']) {
    const browser = http.fresh()
    await browser.post('/api/v1/sessions', { email: sam.email, password: sam.password })
    const { body } = await browser.get(`/api/v1/organisations/${reed.id}/people?status=active&${filter}`)
    assert.equal(body.data.length, 1, filter)
  }
  const lines = (await recorded(app, id)).filter((line) => line.event === 'review.reminded')
  assert.deepEqual(lines.find((line) => line.organisation === reed.id)?.detail, {
    never: 1,
    unused: 1,
    unlisted: 1,
  })
})

test('where nobody is to be looked at nothing is sent, and the next half term is reminded of again', async (t) => {
  const lanyard = await reedPrimary(t)
  const { app, id, http, make, reed, owner, sam, clock } = lanyard
  const come = async () => {
    for (const each of [owner, sam])
      await http.fresh().post('/api/v1/sessions', { email: each.email, password: each.password })
  }
  await clock.shift(100 * DAY)
  await come()
  assert.equal(await remindReviews(app, id), 0)
  await make.person('ben@reed.example', { at: reed, name: 'Ben Moss' })
  assert.equal(await remindReviews(app, id), 0)
  await clock.shift(80 * DAY)
  await come()
  assert.equal(await remindReviews(app, id), 1)
})

test('two workers at once remind an organisation once', async (t) => {
  const lanyard = await reedPrimary(t, { mail: 'captured' })
  const { app, id, make, reed, clock } = lanyard
  await clock.shift(180 * DAY)
  await make.person('ben@reed.example', { at: reed, name: 'Ben Moss' })
  const db = await openTenant(t, lanyard)
  await db.query('begin')
  await db.query('lock table review_reminders in share row exclusive mode')
  const both = [remindReviews(app, id), remindReviews(app, id)]
  await untilWaiting(app, 2, Promise.any(both))
  await db.query('commit')
  const reminded = await Promise.all(both)
  assert.equal(Math.min(...reminded), 0)
  const lines = (await recorded(app, id)).filter((line) => line.event === 'review.reminded')
  assert.deepEqual(
    lines.filter((line) => line.organisation === reed.id).map((line) => line.event),
    ['review.reminded'],
  )
})

test('a reminder that waits while the last of them goes is never sent', async (t) => {
  const lanyard = await reedPrimary(t, { mail: 'sink', mailWorker: false })
  const { app, id, http, make, reed, owner, sam, mailbox, clock, sendMail } = lanyard
  await clock.shift(180 * DAY)
  const [, head] = await Promise.all(
    [owner, sam].map(async (each) => {
      const browser = http.fresh()
      await browser.post('/api/v1/sessions', { email: each.email, password: each.password })
      return browser
    }),
  )
  const ben = await make.person('ben@reed.example', { at: reed, name: 'Ben Moss' })
  assert.equal(await remindReviews(app, id), 1)
  assert.equal((await head?.post(`/api/v1/people/${ben.id}/archive`, {}))?.status, 200)
  await sendMail()
  assert.deepEqual(
    mailbox.all().filter((letter) => letter.to.includes(sam.email)),
    [],
  )
})
