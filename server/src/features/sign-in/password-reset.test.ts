import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Client } from '../../../test/support/http-client.ts'
import type { Letter } from '../../../test/support/smtp-sink.ts'
import { startLanyard } from '../../../test/support/start-lanyard.ts'

const NEW = 'a brand new set of words'

const ask = (client: Client, email: string) => client.post('/api/v1/password-resets', { email })
const choose = (client: Client, token: string, password = NEW) =>
  client.post(`/api/v1/password-resets/${token}`, { password })
const tokenIn = (letter: Letter) => /\/reset\/(rst_[\w-]+)/.exec(letter.mail.text ?? '')?.[1] ?? 'no link'

test('a forgotten password: the link comes by mail, works once, and ends every session', async (t) => {
  const { http, make, root, mailbox, owner } = await startLanyard(t, { mail: 'sink' })
  const ada = await make.person('ada@beacon.example', { at: root })
  await http.as(ada).get('/api/v1/me')
  const asked = await ask(http, 'ADA@beacon.example')
  assert.equal(asked.status, 202)
  const letter = await mailbox.letter(1)
  assert.deepEqual(letter.to, ['ada@beacon.example'])
  assert.equal(letter.mail.subject, 'Beacon Trust: choose a new password')
  assert.ok(letter.mail.html?.includes(tokenIn(letter)), 'both parts have the link')

  const token = tokenIn(letter)
  for (let n = 0; n < 5; n++)
    assert.equal(
      (await http.get(`/api/v1/password-resets/${token}`)).status,
      200,
      'opening it changes nothing',
    )
  assert.equal((await choose(http, token)).status, 204)
  assert.equal((await http.as(ada).get('/api/v1/me')).status, 401, 'signed out everywhere')
  assert.equal(
    (await http.fresh().post('/api/v1/sessions', { email: ada.email, password: ada.password })).status,
    401,
  )
  assert.equal((await http.fresh().post('/api/v1/sessions', { email: ada.email, password: NEW })).status, 201)

  const again = await choose(http, token, 'yet another set of words')
  assert.equal(again.status, 410)
  assert.equal(again.body.code, 'link_used')
  assert.equal(
    (await http.as(owner).get(`/api/v1/people/${ada.id}`)).body.emailProvedAt !== null,
    true,
    'the mailbox is proved',
  )
  assert.equal((await mailbox.letter(2)).mail.subject, 'Beacon Trust: your password was changed')
})

test('an address that nobody has gets the same answer, and no mail', async (t) => {
  const { http, make, root, mailbox } = await startLanyard(t, { mail: 'sink' })
  const ada = await make.person('ada@beacon.example', { at: root })
  const unknown = await ask(http, 'nobody@beacon.example')
  const known = await ask(http, ada.email)
  assert.deepEqual([unknown.status, unknown.body], [known.status, known.body])
  await mailbox.letter(1)
  assert.deepEqual(
    mailbox.all().map((letter) => letter.to),
    [['ada@beacon.example']],
  )
})

test('a newer request ends the older link', async (t) => {
  const { http, make, root, mailbox } = await startLanyard(t, { mail: 'sink' })
  const ada = await make.person('ada@beacon.example', { at: root })
  await ask(http, ada.email)
  const first = tokenIn(await mailbox.letter(1))
  await ask(http, ada.email)
  const second = tokenIn(await mailbox.letter(2))
  assert.equal((await choose(http, first)).body.code, 'link_revoked')
  assert.equal((await choose(http, second)).status, 204)
})

test('a link works for thirty minutes', async (t) => {
  const { http, make, root, mailbox, clock } = await startLanyard(t, { mail: 'sink' })
  const ada = await make.person('ada@beacon.example', { at: root })
  await ask(http, ada.email)
  const token = tokenIn(await mailbox.letter(1))
  await clock.shift(30 * 60 - 5)
  assert.equal((await http.get(`/api/v1/password-resets/${token}`)).status, 200)
  await clock.shift(6)
  const late = await choose(http, token)
  assert.equal(late.status, 410)
  assert.equal(late.body.code, 'link_expired')
})

test('twenty posts of one link at once choose one password', async (t) => {
  const { http, make, root, mailbox } = await startLanyard(t, { mail: 'sink' })
  const ada = await make.person('ada@beacon.example', { at: root })
  await ask(http, ada.email)
  const token = tokenIn(await mailbox.letter(1))
  const replies = await Promise.all(
    Array.from({ length: 20 }, (_, n) => choose(http, token, `some new words number ${n}`)),
  )
  assert.equal(replies.filter((reply) => reply.status === 204).length, 1)
  assert.ok(replies.every((reply) => [204, 410].includes(reply.status)))
})

