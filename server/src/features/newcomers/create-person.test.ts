import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mailIsSettled, NEW_PASSWORD, reedPrimary, signIn } from '../../../test/support/invite.ts'
import {
  hashWeakly,
  lettersTo,
  onePassword,
  setUpWithMail,
  wishFor,
} from '../../../test/support/newcomers.ts'
import { recorded } from '../../../test/support/record.ts'

const JANE = 'jane@reed.example'

test('an account set up with a mailed password is active, and takes its seat, when the mail has left', async (t) => {
  const { head, reed, mailbox, olive, app, id } = await reedPrimary(t)
  const { made, password } = await setUpWithMail(head, reed, mailbox, JANE)
  assert.match(made.body.sentence, /as soon as the email with the one-time password has left/)
  const letters = lettersTo(mailbox, JANE)
  assert.equal(letters.length, 1, 'exactly the notification is sent, nothing else')
  const text = letters[0]?.mail.text ?? ''
  assert.match(text, /Sam Patel at Reed Primary has set up your staff account/)
  assert.ok(text.includes(JANE))
  assert.equal(letters[0]?.mail.subject, 'Reed Primary: your staff account is ready')
  assert.ok(!JSON.stringify(made.body).includes(password), 'the admin never sees it')

  const jane = (await head.get(`/api/v1/people/${made.body.id}`)).body
  assert.equal(jane.status, 'active')
  assert.match(jane.statusDetail, /^No own password yet, has until /)
  const seats = (await olive.get(`/api/v1/organisations/${reed.id}/seats`)).body.data
  assert.deepEqual(
    seats.map((seat: { openedWhy: string; person: { id: string } }) => [seat.openedWhy, seat.person.id]),
    [['notified', made.body.id]],
  )
  const lines = await recorded(app, id)
  assert.deepEqual(
    lines.filter((line) => line.subject === made.body.personId).map((line) => line.event),
    ['person.set_up', 'person.told'],
  )
  assert.ok(!JSON.stringify(lines).includes(password))
})

test('with a one-time password nothing opens until another one is chosen, and it works no more after that', async (t) => {
  const lanyard = await reedPrimary(t)
  const { head, reed, mailbox, app, id } = lanyard
  const { made, password } = await setUpWithMail(head, reed, mailbox, JANE, { roles: ['admin'] })
  const { browser, reply } = await signIn(lanyard, JANE, password)
  assert.deepEqual([reply.status, reply.body.next], [201, 'change_password'])
  const other = await signIn(lanyard, JANE, password)
  for (const path of [
    '/api/v1/me',
    `/api/v1/organisations/${reed.id}/people`,
    `/api/v1/people/${made.body.id}`,
  ])
    assert.equal((await browser.get(path)).status, 401, `${path} opens before the password is changed`)
  const invite = { people: [{ email: 'mole@reed.example' }] }
  assert.equal((await browser.post(`/api/v1/organisations/${reed.id}/invitations`, invite)).status, 401)
  assert.equal((await browser.post('/api/v1/sessions/current/confirm', { password })).status, 401)
  const page = await browser.get('/api/v1/sessions/current/first-password')
  assert.deepEqual(page.body, { givenName: 'Jane', email: JANE, organisation: 'Beacon Trust' })

  const choose = (text: string, who = browser) =>
    who.post('/api/v1/sessions/current/first-password', { password: text })
  assert.equal((await choose('too short')).body.code, 'password_short')
  assert.equal((await choose(password)).body.code, 'password_same')
  assert.equal((await choose('Jane Smith Reed Primary')).body.code, 'password_personal')
  assert.equal((await choose(NEW_PASSWORD)).status, 204)
  assert.equal((await browser.get('/api/v1/me')).status, 200)
  assert.equal(
    (await other.browser.get('/api/v1/me')).status,
    401,
    'who else had the one-time password is out',
  )

  assert.equal((await choose('yet another secret')).status, 401, 'here only a one-time password is changed')
  assert.equal((await choose('yet another secret', other.browser)).status, 401, 'the other session is over')
  assert.equal((await signIn(lanyard, JANE, password)).reply.status, 401)
  assert.equal((await signIn(lanyard, JANE, NEW_PASSWORD)).reply.body.next, null)
  assert.equal((await head.get(`/api/v1/people/${made.body.id}`)).body.statusDetail, null)
  assert.equal(lettersTo(mailbox, JANE).length, 1, 'choosing it sends no mail')
  const changed = (await recorded(app, id)).filter((line) => line.event === 'password.changed')
  assert.deepEqual(
    changed.map((line) => [line.subject, line.detail.by]),
    [[made.body.personId, 'one-time password']],
  )
})

