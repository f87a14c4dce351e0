import assert from 'node:assert/strict'
import type { TestContext } from 'node:test'
import pg from 'pg'
import type { Client, Reply } from './http-client.ts'
import type { Place } from './make.ts'
import type { Letter, Mailbox } from './smtp-sink.ts'
import { type Lanyard, type Options, startLanyard, type Tenant } from './start-lanyard.ts'

/** Reed Primary, with Sam Patel who may invite there, and the owner above. */
export async function reedPrimary(t: TestContext, options: Options = { mail: 'sink' }) {
  const lanyard = await startLanyard(t, options)
  const reed = await lanyard.make.school('Reed Primary')
  const sam = await lanyard.make.person('sam@reed.example', {
    at: reed,
    role: 'organisation_admin',
    name: 'Sam Patel',
  })
  return { ...lanyard, reed, sam, head: lanyard.http.as(sam), olive: lanyard.http.as(lanyard.owner) }
}

/** A browser of its own in which somebody tries to sign in. */
export async function signIn(
  { http }: Tenant,
  email: string,
  password: string,
): Promise<{ browser: Client; reply: Reply }> {
  const browser = http.fresh()
  return { browser, reply: await browser.post('/api/v1/sessions', { email, password }) }
}

export interface Invited {
  invitationId: string
  /** Of the membership. */
  personId: string
}

/** Invites one person; what is not said is as the page sends it. */
export async function inviteOne(
  who: Client,
  at: Place,
  person: { email: string; givenName?: string; familyName?: string; roles?: unknown[] },
  more: Record<string, unknown> = {},
): Promise<Invited> {
  const sent = await who.post(`/api/v1/organisations/${at.id}/invitations`, { people: [person], ...more })
  assert.equal(sent.status, 201, JSON.stringify(sent.body))
  const [result] = sent.body.results
  assert.ok(result.invitationId, JSON.stringify(result))
  return result
}

/** Invites people of whom only the address is known, and copies each a link. */
export async function inviteMany(
  who: Client,
  at: Place,
  emails: string[],
): Promise<{ invited: Invited; email: string; token: string }[]> {
  const people = emails.map((email) => ({ email }))
  const sent = await who.post(`/api/v1/organisations/${at.id}/invitations`, { people })
  assert.equal(sent.status, 201, JSON.stringify(sent.body))
  return Promise.all(
    sent.body.results.map(async (invited: Invited & { email: string }) => ({
      invited,
      email: invited.email,
      token: await copiedLink(who, invited),
    })),
  )
}

/** The token of a personal link, copied by hand. */
export async function copiedLink(who: Client, { invitationId }: Invited): Promise<string> {
  const copied = await who.post(`/api/v1/invitations/${invitationId}/link`)
  assert.equal(copied.status, 201, JSON.stringify(copied.body))
  return tokenOf(copied.body.url)
}

/** The token of the link in the n-th letter (from 1) that this address got with one. */
export async function mailedLink(mailbox: Mailbox, email: string, n = 1): Promise<string> {
  const withLink = () =>
    mailbox.all().filter((letter) => letter.to.includes(email) && /\/i\/inv_/.test(textOf(letter)))
  for (let letters = mailbox.all().length + 1; withLink().length < n; letters++) await mailbox.letter(letters)
  return tokenOf(textOf(withLink()[n - 1] as Letter))
}

const textOf = (letter: Letter) => letter.mail.text ?? ''
const tokenOf = (text: string) => /\/i\/(inv_[\w-]+)/.exec(text)?.[1] ?? 'no link'

export const NEW_PASSWORD = 'quite another secret'

/** Waits until no mail of an organisation is on its way. */
export async function mailIsSettled(who: Client, at: Place): Promise<void> {
  const deadline = Date.now() + 30_000
  for (;;) {
    const { body } = await who.get(`/api/v1/organisations/${at.id}/messages`)
    if (body.data.every((each: { state: string }) => !['queued', 'sending'].includes(each.state))) return
    if (Date.now() > deadline) throw new Error('The mail was not settled')
  }
}

/** What the form of a person sends, with what a test says instead. */
const form = (more: Record<string, unknown> = {}) => ({
  givenName: 'Jane',
  familyName: 'Smith',
  mobile: '07700 900123',
  password: NEW_PASSWORD,
  ...more,
})

/** The door of registration, for one link. */
export const door = (client: Client, token: string) => ({
  open: () => client.get(`/api/v1/registrations/${token}`),
  keep: (progress: Record<string, unknown>) => client.patch(`/api/v1/registrations/${token}`, progress),
  register: (more: Record<string, unknown> = {}) => client.post(`/api/v1/registrations/${token}`, form(more)),
  join: () => client.post(`/api/v1/registrations/${token}/join`),
  askNewLink: () => client.post(`/api/v1/registrations/${token}/new-link`),
  notMe: () => client.post(`/api/v1/registrations/${token}/not-me`),
})

/** Ends the life of every link there is. */
export async function endLinks({ ownerConnection, id }: Lanyard): Promise<void> {
  const db = new pg.Client(ownerConnection)
  await db.connect()
  await db.query(`select set_config('lanyard.tenant', $1, false)`, [id])
  await db.query('update invitation_links set expires_at = lanyard_now()')
  await db.end()
}

let schools = 0

/** Somebody invited to a new school, with a link copied for them and no mail under way. */
export async function somebodyInvited(
  { http, make, owner }: Lanyard,
  email = `jane${++schools}@reed.example`,
): Promise<{ invited: Invited; token: string }> {
  const school = await make.school(`School with somebody invited ${++schools}`)
  const invited = await inviteOne(http.as(owner), school, { email })
  const token = await copiedLink(http.as(owner), invited)
  await mailIsSettled(http.as(owner), school)
  return { invited, token }
}

/** A browser of its own in which the owner has just signed in. */
export async function ownersBrowser({ http, owner }: Lanyard) {
  const browser = http.fresh()
  await browser.post('/api/v1/sessions', { email: owner.email, password: owner.password })
  // As a page does first; a session's first request writes down for which level its token stands.
  await browser.get('/api/v1/me')
  return browser
}

/** Somebody whose invitation may be sent again: a minute ago is long enough. */
export async function invitedAMinuteAgo(lanyard: Lanyard) {
  const { invited } = await somebodyInvited(lanyard)
  await lanyard.clock.shift(61)
  return { invited, owner: await ownersBrowser(lanyard) }
}
