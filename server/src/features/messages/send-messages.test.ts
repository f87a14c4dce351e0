import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Lanyard, startLanyard } from '../../../test/support/start-lanyard.ts'
import { MAIL_KINDS } from '../../entrances/worker/mail-kinds.ts'
import { inTenant, outsideTenants } from '../../platform/database/database.ts'
import { claimDue, finishAttempts, startAttempts } from './messages.queries.ts'
import { sendDueMessages } from './send-messages.ts'

async function ask({ http }: Lanyard, email: string): Promise<void> {
  await http.post('/api/v1/password-resets', { email })
}

async function log({ http, owner, root }: Lanyard) {
  return (await http.as(owner).get(`/api/v1/organisations/${root.id}/messages`)).body.data
}

/** Looks until the newest message is in that state, for ten seconds at most. */
async function settled(lanyard: Lanyard, state: string) {
  const deadline = Date.now() + 10_000
  for (;;) {
    const [newest] = await log(lanyard)
    if (newest?.state === state) return newest
    if (Date.now() > deadline) throw new Error(`It is ${newest?.state}, not ${state}`)
  }
}

test('accepted is what the mail server said, in its own words', async (t) => {
  const lanyard = await startLanyard(t, { mail: 'sink' })
  await ask(lanyard, lanyard.owner.email)
  const message = await settled(lanyard, 'accepted')
  assert.match(message.serverAnswer, /^250 .*queued/)
  assert.deepEqual(
    [message.stateLabel, message.explanation, message.nextTryAt],
    ['Accepted by the mail server', null, null],
  )
  const { mail, raw } = await lanyard.mailbox.letter(1)
  assert.equal(mail.from?.name, 'Beacon Trust via Lanyard')
  assert.match(raw, /^Auto-Submitted: auto-generated$/m)
})

test('refused is shown as refused, with the reason in plain words, and never tried again', async (t) => {
  const lanyard = await startLanyard(t, { mail: 'sink' })
  lanyard.mailbox.behave('refuse')
  await ask(lanyard, lanyard.owner.email)
  const message = await settled(lanyard, 'bounced')
  assert.match(message.serverAnswer, /550 5\.1\.1/)
  assert.equal(message.explanation, 'The email address doesn’t exist. Check its spelling.')
  lanyard.mailbox.behave('accept')
  await lanyard.clock.shift(86_400)
  assert.equal(await lanyard.sendMail(), 0)
})

test('asked to wait, it tries after 1, 5 and 15 minutes, and gives up after two days', async (t) => {
  const lanyard = await startLanyard(t, { mail: 'sink' })
  lanyard.mailbox.behave('defer')
  await ask(lanyard, lanyard.owner.email)
  const first = await settled(lanyard, 'deferred')
  assert.equal(first.explanation, 'The receiving server asked us to wait. It will be tried again.')
  for (const [minutes, attempts] of [
    [1, 2],
    [5, 3],
    [15, 4],
  ] as const) {
    await lanyard.clock.shift(minutes * 60 - 10)
    assert.equal(await lanyard.sendMail(), 0, `not before ${minutes} minutes`)
    await lanyard.clock.shift(11)
    await lanyard.sendMail()
    const deadline = Date.now() + 10_000
    while ((await log(lanyard))[0].attempts < attempts) assert.ok(Date.now() < deadline)
  }
  await lanyard.clock.shift(48 * 3600)
  await lanyard.sendMail()
  const later = lanyard.http.fresh()
  await later.post('/api/v1/sessions', { email: lanyard.owner.email, password: lanyard.owner.password })
  const [given] = (await later.get(`/api/v1/organisations/${lanyard.root.id}/messages`)).body.data
  assert.deepEqual([given.state, given.explanation], ['failed', 'It was tried for two days without success.'])
})

test('dropped after the letter was handed over, nobody knows; the repeat carries the same Message-ID', async (t) => {
  const lanyard = await startLanyard(t, { mail: 'sink' })
  lanyard.mailbox.behave('drop')
  await ask(lanyard, lanyard.owner.email)
  const message = await settled(lanyard, 'unknown')
  assert.match(message.explanation, /nobody knows if it arrived/)
  lanyard.mailbox.behave('accept')
  await lanyard.clock.shift(61)
  await lanyard.sendMail()
  await settled(lanyard, 'accepted')
  const letters = lanyard.mailbox.all()
  assert.ok(letters.length >= 2)
  assert.equal(new Set(letters.map((letter) => letter.mail.messageId)).size, 1)
  assert.equal(
    new Set(letters.map((letter) => /rst_[\w-]+/.exec(letter.mail.text ?? '')?.[0])).size,
    letters.length,
    'each attempt has a link of its own',
  )
})

