import assert from 'node:assert/strict'
import { cp, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import { type Client, type Http, openHttp } from './support/http-client.ts'
import { door, inviteOne, mailedLink, NEW_PASSWORD } from './support/invite.ts'
import type { Person, Place } from './support/make.ts'
import { type Mailbox, openMailbox } from './support/smtp-sink.ts'
import { type Machine, newMachine } from './support/start-process.ts'

const SECRET_KEY = 'autumn:a-key-for-tests-that-protects-nothing-at-all'

const person = (email: string, password = 'three random words'): Person => ({
  id: email,
  personId: '',
  email,
  password,
})
const ADA = person('ada@beacon.example')
const HAL = person('hal@harbour.example')
const JANE = person('jane@reed.example', NEW_PASSWORD)

const httpOf = (machine: Machine, baseUrl = machine.address): Http =>
  openHttp(
    () => machine.address,
    () => baseUrl,
  )

/** A browser that brings the cookies of another one. */
function withCookies(http: Http, { cookies }: Client): Client {
  const browser = http.fresh()
  for (const [name, value] of cookies) browser.cookies.set(name, value)
  return browser
}

/** How many rows of a table are in a backup, or those with some words in them. */
async function rowsIn(file: string, table: string, words = ''): Promise<number> {
  const lines = gunzipSync(await readFile(file))
    .toString('utf8')
    .split('\n')
  const from = lines.findIndex((line) => line.startsWith(`{"table":"${table}"`)) + 1
  return lines.slice(from, lines.indexOf('\\.', from)).filter((line) => line.includes(words)).length
}

async function setUp(machine: Machine): Promise<Place> {
  const passwordFile = join(machine.dataDir, 'password')
  await writeFile(passwordFile, `${ADA.password}\n`)
  const owner = (name: string, { email }: Person) => [
    ...['--owner-name', name, '--owner-email', email, '--owner-password-file', passwordFile],
  ]
  const trust = await machine.command(
    ...['setup', '--organisation', 'Beacon Trust', '--type', 'trust', '--json', ...owner('Ada Ford', ADA)],
  )
  assert.equal(trust.code, 0, trust.err)
  const harbour = await machine.command(
    ...['tenant', 'add', '--url', harbourOf(machine), '--organisation', 'Harbour', '--type', 'school'],
    ...owner('Hal Harbour', HAL),
  )
  assert.equal(harbour.code, 0, harbour.err)
  return { id: JSON.parse(trust.out).organisationId, name: 'Beacon Trust' }
}

const harbourOf = (machine: Machine) => machine.address.replace('localhost', 'harbour.localhost')

/** A school where something of everything is under way. */
async function busySchool(ada: Client, http: Http, trust: Place, mailbox: Mailbox) {
  const made = await ada.post('/api/v1/organisations', { name: 'Reed Primary', parentId: trust.id })
  const reed: Place = { id: made.body.id, name: 'Reed Primary' }
  mailbox.behaveTo((to) => (to.startsWith('carl') ? 'defer' : to.startsWith('eve') ? 'drop' : 'accept'))
  for (const email of ['ben@reed.example', 'carl@reed.example', 'eve@reed.example', JANE.email])
    await inviteOne(ada, reed, { email }, { roles: ['organisation_admin'] })
  await inviteOne(
    ada,
    reed,
    { email: 'dora@reed.example' },
    { sendAt: new Date(Date.now() + 86_400_000).toISOString() },
  )
  const jane = http.fresh()
  const registered = await door(jane, await mailedLink(mailbox, JANE.email)).register()
  assert.equal(registered.status, 201, JSON.stringify(registered.body))
  await http.fresh().post('/api/v1/password-resets', { email: JANE.email })
  const stories = () => messagesOf(ada, reed)
  await until(stories, (all) => all['carl@reed.example']?.[0] === 'deferred')
  await until(stories, (all) => all['eve@reed.example']?.[0] === 'unknown')
  const reset = await until(
    async () =>
      /\/reset\/(rst_[\w-]+)/.exec(
        mailbox
          .all()
          .map((each) => each.mail.text)
          .join(' '),
      )?.[1],
    (token) => token !== undefined,
  )
  const toJane = async () =>
    (await ada.get(`/api/v1/organisations/${reed.id}/messages`)).body.data.filter(
      (each: { to: string }) => each.to === JANE.email,
    )
  await until(toJane, (all) => all.every((each: { state: string }) => each.state === 'accepted'))
  return { reed, jane, benLink: await mailedLink(mailbox, 'ben@reed.example'), reset }
}

async function messagesOf(ada: Client, at: Place): Promise<Record<string, [string, string]>> {
  const { body } = await ada.get(`/api/v1/organisations/${at.id}/messages`)
  return Object.fromEntries(
    body.data.map((each: { to: string; state: string; explanation: string }) => [
      each.to,
      [each.state, each.explanation],
    ]),
  )
}

async function until<T>(ask: () => Promise<T>, wanted: (answer: T) => boolean): Promise<T> {
  const deadline = Date.now() + 30_000
  for (;;) {
    const answer = await ask()
    if (wanted(answer)) return answer
    if (Date.now() > deadline) throw new Error(`It did not come to that: ${JSON.stringify(answer)}`)
  }
}

async function statusesOf(ada: Client, at: Place): Promise<Record<string, string>> {
  const { body } = await ada.get(`/api/v1/organisations/${at.id}/people?count=exact&limit=50`)
  assert.equal(body.total, body.data.length, 'the counts are those of the list')
  return Object.fromEntries(
    body.data.map((each: { email: string; status: string }) => [each.email, each.status]),
  )
}

test('a school backed up while it works is restored on an empty machine: people and passwords, and nothing that was issued or waiting', async (t) => {
  const mailbox = await openMailbox()
  t.after(() => mailbox.close())
  const settings = { SECRET_KEY, SMTP_URL: mailbox.url }
  const old = await newMachine(t, settings)
  const trust = await setUp(old)
  const serving = await old.serve()
  const http = httpOf(old)
  const { reed, jane, benLink, reset } = await busySchool(http.as(ADA), http, trust, mailbox)
  const before = await statusesOf(http.as(ADA), reed)
  const janesRoles = (await jane.get('/api/v1/me')).body.organisations

  const [made] = await Promise.all([
    old.command('backup', 'create', '--json'),
    ...Array.from({ length: 10 }, (_, n) =>
      http.as(ADA).post('/api/v1/organisations', { name: `School ${n}`, parentId: trust.id }),
    ),
  ])
  assert.equal(made.code, 0, made.err)
  const backup = JSON.parse(made.out)
  assert.equal((await stat(backup.file)).mode & 0o777, 0o600)
  assert.deepEqual([backup.ok, backup.problems, backup.keys[0].id], [true, [], 'autumn'])
  const listed = await old.command('backup', 'list')
  assert.match(listed.out, /✓ \d{4}-\d\d-\d\d \d\d:\d\d UTC +\d+ kB {2}Lanyard \d+\.\d+\.\d+ {2}lanyard-/)
  assert.equal((await old.command('backup', 'verify', backup.file)).code, 0)
  assert.equal(await rowsIn(backup.file, 'messages_due'), 3, 'mail waits in it')
  assert.equal((await serving.kill('SIGTERM')).code, 0)
  const lettersBefore = mailbox.journal().length

  const fresh = await newMachine(t, settings)
  const server = await fresh.serve()
  const restored = await fresh.command('backup', 'restore', backup.file, '--yes', '--json')
  assert.equal(restored.code, 0, restored.err)
  const { ended, rows } = JSON.parse(restored.out)
  assert.equal(rows, backup.rows)
  assert.deepEqual(ended, {
    sessions: 2,
    messages: 3,
    invited: 4,
    staffLists: 0,
    keptOut: 0,
    notKeptOut: 0,
  })

  const anew = httpOf(fresh)
  assert.equal(
    (await withCookies(anew, jane).get('/api/v1/me')).status,
    401,
    'her old cookie is worth nothing',
  )
  assert.equal((await door(anew.fresh(), benLink).open()).body.code, 'link_unknown')
  assert.equal((await door(anew.fresh(), benLink).askNewLink()).status, 404)
  const late = await anew
    .fresh()
    .post(`/api/v1/password-resets/${reset}`, { password: 'a set of four words' })
  assert.equal(late.status, 410, JSON.stringify(late.body))
  assert.deepEqual((await anew.as(JANE).get('/api/v1/me')).body.organisations, janesRoles)
  const ada = anew.as(ADA)
  assert.deepEqual(before, { ...before, 'ben@reed.example': 'pending', 'jane@reed.example': 'active' })
  assert.deepEqual(await statusesOf(ada, reed), {
    ...Object.fromEntries(Object.keys(before).map((email) => [email, 'expired'])),
    'jane@reed.example': 'active',
  })
  const hal = httpOf(fresh, harbourOf(old)).as(HAL)
  assert.equal((await hal.get('/api/v1/me')).body.organisations[0].name, 'Harbour')

  const messages = await messagesOf(ada, reed)
  assert.match(
    messages['carl@reed.example']?.join(' ') ?? '',
    /^suppressed It was waiting when the backup was made/,
  )
  assert.match(messages['dora@reed.example']?.join(' ') ?? '', /^suppressed .* won’t be sent again/)
  assert.match(messages['eve@reed.example']?.join(' ') ?? '', /^unknown .*nobody knows if it arrived/)
  assert.equal((await fresh.command('test-clock', '+3d')).code, 0)
  await inviteOne(anew.as({ ...ADA, id: 'ada, three days on' }), reed, { email: 'fay@reed.example' })
  await mailedLink(mailbox, 'fay@reed.example')
  assert.deepEqual(
    mailbox
      .journal()
      .slice(lettersBefore)
      .map((each) => each.to),
    ['fay@reed.example'],
    'nothing but the new letter was sent',
  )

  const audit = await fresh.command('audit', 'verify')
  assert.equal(audit.code, 0, audit.out)
  assert.match(audit.out, /[1-9]\d* anchors/)
  const second = JSON.parse((await fresh.command('backup', 'create', '--json')).out)
  assert.equal(await rowsIn(second.file, 'audit_events', '\tbackup.restored\t'), 2, 'in both tenants')
  assert.equal(await rowsIn(second.file, 'devices'), 4, 'only the browsers that have signed in since')
  assert.equal(
    await rowsIn(second.file, 'people_tallies'),
    (await rowsIn(backup.file, 'people_tallies')) + 1,
    'counts are not doubled: the one more is of the one person added',
  )

  const again = await fresh.command('backup', 'restore', backup.file, '--yes')
  assert.deepEqual([again.code, again.out], [1, ''])
  assert.match(again.err, /set up here already.*Nothing was changed.*not_empty/)
  assert.equal((await anew.as(JANE).get('/api/v1/me')).status, 401, 'three days on she has to sign in again')
  assert.equal(
    (await statusesOf(anew.as({ ...ADA, id: 'ada, three days on' }), reed))['fay@reed.example'],
    'pending',
  )
  await server.kill('SIGTERM')
})

test('without its secret key a backup is not restored, and nothing is made; with the key file of the old machine it is', async (t) => {
  const old = await newMachine(t)
  await setUp(old)
  const file = join(old.dataDir, 'usb-stick.backup.gz')
  assert.equal((await old.command('backup', 'create', '--to', file)).code, 0)
  const twice = await old.command('backup', 'create', '--to', file)
  assert.deepEqual([twice.code, /file_exists/.test(twice.err)], [1, true])

  const fresh = await newMachine(t)
  const refused = await fresh.command('backup', 'restore', file, '--yes')
  assert.equal(refused.code, 1)
  assert.match(refused.err, /needs secret key “1” \(mark [0-9a-f]{8}\), which isn’t here.*key_missing/)
  assert.deepEqual(await readdir(fresh.dataDir), [])
  const looked = await fresh.command('backup', 'verify', file, '--json')
  assert.equal(looked.code, 3)
  assert.deepEqual(
    JSON.parse(looked.out).problems.map((each: { code: string }) => each.code),
    ['key_missing'],
  )

  await cp(join(old.dataDir, 'secret.key'), join(fresh.dataDir, 'secret.key'))
  const unasked = await fresh.command('backup', 'restore', file)
  assert.deepEqual([unasked.code, /--yes/.test(unasked.err)], [2, true])
  const restored = await fresh.command('backup', 'restore', file, '--yes')
  assert.equal(restored.code, 0, restored.err)
  assert.match(restored.out, /Everybody is signed out/)
  const server = await fresh.serve()
  assert.match(server.said, /^Lanyard is ready at /)
  assert.equal((await httpOf(fresh).as(ADA).get('/api/v1/me')).body.name, 'Ada Ford')
  await server.kill('SIGTERM')
})
