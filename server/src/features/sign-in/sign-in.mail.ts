import { sql } from 'kysely'
import { newToken } from '../../platform/crypto/tokens.ts'
import type { Tx } from '../../platform/database/database.ts'
import { wordsIn } from '../../platform/languages/words.ts'
import type { ClaimedMessage, MailKinds, MailWriter, WrittenMessage } from '../messages/message.ts'
import { LOCK_AFTER, LOCK_MINUTES } from './lock.ts'
import { RESET_MINUTES } from './password-reset.ts'
import { insertResetLinks, type OpenReset, openResets } from './password-resets.queries.ts'
import english from './sign-in.mail.en-GB.json' with { type: 'json' }

const wordsOf = wordsIn({ 'en-GB': english })

/** Days for which captured mail without a link is kept. */
const PLAIN_CONTENT_DAYS = 7

/** A link is minted for this attempt, so no plain token is stored or queued. Requests used or replaced meanwhile are not written. */
const writeReset: MailWriter = async (_app, tx, messages) => {
  const wanted = new Map(
    (
      await openResets(
        tx,
        messages.flatMap((message) => message.subjectIds.resetId ?? []),
      )
    ).map((each) => [each.id, each]),
  )
  const minted = messages.flatMap((message) => {
    const reset = wanted.get(message.subjectIds.resetId ?? '')
    return reset ? [{ message, reset, resetId: reset.id, token: newToken('rst_') }] : []
  })
  if (minted.length === 0) return new Map()
  const contentUntil = await insertResetLinks(tx, minted)
  return new Map(
    minted.map(({ message, reset, token }) => {
      const words = wordsOf(reset.language)
      return [
        message.id,
        {
          ...frame(message, reset.language, 'reset', { minutes: RESET_MINUTES }),
          paragraphs: [words('hello', { name: reset.givenName }), saidBy(message, reset)],
          button: { label: words('reset.button'), url: `${message.baseUrl}/reset/${token}` },
          afterButton: [
            words('reset.life', { minutes: RESET_MINUTES }),
            words(reset.sent ? 'reset.not_expected' : 'reset.not_you'),
          ],
          contentUntil,
          ...(reset.sender ? { replyTo: reset.sender } : {}),
        },
      ]
    }),
  )
}

/** Why there is a link to choose a password: asked for on the sign-in page, or sent by an admin. */
function saidBy(message: ClaimedMessage, { sent, sender, language }: OpenReset): string {
  const words = wordsOf(language)
  if (!sent) return words('reset.asked')
  const organisation = message.organisationName
  return sender
    ? words('reset.sent_by', { name: sender.name, organisation })
    : words('reset.sent', { organisation })
}

const writeChanged: MailWriter = async (_app, tx, messages) => {
  const people = await recipients(tx, messages)
  return new Map(
    messages.map((message) => {
      const person = people.get(message.accountId ?? '')
      const words = wordsOf(person?.language ?? '')
      return [
        message.id,
        {
          ...frame(message, person?.language, 'changed', {}),
          paragraphs: [hello(person), words('changed.what')],
          button: { label: words('changed.button'), url: `${message.baseUrl}/sign-in` },
          afterButton: [words('changed.not_you')],
          contentUntil: person?.keepUntil ?? new Date(0),
        },
      ]
    }),
  )
}

/** Looks at the lock as it is now: one that has opened in the meantime is not written about. */
const writeLocked: MailWriter = async (_app, tx, messages) => {
  const people = await recipients(tx, messages)
  return new Map(
    messages.flatMap((message) => {
      const person = people.get(message.accountId ?? '')
      if (!person?.lockedUntil) return []
      const words = wordsOf(person.language)
      const time = new Intl.DateTimeFormat(person.language, {
        hour: '2-digit',
        minute: '2-digit',
        timeZone: person.timeZone,
      }).format(person.lockedUntil)
      const written: WrittenMessage = {
        ...frame(message, person.language, 'locked', { minutes: LOCK_MINUTES, times: LOCK_AFTER }),
        paragraphs: [hello(person), words('locked.what', { times: LOCK_AFTER, time })],
        button: { label: words('locked.button'), url: `${message.baseUrl}/forgot` },
        afterButton: [words('locked.was_you'), words('locked.not_you')],
        contentUntil: person.keepUntil,
      }
      return [[message.id, written] as const]
    }),
  )
}

export const signInMail: MailKinds = {
  password_reset: { label: english.reset.label, write: writeReset },
  password_changed: { label: english.changed.label, write: writeChanged },
  locked: { label: english.locked.label, write: writeLocked },
}

function frame(
  message: ClaimedMessage,
  language: string | undefined,
  part: 'reset' | 'changed' | 'locked',
  facts: Record<string, number>,
) {
  const words = wordsOf(language ?? '')
  return {
    subject: words(`${part}.subject`, facts),
    preview: words(`${part}.preview`, facts),
    heading: words(`${part}.heading`, facts),
    organisation: message.organisationName,
    footer: { why: words('why', { organisation: message.organisationName }), base: `${message.baseUrl}/` },
    lang: language ?? 'en-GB',
  }
}

interface Recipient {
  id: string
  givenName: string
  language: string
  timeZone: string
  lockedUntil: Date | null
  keepUntil: Date
}

const hello = (person: Recipient | undefined) =>
  person ? wordsOf(person.language)('hello', { name: person.givenName }) : wordsOf('')('hello_unnamed')

async function recipients(tx: Tx, messages: ClaimedMessage[]): Promise<Map<string, Recipient>> {
  const ids = messages.flatMap((message) => message.accountId ?? [])
  const found = await sql<Recipient>`
    select a.id, a.given_name as "givenName", a.language,
      (select o.time_zone from organisations o where o.tenant_id = a.tenant_id and o.parent_id is null) as "timeZone",
      (select l.locked_until from sign_in_locks l where l.tenant_id = a.tenant_id and l.address_hash = address_hash(a.email)
        and l.locked_until > lanyard_now()) as "lockedUntil",
      lanyard_now() + make_interval(days => ${PLAIN_CONTENT_DAYS}) as "keepUntil"
    from accounts a where a.tenant_id = current_tenant() and a.id = any(${ids}::uuid[])`.execute(tx)
  return new Map(found.rows.map((row) => [row.id, row]))
}
