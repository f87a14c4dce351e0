import assert from 'node:assert/strict'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import { sealAudit } from '../src/features/audit/seal-audit.ts'
import { backUp, folderFor } from './support/backups.ts'
import { openConnection } from './support/behind-the-curtain.ts'
import { bulk } from './support/bulk.ts'
import type { Client } from './support/http-client.ts'
import { copiedLink, door, inviteOne, mailIsSettled, reedPrimary } from './support/invite.ts'
import { onePassword, wishFor } from './support/newcomers.ts'
import { foundIn } from './support/secrets.ts'

type Scene = Awaited<ReturnType<typeof reedPrimary>>

/** Everything an address was written, whether it was sent or captured. */
async function writtenTo({ head, reed, mailbox }: Scene, email: string): Promise<string> {
  await mailIsSettled(head, reed)
  const sent = mailbox.all().filter((letter) => letter.to.includes(email))
  if (sent.length > 0) return sent.map((letter) => letter.mail.text).join('\n')
  const { data } = (await head.get(`/api/v1/organisations/${reed.id}/messages?limit=100`)).body
  const theirs = data.filter((each: { to: string }) => each.to === email)
  const texts = await Promise.all(
    theirs.map(
      async (each: { id: string }) => (await head.get(`/api/v1/messages/${each.id}/content`)).body.text,
    ),
  )
  return texts.join('\n')
}

const linkIn = (text: string, kind: string) => {
  const token = new RegExp(`/(?:i|e|reset)/(${kind}_[\\w-]{43})`).exec(text)?.[1]
  assert.ok(token, `no ${kind} link in: ${text}`)
  return token
}

const cookiesOf = ({ cookies }: Client) => Object.fromEntries(cookies)

/** A school where every kind of secret was issued, and most of them used. @returns the secrets, by what they are */
async function issueSecrets(scene: Scene): Promise<Record<string, string>> {
  const { head, http, reed, make, clock } = scene
  const jane = await inviteOne(head, reed, { email: 'jane@reed.example' })
  const copied = await copiedLink(head, jane)
  const invitation = linkIn(await writtenTo(scene, 'jane@reed.example'), 'inv')
  const browser = http.fresh()
  const password = 'seventeen purple otters'
  const registered = await door(browser, invitation).register({ password })
  assert.equal(registered.status, 201, JSON.stringify(registered.body))

  await http.fresh().post('/api/v1/password-resets', { email: 'jane@reed.example' })
  const reset = linkIn(await writtenTo(scene, 'jane@reed.example'), 'rst')
  const chosen = 'eleven orange herons'
  const done = await http.fresh().post(`/api/v1/password-resets/${reset}`, { password: chosen })
  assert.ok(done.status < 300, JSON.stringify(done.body))
  await http.fresh().post('/api/v1/sessions', { email: 'jane@reed.example', password: 'wrong yellow geese' })

  const people = `/api/v1/organisations/${reed.id}/people`
  assert.equal((await head.post(people, wishFor('kim@reed.example'))).status, 201)
  const oneTime = onePassword(await writtenTo(scene, 'kim@reed.example'))
  assert.match(oneTime, /^[2-9A-Z-]{24}$/)
  const typed = 'forty silent badgers'
  const wish = wishFor('lee@reed.example', { notify: 'credentials', password: typed })
  const set = await head.post(people, wish)
  assert.equal(set.status, 201, JSON.stringify(set.body))
  await mailIsSettled(head, reed)
  const kim = http.fresh()
  const first = await kim.post('/api/v1/sessions', { email: 'kim@reed.example', password: oneTime })
  assert.equal(first.status, 201, JSON.stringify(first.body))
  const own = 'nine careful lobsters'
  const owned = await kim.post('/api/v1/sessions/current/first-password', { password: own })
  assert.ok(owned.status < 300, JSON.stringify(owned.body))

  const pat = await make.person('pat@reed.example', { at: reed, name: 'Pat Ford' })
  assert.equal((await head.patch(`/api/v1/people/${pat.id}`, { email: 'p.lane@reed.example' })).status, 200)
  const address = linkIn(await writtenTo(scene, 'p.lane@reed.example'), 'eml')

  const done2 = await bulk(scene, head, reed, 'reset_password', [pat])
  assert.equal(done2.results.data.length, 1)
  const jobReset = linkIn(await writtenTo(scene, 'pat@reed.example'), 'rst')
  assert.equal((await bulk(scene, head, reed, 'archive', [pat], { reason: 'Moved away' })).state, 'done')
  await clock.shift(1)
  return {
    'a copied link': copied,
    'the link of an invitation': invitation,
    'the password of a registration': password,
    'the link of a reset': reset,
    'the password of a reset': chosen,
    'a wrong password': 'wrong yellow geese',
    'a one-time password': oneTime,
    'a one-time password without its dashes': oneTime.replaceAll('-', ''),
    'a password that was typed for somebody': typed,
    'the first own password': own,
    'the link of a change of address': address,
    'the link of a reset by a job': jobReset,
    ...named('Jane’s cookie', cookiesOf(browser)),
    ...named('Kim’s cookie', cookiesOf(kim)),
    'the secret key': 'a-key-for-tests-that-protects-nothing-at-all',
  }
}

