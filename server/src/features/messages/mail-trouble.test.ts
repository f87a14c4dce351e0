import assert from 'node:assert/strict'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { type TestContext, test } from 'node:test'
import { SMTPServer } from 'smtp-server'
import { reedPrimary } from '../../../test/support/invite.ts'
import { MAIL_KINDS } from '../../entrances/worker/mail-kinds.ts'
import { CONNECTIONS_AT_MOST, openMail } from '../../platform/mail/mail.ts'
import { openMailSender } from './send-messages.ts'

const HOUR = 3600

type Reed = Awaited<ReturnType<typeof reedPrimary>>

/** An installation with people invited, and a worker that talks to the mail server at this address. */
async function invitedPeople(t: TestContext, people: number) {
  const lanyard = await reedPrimary(t, { mail: 'sink', mailWorker: false })
  const emails = Array.from({ length: people }, (_, n) => ({ email: `p${n}@reed.example` }))
  await lanyard.head.post(`/api/v1/organisations/${lanyard.reed.id}/invitations`, { people: emails })
  const work = async (url: string, { requireTls = false, patienceMs = 2000 } = {}) => {
    const mail = openMail({ ...lanyard.app.config, mail: { url: new URL(url), requireTls } }, patienceMs)
    const sender = openMailSender({ ...lanyard.app, mail }, MAIL_KINDS, 20)
    const claimed = await sender.sendDue()
    await sender.stop()
    mail.close()
    return claimed
  }
  return { ...lanyard, work }
}

/** The email log as Sam sees it, signed in anew: hours may have gone by. */
const log = async ({ http, sam, reed }: Reed) => {
  const browser = http.fresh()
  await browser.post('/api/v1/sessions', { email: sam.email, password: sam.password })
  return (await browser.get(`/api/v1/organisations/${reed.id}/messages?limit=200`)).body
}

const statesOf = (rows: { state: string }[]) =>
  Object.fromEntries([...Map.groupBy(rows, (row) => row.state)].map(([state, all]) => [state, all.length]))

test('a mail server that is away for four hours costs no message a try, and all go when it is back', async (t) => {
  const lanyard = await invitedPeople(t, 150)
  const { mailbox, clock, work } = lanyard
  const away = 'smtp://127.0.0.1:1'
  await work(away)
  const { data, mail } = await log(lanyard)
  const seen = statesOf(data)
  assert.equal((seen.queued ?? 0) + (seen.deferred ?? 0), 150, JSON.stringify(seen))
  assert.ok((seen.deferred ?? 0) <= CONNECTIONS_AT_MOST, 'only those that met it were tried')
  for (const { state, attempts } of data) assert.equal(attempts, state === 'queued' ? 0 : 1)
  assert.match(mail.trouble.sentence, /^The mail server can’t be reached/)
  assert.match(mail.trouble.serverAnswer, /ECONNREFUSED/)
  for (let hour = 0; hour < 4; hour++) {
    await clock.shift(HOUR)
    assert.equal(await work(away), 1, 'one letter looks whether it is over')
  }
  const { mail: later } = await log(lanyard)
  assert.equal(later.trouble.since, mail.trouble.since)
  await clock.shift(61)
  assert.equal(await work(mailbox.url), 150)
  const back = await log(lanyard)
  assert.deepEqual(statesOf(back.data), { accepted: 150 })
  assert.equal(back.mail.trouble, null)
  assert.ok(Math.max(...back.data.map((row: { attempts: number }) => row.attempts)) <= 6)
  assert.equal(new Set(mailbox.all().map((letter) => letter.to[0])).size, 150)
})

