import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import type { Client } from '../../../test/support/http-client.ts'
import { inviteOne, mailIsSettled, reedPrimary } from '../../../test/support/invite.ts'

type Row = { id: string; to: string; kind: string; state: string; accountId: string | null }

const listed = async (who: Client, at: { id: string }, query = ''): Promise<Row[]> => {
  const { status, body } = await who.get(`/api/v1/organisations/${at.id}/messages${query}`)
  assert.equal(status, 200, JSON.stringify(body))
  return body.data
}
const addresses = async (who: Client, at: { id: string }, query: string) =>
  (await listed(who, at, query)).map((row) => row.to)

test('a message tells every attempt, with the mail server’s own words and what they mean', async (t) => {
  const lanyard = await reedPrimary(t)
  const { head, reed, mailbox, clock } = lanyard
  mailbox.behave('defer')
  const { personId } = await inviteOne(head, reed, {
    email: 'jane@reed.example',
    givenName: 'Jane',
    familyName: 'Smith',
  })
  await mailIsSettled(head, reed)
  mailbox.behave('refuse')
  await clock.shift(61)
  await lanyard.sendMail()
  await mailIsSettled(head, reed)
  const [row] = await listed(head, reed)
  const { status, body } = await head.get(`/api/v1/messages/${row?.id}`)
  assert.equal(status, 200, JSON.stringify(body))
  assert.deepEqual(body.person, { id: personId, name: 'Jane Smith' })
  assert.deepEqual(
    body.story.map((each: Record<string, string>) => [each.state, each.stateLabel, each.explanation]),
    [
      [
        'deferred',
        'Waiting, to be tried again',
        'The receiving server asked us to wait. It will be tried again.',
      ],
      ['bounced', 'Refused', 'The email address doesn’t exist. Check its spelling.'],
    ],
  )
  assert.match(body.story[0].serverAnswer, /^450 4\.7\.1/)
  assert.match(body.story[1].serverAnswer, /^550 5\.1\.1/)
  assert.deepEqual(
    [body.state, body.attempts, body.serverAnswer, body.accountId],
    ['bounced', 2, body.story[1].serverAnswer, row?.accountId],
  )
})

test('the log narrows by state, kind, address and person, page by page', async (t) => {
  const { head, reed, mailbox } = await reedPrimary(t)
  mailbox.behave('refuse')
  await inviteOne(head, reed, { email: 'jane@reed.example' })
  await mailIsSettled(head, reed)
  mailbox.behave('accept')
  await inviteOne(head, reed, { email: 'tom.jane@mill.example' })
  const ben = await inviteOne(head, reed, { email: 'ben@reed.example' })
  await head.post(`/api/v1/invitations/${ben.invitationId}/link`)
  await mailIsSettled(head, reed)

  assert.deepEqual(await addresses(head, reed, '?state=bounced'), ['jane@reed.example'])
  assert.equal((await listed(head, reed, '?state=bounced,accepted')).length, 4)
  assert.deepEqual(await addresses(head, reed, '?state=failed'), [])
  assert.deepEqual(await addresses(head, reed, '?kind=invitation_link_copied'), ['ben@reed.example'])
  assert.equal((await listed(head, reed, '?kind=invitation_link_copied,invitation')).length, 4)
  assert.deepEqual(await addresses(head, reed, '?q=JANE'), ['tom.jane@mill.example', 'jane@reed.example'])
  assert.deepEqual(await addresses(head, reed, '?q=%25'), [], 'a percent sign is no wildcard')
  assert.deepEqual(await addresses(head, reed, '?q=jane&state=accepted'), ['tom.jane@mill.example'])
  const [toBen] = await listed(head, reed, '?q=ben')
  assert.deepEqual(await addresses(head, reed, `?person=${toBen?.accountId}`), [
    'ben@reed.example',
    'ben@reed.example',
  ])

  const seen: string[] = []
  let next: string | null = ''
  while (next !== null) {
    const after: string = next && `&after=${next}`
    const { body } = await head.get(
      `/api/v1/organisations/${reed.id}/messages?state=accepted&limit=1${after}`,
    )
    seen.push(...body.data.map((row: Row) => row.to))
    next = body.next
  }
  assert.deepEqual(seen, await addresses(head, reed, '?state=accepted'))

  const path = `/api/v1/organisations/${reed.id}/messages`
  const { body: second } = await head.get(`${path}?state=accepted&limit=1&count=exact`)
  const last = await head.get(`${path}?state=accepted&limit=1&count=estimate&after=${second.next}`)
  assert.deepEqual(
    [second.total, last.body.total, last.body.totalIsEstimate],
    [seen.length, seen.length, false],
  )
  assert.equal((await head.get(path)).body.total, undefined, 'nothing is counted unless asked')

  for (const wrong of ['?state=lost', '?person=ben', '?sort=name', '?after=ben'])
    assert.equal((await head.get(`/api/v1/organisations/${reed.id}/messages${wrong}`)).status, 422, wrong)
})

