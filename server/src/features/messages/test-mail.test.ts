import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { SMTPServer } from 'smtp-server'
import { reedPrimary } from '../../../test/support/invite.ts'
import { recorded } from '../../../test/support/record.ts'

type Reed = Awaited<ReturnType<typeof reedPrimary>>
type Step = { step: string; ok: boolean | null; detail: string }
type Line = { who: string; line: string }

const send = ({ head, reed }: Reed, to = 'it@reed.example') =>
  head.post(`/api/v1/organisations/${reed.id}/messages/test`, { to })
const stepsOf = (body: { steps: Step[] }) => body.steps.map(({ step, ok }) => [step, ok])

/** A mail server that wants a password, and says too much about the ones it gets. */
async function serverWithPassword(t: TestContext): Promise<{ url(password: string): string }> {
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    onAuth({ password }, _session, done) {
      if (password === 'gate-key-7') return done(null, { user: 'lanyard' })
      done(Object.assign(new Error(`5.7.8 “${password}” is wrong`), { responseCode: 535 }))
    },
    onData(stream, _session, done) {
      stream.on('end', () => done(null, '2.0.0 OK: queued'))
      stream.resume()
    },
  })
  server.on('error', () => {})
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  t.after(() => new Promise<void>((closed) => server.close(() => closed())))
  const { port } = server.server.address() as AddressInfo
  return { url: (password) => `smtp://lanyard:${password}@127.0.0.1:${port}` }
}

test('a test email is told step by step and line by line, and leaves one line in the record', async (t) => {
  const reed = await reedPrimary(t)
  const { status, body } = await send(reed, ' IT@Reed.example ')
  assert.equal(status, 200, JSON.stringify(body))
  assert.deepEqual(
    [body.state, body.stateLabel, body.explanation],
    ['accepted', 'Accepted by the mail server', null],
  )
  assert.match(body.serverAnswer, /^250 .*queued/)
  assert.deepEqual(stepsOf(body), [
    ['found', true],
    ['encrypted', null],
    ['signed_in', null],
    ['accepted', true],
  ])
  const said = body.conversation.map(({ who, line }: Line) => `${who} ${line}`)
  assert.match(said[0], /^server 220/)
  assert.ok(said.includes('lanyard RCPT TO:<it@reed.example>'), said.join('\n'))
  const { mail, to } = await reed.mailbox.letter(1)
  assert.deepEqual([to, mail.subject], [['it@reed.example'], 'Reed Primary: test email'])
  const lines = (await recorded(reed.app, reed.id)).filter((line) => line.event === 'mail.tested')
  assert.deepEqual(
    lines.map(({ organisation, detail }) => [organisation, detail]),
    [[reed.reed.id, { mail: 'sending', domain: 'reed.example' }]],
  )
  assert.equal((await reed.head.get(`/api/v1/organisations/${reed.reed.id}/messages`)).body.data.length, 0)
})

test('a refusal is told in the server’s words and in plain ones, and promises no other try', async (t) => {
  const reed = await reedPrimary(t)
  for (const [behaviour, state, label, explanation] of [
    ['refuse', 'bounced', 'Refused', 'The email address doesn’t exist. Check its spelling.'],
    [
      'defer',
      'deferred',
      'Not taken',
      'The receiving server asked us to wait. Send another test in a few minutes.',
    ],
    [
      'drop',
      'unknown',
      'Unknown',
      'The connection was lost after the email was handed over, so nobody knows if it arrived. Look in the mailbox.',
    ],
  ] as const) {
    reed.mailbox.behave(behaviour)
    const { body } = await send(reed)
    assert.deepEqual([body.state, body.stateLabel, body.explanation], [state, label, explanation])
    assert.deepEqual(stepsOf(body).at(-1), ['accepted', behaviour === 'drop' ? null : false])
  }
})

test('a server that is not there is told as such', async (t) => {
  const reed = await reedPrimary(t)
  await reed.mailbox.close()
  const { body } = await send(reed)
  assert.deepEqual(stepsOf(body), [
    ['found', false],
    ['encrypted', null],
    ['signed_in', null],
    ['accepted', null],
  ])
  assert.match(body.explanation, /^The mail server can’t be reached\. Check SMTP_URL/)
})

