import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { sealAudit } from '../src/features/audit/seal-audit.ts'
import type { Client, Reply } from './support/http-client.ts'
import { door, mailedLink, mailIsSettled, NEW_PASSWORD, reedPrimary, signIn } from './support/invite.ts'
import type { Person, Place } from './support/make.ts'

const DAY_SECONDS = 24 * 60 * 60
const EMAIL = 'jane@reed.example'

/** Reed and Oak Primary with Sam Patel, who looks after both, in a trust. Who acts signs in anew, since days go by. */
async function twoSchools(t: TestContext) {
  const scene = await reedPrimary(t)
  const oak = await scene.make.school('Oak Primary')
  await scene.make.person(scene.sam.email, { at: oak, role: 'organisation_admin', password: false })
  const as = async ({ email, password }: Person) => (await signIn(scene, email, password)).browser
  return {
    ...scene,
    oak,
    days: (days: number) => scene.clock.shift(days * DAY_SECONDS),
    sam: () => as(scene.sam),
    olive: () => as(scene.owner),
  }
}
type Scene = Awaited<ReturnType<typeof twoSchools>>

function done({ status, body }: Reply) {
  assert.ok(status < 300, JSON.stringify(body))
  return body
}

interface Row {
  status: string
  statusLabel: string
  statusDetail: string | null
}
interface Seat {
  person: { name: string }
  openedWhyLabel: string
  closedWhyLabel: string | null
}

/** A line of a status without the day and hour at which the test happens to run. */
const anyDay = (line: string) =>
  line
    .replace(/\d\d:\d\d/, '(time)')
    .replace(/((Mon|Tue|Wed|Thu|Fri|Sat|Sun) )?\d{1,2} [A-Z][a-z]+( \d{4})?/g, '(day)')
    .replace(/yesterday|\d days ago/, '(day)')

/** Everybody that a list and its archive find by a word, with label and second line. */
async function listed(who: Client, at: Place, word = 'jane'): Promise<string[]> {
  const rows: Row[] = []
  for (const view of ['', '&view=archived'])
    rows.push(...done(await who.get(`/api/v1/organisations/${at.id}/people?q=${word}${view}`)).data)
  return rows.map((row) =>
    [row.status, row.statusLabel, row.statusDetail && anyDay(row.statusDetail)].filter(Boolean).join(' · '),
  )
}

/** The ledger as it is read, the latest seat first, after the number that is open. */
async function seats(who: Client, at: Place): Promise<(number | string)[]> {
  const { open, data } = done(await who.get(`/api/v1/organisations/${at.id}/seats`))
  const lines = data.map(({ person, openedWhyLabel, closedWhyLabel }: Seat) =>
    [person.name.replace(/ [0-9A-F]{4}$/, ''), openedWhyLabel, closedWhyLabel ?? 'open'].join(' · '),
  )
  return [open, ...lines]
}

/** How she stands where she works: in the list as the business manager sees it, and in the ledger as the owner does. */
async function stands(scene: Scene, at: Place, inList: string[], ledger: (number | string)[]) {
  assert.deepEqual(await listed(await scene.sam(), at), inList)
  assert.deepEqual(await seats(await scene.olive(), at), ledger)
}

/** What the page of a person tells, from the first day on. */
const told = (sheet: { timeline: { sentence: string }[] }) =>
  sheet.timeline.map(({ sentence }) => sentence).reverse()

const FIRST = 'Jane Smith · Registered with an invitation'
const AGAIN = 'Jane Smith · Reactivated'

