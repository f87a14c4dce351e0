import { setTimeout as delay } from 'node:timers/promises'
import { Refusal } from '../../kernel/refusal.ts'
import type { App } from '../../platform/app.ts'
import { type HashedPassword, hashPassword } from '../../platform/crypto/passwords.ts'
import { wordsIn } from '../../platform/languages/words.ts'
import type { ClaimedMessage, MailKinds, MailWriter, WrittenMessage } from '../messages/message.ts'
import { newOneTimePassword } from '../sign-in/one-time-password.ts'
import { type FirstLetter, findFirstLetters, keepMadeUp } from './first-passwords.queries.ts'
import { handOver } from './hand-over.ts'
import english from './newcomers.mail.en-GB.json' with { type: 'json' }

const wordsOf = wordsIn({ 'en-GB': english })

/** How long to wait when too many passwords are being looked at, and how often. */
const BUSY_MS = 250
const BUSY_TRIES = 40

/** A password is made up for this attempt, so that none is stored or queued: only its hash is kept. */
const write: MailWriter = async (app, tx, messages) => {
  const letters = await findFirstLetters(
    tx,
    messages.flatMap((message) => message.subjectIds.firstPasswordId ?? []),
  )
  const written = new Map<string, WrittenMessage>()
  const madeUp: ({ id: string } & HashedPassword)[] = []
  for (const message of messages) {
    const letter = letters.get(message.subjectIds.firstPasswordId ?? '')
    if (!letter) continue
    const password = letter.how === 'mailed' ? newOneTimePassword() : null
    if (password) madeUp.push({ id: letter.id, ...(await hashed(app, password)) })
    written.set(message.id, firstLetter(message, letter, password))
  }
  await keepMadeUp(tx, madeUp)
  return written
}

/** The words of the email about a new account. Without a password it says who hands it over. */
function firstLetter(
  message: Pick<ClaimedMessage, 'organisationName' | 'baseUrl'>,
  letter: Omit<FirstLetter, 'id' | 'accountId'>,
  password: string | null,
): WrittenMessage {
  const words = wordsOf(letter.language)
  const organisation = message.organisationName
  const about = {
    organisation,
    email: letter.email,
    maker: letter.maker?.name ?? words('somebody', { organisation }),
    until: new Intl.DateTimeFormat(letter.language, {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      timeZone: letter.timeZone,
    }).format(letter.until),
  }
  return {
    subject: words('subject', about),
    preview: words('preview', about),
    heading: words('heading', about),
    organisation,
    lang: letter.language,
    paragraphs: [
      letter.givenName ? words('hello', { name: letter.givenName }) : words('hello_unnamed'),
      words('what', about),
      words('email', about),
      password ? words('mailed.password', { password }) : words('set.password', about),
    ],
    button: { label: words('button'), url: `${message.baseUrl}/sign-in` },
    afterButton: [words(password ? 'mailed.life' : 'set.life', about), words('not_you', about)],
    footer: {
      why: words('why', about),
      ...(letter.maker ? { ask: letter.maker.email } : {}),
      base: `${message.baseUrl}/`,
    },
    contentUntil: letter.until,
    ...(letter.maker ? { replyTo: { name: letter.maker.name, address: letter.maker.email } } : {}),
  }
}

/** One at a time, so that a batch of letters leaves room for those who sign in; a rush of them is waited out. */
async function hashed(app: App, password: string): Promise<HashedPassword> {
  for (let tries = 1; ; tries++)
    try {
      return await hashPassword(app.keys, password)
    } catch (error) {
      if (!(error instanceof Refusal) || tries >= BUSY_TRIES) throw error
      await delay(BUSY_MS)
    }
}

export const newcomersMail: MailKinds = {
  first_password: {
    label: english.label,
    write,
    settled: (app, tx, results) =>
      handOver(
        app,
        tx,
        results.filter((each) => each.handedOver).flatMap((each) => each.subjectIds.firstPasswordId ?? []),
      ),
  },
}
