import { newToken } from '../../platform/crypto/tokens.ts'
import type { Tx } from '../../platform/database/database.ts'
import { wordsIn } from '../../platform/languages/words.ts'
import type { ClaimedMessage, MailKinds, MailWriter, WrittenMessage } from '../messages/message.ts'
import {
  EMAIL_CHANGE_DAYS,
  type EmailChangeFacts,
  findEmailChanges,
  insertEmailChangeLinks,
} from '../sign-in/email-changes.queries.ts'
import english from './accounts.mail.en-GB.json' with { type: 'json' }

const wordsOf = wordsIn({ 'en-GB': english })

/** What the token of a link begins with. */
const TOKEN = 'eml_'

type Letter = { message: ClaimedMessage; facts: EmailChangeFacts }

async function lettersOf(
  tx: Tx,
  messages: ClaimedMessage[],
  wanted: (facts: EmailChangeFacts) => boolean,
): Promise<Letter[]> {
  const facts = await findEmailChanges(
    tx,
    messages.flatMap((message) => message.subjectIds.changeId ?? []),
  )
  return messages.flatMap((message) => {
    const found = facts.get(message.subjectIds.changeId ?? '')
    return found && wanted(found) ? [{ message, facts: found }] : []
  })
}

/** A link is minted for this attempt, so no plain token is stored or queued. A change called off meanwhile is not written. */
const writeProof: MailWriter = async (_app, tx, messages) => {
  const letters = await lettersOf(tx, messages, (facts) => facts.open)
  if (letters.length === 0) return new Map()
  const minted = letters.map((letter) => ({ ...letter, token: newToken(TOKEN) }))
  const contentUntil = await insertEmailChangeLinks(
    tx,
    minted.map(({ facts, token }) => ({ changeId: facts.id, token })),
  )
  return new Map(
    minted.map(({ message, facts, token }) => {
      const { words, about } = tongue({ message, facts })
      const written: WrittenMessage = {
        ...frame({ message, facts }, 'proof', words('why_new', about)),
        paragraphs: [hello(facts), words(facts.sender ? 'proof.asked_by' : 'proof.asked', about)],
        button: { label: words('proof.button'), url: `${message.baseUrl}/e/${token}` },
        afterButton: [words('proof.life', about), words('proof.not_you')],
        contentUntil,
      }
      return [message.id, written] as const
    }),
  )
}

/** To the old address, before anything changes. */
const writeAsked: MailWriter = async (_app, tx, messages) =>
  new Map(
    (await lettersOf(tx, messages, (facts) => facts.open)).map(({ message, facts }) => {
      const { words, about } = tongue({ message, facts })
      const written: WrittenMessage = {
        ...frame({ message, facts }, 'asked', words('why', about)),
        paragraphs: [
          hello(facts),
          words(facts.sender ? 'asked.asked_by' : 'asked.asked', about),
          words('asked.yet'),
          words(facts.sender ? 'asked.not_you' : 'asked.not_you_unnamed', about),
        ],
        contentUntil: facts.keepUntil,
      }
      return [message.id, written] as const
    }),
  )

/** To both addresses, after the change. */
const writeChanged: MailWriter = async (_app, tx, messages) =>
  new Map(
    (await lettersOf(tx, messages, (facts) => facts.usedAt !== null)).map(({ message, facts }) => {
      const { words, about } = tongue({ message, facts })
      const written: WrittenMessage = {
        ...frame({ message, facts }, 'changed', words('why', about)),
        paragraphs: [hello(facts), words('changed.what', about), words('changed.then')],
        button: { label: words('changed.button'), url: `${message.baseUrl}/sign-in` },
        afterButton: [words('changed.not_you')],
        contentUntil: facts.keepUntil,
      }
      return [message.id, written] as const
    }),
  )

export const accountsMail: MailKinds = {
  email_change_proof: { label: english.proof.label, write: writeProof },
  email_change_asked: { label: english.asked.label, write: writeAsked },
  email_changed: { label: english.changed.label, write: writeChanged },
}

const hello = ({ givenName, language }: EmailChangeFacts) =>
  givenName ? wordsOf(language)('hello', { name: givenName }) : wordsOf(language)('hello_unnamed')

function tongue({ message, facts }: Letter) {
  const { language, timeZone, usedAt } = facts
  const when = (style: Intl.DateTimeFormatOptions) =>
    usedAt ? new Intl.DateTimeFormat(language, { timeZone, ...style }).format(usedAt) : ''
  return {
    words: wordsOf(language),
    about: {
      organisation: message.organisationName,
      email: facts.email,
      name: facts.sender?.name ?? '',
      days: EMAIL_CHANGE_DAYS,
      day: when({ day: 'numeric', month: 'long' }),
      time: when({ hour: '2-digit', minute: '2-digit' }),
    },
  }
}

function frame(letter: Letter, part: 'proof' | 'asked' | 'changed', why: string) {
  const { message, facts } = letter
  const { words, about } = tongue(letter)
  return {
    subject: words(`${part}.subject`, about),
    preview: words(`${part}.preview`, about),
    heading: words(`${part}.heading`, about),
    organisation: message.organisationName,
    footer: { why, base: `${message.baseUrl}/` },
    lang: facts.language,
    ...(facts.sender && part !== 'changed' ? { replyTo: facts.sender } : {}),
  }
}