test('the whole working life of a colleague is told truly by the list, the seats, her page and the record', async (t) => {
  const scene = await twoSchools(t)
  const { reed, oak, root, mailbox, http, days } = scene
  const people = `/api/v1/organisations/${reed.id}/people`

  const added = await (await scene.sam()).post(people, {
    email: EMAIL,
    givenName: 'Jane',
    familyName: 'Smith',
    notify: 'none',
  })
  const { id, personId } = done(added)
  const jane = `/api/v1/people/${id}`
  await stands(scene, reed, ['not_invited · Not invited · Added (day)'], [0])

  const invite = `/api/v1/organisations/${reed.id}/invitations/resend`
  const invited = done(await (await scene.sam()).post(invite, { people: [id], alsoNotInvited: true }))
  assert.equal(invited.results[0].outcome, 'queued')
  await mailIsSettled(await scene.sam(), reed)
  const oldLink = await mailedLink(mailbox, EMAIL)
  await stands(scene, reed, ['pending · Pending · Sent (day), expires (day)'], [0])

  await days(8)
  await stands(scene, reed, ['expired · Expired · Expired (day)'], [0])
  assert.equal((await door(http.fresh(), oldLink).register()).body.code, 'link_expired')

  const { invitation } = done(await (await scene.sam()).get(jane))
  done(await (await scene.sam()).post(`/api/v1/invitations/${invitation.id}/resend`, {}))
  await mailIsSettled(await scene.sam(), reed)
  const newLink = await mailedLink(mailbox, EMAIL, 2)
  await stands(scene, reed, ['pending · Pending · Sent (day), expires (day)'], [0])

  await days(1)
  done(await door(http.fresh(), newLink).register())
  await stands(scene, reed, ['active · Active'], [1, `${FIRST} · open`])

  await days(1)
  for (let tries = 0; tries < 10; tries++) await signIn(scene, EMAIL, 'not the right words')
  await mailIsSettled(await scene.sam(), reed)
  await stands(scene, reed, ['locked · Locked · Unlocks (time)'], [1, `${FIRST} · open`])
  assert.equal((await signIn(scene, EMAIL, NEW_PASSWORD)).reply.status, 401)

  done(await (await scene.sam()).post(`${jane}/unlock`))
  await stands(scene, reed, ['active · Active'], [1, `${FIRST} · open`])
  const { browser, reply } = await signIn(scene, EMAIL, NEW_PASSWORD)
  assert.equal(reply.status, 201)

  done(await (await scene.sam()).post(`${jane}/pause`, { reason: 'Away until Easter' }))
  await stands(scene, reed, ['inactive · Inactive · Paused by Sam Patel, (day)'], [0, `${FIRST} · Paused`])
  assert.equal((await browser.get('/api/v1/me')).status, 401)

  await days(30)
  done(await (await scene.sam()).post(`${jane}/reactivate`))
  const backOnce = [`${AGAIN} · open`, `${FIRST} · Paused`]
  await stands(scene, reed, ['active · Active'], [1, ...backOnce])

  await days(1)
  done(await (await scene.sam()).post(`${jane}/archive`, { reason: 'New job' }))
  const archived = [`${AGAIN} · Archived`, `${FIRST} · Paused`]
  await stands(scene, reed, ['inactive · Inactive · Archived by Sam Patel, (day)'], [0, ...archived])

  await days(1)
  done(await (await scene.sam()).post(`${jane}/reactivate`))
  await stands(scene, reed, ['active · Active'], [1, `${AGAIN} · open`, ...archived])

  await days(1)
  const { movedTo } = done(await (await scene.sam()).post(`${jane}/move`, { to: oak.id }))
  const left = [`${AGAIN} · Archived`, ...archived]
  await stands(scene, reed, ['inactive · Inactive · Archived, left (day)'], [0, ...left])
  const moved = 'Jane Smith · Moved here from another organisation'
  await stands(scene, oak, ['active · Active'], [1, `${moved} · open`])
  const atOak = (await signIn(scene, EMAIL, NEW_PASSWORD)).browser
  const { organisations } = done(await atOak.get('/api/v1/me'))
  assert.deepEqual(
    organisations.map((each: Place) => each.name),
    ['Oak Primary'],
  )

  const ofAnywhere = [
    'Signed in',
    'A sign-in failed 10 times',
    'Sign-in was paused after 10 wrong passwords',
    'A sign-in failed',
  ]
  assert.deepEqual(told(done(await (await scene.sam()).get(jane))), [
    'Added by hand, not invited, by Sam Patel',
    'Invited, by Sam Patel',
    'Invitation: accepted by the mail server',
    'The invitation was sent again, by Sam Patel',
    'Invitation: accepted by the mail server',
    'Registered with the invitation',
    ...ofAnywhere.slice(0, 3),
    'Sign-in paused: accepted by the mail server',
    'A sign-in failed',
    'Unlocked, by Sam Patel',
    'Signed in',
    'Paused, by Sam Patel',
    'Reactivated, by Sam Patel',
    'Archived, by Sam Patel',
    'Reactivated, by Sam Patel',
    'Archived on moving to another organisation, by Sam Patel',
    'Signed in',
  ])
  assert.deepEqual(told(done(await (await scene.sam()).get(`/api/v1/people/${movedTo}`))), [
    ...ofAnywhere,
    'Signed in',
    'Moved here from another organisation, by Sam Patel',
    'Signed in',
  ])

  const erase = async (membership: string) =>
    done(await (await scene.sam()).send('DELETE', `/api/v1/people/${membership}`, { name: 'Jane Smith' }))
  assert.equal(
    (await erase(movedTo)).sentence,
    'Deleted at Oak Primary for good. The account stays, because it belongs to another organisation too.',
  )
  await stands(scene, oak, [], [0, `${moved} · Removed`])
  assert.equal((await atOak.get('/api/v1/me')).status, 401)
  assert.match((await erase(id)).sentence, /the email address is free again\.$/)
  const erased = left.map((line) => line.replace('Jane Smith', 'Erased person'))
  await stands(scene, reed, [], [0, ...erased])
  await stands(scene, oak, [], [0, `${moved.replace('Jane Smith', 'Erased person')} · Removed`])
  for (const at of [reed, oak, root])
    for (const word of ['jane', 'smith', 'jane%40reed', 'erased'])
      assert.deepEqual(await listed(await scene.olive(), at, `${word}&include=below`), [])
  for (const membership of [id, movedTo])
    for (const who of [await scene.sam(), await scene.olive()])
      assert.equal((await who.get(`/api/v1/people/${membership}`)).status, 404)
  assert.equal((await signIn(scene, EMAIL, NEW_PASSWORD)).reply.status, 401)

  for (const at of [reed, oak]) {
    const { data } = done(await (await scene.olive()).get(`/api/v1/organisations/${at.id}/audit?what=people`))
    assert.match(data[0].sentence, /^Sam Patel deleted Erased person [0-9A-F]{4} for good$/)
  }
  await sealAudit(scene.app, scene.id)
  const verified = await (await scene.olive()).post(`/api/v1/organisations/${root.id}/audit/verify`)
  assert.deepEqual([done(verified).firstBad, verified.body.problem], [null, null])

  const again = await (await scene.sam()).post(`/api/v1/organisations/${reed.id}/invitations`, {
    people: [{ email: EMAIL }],
  })
  await mailIsSettled(await scene.sam(), reed)
  const somebodyNew = done(await (await scene.sam()).get(`/api/v1/people/${done(again).results[0].personId}`))
  assert.notEqual(somebodyNew.id, id)
  assert.notEqual(somebodyNew.personId, personId)
  assert.deepEqual([somebodyNew.givenName, somebodyNew.status], ['', 'pending'])
  assert.deepEqual(told(somebodyNew), ['Invited, by Sam Patel', 'Invitation: accepted by the mail server'])
})