const named = (whose: string, cookies: Record<string, string>) =>
  Object.fromEntries(Object.entries(cookies).map(([name, value]) => [`${whose} ${name}`, value]))

/** Every row of every table of the database, whoever owns it. */
async function dumpOf(t: TestContext, { ownerConnection }: Scene): Promise<string> {
  const db = await openConnection(t, ownerConnection)
  const { rows: tables } = await db.query<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c
     where c.relkind = 'r' and c.relnamespace not in ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)`,
  )
  let kept = ''
  for (const { name } of tables) {
    await db.query(`alter table ${name} no force row level security`).catch(() => {})
    const { rows } = await db.query<{ row: string }>(`select t::text as row from ${name} t`)
    kept += rows.map(({ row }) => row).join('\n')
  }
  return kept
}

/** Every file in the data folder. */
async function filesIn(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile())
  const texts = await Promise.all(files.map((file) => readFile(join(file.parentPath, file.name), 'latin1')))
  return texts.join('\n')
}

for (const mail of ['sink', 'captured'] as const)
  test(`of no secret that was issued anything can be read in the database, a backup, a file beside it or the log, in plain, base64 or hex: mail ${mail}`, async (t) => {
    const said: string[] = []
    const scene = await reedPrimary(t, { mail, log: { write: (line) => void said.push(line) } })
    const secrets = await issueSecrets(scene)
    await sealAudit(scene.app, scene.id)
    const file = join(await folderFor(t), 'one.backup.gz')
    await backUp(scene, file)

    const places = {
      database: await dumpOf(t, scene),
      backup: gunzipSync(await readFile(file)).toString('utf8'),
      files: await filesIn(scene.app.config.dataDir),
      log: said.join(''),
    }
    assert.match(places.database, /p\.lane@reed\.example/)
    assert.match(places.backup, /p\.lane@reed\.example/)
    assert.match(places.files, /"became":"archived"/)
    assert.match(places.log, /"route":"\/api\/v1\/registrations\/:token"/)
    for (const [place, text] of Object.entries(places)) assert.deepEqual(foundIn(text, secrets), [], place)
    for (const place of ['files', 'log'] as const)
      assert.doesNotMatch(places[place], /@|Ford|Patel|Smith|inv_|rst_|eml_|purple|Moved away/, place)
  })

test('what is searched for would be found: a secret planted in each shape is', () => {
  const token = `inv_${'Ab-_9'.repeat(9).slice(0, 43)}`
  for (const secret of [token, 'forty silent badgers'])
    for (const shape of [
      secret,
      Buffer.from(secret).toString('hex'),
      ...['', 'a', 'ab'].map((before) => Buffer.from(`${before}${secret} and more`).toString('base64')),
    ])
      assert.notDeepEqual(foundIn(`x${shape}y`, { it: secret }), [], shape)
  const bytes = Buffer.from(token.slice(4), 'base64url').toString('hex')
  assert.notDeepEqual(foundIn(`\\x${bytes}`, { it: token }), [])
})