test('our password is nowhere in the answer, even where the server repeats it', async (t) => {
  const server = await serverWithPassword(t)
  for (const [password, ok] of [
    ['gate-key-7', true],
    ['old-key-123', false],
  ] as const) {
    const reed = await reedPrimary(t, { mail: 'sink', settings: { SMTP_URL: server.url(password) } })
    const { body } = await send(reed)
    assert.deepEqual(stepsOf(body)[2], ['signed_in', ok])
    const told = JSON.stringify(body)
    for (const secret of [
      password,
      Buffer.from(password).toString('base64'),
      Buffer.from(`\0lanyard\0${password}`).toString('base64'),
    ])
      assert.ok(!told.includes(secret), told)
    assert.match(told, /hidden/)
    if (!ok) assert.match(body.explanation, /^The mail server refused our user name or password/)
  }
})

test('while mail is not set up, a test says so and sends nothing', async (t) => {
  const reed = await reedPrimary(t, { mail: 'captured' })
  const { status, body } = await send(reed)
  assert.deepEqual(
    [status, body.state, body.stateLabel, body.conversation],
    [200, 'suppressed', 'Not sent', []],
  )
  assert.match(body.explanation, /^Email isn’t set up, so nothing was sent/)
  assert.deepEqual(reed.mailbox.all(), [])
})

test('tests are for who looks after email, to one real address, and ten in an hour', async (t) => {
  const reed = await reedPrimary(t)
  const path = `/api/v1/organisations/${reed.reed.id}/messages/test`
  const clerk = reed.http.as(await reed.make.person('clerk@reed.example', { at: reed.reed, role: 'admin' }))
  assert.equal((await clerk.post(path, { to: 'it@reed.example' })).status, 403)
  for (const wrong of [
    'it@reed',
    'it@reed.example, ann@reed.example',
    'it@reed.example\r\nRCPT TO:<b@c.example>',
  ])
    assert.equal((await send(reed, wrong)).body.code, 'email_format', wrong)
  for (let n = 0; n < 10; n++) assert.equal((await send(reed)).status, 200)
  const eleventh = await reed.olive.post(path, { to: 'it@reed.example' })
  assert.deepEqual([eleventh.status, eleventh.body.code], [429, 'slow_down'])
  assert.equal(reed.mailbox.all().length, 10)
})

/** Runs `lanyard mail test` beside the server, as its operator would. */
const command = ({ app }: Reed, ...args: string[]) =>
  new Promise<{ code: number; out: string }>((ended) => {
    const env = {
      PATH: process.env.PATH,
      DATABASE_URL: app.config.databaseUrl,
      SECRET_KEY: '1:a-key-for-tests-that-protects-nothing-at-all',
      DATA_DIR: app.config.dataDir,
      LANYARD_TEST_CLOCK: '1',
      ...(app.config.mail ? { SMTP_URL: app.config.mail.url.href } : {}),
    }
    const launcher = join(import.meta.dirname, '../../../bin/lanyard.js')
    execFile(process.execPath, [launcher, 'mail', 'test', ...args], { env }, (error, out, err) =>
      ended({ code: error ? Number(error.code) : 0, out: out + err }),
    )
  })

test('the operator hears the same at the command line, and a script can tell how it ended', async (t) => {
  const reed = await reedPrimary(t)
  const taken = await command(reed, '--to', 'it@reed.example')
  assert.equal(taken.code, 0, taken.out)
  assert.match(taken.out, /^> RCPT TO:<it@reed\.example>$/m)
  assert.match(taken.out, /^✓ Accepted by the mail server: 250 /m)
  assert.equal((await reed.mailbox.letter(1)).mail.subject, 'Beacon Trust: test email')
  reed.mailbox.behave('refuse')
  const refused = await command(reed, '--to', 'it@reed.example', '--json')
  assert.deepEqual([refused.code, JSON.parse(refused.out).state], [3, 'bounced'])
  const wrong = await command(reed, '--to', 'it@reed')
  assert.equal(wrong.code, 2, wrong.out)
  const door = (await recorded(reed.app, reed.id)).filter((line) => line.event === 'mail.tested')
  assert.deepEqual(
    door.map(({ actor, organisation }) => [actor, organisation]),
    [
      [null, reed.root.id],
      [null, reed.root.id],
    ],
  )
})
