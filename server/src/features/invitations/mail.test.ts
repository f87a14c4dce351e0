import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  copiedLink,
  door,
  inviteOne,
  mailedLink,
  mailIsSettled,
  reedPrimary,
} from '../../../test/support/invite.ts'
import { openTenant } from '../../../test/support/plant.ts'

const JANE = { email: 'jane@reed.example', givenName: 'Jane', familyName: 'Smith' }
const DAYS_7 = 7 * 86_400_000
const dayOf = (moment: string) =>
  new Intl.DateTimeFormat('en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: 'Europe/London',
  }).format(new Date(moment))

test('the letter says who invites, to where and until when, and both its parts hold the same working link', async (t) => {
  const lanyard = await reedPrimary(t)
  const { head, http, reed, mailbox, baseUrl, make, olive } = lanyard
  const jane = await inviteOne(head, reed, JANE, { message: 'Welcome to the team' })
  const { mail, raw, to } = await mailbox.letter(1)
  await mailIsSettled(head, reed)
  assert.deepEqual(to, [JANE.email])
  assert.equal(mail.from?.name, 'Reed Primary via Lanyard')
  assert.deepEqual(
    mail.replyTo?.map((each) => [each.name, each.address]),
    [['Sam Patel', 'sam@reed.example']],
  )
  assert.equal(mail.subject, 'Reed Primary: set up your staff account')
  assert.equal(raw.match(/^To:/gm)?.length, 1)
  assert.doesNotMatch(raw, /^(Cc|Bcc):/m)
  const { data } = (await head.get(`/api/v1/organisations/${reed.id}/invitations`)).body
  const token = await mailedLink(mailbox, JANE.email)
  for (const [part, words] of [
    ['text', mail.text ?? ''],
    ['html', mail.html ?? ''],
  ] as const) {
    for (const said of [
      'Hello Jane,',
      'Sam Patel',
      'Reed Primary',
      'Welcome to the team',
      dayOf(data[0].expiresAt),
      JANE.email,
      `${baseUrl}/i/${token}`,
    ])
      assert.ok(words.includes(said), `${part} holds “${said}”`)
    assert.deepEqual([...new Set(words.match(/inv_[\w-]+/g))], [token], part)
  }
  const opened = await door(http.fresh(), token).open()
  assert.equal(opened.status, 200)
  assert.equal(opened.body.expiresOn, dayOf(data[0].expiresAt))
  assert.equal(data[0].id, jane.invitationId)

  const mill = await make.school('Mill Lane')
  await make.person('mel@mill.example', { at: mill })
  await inviteOne(olive, reed, { email: 'mel@mill.example' })
  const join = (await mailbox.letter(2)).mail
  assert.equal(join.subject, 'Reed Primary: join with your staff account')
  assert.match(join.text ?? '', /sign in with it/)
  assert.doesNotMatch(join.text ?? '', /Mill Lane/)
})

test('names and messages cannot break a letter open or lead anywhere', async (t) => {
  const { head, reed, mailbox } = await reedPrimary(t)
  const sent = await head.post(`/api/v1/organisations/${reed.id}/invitations`, {
    people: [
      {
        email: 'jane@reed.example',
        givenName: 'Jane\r\nBcc: x@evil\r\n\r\n<b>hi</b>',
        familyName: 'Smith\u2028\u0085X\u202e',
      },
      { email: 'tom@reed.example', givenName: 'Win at www.evil.example', familyName: `${'😀'.repeat(90)}` },
    ],
    message: 'Line one\r\nSubject: gone\u2028<script>alert(1)</script> {{inviter}}',
  })
  assert.equal(sent.status, 201, JSON.stringify(sent.body))
  await mailbox.letter(2)
  await mailIsSettled(head, reed)
  assert.equal(mailbox.all().length, 2)
  const [jane] = mailbox.all().filter((letter) => letter.to[0] === 'jane@reed.example')
  const [tom] = mailbox.all().filter((letter) => letter.to[0] === 'tom@reed.example')
  assert.equal(jane?.to.length, 1)
  assert.doesNotMatch(jane?.raw ?? '', /^(Bcc|Cc):/im)
  assert.equal(jane?.raw.match(/^Subject:/gm)?.length, 1)
  assert.match(jane?.mail.text ?? '', /Hello Jane Bcc: x@evil <b>hi<\/b>,/)
  assert.doesNotMatch(jane?.mail.html ?? '', /<script|<b>hi/)
  assert.match(jane?.mail.html ?? '', /&lt;script&gt;alert\(1\)&lt;\/script&gt;/)
  assert.match(jane?.mail.text ?? '', /\{\{inviter\}\}/)
  assert.match(tom?.mail.text ?? '', /^Hello,$/m)
  assert.doesNotMatch(tom?.raw ?? '', /evil/)
  const shown = (await head.get(`/api/v1/organisations/${reed.id}/invitations`)).body.data
  assert.deepEqual(shown.map((each: { name: string }) => each.name).sort(), [
    'Jane Bcc: x@evil <b>hi</b> Smith X',
    '😀'.repeat(80),
  ])

  for (const message of [
    'Go to https://evil.example',
    'www.evil.co',
    'write to me@evil.example',
    'Log in at evil.com today',
    'evil\u200b.com',
    'ftp://x',
  ]) {
    const refused = await head.post(`/api/v1/organisations/${reed.id}/invitations`, {
      people: [{ email: 'zoe@reed.example' }],
      message,
    })
    assert.equal(refused.status, 422, message)
    assert.equal(refused.body.code, 'no_links_here')
    assert.equal(refused.body.errors[0].pointer, '#/message')
  }
})

