import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openConnection } from '../../../test/support/behind-the-curtain.ts'
import {
  copiedLink,
  door,
  inviteOne,
  mailedLink,
  mailIsSettled,
  NEW_PASSWORD,
  reedPrimary,
  signIn,
} from '../../../test/support/invite.ts'
import { recorded } from '../../../test/support/record.ts'
import type { Lanyard } from '../../../test/support/start-lanyard.ts'

const JANE = { email: 'jane@reed.example', givenName: 'Jane', familyName: 'Smith' }
const DAYS_7 = 7 * 86_400

const eventsOf = async ({ app, id }: Lanyard, event: string) =>
  (await recorded(app, id)).filter((line) => line.event === event)

test('an invited teacher opens her link, sets up her account and is in', async (t) => {
  const lanyard = await reedPrimary(t)
  const { http, head, reed, mailbox } = lanyard
  const jane = await inviteOne(head, reed, JANE, { message: 'Welcome to the team' })
  const phone = http.fresh()
  const page = door(phone, await mailedLink(mailbox, JANE.email))
  const opened = await page.open()
  assert.equal(opened.status, 200, JSON.stringify(opened.body))
  const { expiresOn, ...shown } = opened.body
  assert.match(expiresOn, /^\w+day \d{1,2} \w+$/)
  assert.deepEqual(shown, {
    organisation: { name: 'Reed Primary' },
    inviter: 'Sam Patel',
    email: JANE.email,
    givenName: 'Jane',
    familyName: 'Smith',
    mobile: '',
    step: 'start',
    askMobile: 'optional',
    needs: 'register',
    signedIn: false,
    passwordMin: 12,
    language: 'en-GB',
    message: 'Welcome to the team',
  })
  const done = await page.register({ givenName: ' Jane  Ann ' })
  assert.equal(done.status, 201, JSON.stringify(done.body))
  assert.deepEqual(done.body, { next: null })
  const me = await phone.get('/api/v1/me')
  assert.equal(me.body.name, 'Jane Ann Smith')
  assert.deepEqual(
    me.body.organisations.map((each: { name: string }) => each.name),
    ['Reed Primary'],
  )
  const seen = (await head.get(`/api/v1/people/${jane.personId}`)).body
  assert.equal(seen.status, 'active')
  assert.ok(seen.emailProvedAt, 'the link went to the mailbox')
  const accepted = await eventsOf(lanyard, 'invitation.accepted')
  assert.equal(accepted.length, 1)
  assert.equal(accepted[0]?.actor, seen.personId)
  const { reply } = await signIn(lanyard, JANE.email, NEW_PASSWORD)
  assert.equal(reply.status, 201, 'and next time with her password')

  const again = door(http.fresh(), await mailedLink(mailbox, JANE.email))
  assert.equal((await again.open()).body.code, 'link_used')
  assert.equal((await again.register({ password: 'a password of somebody else' })).body.code, 'link_used')
  assert.equal((await signIn(lanyard, JANE.email, NEW_PASSWORD)).reply.status, 201)
})