test('a message is there only for who sees the log it stands in', async (t) => {
  const { head, reed, make, http } = await reedPrimary(t)
  await inviteOne(head, reed, { email: 'jane@reed.example' })
  const [row] = await listed(head, reed)
  const ann = http.as(await make.person('ann@reed.example', { at: reed }))
  const unknown = await ann.get(`/api/v1/messages/${randomUUID()}`)
  const hidden = await ann.get(`/api/v1/messages/${row?.id}`)
  assert.deepEqual([hidden.status, hidden.body.detail], [404, unknown.body.detail])
})

test('while the mail server takes nothing, the log says so, since when, and how many wait', async (t) => {
  const lanyard = await reedPrimary(t, { mail: 'sink' })
  const { head, reed, mailbox } = lanyard
  assert.equal((await head.get(`/api/v1/organisations/${reed.id}/messages`)).body.mail.trouble, null)
  await mailbox.close()
  await inviteOne(head, reed, { email: 'jane@reed.example' })
  await inviteOne(head, reed, { email: 'tom@reed.example' })
  const deadline = Date.now() + 15_000
  for (;;) {
    const { trouble } = (await head.get(`/api/v1/organisations/${reed.id}/messages`)).body.mail
    if (trouble?.waiting === 2) {
      assert.equal(trouble.sentence, 'The mail server can’t be reached. It will be tried again.')
      assert.match(trouble.serverAnswer, /ECONNREFUSED/)
      assert.ok(Date.parse(trouble.since) <= Date.now())
      return
    }
    assert.ok(Date.now() < deadline, JSON.stringify(trouble))
  }
})

test('nobody reads the captured link of somebody who is invited above them', async (t) => {
  const { head, olive, reed, make, http } = await reedPrimary(t, { mail: 'captured' })
  await inviteOne(olive, reed, { email: 'boss@reed.example', roles: ['organisation_admin'] })
  await mailIsSettled(head, reed)
  const ann = await make.person('clerk@reed.example', { at: reed })
  const given = await olive.put(`/api/v1/people/${ann.id}/roles`, {
    roles: [{ role: 'user' }],
    permissions: ['users.view', 'invitations.copy_link'],
  })
  assert.equal(given.status, 200, JSON.stringify(given.body))
  const clerk = http.as(ann)
  const [toBoss] = await listed(clerk, reed, '?q=boss')
  const path = `/api/v1/messages/${toBoss?.id}`
  assert.equal((await clerk.get(`${path}/content`)).body.code, 'person_above_yours')
  assert.deepEqual((await clerk.get(path)).body.actions, [
    {
      action: 'read_content',
      allowed: false,
      reason: 'This email is to someone who stands above you, so you can’t read it.',
    },
  ])
  assert.equal((await head.get(`${path}/content`)).status, 200)
  assert.deepEqual((await head.get(path)).body.story, [
    {
      ...(await head.get(path)).body.story[0],
      state: 'suppressed',
      stateLabel: 'Kept here, not sent',
      serverAnswer: null,
      explanation: 'Email isn’t set up, so this was kept here and not sent.',
    },
  ])
})