test('the life of a link begins when its letter was handed over, not before', async (t) => {
  const lanyard = await reedPrimary(t)
  const { head, reed, mailbox, clock } = lanyard
  const row = async () => (await head.get(`/api/v1/organisations/${reed.id}/invitations`)).body.data[0]
  mailbox.behave('defer')
  await inviteOne(head, reed, JANE)
  await lanyard.sendMail()
  await mailIsSettled(head, reed)
  const waiting = await row()
  assert.deepEqual(
    [waiting.status, waiting.sentAt, waiting.expiresAt, waiting.delivery.state],
    ['pending', null, null, 'deferred'],
  )
  assert.match(waiting.delivery.explanation, /asked us to wait/)
  assert.ok(waiting.delivery.nextTryAt)
  mailbox.behave('accept')
  await clock.shift(120)
  await lanyard.sendMail()
  await mailbox.letter(1)
  await mailIsSettled(head, reed)
  const sent = await row()
  assert.equal(Date.parse(sent.expiresAt) - Date.parse(sent.sentAt), DAYS_7)
  assert.ok(Date.parse(sent.sentAt) - Date.parse(sent.madeAt) >= 120_000)
  const db = await openTenant(t, lanyard)
  const { rows } = await db.query('select kind from invitation_links')
  assert.equal(rows.length, 1, 'the link of the letter that was not taken is gone')

  mailbox.behave('refuse')
  await inviteOne(head, reed, { email: 'gone@reed.example' })
  await mailIsSettled(head, reed)
  const refused = await row()
  assert.deepEqual(
    [refused.status, refused.expiresAt, refused.delivery.state, refused.delivery.stateLabel],
    ['pending', null, 'bounced', 'Refused'],
  )
})

test('a letter that still waits when its person has registered by another link is never sent', async (t) => {
  const lanyard = await reedPrimary(t)
  const { head, http, reed, mailbox, clock } = lanyard
  mailbox.behave('defer')
  const jane = await inviteOne(head, reed, JANE)
  await lanyard.sendMail()
  await mailIsSettled(head, reed)
  mailbox.behave('accept')
  assert.equal((await door(http.fresh(), await copiedLink(head, jane)).register()).status, 201)
  await clock.shift(120)
  await lanyard.sendMail()
  await mailIsSettled(head, reed)
  const { data } = (await head.get(`/api/v1/organisations/${reed.id}/messages`)).body
  const letter = data.find((each: { kind: string }) => each.kind === 'invitation')
  assert.deepEqual(
    [letter.stateLabel, letter.explanation],
    ['Not sent', 'It was no longer needed when its turn came, so it wasn’t sent.'],
  )
  assert.doesNotMatch(JSON.stringify(mailbox.all()), /inv_/)
})

test('the link in captured mail works as long as one that was sent', async (t) => {
  const lanyard = await reedPrimary(t, { mail: 'captured', mailWorker: false })
  const { head, http, reed, clock } = lanyard
  await inviteOne(head, reed, JANE)
  await clock.shift(600)
  await lanyard.sendMail()
  await mailIsSettled(head, reed)
  const [row] = (await head.get(`/api/v1/organisations/${reed.id}/invitations`)).body.data
  assert.equal(row.delivery.stateLabel, 'Kept here, not sent')
  assert.equal(row.sentAt, null)
  const life = Date.parse(row.expiresAt) - Date.parse(row.madeAt)
  assert.ok(life >= DAYS_7 + 600_000 && life < DAYS_7 + 700_000, 'from the moment it was kept')
  const [message] = (await head.get(`/api/v1/organisations/${reed.id}/messages`)).body.data
  const content = await head.get(`/api/v1/messages/${message.id}/content`)
  assert.equal(content.status, 200, JSON.stringify(content.body))
  const token = /\/i\/(inv_[\w-]+)/.exec(content.body.text)?.[1] ?? ''
  assert.equal((await door(http.fresh(), token).register()).status, 201)
})

test('every email that comes with an invitation is shown before it is sent, with the words chosen', async (t) => {
  const { head, make, http, reed, mailbox } = await reedPrimary(t)
  const path = `/api/v1/organisations/${reed.id}/invitations/preview`
  const shown = await head.post(path, { message: 'Welcome <b>all</b>', person: JANE_SHOWN })
  assert.equal(shown.status, 200, JSON.stringify(shown.body))
  assert.deepEqual(
    shown.body.mails.map((each: { kind: string }) => each.kind),
    ['invitation', 'invitation', 'invitation_new_link'],
  )
  const [first] = shown.body.mails
  assert.match(
    first.text,
    /Hello Jane,[\s\S]*Sam Patel at Reed Primary[\s\S]*“Welcome <b>all<\/b>” – Sam Patel/,
  )
  assert.match(first.html, /Welcome &lt;b&gt;all/)
  assert.doesNotMatch(JSON.stringify(shown.body), /inv_/)
  assert.equal((await head.post(path, { language: 'cy' })).body.code, 'language_unknown')
  const ann = http.as(await make.person('ann@reed.example', { at: reed }))
  assert.equal((await ann.post(path, {})).status, 403)
  assert.equal(mailbox.all().length, 0)
  const jane = await inviteOne(head, reed, JANE, { message: 'Welcome <b>all</b>' })
  const { mail } = await mailbox.letter(1)
  const plain = (text: string) => text.replace(/https?:\S+\/i\/\S+/g, 'link').trim()
  assert.equal(plain(mail.text ?? ''), plain(first.text), 'and that is what is sent')
  assert.equal(mail.subject, first.subject)
  await copiedLink(head, jane)
})

const JANE_SHOWN = { email: JANE.email, givenName: JANE.givenName }