test('filters and previews open a link as often as they like: nothing changes, and its owner still registers', async (t) => {
  const { http, head, reed, mailbox, ownerConnection } = await reedPrimary(t)
  await inviteOne(head, reed, JANE)
  const token = await mailedLink(mailbox, JANE.email)
  const db = await openConnection(t, ownerConnection)
  const tables = await db.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname = 'public'`,
  )
  const forced = await db.query<{ name: string }>(
    `select oid::regclass::text as name from pg_class where relforcerowsecurity`,
  )
  for (const { name } of forced.rows) await db.query(`alter table ${name} no force row level security`)
  const everything = async () => {
    const kept: [string, string[]][] = []
    for (const { name } of tables.rows) {
      const { rows } = await db.query<{ row: string }>(`select t::text as row from ${name} t order by 1`)
      kept.push([name, rows.map(({ row }) => row)])
    }
    return kept
  }
  await mailIsSettled(head, reed)
  const before = await everything()
  const agents = ['Mozilla/5.0 Safe Links', 'Mimecast', 'HeadlessChrome/153.0', 'Slackbot-LinkExpanding 1.0']
  for (let n = 0; n < 50; n++) {
    const reply = await http
      .fresh()
      .send(n % 3 === 0 ? 'HEAD' : 'GET', `/api/v1/registrations/${token}`, undefined, {
        'user-agent': agents[n % agents.length] as string,
      })
    assert.equal(reply.status, 200)
  }
  assert.deepEqual(await everything(), before)
  assert.equal((await door(http.fresh(), token).register()).status, 201)
})

test('a link half used on one phone goes on where it was left on another, and its person is still pending', async (t) => {
  const { http, head, reed, mailbox } = await reedPrimary(t)
  const jane = await inviteOne(head, reed, { email: JANE.email })
  const token = await mailedLink(mailbox, JANE.email)
  const phone = door(http.fresh(), token)
  assert.equal((await phone.keep({ step: 'name' })).status, 204)
  assert.equal((await phone.keep({ step: 'mobile', givenName: 'Zoë', familyName: 'O’Malley' })).status, 204)
  assert.equal((await phone.keep({ step: 'mobile', givenName: ' ' })).body.code, 'given_name_missing')
  assert.equal((await phone.keep({ step: 'password', mobile: '12' })).body.code, 'mobile_format')
  assert.equal((await phone.keep({ step: 'password', mobile: '(07700) 900 123' })).status, 204)
  const { body } = await door(http.fresh(), token).open()
  assert.deepEqual(
    [body.step, body.givenName, body.familyName, body.mobile],
    ['password', 'Zoë', 'O’Malley', '(07700) 900 123'],
  )
  assert.equal((await head.get(`/api/v1/people/${jane.personId}`)).body.status, 'pending')
})

test('every field that is wrong says so at once, and nothing is used up', async (t) => {
  const { http, head, reed, mailbox } = await reedPrimary(t)
  await inviteOne(head, reed, JANE)
  const page = door(http.fresh(), await mailedLink(mailbox, JANE.email))
  const wrong = await page.register({ givenName: ' ', familyName: '', mobile: '0770', password: 'short' })
  assert.equal(wrong.status, 422)
  assert.deepEqual(
    wrong.body.errors.map((each: { pointer: string; code: string }) => [each.pointer, each.code]),
    [
      ['#/givenName', 'given_name_missing'],
      ['#/familyName', 'family_name_missing'],
      ['#/mobile', 'mobile_format'],
      ['#/password', 'password_short'],
    ],
  )
  const refused = async (more: Record<string, unknown>) => (await page.register(more)).body.code
  assert.equal(await refused({ password: '123456789012' }), 'password_known')
  assert.equal(await refused({ password: 'Reed Primary 2026' }), 'password_personal')
  assert.equal(await refused({ givenName: 'See evil.example' }), 'no_links_here')
  assert.equal((await page.register()).status, 201)
})

test('a mobile number is kept as typed and in E.164, asked for as the organisation wants it', async (t) => {
  const { http, head, olive, reed, mailbox, ownerConnection, id } = await reedPrimary(t)
  const db = await openConnection(t, ownerConnection)
  await db.query(`select set_config('lanyard.tenant', $1, false)`, [id])
  const kept = async (email: string) => {
    const { rows } = await db.query('select mobile, mobile_as_typed from accounts where email = $1', [email])
    return [rows[0]?.mobile, rows[0]?.mobile_as_typed]
  }
  const pageOf = async (email: string) => {
    await inviteOne(head, reed, { email })
    return door(http.fresh(), await mailedLink(mailbox, email))
  }
  assert.equal((await (await pageOf('ann@reed.example')).register({ mobile: '07700 900-123' })).status, 201)
  assert.deepEqual(await kept('ann@reed.example'), ['+447700900123', '07700 900-123'])
  assert.equal(
    (await (await pageOf('ben@reed.example')).register({ mobile: '+33 6 12 34 56 78' })).status,
    201,
  )
  assert.deepEqual(await kept('ben@reed.example'), ['+33612345678', '+33 6 12 34 56 78'])
  assert.equal((await (await pageOf('cat@reed.example')).register({ mobile: '' })).status, 201)
  assert.deepEqual(await kept('cat@reed.example'), [null, null])

  const ask = async (askMobile: string) => {
    await db.query('update organisations set ask_mobile = $1 where id = $2', [askMobile, reed.id])
    return (await olive.get(`/api/v1/organisations/${reed.id}`)).status
  }
  await ask('required')
  const dan = await pageOf('dan@reed.example')
  assert.equal((await dan.register({ mobile: ' ' })).body.code, 'mobile_missing')
  assert.equal((await dan.register({ mobile: '020 7946 0018' })).body.code, 'mobile_format')
  assert.equal((await dan.register({ mobile: '07700 900 12' })).body.code, 'mobile_format')
  await ask('no')
  assert.equal((await dan.open()).body.askMobile, 'no')
  assert.equal((await dan.register({ mobile: '07700 900123' })).status, 201)
  assert.deepEqual(await kept('dan@reed.example'), [null, null], 'what is not asked for is not kept')
})

test('the address is the invited one: another one in the form is refused, wherever it is put', async (t) => {
  const { http, head, reed, mailbox } = await reedPrimary(t)
  const jane = await inviteOne(head, reed, JANE)
  const token = await mailedLink(mailbox, JANE.email)
  const page = door(http.fresh(), token)
  const forged = await page.register({ email: 'eve@evil.example' })
  assert.equal(forged.status, 422)
  assert.equal(forged.body.code, 'unknown_field')
  assert.equal((await page.keep({ step: 'name', email: 'eve@evil.example' })).body.code, 'unknown_field')
  const query = await http
    .fresh()
    .post(`/api/v1/registrations/${token}?email=eve@evil.example`, { password: NEW_PASSWORD })
  assert.equal(query.status, 422)
  assert.equal((await page.register()).status, 201)
  assert.equal((await head.get(`/api/v1/people/${jane.personId}`)).body.email, JANE.email)
})

test('an id, an edited link, a link of another purpose and one of another tenant are unknown, and use nothing up', async (t) => {
  const lanyard = await reedPrimary(t)
  const { http, head, reed, mailbox, make } = lanyard
  const jane = await inviteOne(head, reed, JANE)
  const token = await mailedLink(mailbox, JANE.email)
  const harbour = await lanyard.secondTenant()
  const ben = await make.person('ben@reed.example', { at: reed })
  await http.post('/api/v1/password-resets', { email: ben.email })
  const reset = await resetToken(lanyard, ben.email)
  const edited = token.slice(0, -1) + (token.endsWith('A') ? 'B' : 'A')
  const pages = [
    ...[jane.invitationId, jane.personId, `inv_${jane.invitationId}`, edited, token.slice(4), reset].map(
      (wrong) => door(http.fresh(), wrong),
    ),
    door(harbour.http.fresh(), token),
  ]
  for (const page of pages)
    for (const reply of [await page.open(), await page.register(), await page.notMe()]) {
      assert.equal(reply.status, 404)
      assert.equal(reply.body.code, 'link_unknown')
    }
  const crossed = await http.post(`/api/v1/password-resets/${token}`, { password: NEW_PASSWORD })
  assert.equal(crossed.body.code, 'link_unknown', 'an invitation chooses nobody a new password')
  await lanyard.clock.shift(60)
  assert.equal(
    (await http.post(`/api/v1/password-resets/${reset}`, { password: NEW_PASSWORD })).status,
    204,
    'the reset was not used up',
  )
  assert.equal((await door(http.fresh(), token).register()).status, 201, 'nor was the invitation')
})

test('who guesses links is slowed down after thirty a minute; a genuine link never is', async (t) => {
  const { http, head, reed, mailbox } = await reedPrimary(t)
  await inviteOne(head, reed, JANE)
  const token = await mailedLink(mailbox, JANE.email)
  const guesses = []
  for (let n = 0; n < 61; n++) guesses.push((await door(http, `inv_guess${n}`).open()).status)
  assert.ok(guesses.slice(0, 30).every((status) => status === 404))
  assert.equal(guesses.at(-1), 429)
  assert.equal((await door(http, token).open()).status, 200)
})

test('a link works for seven days to the second, and is then expired with nobody at work', async (t) => {
  const lanyard = await reedPrimary(t, { mailWorker: false })
  const { http, head, reed, clock, sam } = lanyard
  const jane = await inviteOne(head, reed, JANE)
  const tom = await inviteOne(head, reed, { email: 'tom@reed.example' })
  const janes = await copiedLink(head, jane)
  const toms = await copiedLink(head, tom)
  await clock.shift(DAYS_7 - 20)
  assert.equal((await door(http.fresh(), janes).register()).status, 201)
  const { browser } = await signIn(lanyard, sam.email, sam.password)
  const status = async () => (await browser.get(`/api/v1/people/${tom.personId}`)).body.status
  assert.equal(await status(), 'pending')
  await clock.shift(21)
  assert.equal(await status(), 'expired')
  const late = await door(http.fresh(), toms).register()
  assert.equal(late.status, 410)
  assert.equal(late.body.code, 'link_expired')
  assert.equal((await door(http.fresh(), toms).keep({ step: 'name' })).body.code, 'link_expired')
})

test('a page left open while the invitation was used elsewhere is too late', async (t) => {
  const lanyard = await reedPrimary(t)
  const { http, head, reed, mailbox } = lanyard
  await inviteOne(head, reed, JANE)
  const token = await mailedLink(mailbox, JANE.email)
  const stale = door(http.fresh(), token)
  assert.equal((await stale.open()).status, 200)
  assert.equal((await door(http.fresh(), token).register()).status, 201)
  assert.equal((await stale.register({ password: 'the second password' })).status, 410)
  assert.equal((await stale.keep({ step: 'password' })).body.code, 'link_used')
  assert.equal((await signIn(lanyard, JANE.email, NEW_PASSWORD)).reply.status, 201)
  assert.equal((await signIn(lanyard, JANE.email, 'the second password')).reply.status, 401)
})

test('somebody else’s link is refused to whoever is signed in, and stays good', async (t) => {
  const { http, make, head, reed, mailbox } = await reedPrimary(t)
  const tom = http.as(await make.person('tom@reed.example', { at: reed, name: 'Tom Reed' }))
  const jane = await inviteOne(head, reed, JANE)
  const token = await mailedLink(mailbox, JANE.email)
  const toms = door(tom, token)
  for (const reply of [
    await toms.open(),
    await toms.register(),
    await toms.join(),
    await toms.keep({ step: 'name' }),
  ]) {
    assert.equal(reply.status, 409)
    assert.equal(reply.body.code, 'signed_in_as_other')
    assert.equal(reply.body.detail, 'You’re signed in as Tom Reed. This invitation is for Jane Smith.')
  }
  assert.equal((await tom.get('/api/v1/me')).body.organisations.length, 1)
  assert.equal((await head.get(`/api/v1/people/${jane.personId}`)).body.status, 'pending')
  assert.equal((await door(http.fresh(), token).register()).status, 201)
})

test('links that ended name the organisation, say what to do, and tell nothing about the person', async (t) => {
  const lanyard = await reedPrimary(t)
  const { http, head, reed, mailbox, clock } = lanyard
  await inviteOne(head, reed, JANE)
  const priya = await inviteOne(head, reed, { email: 'priya@reed.example', givenName: 'Priya' })
  await inviteOne(head, reed, { email: 'zoe@reed.example', givenName: 'Zoë' })
  const pages: ReturnType<typeof door>[] = []
  for (const email of [JANE.email, 'priya@reed.example', 'zoe@reed.example'])
    pages.push(door(http.fresh(), await mailedLink(mailbox, email)))
  assert.equal((await pages[0]?.register())?.status, 201)
  assert.equal((await head.post(`/api/v1/invitations/${priya.invitationId}/cancel`)).status, 204)
  await mailIsSettled(head, reed)
  await clock.shift(DAYS_7 + 1)
  const answers = await Promise.all(pages.map((page) => page.open()))
  assert.deepEqual(
    answers.map((reply) => [reply.status, reply.body.code]),
    [
      [410, 'link_used'],
      [410, 'link_revoked'],
      [410, 'link_expired'],
    ],
  )
  assert.equal(answers[1]?.body.detail, 'This invitation was cancelled. Ask Reed Primary for a new one.')
  for (const { body } of answers) {
    assert.match(body.detail, /Reed Primary/)
    assert.doesNotMatch(JSON.stringify(body), /jane|priya|zo[eë]|smith|patel/i)
  }
})

async function resetToken(lanyard: Lanyard, email: string): Promise<string> {
  const found = () =>
    lanyard.mailbox
      .all()
      .filter((letter) => letter.to.includes(email))
      .flatMap((letter) => /\/reset\/(rst_[\w-]+)/.exec(letter.mail.text ?? '')?.[1] ?? [])[0]
  for (let n = lanyard.mailbox.all().length + 1; !found(); n++) await lanyard.mailbox.letter(n)
  return found() as string
}
