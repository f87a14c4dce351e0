import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openConnection } from '../../../test/support/behind-the-curtain.ts'
import {
  copiedLink,
  door,
  inviteOne,
  mailedLink,
  mailIsSettled,
  reedPrimary,
} from '../../../test/support/invite.ts'
import { letExpire, openTenant } from '../../../test/support/plant.ts'
import { recorded } from '../../../test/support/record.ts'

const JANE = { email: 'jane@reed.example', givenName: 'Jane', familyName: 'Smith' }

test('a copied link is shown once, recorded, and its person is told who copied it', async (t) => {
  const lanyard = await reedPrimary(t)
  const { head, olive, owner, http, reed, mailbox, baseUrl } = lanyard
  const jane = await inviteOne(head, reed, JANE)
  const mailed = await mailedLink(mailbox, JANE.email)
  await mailIsSettled(head, reed)
  const before = Date.now()
  const key = { 'idempotency-key': 'copy' }
  const path = `/api/v1/invitations/${jane.invitationId}/link`
  const copied = await olive.post(path, undefined, key)
  assert.equal(copied.status, 201)
  assert.match(copied.body.url, /^http.*\/i\/inv_[\w-]{43}$/)
  assert.ok(copied.body.url.startsWith(`${baseUrl}/i/`))
  assert.match(copied.body.sentence, /^Anyone with this link can register as Jane Smith\. Send it only to/)
  const life = Date.parse(copied.body.expiresAt) - before
  assert.ok(life > 6.99 * 86_400_000 && life < 7.01 * 86_400_000)
  assert.equal(copied.headers.get('cache-control'), 'no-store')
  const second = await olive.post(path, undefined, key)
  assert.equal(second.status, 201)
  assert.notEqual(second.body.url, copied.body.url, 'no answer is kept under a key')

  await mailbox.letter(3)
  const { mail, to } = (await mailbox.letter(2)) ?? {}
  assert.deepEqual(to, [JANE.email])
  assert.equal(mail.subject, 'Reed Primary: a link to your account was handed out')
  assert.match(mail.text ?? '', /Olive Owner at Reed Primary copied a personal link/)
  assert.doesNotMatch(`${mail.text} ${mail.html}`, /inv_|Sam Patel/)
  const lines = (await recorded(lanyard.app, lanyard.id)).filter(
    (line) => line.event === 'invitation.link_copied',
  )
  assert.deepEqual(
    lines.map((line) => [line.actor, line.subject === null, line.detail]),
    Array(2).fill([owner.personId, false, { invitationId: jane.invitationId }]),
  )
  for (const token of [mailed, copied.body.url.split('/').at(-1)])
    assert.equal((await door(http.fresh(), token).open()).status, 200)
})

test('a link copied for an expired invitation makes it pending again, for as long as the link works', async (t) => {
  const lanyard = await reedPrimary(t)
  const { head, reed, mailbox } = lanyard
  const jane = await inviteOne(head, reed, JANE)
  await mailbox.letter(1)
  await mailIsSettled(head, reed)
  await letExpire(await openTenant(t, lanyard), jane)
  const seen = async () => (await head.get(`/api/v1/people/${jane.personId}`)).body
  assert.equal((await seen()).status, 'expired')
  const copied = await head.post(`/api/v1/invitations/${jane.invitationId}/link`)
  const { status, invitation } = await seen()
  assert.deepEqual([status, invitation.expiresAt], ['pending', copied.body.expiresAt])
})

test('no link is given out for somebody who stands above, nor by who may not copy links', async (t) => {
  const lanyard = await reedPrimary(t, { mail: 'captured' })
  const { head, olive, http, make, root, reed } = lanyard
  const db = await openTenant(t, lanyard)
  const art = await make.unit('Art', { at: reed })
  const ada = await make.person('ada@reed.example', { at: reed, role: 'admin' })
  await db.query(
    `insert into permission_grants (membership_id, permission)
     select $1, p from unnest(array['user_management', 'invitations.copy_link']) as p`,
    [ada.id],
  )
  const una = await make.person('una@reed.example', { at: reed, role: 'unit_administrator', unit: art })
  const tia = await make.person('tia@reed.example', { at: reed, role: 'training_admin' })
  const boss = await inviteOne(head, reed, { email: 'boss@reed.example', roles: ['organisation_admin'] })
  const plain = await inviteOne(head, reed, { email: 'plain@reed.example' })
  const high = await inviteOne(olive, root, { email: 'high@beacon.example', roles: ['trust_admin'] })
  const asked = async (who: typeof head, { invitationId }: { invitationId: string }) => {
    const { status, body } = await who.post(`/api/v1/invitations/${invitationId}/link`)
    return body.code ?? status
  }
  assert.equal(await asked(http.as(ada), plain), 201)
  assert.equal(await asked(http.as(ada), boss), 'person_above_yours')
  assert.equal(await asked(head, high), 'not_found')
  for (const who of [una, tia]) assert.equal(await asked(http.as(who), plain), 'forbidden')
  const minted = await db.query(`select count(*)::int as n from invitation_links where kind = 'copied'`)
  assert.equal(minted.rows[0].n, 1)
  const denied = (await recorded(lanyard.app, lanyard.id)).filter((line) => line.event === 'authz.denied')
  assert.equal(denied.length, 3)

  // Nor by reading the letter that was captured.
  await mailIsSettled(head, reed)
  const { data } = (await http.as(ada).get(`/api/v1/organisations/${reed.id}/messages`)).body
  const read = async (to: string) => {
    const message = data.find(
      (each: { to: string; kind: string }) => each.to === to && each.kind === 'invitation',
    )
    return (await http.as(ada).get(`/api/v1/messages/${message.id}/content`)).status
  }
  assert.equal(await read('plain@reed.example'), 200)
  assert.equal(await read('boss@reed.example'), 403)
})

