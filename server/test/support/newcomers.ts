import { hash } from '@node-rs/argon2'
import pg from 'pg'
import type { Client, Reply } from './http-client.ts'
import { mailIsSettled } from './invite.ts'
import type { Place } from './make.ts'
import type { Mailbox } from './smtp-sink.ts'
import type { Lanyard } from './start-lanyard.ts'

/** What the form sends for Jane Smith, with an account set up for her unless a test says otherwise. */
export const wishFor = (email: string, more: Record<string, unknown> = {}) => ({
  email,
  givenName: 'Jane',
  familyName: 'Smith',
  notify: 'credentials',
  ...more,
})

/** The one-time password in a letter. */
export const onePassword = (text: string): string =>
  /One-time password: \**([2-9A-Z]{4}(?:-[2-9A-Z]{4}){4})/.exec(text)?.[1] ?? `no password in: ${text}`

/** The letters that an address got. */
export const lettersTo = (mailbox: Mailbox, email: string) =>
  mailbox.all().filter((letter) => letter.to.includes(email))

/** Sets an account up and waits until its mail has come to an end. @returns the person and the mailed password */
export async function setUpWithMail(
  who: Client,
  at: Place,
  mailbox: Mailbox,
  email: string,
  more: Record<string, unknown> = {},
): Promise<{ made: Reply; password: string }> {
  const made = await who.post(`/api/v1/organisations/${at.id}/people`, wishFor(email, more))
  if (made.status !== 201) throw new Error(JSON.stringify(made.body))
  await mailIsSettled(who, at)
  return { made, password: onePassword(lettersTo(mailbox, email).at(-1)?.mail.text ?? '') }
}

/** Keeps somebody's password as an older Lanyard would have: hashed with less, so that it is hashed anew when they sign in. */
export async function hashWeakly(
  { app, ownerConnection, id }: Lanyard,
  email: string,
  password: string,
): Promise<void> {
  const pepperId = app.keys.newestId
  const peppered = app.keys.sign('password-pepper', password.normalize('NFKC'), pepperId).toString('base64')
  const weak = await hash(peppered, { algorithm: 2, memoryCost: 8192, timeCost: 1, parallelism: 1 })
  const db = new pg.Client(ownerConnection)
  await db.connect()
  await db.query(`select set_config('lanyard.tenant', $1, false)`, [id])
  await db.query(
    'update passwords p set hash = $1 from accounts a where a.id = p.account_id and a.tenant_id = p.tenant_id and a.email = $2',
    [weak, email],
  )
  await db.end()
}
