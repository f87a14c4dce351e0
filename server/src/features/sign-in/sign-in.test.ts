import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Client } from '../../../test/support/http-client.ts'
import { toNextMinute } from '../../../test/support/minutes.ts'
import { type Lanyard, startLanyard } from '../../../test/support/start-lanyard.ts'

const MINUTE = 60
const WRONG = 'these are not the words'

const signIn = (client: Client, email: string, password: string) =>
  client.post('/api/v1/sessions', { email, password })

/** What a visitor could compare between two answers: all but the request's own id and the moment. */
function comparable(reply: { status: number; headers: Headers; body: unknown }) {
  const headers = [...reply.headers].filter(([name]) => !['date', 'content-length'].includes(name))
  return JSON.stringify([reply.status, headers, reply.body]).replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '<id>')
}

test('a person signs in with their password and is asked nothing more', async (t) => {
  const { http, make, root } = await startLanyard(t)
  const ada = await make.person('ada@beacon.example', { at: root })
  const browser = http.fresh()
  const reply = await signIn(browser, ' Ada@Beacon.example. ', ada.password)
  assert.equal(reply.status, 201)
  assert.deepEqual(reply.body, { next: null })
  const me = await browser.get('/api/v1/me')
  assert.equal(me.body.name, 'Ada Ford')
  assert.deepEqual(
    me.body.organisations.map((each: { name: string }) => each.name),
    ['Beacon Trust'],
  )
})

test('the session cookie cannot be read by scripts and is new at every sign-in', async (t) => {
  const { http, owner } = await startLanyard(t)
  const browser = http.fresh()
  browser.cookies.set('sid', 'planted-by-somebody-else')
  const reply = await signIn(browser, owner.email, owner.password)
  const cookie = reply.headers.getSetCookie().find((line) => line.startsWith('sid='))
  assert.match(cookie ?? '', /HttpOnly; SameSite=Lax|SameSite=Lax.*HttpOnly|HttpOnly.*SameSite=Lax/)
  assert.notEqual(browser.cookies.get('sid'), 'planted-by-somebody-else')
})

test('on https the cookies carry the prefix that ties them to the host', async (t) => {
  const { http, owner } = await startLanyard(t, {
    settings: { PUBLIC_URL: 'https://accounts.beacon.example' },
  })
  const reply = await signIn(http.fresh(), owner.email, owner.password)
  const cookies = reply.headers.getSetCookie()
  assert.ok(
    cookies.some(
      (line) => line.startsWith('__Host-sid=') && line.includes('Secure') && line.includes('Path=/'),
    ),
  )
  assert.match(reply.headers.get('strict-transport-security') ?? '', /max-age=31536000/)
})

test('unknown, wrong, locked, switched off and without a password are one answer', async (t) => {
  const { app, id, http, make, root } = await startLanyard(t)
  const ada = await make.person('ada@beacon.example', { at: root })
  await make.person('bea@beacon.example', { at: root, password: false })
  const off = await make.person('dee@beacon.example', { at: root })
  await http.as(off).get('/api/v1/me')
  await inside(app, id, `update memberships set state = 'inactive' where id = '${off.id}' returning 1 as n`)
  assert.equal(
    (await http.as(off).get('/api/v1/me')).status,
    401,
    'and the session of who is switched off is over',
  )
  const locked = await make.person('cy@beacon.example', { at: root })
  for (let n = 0; n < 10; n++) await signIn(http.fresh(), locked.email, WRONG)
  const answers = [
    await signIn(http.fresh(), 'nobody@beacon.example', WRONG),
    await signIn(http.fresh(), ada.email, WRONG),
    await signIn(http.fresh(), 'bea@beacon.example', WRONG),
    await signIn(http.fresh(), locked.email, locked.password),
    await signIn(http.fresh(), off.email, off.password),
    await signIn(http.fresh(), 'not an address', WRONG),
  ].map(comparable)
  assert.equal(new Set(answers).size, 1, answers.join('\n'))
})

test('nine wrong passwords do no harm; the tenth pauses sign-in for exactly twenty minutes', async (t) => {
  const { http, make, root, clock, owner } = await startLanyard(t)
  const ada = await make.person('ada@beacon.example', { at: root })
  for (let n = 0; n < 9; n++) await signIn(http.fresh(), ada.email, WRONG)
  assert.equal((await signIn(http.fresh(), ada.email, ada.password)).status, 201, 'after nine')
  for (let n = 0; n < 10; n++) await signIn(http.fresh(), ada.email, WRONG)
  assert.equal((await signIn(http.fresh(), ada.email, ada.password)).status, 401, 'after ten')
  const row = (await http.as(owner).get(`/api/v1/people/${ada.id}`)).body
  assert.equal(row.status, 'locked')
  assert.match(row.statusDetail, /^Unlocks \d\d:\d\d$/)

  await clock.shift(19 * MINUTE + 50)
  assert.equal(
    (await signIn(http.fresh(), ada.email, ada.password)).status,
    401,
    'at 19:50, and tries did not extend it',
  )
  await clock.shift(11)
  assert.equal((await http.as(owner).get(`/api/v1/people/${ada.id}`)).body.status, 'active')
  assert.equal((await signIn(http.fresh(), ada.email, ada.password)).status, 201, 'at 20:01')
})