test('a password that the mail server refuses stops all mail and bounces none', async (t) => {
  const server = await serverThat(t, {
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    onAuth: (_auth, _session, done) =>
      done(Object.assign(new Error('5.7.8 Wrong password'), { responseCode: 535 })),
  })
  const lanyard = await invitedPeople(t, 30)
  await lanyard.work(`smtp://lanyard:secret@127.0.0.1:${server.port}`)
  const { data, mail } = await log(lanyard)
  assert.deepEqual(Object.keys(statesOf(data)).sort(), ['deferred', 'queued'])
  assert.match(mail.trouble.sentence, /refused our user name or password/)
  assert.match(mail.trouble.serverAnswer, /^535 /)
})

test('a sender address that the mail server refuses is our trouble, and nobody’s letter bounces', async (t) => {
  const server = await serverThat(t, {
    disabledCommands: ['STARTTLS', 'AUTH'],
    onMailFrom: (_address, _session, done) =>
      done(Object.assign(new Error('5.7.1 Sender not allowed'), { responseCode: 550 })),
  })
  const lanyard = await invitedPeople(t, 10)
  await lanyard.work(`smtp://127.0.0.1:${server.port}`)
  const { data, mail } = await log(lanyard)
  assert.equal(statesOf(data).bounced, undefined)
  assert.match(mail.trouble.sentence, /MAIL_FROM/)
})

test('where encryption is required, nothing goes in clear: without STARTTLS, or to a certificate of nobody’s', async (t) => {
  for (const [disabledCommands, sentence] of [
    [['STARTTLS', 'AUTH'], /offers no encryption, so nothing was handed over/],
    [['AUTH'], /certificate can’t be trusted, so nothing was handed over/],
  ] as const) {
    const server = await serverThat(t, { disabledCommands: [...disabledCommands] })
    const lanyard = await invitedPeople(t, 3)
    await lanyard.work(`smtp://127.0.0.1:${server.port}`, { requireTls: true })
    const { data, mail } = await log(lanyard)
    assert.ok(data.every((row: { state: string }) => ['queued', 'deferred'].includes(row.state)))
    assert.match(mail.trouble.sentence, sentence)
    assert.deepEqual(server.recipients, [], 'not even an address')
  }
})

test('a server that takes connections and never says a word keeps nobody waiting for long', async (t) => {
  const silent = createServer((socket) => socket.on('error', () => {}))
  await new Promise<void>((listening) => silent.listen(0, '127.0.0.1', listening))
  t.after(() => silent.close())
  const lanyard = await invitedPeople(t, 60)
  const started = performance.now()
  await lanyard.work(`smtp://127.0.0.1:${(silent.address() as AddressInfo).port}`, { patienceMs: 300 })
  assert.ok(performance.now() - started < 5000)
  assert.match((await log(lanyard)).mail.trouble.sentence, /can’t be reached/)
  await lanyard.clock.shift(61)
  await lanyard.work(lanyard.mailbox.url)
  assert.deepEqual(statesOf((await log(lanyard)).data), { accepted: 60 })
})

test('letters that hang let all others pass', async (t) => {
  const lanyard = await invitedPeople(t, 60)
  const hangs = (to: string) => Number(/\d+/.exec(to)?.[0]) < 10
  lanyard.mailbox.behaveTo((to) => (hangs(to) ? 'hang' : 'accept'))
  await lanyard.work(lanyard.mailbox.url, { patienceMs: 1500 })
  const { data, mail } = await log(lanyard)
  assert.deepEqual(statesOf(data), { accepted: 50, deferred: 10 })
  assert.equal(mail.trouble, null)
  const [hung] = data.filter((row: { state: string }) => row.state === 'deferred')
  assert.match(hung.explanation, /It will be tried again/)
})

async function serverThat(t: TestContext, options: ConstructorParameters<typeof SMTPServer>[0]) {
  const recipients: string[] = []
  const server = new SMTPServer({
    authOptional: true,
    closeTimeout: 100,
    onRcptTo({ address }, _session, done) {
      recipients.push(address)
      done()
    },
    ...options,
  })
  server.on('error', () => {})
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  t.after(() => new Promise<void>((closed) => server.close(() => closed())))
  return { port: (server.server.address() as AddressInfo).port, recipients }
}