test('two posts of a new password at once: one gets in', async (t) => {
  const lanyard = await reedPrimary(t)
  const { password } = await setUpWithMail(lanyard.head, lanyard.reed, lanyard.mailbox, JANE)
  const { browser } = await signIn(lanyard, JANE, password)
  const posts = ['first of two secrets', 'second of two secrets'].map((text) =>
    browser.post('/api/v1/sessions/current/first-password', { password: text }),
  )
  const statuses = (await Promise.all(posts)).map((reply) => reply.status)
  assert.deepEqual(statuses.sort(), [204, 401])
})

test('a one-time password lives as long as an invitation, from its hand-over; a reset by mail still works then', async (t) => {
  const lanyard = await reedPrimary(t)
  const { head, reed, mailbox, clock } = lanyard
  const { made, password } = await setUpWithMail(head, reed, mailbox, JANE)
  await clock.shift(7 * 86_400 - 600)
  const early = await signIn(lanyard, JANE, password)
  assert.equal(early.reply.status, 201)
  await clock.shift(601)
  const late = await early.browser.post('/api/v1/sessions/current/first-password', { password: NEW_PASSWORD })
  assert.equal(late.body.code, 'one_time_over')
  const { reply } = await signIn(lanyard, JANE, password)
  assert.deepEqual([reply.status, reply.body.code], [401, 'one_time_over'])
  const wrong = (await signIn(lanyard, JANE, 'not the password at all')).reply
  assert.equal(wrong.body.code, 'sign_in_failed', 'only who knows the password learns that it is over')
  const sam = await signIn(lanyard, 'sam@reed.example', lanyard.sam.password)
  const jane = (await sam.browser.get(`/api/v1/people/${made.body.id}`)).body
  assert.deepEqual([jane.status, jane.statusDetail], ['active', 'One-time password ended today'])

  await lanyard.http.fresh().post('/api/v1/password-resets', { email: JANE })
  const letter = await mailbox.letter(mailbox.all().length + (lettersTo(mailbox, JANE).length < 2 ? 1 : 0))
  const token = /\/reset\/(rst_[\w-]+)/.exec(letter.mail.text ?? '')?.[1]
  const chosen = await lanyard.http
    .fresh()
    .post(`/api/v1/password-resets/${token}`, { password: NEW_PASSWORD })
  assert.equal(chosen.status, 204)
  const after = (await signIn(lanyard, JANE, NEW_PASSWORD)).reply
  assert.deepEqual([after.status, after.body.next], [201, null], 'a password chosen by a link is one’s own')
})

test('a mail that is refused opens no seat, makes nobody active, and the row says so; setting up again does', async (t) => {
  const lanyard = await reedPrimary(t)
  const { head, reed, mailbox, olive } = lanyard
  mailbox.behave('refuse')
  const { made } = await setUpWithMail(head, reed, mailbox, JANE)
  const row = (await head.get(`/api/v1/organisations/${reed.id}/people?q=jane`)).body.data[0]
  assert.equal(row.status, 'not_invited')
  assert.equal(row.statusDetail, 'Account set up, but its email was not delivered')
  assert.equal(row.problem, 'the address doesn’t exist')
  const problems = async () =>
    (await head.get(`/api/v1/organisations/${reed.id}/people?view=email_problems`)).body
  assert.deepEqual(
    (await problems()).data.map((each: { id: string }) => each.id),
    [made.body.id],
    'who looks for email problems finds them',
  )
  assert.equal((await problems()).views.email_problems, 1)
  const seats = async () => (await olive.get(`/api/v1/organisations/${reed.id}/seats`)).body.open
  assert.equal(await seats(), 0)

  mailbox.behave('accept')
  const { made: again, password } = await setUpWithMail(head, reed, mailbox, JANE)
  assert.equal(again.body.id, made.body.id)
  assert.equal((await problems()).views.email_problems, 0)
  assert.equal(await seats(), 1)
  assert.equal((await signIn(lanyard, JANE, password)).reply.body.next, 'change_password')
})