test('the notice of a copied link cannot be held back by sending the invitation again', async (t) => {
  const lanyard = await reedPrimary(t)
  const { head, reed, mailbox, clock } = lanyard
  mailbox.behave('defer')
  const jane = await inviteOne(head, reed, JANE)
  await lanyard.sendMail()
  await mailIsSettled(head, reed)
  await copiedLink(head, jane)
  await mailIsSettled(head, reed)
  await clock.shift(61)
  mailbox.behave('accept')
  assert.equal((await head.post(`/api/v1/invitations/${jane.invitationId}/resend`, {})).status, 200)
  await clock.shift(120)
  await lanyard.sendMail()
  await mailbox.letter(2)
  await mailIsSettled(head, reed)
  assert.deepEqual(
    mailbox
      .all()
      .map((letter) => letter.mail.subject)
      .sort(),
    ['Reed Primary: a link to your account was handed out', 'Reed Primary: set up your staff account'],
  )
})

test('ten links an hour and no more, and nobody else can use them up', async (t) => {
  const { head, http, make, reed } = await reedPrimary(t, { mailWorker: false })
  const jane = await inviteOne(head, reed, JANE)
  const ann = http.as(await make.person('ann@reed.example', { at: reed }))
  for (let n = 0; n < 10; n++)
    assert.equal((await ann.post(`/api/v1/invitations/${jane.invitationId}/link`)).status, 403)
  for (let n = 0; n < 10; n++) await copiedLink(head, jane)
  const eleventh = await head.post(`/api/v1/invitations/${jane.invitationId}/link`)
  assert.equal(eleventh.status, 429)
  assert.equal(eleventh.body.code, 'slow_down')
})

test('no token is anywhere: not in the database, not in an answer, not in the record', async (t) => {
  for (const mail of ['sink', 'captured'] as const) {
    const lanyard = await reedPrimary(t, { mail })
    const { head, http, reed, mailbox, ownerConnection } = lanyard
    const sent = await head.post(
      `/api/v1/organisations/${reed.id}/invitations`,
      { people: [JANE, { email: 'tom@reed.example' }] },
      { 'idempotency-key': 'one' },
    )
    const [jane] = sent.body.results
    const tokens = [await copiedLink(head, jane)]
    await mailIsSettled(head, reed)
    const messages = (await head.get(`/api/v1/organisations/${reed.id}/messages`)).body
    if (mail === 'sink') {
      await mailbox.letter(3)
      tokens.push(await mailedLink(mailbox, JANE.email), await mailedLink(mailbox, 'tom@reed.example'))
    } else {
      const { id } = messages.data.find((each: { kind: string }) => each.kind === 'invitation')
      const { text } = (await head.get(`/api/v1/messages/${id}/content`)).body
      tokens.push(/\/i\/(inv_[\w-]+)/.exec(text)?.[1] ?? '')
    }
    await door(http.fresh(), tokens[1] as string).keep({ step: 'name', givenName: 'Jane' })
    const answers = await Promise.all(
      [
        `organisations/${reed.id}/invitations`,
        `organisations/${reed.id}/people`,
        `people/${jane.personId}`,
        `organisations/${reed.id}/messages`,
        `messages/${messages.data[0].id}`,
      ].map((path) => head.get(`/api/v1/${path}`)),
    )
    const said = JSON.stringify([sent.body, messages, ...answers.map((reply) => reply.body)])

    const db = await openConnection(t, ownerConnection)
    const forced = await db.query<{ name: string }>(
      'select oid::regclass::text as name from pg_class where relforcerowsecurity',
    )
    for (const { name } of forced.rows) await db.query(`alter table ${name} no force row level security`)
    const tables = await db.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables
       where schemaname not in ('pg_catalog', 'information_schema')`,
    )
    let kept = ''
    for (const { name } of tables.rows) {
      const { rows } = await db.query<{ row: string }>(`select t::text as row from ${name} t`)
      kept += rows.map(({ row }) => row).join('\n')
    }
    assert.match(kept, /jane@reed\.example/)
    const record = JSON.stringify(await recorded(lanyard.app, lanyard.id))
    for (const token of tokens) {
      assert.match(token, /^inv_[\w-]{43}$/)
      const secret = token.slice('inv_'.length)
      for (const shape of [
        secret,
        Buffer.from(token).toString('hex'),
        Buffer.from(token).toString('base64').slice(4, -4),
        Buffer.from(secret, 'base64url').toString('hex'),
      ]) {
        assert.ok(!kept.includes(shape), `${mail}: the database holds a token`)
        assert.ok(!said.includes(shape), `${mail}: an answer holds a token`)
        assert.ok(!record.includes(shape))
      }
      assert.ok(!said.includes('inv_'))
    }
    // An id is no way in, nor is a link with one character changed.
    for (const wrong of [jane.invitationId, `inv_${jane.invitationId}`, `${tokens[0]}`.replace(/.$/, '!')])
      assert.equal((await door(http.fresh(), wrong).open()).status, 404)
  }
})