test('an address nobody has locks alike', async (t) => {
  const { http, app, id } = await startLanyard(t)
  const locked = () =>
    inside(app, id, `select count(*)::int as n from sign_in_locks where locked_until > lanyard_now()`)
  for (let n = 0; n < 9; n++) await signIn(http.fresh(), 'ghost@beacon.example', WRONG)
  assert.equal(await locked(), 0)
  await signIn(http.fresh(), 'ghost@beacon.example', WRONG)
  assert.equal(await locked(), 1)
})

test('of three hundred guesses at once at most ten are looked at', async (t) => {
  const lanyard = await startLanyard(t)
  const { http, make, root } = lanyard
  const ada = await make.person('ada@beacon.example', { at: root })
  const rightAt = Math.floor(Math.random() * 300)
  const replies = await Promise.all(
    Array.from({ length: 300 }, (_, n) =>
      signIn(http.fresh(), ada.email, n === rightAt ? ada.password : `${WRONG} ${n}`),
    ),
  )
  const successes = replies.filter((reply) => reply.status === 201).length
  assert.ok(successes <= 1)
  const looked = await countEvents(lanyard, 'sign_in.failed', `(detail->>'attempt')::int <= 10`)
  assert.ok(looked + successes <= 10, `${looked} failures and ${successes} successes were looked at`)
})

test('a browser the person has signed in from still gets in while a stranger has locked them out', async (t) => {
  const { http, make, root } = await startLanyard(t)
  const ada = await make.person('ada@beacon.example', { at: root })
  const known = http.fresh()
  assert.equal((await signIn(known, ada.email, ada.password)).status, 201)
  for (let n = 0; n < 12; n++) await signIn(http.fresh(), ada.email, WRONG)
  assert.equal((await signIn(http.fresh(), ada.email, ada.password)).status, 401, 'a new browser')
  assert.equal((await signIn(known, ada.email, ada.password)).status, 201, 'the known one')
  for (let n = 0; n < 10; n++) await signIn(known, ada.email, WRONG)
  assert.equal((await signIn(known, ada.email, ada.password)).status, 401, 'the known one after its own ten')
})

test('sixty failures a minute from one source are enough, whatever a forged header says', async (t) => {
  const scene = await startLanyard(t)
  const { http, owner, clock } = scene
  await toNextMinute(scene)
  for (let n = 0; n < 60; n++)
    await http
      .fresh()
      .post(
        '/api/v1/sessions',
        { email: `p${n}@beacon.example`, password: WRONG },
        { 'x-forwarded-for': `10.0.0.${n}` },
      )
  const reply = await signIn(http.fresh(), owner.email, owner.password)
  assert.equal(reply.status, 429)
  assert.equal(reply.body.code, 'slow_down')
  assert.ok(Number(reply.headers.get('retry-after')) > 0)
  await clock.shift(61)
  assert.equal((await signIn(http.fresh(), owner.email, owner.password)).status, 201)
})

test('the person is told by mail that sign-in is paused', async (t) => {
  const { http, make, root, mailbox } = await startLanyard(t, { mail: 'sink' })
  const ada = await make.person('ada@beacon.example', { at: root })
  for (let n = 0; n < 10; n++) await signIn(http.fresh(), ada.email, WRONG)
  const letter = await mailbox.letter(1)
  assert.deepEqual(letter.to, ['ada@beacon.example'])
  assert.equal(letter.mail.subject, 'Beacon Trust: sign-in paused for 20 minutes')
})

test('signing out here ends this session alone; everywhere ends all of them', async (t) => {
  const { http, owner } = await startLanyard(t)
  const [one, two, three] = [http.fresh(), http.fresh(), http.fresh()]
  for (const browser of [one, two, three]) await signIn(browser, owner.email, owner.password)
  const cookie = one.cookies.get('sid') ?? ''
  assert.equal((await one.delete('/api/v1/sessions/current')).status, 204)
  one.cookies.set('sid', cookie)
  assert.equal((await one.get('/api/v1/me')).status, 401, 'the old cookie is worth nothing')
  assert.equal((await two.get('/api/v1/me')).status, 200)
  assert.equal((await two.delete('/api/v1/sessions')).status, 204)
  assert.equal((await three.get('/api/v1/me')).status, 401)
})

test('an admin’s session ends after an hour unused, a teacher’s after eight', async (t) => {
  const { http, make, root, owner, clock } = await startLanyard(t)
  const tom = await make.person('tom@beacon.example', { at: root })
  await http.as(owner).get('/api/v1/me')
  await http.as(tom).get('/api/v1/me')
  await clock.shift(3600 - 5)
  assert.equal((await http.as(owner).get('/api/v1/me')).status, 200, 'just within the hour, and used again')
  await clock.shift(3600 + 5)
  assert.equal((await http.as(owner).get('/api/v1/me')).status, 401)
  assert.equal((await http.as(tom).get('/api/v1/me')).status, 200)
  await clock.shift(8 * 3600 + 5)
  assert.equal((await http.as(tom).get('/api/v1/me')).status, 401)
})