test('while the mail waits nobody is active and nobody signs in, and setting up twice is refused', async (t) => {
  const lanyard = await reedPrimary(t)
  const { head, reed, mailbox } = lanyard
  mailbox.behave('defer')
  const given = 'a password to begin with'
  const path = `/api/v1/organisations/${reed.id}/people`
  const made = await head.post(path, wishFor(JANE, { password: given }))
  await mailbox.attempts(1)
  await mailIsSettled(head, reed)
  const row = (await head.get(`/api/v1/people/${made.body.id}`)).body
  assert.deepEqual(
    [row.status, row.statusDetail],
    ['not_invited', 'Account set up; active once its email has left'],
  )
  assert.equal((await signIn(lanyard, JANE, given)).reply.status, 401)
  const twice = await head.post(path, wishFor(JANE))
  assert.deepEqual([twice.status, twice.body.code], [409, 'already_on_its_way'])

  mailbox.behave('accept')
  await lanyard.clock.shift(61)
  await lanyard.sendMail()
  assert.equal((await signIn(lanyard, JANE, given)).reply.body.next, 'change_password')
})

test('a mistyped address that is put right before the mail leaves: it goes to the new one alone, and its password works', async (t) => {
  const lanyard = await reedPrimary(t)
  const { head, reed, mailbox } = lanyard
  mailbox.behave('defer')
  const { made } = await setUpWithMail(head, reed, mailbox, 'jnae@reed.example')
  const given = 'a password to begin with'
  const other = await setUpWithMail(head, reed, mailbox, 'pai@reed.example', { password: given })
  mailbox.behave('accept')
  assert.equal((await head.patch(`/api/v1/people/${made.body.id}`, { email: JANE })).status, 200)
  assert.equal(
    (await head.patch(`/api/v1/people/${other.made.body.id}`, { email: 'pia@reed.example' })).status,
    200,
  )
  await lanyard.clock.shift(65)
  await lanyard.sendMail()
  await mailIsSettled(head, reed)
  const reached = mailbox.all().flatMap((letter) => letter.to)
  assert.deepEqual(reached.sort(), [JANE, 'pia@reed.example'])
  const mailed = onePassword(lettersTo(mailbox, JANE)[0]?.mail.text ?? '')
  assert.equal((await signIn(lanyard, JANE, mailed)).reply.body.next, 'change_password')
  assert.equal((await signIn(lanyard, 'pia@reed.example', given)).reply.body.next, 'change_password')
})

test('after an attempt that ended unseen the newest password counts, one seat is open, and one line says so', async (t) => {
  const lanyard = await reedPrimary(t)
  const { head, reed, mailbox, olive } = lanyard
  mailbox.behaveTo((_to, nth) => (nth === 1 ? 'drop' : 'accept'))
  const { made, password: first } = await setUpWithMail(head, reed, mailbox, JANE)
  assert.equal((await head.get(`/api/v1/people/${made.body.id}`)).body.status, 'active')
  assert.equal((await signIn(lanyard, JANE, first)).reply.status, 201)
  await lanyard.clock.shift(61)
  await lanyard.sendMail()
  await mailIsSettled(head, reed)
  const letters = lettersTo(mailbox, JANE)
  assert.equal(letters.length, 2)
  const second = onePassword(letters[1]?.mail.text ?? '')
  assert.notEqual(second, first)
  assert.equal((await signIn(lanyard, JANE, second)).reply.body.next, 'change_password')
  assert.equal((await signIn(lanyard, JANE, first)).reply.status, 401)
  assert.equal((await olive.get(`/api/v1/organisations/${reed.id}/seats`)).body.open, 1)
  const told = (await recorded(lanyard.app, lanyard.id)).filter((line) => line.event === 'person.told')
  assert.equal(told.length, 1)
})