test('two workers share the queue: each letter goes once', async (t) => {
  const lanyard = await startLanyard(t, { mail: 'sink' })
  const people = []
  for (let n = 0; n < 12; n++)
    people.push(await lanyard.make.person(`p${n}@beacon.example`, { at: lanyard.root }))
  const asked = Promise.all(people.map((person) => ask(lanyard, person.email)))
  const workers = Promise.all([
    sendDueMessages(lanyard.app, MAIL_KINDS),
    sendDueMessages(lanyard.app, MAIL_KINDS),
  ])
  await asked
  await workers
  await lanyard.sendMail()
  await lanyard.mailbox.letter(12)
  const to = lanyard.mailbox.all().map((letter) => letter.to[0])
  assert.equal(new Set(to).size, 12)
  assert.equal(to.length, 12)
})

test('a mail server that hangs keeps nobody else waiting', async (t) => {
  const lanyard = await startLanyard(t, { mail: 'sink' })
  lanyard.mailbox.behave('hang')
  await ask(lanyard, lanyard.owner.email)
  await settled(lanyard, 'sending')
  assert.equal((await lanyard.http.as(lanyard.owner).get('/api/v1/me')).status, 200)
  await lanyard.mailbox.close()
})

test('captured mail is read by who may copy links, each reading is recorded, and it is gone when its link ends', async (t) => {
  const lanyard = await startLanyard(t)
  const { http, make, owner, root, clock } = lanyard
  const admin = await make.person('tia@beacon.example', { at: root, role: 'trust_admin' })
  const viewer = await make.person('vic@beacon.example', { at: root, role: 'trust_training_admin' })
  await ask(lanyard, owner.email)
  const message = await settled(lanyard, 'suppressed')
  assert.deepEqual([message.captured, message.stateLabel], [true, 'Kept here, not sent'])
  const read = async (who: typeof owner) => http.as(who).get(`/api/v1/messages/${message.id}/content`)
  assert.equal((await read(viewer)).status, 403, 'may see the log, not the link')
  assert.equal(
    (await read(admin)).body.code,
    'person_above_yours',
    'a link to the owner would make an owner of its reader',
  )
  assert.match((await read(owner)).body.text, /\/reset\/rst_/)
  const timeline = (await http.as(owner).get(`/api/v1/people/${owner.id}`)).body.timeline
  assert.ok(timeline.some((each: { event: string }) => each.event === 'message.read'))
  await clock.shift(30 * 60 + 1)
  assert.deepEqual([(await read(owner)).status, (await read(owner)).body.code], [410, 'content_gone'])
})

test('a message one worker holds is left alone by the next, who does not wait; once the lease has run out it is taken over, and the first one changes nothing any more', async (t) => {
  const lanyard = await startLanyard(t, { mail: 'sink', mailWorker: false })
  const { app, id, clock } = lanyard
  await ask(lanyard, lanyard.owner.email)
  const claim = () => outsideTenants(app.database, (tx) => claimDue(tx, 10))
  const first = await outsideTenants(app.database, async (tx) => {
    const mine = await claimDue(tx, 10)
    assert.deepEqual(await claim(), [], 'while the first is still claiming')
    return mine
  })
  assert.equal(first.length, 1)
  assert.deepEqual(await claim(), [], 'while the lease runs')
  await clock.shift(3 * 60 + 1)
  const second = await claim()
  assert.equal(second[0]?.messageId, first[0]?.messageId)
  assert.deepEqual(
    await inTenant(app.database, id, (tx) => startAttempts(tx, first)),
    [],
    'too late to send it',
  )

  const finish = (fence: number, state: 'bounced' | 'accepted') =>
    inTenant(app.database, id, (tx) =>
      finishAttempts(tx, [
        {
          messageId: first[0]?.messageId ?? '',
          fence,
          state,
          tried: true,
          subject: null,
          answer: state,
          explanation: null,
          retryMinutes: null,
          captured: false,
          content: null,
          contentUntil: null,
        },
      ]),
    )
  await finish(first[0]?.fence ?? -1, 'bounced')
  assert.equal((await log(lanyard))[0].state, 'queued', 'too late: the message belongs to the second')
  await finish(second[0]?.fence ?? -1, 'accepted')
  assert.equal((await log(lanyard))[0].state, 'accepted')
})