test('however busy, an admin signs in anew after twelve hours and anybody after thirty days', async (t) => {
  const { http, make, root, owner, clock } = await startLanyard(t)
  const tom = await make.person('tom@beacon.example', { at: root })
  await http.as(owner).get('/api/v1/me')
  await http.as(tom).get('/api/v1/me')
  for (let half = 0; half < 23; half++) {
    await clock.shift(1800)
    assert.equal((await http.as(owner).get('/api/v1/me')).status, 200)
    await http.as(tom).get('/api/v1/me')
  }
  await clock.shift(1810)
  assert.equal((await http.as(owner).get('/api/v1/me')).status, 401)
  for (let quarter = 0; quarter < 117; quarter++) {
    await clock.shift(6 * 3600)
    await http.as(tom).get('/api/v1/me')
  }
  assert.equal((await http.as(tom).get('/api/v1/me')).status, 200)
  await clock.shift(6 * 3600 + 60)
  await clock.shift(6 * 3600)
  assert.equal((await http.as(tom).get('/api/v1/me')).status, 401)
})

test('use is written down at most once a minute', async (t) => {
  const lanyard = await startLanyard(t)
  const { http, owner, clock } = lanyard
  await http.as(owner).get('/api/v1/me')
  const before = await usedAt(lanyard)
  for (let n = 0; n < 5; n++) await http.as(owner).get('/api/v1/me')
  assert.equal(await usedAt(lanyard), before)
  await clock.shift(MINUTE)
  await http.as(owner).get('/api/v1/me')
  assert.notEqual(await usedAt(lanyard), before)
})

test('confirming the password gives the session a new cookie and a fresh proof; a wrong one does not', async (t) => {
  const { http, owner } = await startLanyard(t)
  const browser = http.fresh()
  await signIn(browser, owner.email, owner.password)
  const before = browser.cookies.get('sid') ?? ''
  assert.equal(
    (await browser.post('/api/v1/sessions/current/confirm', { password: WRONG })).body.code,
    'sign_in_failed',
  )
  assert.equal(
    (await browser.post('/api/v1/sessions/current/confirm', { password: owner.password })).status,
    204,
  )
  assert.notEqual(browser.cookies.get('sid'), before)
  assert.equal((await browser.get('/api/v1/me')).status, 200)
  const old = http.fresh()
  old.cookies.set('sid', before)
  assert.equal((await old.get('/api/v1/me')).status, 401)
})

test('a page from elsewhere cannot sign anybody in or change anything', async (t) => {
  const { http, owner } = await startLanyard(t)
  const foreign = { origin: 'https://evil.example' }
  const reply = await http
    .fresh()
    .post('/api/v1/sessions', { email: owner.email, password: owner.password }, foreign)
  assert.equal(reply.status, 403)
  assert.equal(reply.body.code, 'wrong_origin')
  assert.equal((await http.as(owner).delete('/api/v1/sessions', foreign)).status, 403)
})

test('a very long password is refused quickly, without being hashed', async (t) => {
  const { http, owner } = await startLanyard(t)
  assert.equal((await signIn(http.fresh(), owner.email, 'x'.repeat(1025))).status, 422)
  assert.equal((await signIn(http.fresh(), owner.email, 'x'.repeat(2_000_000))).status, 413)
})

test('an attempt is recorded, and the address of the browser can be read by nobody in the row', async (t) => {
  const lanyard = await startLanyard(t)
  const { http, owner } = lanyard
  await signIn(http.fresh(), owner.email, WRONG)
  await signIn(http.fresh(), owner.email, owner.password)
  assert.equal(await countEvents(lanyard, 'sign_in.failed'), 1)
  assert.equal(
    await countEvents(
      lanyard,
      'session.started',
      `actor_detail is not null and encode(actor_detail, 'escape') not like '%127.0.0.1%'`,
    ),
    1,
  )
})

async function countEvents({ app, id }: Lanyard, event: string, where = 'true'): Promise<number> {
  return inside(app, id, `select count(*)::int as n from audit_events where event = '${event}' and ${where}`)
}

async function usedAt({ app, id }: Lanyard): Promise<number> {
  return inside(app, id, `select extract(epoch from max(used_at))::float8 as n from sessions`)
}

/** Looks behind the curtain, as the tenant. */
async function inside(app: Lanyard['app'], tenantId: string, query: string): Promise<number> {
  const client = await app.database.pool.connect()
  try {
    await client.query('begin')
    await client.query(`select set_config('lanyard.tenant', $1, true)`, [tenantId])
    const { rows } = await client.query<{ n: number }>(query)
    await client.query('commit')
    return rows[0]?.n ?? 0
  } finally {
    client.release()
  }
}