test('a typed password is handed over by who typed it: the mail only tells, and it too must be changed', async (t) => {
  const lanyard = await reedPrimary(t)
  const { head, reed, mailbox } = lanyard
  const given = 'a password to begin with'
  await setUpWithMail(head, reed, mailbox, JANE, { password: given })
  const text = lettersTo(mailbox, JANE)[0]?.mail.text ?? ''
  assert.ok(!text.includes(given))
  assert.match(text, /Sam Patel gives you your first password another way/)
  const { browser, reply } = await signIn(lanyard, JANE, given)
  assert.equal(reply.body.next, 'change_password')
  const same = await browser.post('/api/v1/sessions/current/first-password', { password: given })
  assert.equal(same.body.code, 'password_same')
  const person = (await browser.post('/api/v1/sessions/current/first-password', { password: NEW_PASSWORD }))
    .status
  assert.equal(person, 204)
  const proved = (await head.get(`/api/v1/organisations/${reed.id}/people?q=jane`)).body.data[0]
  const sheet = (await head.get(`/api/v1/people/${proved.id}`)).body
  assert.equal(sheet.emailProvedAt, null, 'a password handed over proves no mailbox')
})

test('exactly one password to begin with, and it passes the rules', async (t) => {
  const { head, reed } = await reedPrimary(t)
  const path = `/api/v1/organisations/${reed.id}/people`
  const code = async (more: Record<string, unknown>) => {
    const { status, body } = await head.post(path, wishFor(JANE, more))
    return [status, body.code]
  }
  const given = 'a password to begin with'
  assert.deepEqual(await code({ password: given, mailPassword: true }), [422, 'password_or_mail'])
  assert.deepEqual(await code({ mailPassword: false }), [422, 'password_or_mail'])
  assert.deepEqual(await code({ password: 'too short' }), [422, 'password_short'])
  assert.deepEqual(await code({ password: 'Jane Smith Reed Primary' }), [422, 'password_personal'])
  assert.deepEqual(await code({ notify: 'none', password: given }), [422, 'password_not_here'])
  assert.deepEqual(await code({ notify: 'invite', mailPassword: true }), [422, 'password_not_here'])
  const people = (await head.get(path)).body.data.map((person: { email: string }) => person.email)
  assert.ok(!people.includes(JANE), 'nothing of it was saved')
})

test('who is paused, or invited instead, before the mail leaves stays so: no mail, no seat, no password', async (t) => {
  const lanyard = await reedPrimary(t)
  const { head, reed, mailbox, olive } = lanyard
  mailbox.behave('defer')
  const given = 'a password to begin with'
  const paused = await setUpWithMail(head, reed, mailbox, JANE, { password: given })
  const invited = await setUpWithMail(head, reed, mailbox, 'pia@reed.example', { password: given })
  assert.equal((await head.post(`/api/v1/people/${paused.made.body.id}/pause`, {})).status, 200)
  const people = [{ email: 'pia@reed.example' }]
  await head.post(`/api/v1/organisations/${reed.id}/invitations`, { people, holdSeconds: 60 })
  mailbox.behave('accept')
  await lanyard.clock.shift(65)
  await lanyard.sendMail()
  await mailIsSettled(head, reed)
  const subjects = mailbox.all().map((letter) => letter.mail.subject)
  assert.deepEqual(subjects, ['Reed Primary: set up your staff account'])
  const statusOf = async (id: string) => (await head.get(`/api/v1/people/${id}`)).body.status
  assert.equal(await statusOf(paused.made.body.id), 'inactive')
  assert.equal(await statusOf(invited.made.body.id), 'pending')
  assert.equal((await olive.get(`/api/v1/organisations/${reed.id}/seats`)).body.open, 0)
  for (const email of [JANE, 'pia@reed.example'])
    assert.equal((await signIn(lanyard, email, given)).reply.status, 401)
})

test('a one-time password that is hashed anew at sign-in stays a one-time password', async (t) => {
  const lanyard = await reedPrimary(t)
  const { password } = await setUpWithMail(lanyard.head, lanyard.reed, lanyard.mailbox, JANE)
  await hashWeakly(lanyard, JANE, password)
  assert.equal((await signIn(lanyard, JANE, password)).reply.body.next, 'change_password')
  const { browser, reply } = await signIn(lanyard, JANE, password)
  assert.equal(reply.body.next, 'change_password')
  assert.equal((await browser.get('/api/v1/me')).status, 401)
})