test('a link of another tenant, an edited one and an id are unknown', async (t) => {
  const { http, make, root, mailbox, secondTenant } = await startLanyard(t, { mail: 'sink' })
  const ada = await make.person('ada@beacon.example', { at: root })
  const harbour = await secondTenant()
  await ask(http, ada.email)
  const token = tokenIn(await mailbox.letter(1))
  const edited = token.slice(0, -1) + (token.endsWith('A') ? 'B' : 'A')
  for (const reply of [
    await choose(harbour.http, token),
    await choose(http, edited),
    await choose(http, ada.personId),
  ]) {
    assert.equal(reply.status, 404)
    assert.equal(reply.body.code, 'link_unknown')
  }
  assert.equal((await choose(http, token)).status, 204, 'and none of that used it up')
})

test('a completed reset opens a locked account', async (t) => {
  const { http, make, root, mailbox } = await startLanyard(t, { mail: 'sink' })
  const ada = await make.person('ada@beacon.example', { at: root })
  for (let n = 0; n < 10; n++)
    await http.fresh().post('/api/v1/sessions', { email: ada.email, password: 'wrong words again' })
  await ask(http, ada.email)
  const letters = [await mailbox.letter(1), await mailbox.letter(2)]
  const reset = letters.find((letter) => letter.mail.subject?.includes('choose a new password'))
  assert.equal((await choose(http, tokenIn(reset as Letter))).status, 204)
  assert.equal((await http.fresh().post('/api/v1/sessions', { email: ada.email, password: NEW })).status, 201)
})

test('four requests an hour for one address send three mails, with the same answer each time', async (t) => {
  const { http, make, root, mailbox, sendMail } = await startLanyard(t, { mail: 'sink' })
  const ada = await make.person('ada@beacon.example', { at: root })
  const answers = []
  for (let n = 0; n < 4; n++) answers.push(await ask(http, ada.email))
  assert.deepEqual(new Set(answers.map((reply) => JSON.stringify([reply.status, reply.body]))).size, 1)
  await mailbox.letter(1)
  await sendMail()
  assert.ok(mailbox.all().length <= 3)
})

test('with the mail server away the answer is the same, and the mail goes when it is back', async (t) => {
  const { http, make, root, mailbox, clock, sendMail, owner } = await startLanyard(t, { mail: 'sink' })
  const ada = await make.person('ada@beacon.example', { at: root })
  mailbox.behave('defer')
  const reply = await ask(http, ada.email)
  assert.equal(reply.status, 202)
  const story = async () =>
    (await http.as(owner).get(`/api/v1/organisations/${root.id}/messages`)).body.data[0]
  await until(async () => (await story()).state === 'deferred')
  assert.match((await story()).serverAnswer, /450/)
  mailbox.behave('accept')
  await clock.shift(61)
  await sendMail()
  await mailbox.letter(1)
  await until(async () => (await story()).state === 'accepted')
  assert.match((await story()).serverAnswer, /^250/)
})

test('passwords: twelve characters and no rules, but none that leaked, is personal or is endless', async (t) => {
  const { http, make, root, mailbox } = await startLanyard(t, { mail: 'sink' })
  const ada = await make.person('ada@beacon.example', { at: root, name: 'Ada Lovelace' })
  await ask(http, ada.email)
  const token = tokenIn(await mailbox.letter(1))
  const refused = async (password: string) => (await choose(http, token, password)).body.code
  assert.equal(await refused('elevenchars'), 'password_short')
  assert.equal(await refused('123456789012'), 'password_known')
  assert.equal(await refused('Qwertyuiop123'), 'password_known')
  assert.equal(await refused('AdaLovelace1815'), 'password_personal')
  assert.equal(await refused('Beacon Trust 2026'), 'password_personal')
  assert.equal(await refused('é'.repeat(257)), 'password_long')
  assert.equal((await choose(http, token, '🐝'.repeat(12))).status, 204)
  assert.equal(
    (await http.fresh().post('/api/v1/sessions', { email: ada.email, password: '🐝'.repeat(12) })).status,
    201,
  )
})

test('no link and no address stands readable in the database', async (t) => {
  const { http, make, root, mailbox, ownerConnection, app, id } = await startLanyard(t, { mail: 'sink' })
  const ada = await make.person('ada@beacon.example', { at: root })
  await ask(http, ada.email)
  const token = tokenIn(await mailbox.letter(1))
  const { default: pg } = await import('pg')
  const client = new pg.Client(ownerConnection)
  await client.connect()
  await client.query(`select set_config('lanyard.tenant', $1, false)`, [id])
  const tables = await client.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'pgboss')`,
  )
  for (const { name } of tables.rows) {
    const { rows } = await client.query<{ hit: number }>(
      `select count(*)::int as hit from ${name} x where x::text like $1`,
      [`%${token.slice(4, 30)}%`],
    )
    assert.equal(rows[0]?.hit, 0, name)
  }
  await client.end()
  assert.ok(app)
})

/** Looks until it is so, for five seconds at most. */
async function until(isSo: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 5000
  while (!(await isSo())) if (Date.now() > deadline) throw new Error('It did not become so')
}
