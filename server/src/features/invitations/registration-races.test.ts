import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  copiedLink,
  door,
  type Invited,
  inviteMany,
  inviteOne,
  mailedLink,
  mailIsSettled,
  NEW_PASSWORD,
  reedPrimary,
  signIn,
} from '../../../test/support/invite.ts'
import { recorded } from '../../../test/support/record.ts'

const TRIES = process.env.LANYARD_SOAK === '1' ? 2000 : 200
const AT_ONCE = 20

type Scene = Awaited<ReturnType<typeof reedPrimary>>

/** Statuses with how often each came. */
function tally(statuses: number[]): Record<number, number> {
  const counts: Record<number, number> = {}
  for (const status of statuses) counts[status] = (counts[status] ?? 0) + 1
  return counts
}

const acceptedIn = async ({ app, id }: Scene) =>
  (await recorded(app, id)).filter((line) => line.event === 'invitation.accepted').length

const seatsAt = async ({ olive, reed }: Scene) =>
  (await olive.get(`/api/v1/organisations/${reed.id}/seats`)).body.open

test('fifty posts of one link at once register one person', async (t) => {
  const scene = await reedPrimary(t)
  const { http, head, reed, mailbox } = scene
  await inviteOne(head, reed, { email: 'jane@reed.example' })
  const token = await mailedLink(mailbox, 'jane@reed.example')
  const replies = await Promise.all(
    Array.from({ length: 50 }, (_, n) =>
      door(http.fresh(), token).register({ password: `some new words number ${n}` }),
    ),
  )
  assert.deepEqual(tally(replies.map((reply) => reply.status)), { 201: 1, 410: 49 })
  assert.ok(replies.every((reply) => reply.status === 201 || reply.body.code === 'link_used'))
  assert.equal(await acceptedIn(scene), 1)
  assert.equal(await seatsAt(scene), 1)
  const winner = replies.findIndex((reply) => reply.status === 201)
  const entered = await signIn(scene, 'jane@reed.example', `some new words number ${winner}`)
  assert.equal(entered.reply.status, 201, 'the password is the one whose post was answered 201')
})

test('ten links of one invitation, each posted three times at once, register one person', async (t) => {
  const scene = await reedPrimary(t, { mailWorker: false })
  const { http, head, reed } = scene
  const jane = await inviteOne(head, reed, { email: 'jane@reed.example' })
  const links: string[] = []
  for (let n = 0; n < 10; n++) links.push(await copiedLink(head, jane))
  const replies = await Promise.all(
    [...links, ...links, ...links].map((token) => door(http.fresh(), token).register()),
  )
  assert.deepEqual(tally(replies.map((reply) => reply.status)), { 201: 1, 410: 29 })
  assert.equal(await acceptedIn(scene), 1)
  assert.equal(await seatsAt(scene), 1)
})

test('twenty presses of Join at once, through two links, are one membership and one seat', async (t) => {
  const scene = await reedPrimary(t, { mailWorker: false })
  const { make, head, reed, app, id } = scene
  const ann = await make.person('ann@mill.example', { at: await make.school('Mill Lane') })
  const invited = await inviteOne(head, reed, { email: ann.email })
  const links = [await copiedLink(head, invited), await copiedLink(head, invited)]
  const { browser } = await signIn(scene, ann.email, ann.password)
  const replies = await Promise.all(
    Array.from({ length: 20 }, (_, n) => door(browser, links[n % 2] as string).join()),
  )
  assert.deepEqual(tally(replies.map((reply) => reply.status)), { 201: 1, 410: 19 })
  assert.ok(replies.every((reply) => reply.status === 201 || reply.body.code === 'link_used'))
  const joined = (await recorded(app, id)).filter((line) => line.event === 'membership.joined')
  assert.equal(joined.length, 1)
  assert.equal(await seatsAt(scene), 1)
})

/** Invites people with a link each, some at a time, and lets two things happen to each invitation at once. */
async function race(
  { head, reed, http }: Scene,
  tries: number,
  other: (invited: Invited) => Promise<{ status: number; body: { code?: string } }>,
): Promise<{ accept: number; other: number }[]> {
  const outcomes: Awaited<ReturnType<typeof race>> = []
  for (let from = 0; from < tries; from += AT_ONCE) {
    const emails = Array.from(
      { length: Math.min(AT_ONCE, tries - from) },
      (_, n) => `p${from + n}@reed.example`,
    )
    const ready = await inviteMany(head, reed, emails)
    outcomes.push(
      ...(await Promise.all(
        ready.map(async (each) => {
          // The post is a hash of the password longer on its way, so its rival starts while that goes on.
          const [accept, rival] = await Promise.all([
            door(http.fresh(), each.token).register(),
            other(each.invited),
          ])
          return { accept: accept.status, other: rival.status }
        }),
      )),
    )
  }
  return outcomes
}

test('accepting and cancelling at the same moment: one of them wins, never both and never neither', async (t) => {
  const scene = await reedPrimary(t, { mailWorker: false })
  const { head, reed } = scene
  let turn = 0
  const outcomes = await race(scene, TRIES, async ({ invitationId, personId }) => {
    // Some cancel at once, others when the person stands in the list for as long as a hash takes.
    for (let looks = turn++ % 8; looks > 0; looks--) await head.get(`/api/v1/people/${personId}`)
    return head.post(`/api/v1/invitations/${invitationId}/cancel`)
  })
  const kinds = outcomes.map((each) => `${each.accept} ${each.other}`)
  const fair = ['201 409', '410 204']
  assert.deepEqual(
    kinds.filter((kind) => !fair.includes(kind)),
    [],
  )
  const won = kinds.filter((kind) => kind === '201 409').length
  t.diagnostic(`${won} accepted, ${kinds.length - won} cancelled`)
  assert.ok(won > 0 && won < kinds.length, 'each side won some')
  assert.equal(await acceptedIn(scene), won)
  assert.equal(await seatsAt(scene), won)
  const people = await head.get(`/api/v1/organisations/${reed.id}/people?count=exact&limit=1`)
  assert.equal(people.body.total, won + 1, 'those accepted and Sam; nobody who was cancelled')
})

test('accepting and sending again at the same moment: the person is in either way, and no link works after', async (t) => {
  const scene = await reedPrimary(t)
  const { http, head, reed, olive, clock, mailbox } = scene
  const outcomes: string[] = []
  for (let from = 0; from < TRIES; from += AT_ONCE) {
    const emails = Array.from({ length: AT_ONCE }, (_, n) => `p${from + n}@reed.example`)
    const ready = await inviteMany(head, reed, emails)
    await mailIsSettled(olive, reed)
    await clock.shift(61)
    const each = ready.map(async ({ invited, token }) => {
      const [accept, resend] = await Promise.all([
        door(http.fresh(), token).register(),
        head.post(`/api/v1/invitations/${invited.invitationId}/resend`, {}),
      ])
      return `${accept.status} ${resend.status}`
    })
    outcomes.push(...(await Promise.all(each)))
  }
  const fair = ['201 200', '201 409']
  assert.deepEqual(
    outcomes.filter((outcome) => !fair.includes(outcome)),
    [],
  )
  await mailIsSettled(olive, reed)
  assert.equal(await seatsAt(scene), TRIES)
  const links = mailbox.all().flatMap((letter) => /\/i\/(inv_[\w-]+)/.exec(letter.mail.text ?? '')?.[1] ?? [])
  assert.ok(links.length >= TRIES)
  for (const token of links) assert.equal((await door(http.fresh(), token).open()).body.code, 'link_used')
})

test('two schools invited one newcomer, and both links are posted at once: one registers her, and only that password works', async (t) => {
  const scene = await reedPrimary(t)
  const { http, make, head, olive, reed } = scene
  const mill = await make.school('Mill Lane')
  const emails = Array.from({ length: 20 }, (_, n) => `p${n}@some.example`)
  const [atReed, atMill] = [await inviteMany(head, reed, emails), await inviteMany(olive, mill, emails)]
  for (const [n, email] of emails.entries()) {
    const links = [atReed[n], atMill[n]]
    const replies = await Promise.all(
      links.map((each, at) =>
        door(http.fresh(), each?.token ?? '').register({ password: `${NEW_PASSWORD} ${at}` }),
      ),
    )
    assert.deepEqual(tally(replies.map((reply) => reply.status)), { 201: 1, 409: 1 })
    const winner = replies.findIndex((reply) => reply.status === 201)
    assert.equal((await signIn(scene, email, `${NEW_PASSWORD} ${winner}`)).reply.status, 201)
    assert.equal((await signIn(scene, email, `${NEW_PASSWORD} ${1 - winner}`)).reply.status, 401)
  }
})
