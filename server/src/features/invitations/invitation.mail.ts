import { newToken } from '../../platform/crypto/tokens.ts'
import { wordsIn } from '../../platform/languages/words.ts'
import type { ClaimedMessage, MailKinds, MailWriter, WrittenMessage } from '../messages/message.ts'
import english from './invitation.mail.en-GB.json' with { type: 'json' }
import { INVITATION_TOKEN } from './invitation.ts'
import { insertLinks, renewInvitedUntil, startLinks } from './invitations.queries.ts'
import { findLetters, findWriters, type LetterFacts } from './letters.queries.ts'

const wordsOf = wordsIn({ 'en-GB': english })

type Letter = { message: ClaimedMessage; facts: LetterFacts }

/** Messages with what stands behind them now; one whose invitation has ended meanwhile is not written. */
async function openLetters(tx: Parameters<MailWriter>[1], messages: ClaimedMessage[]): Promise<Letter[]> {
  const facts = await findLetters(
    tx,
    messages.flatMap((message) => message.subjectIds.invitationId ?? []),
  )
  return messages.flatMap((message) => {
    const found = facts.get(message.subjectIds.invitationId ?? '')
    return found ? [{ message, facts: found }] : []
  })
}

/** A link is minted for this attempt, so that no token is stored or queued. */
const writeWithLink =
  (kind: 'invitation' | 'new_link'): MailWriter =>
  async (_app, tx, messages) => {
    const letters = (await openLetters(tx, messages)).filter(({ facts }) => facts.state === 'open')
    if (letters.length === 0) return new Map()
    const minted = letters.map((letter) => ({ ...letter, token: newToken(INVITATION_TOKEN) }))
    const ends = await insertLinks(
      tx,
      minted.map(({ message, facts, token }) => ({
        invitationId: facts.id,
        token,
        messageId: message.id,
      })),
      'mailed',
    )
    return new Map(
      minted.map(({ message, facts, token }) => {
        const ending = ends.get(facts.id) as Date
        return [message.id, letterWithLink(kind, message, facts, `${message.baseUrl}/i/${token}`, ending)]
      }),
    )
  }

/** The words of an invitation; also what the page shows before it is sent. */
export function letterWithLink(
  kind: 'invitation' | 'new_link',
  message: Pick<ClaimedMessage, 'organisationName' | 'to' | 'baseUrl'>,
  facts: LetterFacts,
  url: string,
  ending: Date,
): WrittenMessage {
  const words = wordsOf(facts.language)
  const about = factsOf(message, facts, ending)
  const part = kind === 'invitation' && facts.registered ? 'join' : kind
  const button = part === 'new_link' ? 'invitation.button' : `${part}.button`
  return {
    ...frameOf(part, message, facts, about),
    paragraphs: [
      facts.givenName ? words('hello', { name: facts.givenName }) : words('hello_unnamed'),
      words(`${part}.what`, about),
      ...(facts.message && kind === 'invitation'
        ? [words('quote', { ...about, message: facts.message })]
        : []),
    ],
    button: { label: words(button, about), url },
    afterButton: [words('life', about), words('not_you', about)],
    contentUntil: ending,
  }
}

const writeDeclined: MailWriter = async (_app, tx, messages) =>
  new Map(
    (await openLetters(tx, messages)).map(({ message, facts }) => {
      const words = wordsOf(facts.inviter?.language ?? '')
      const about = factsOf(message, facts, facts.keepUntil)
      return [
        message.id,
        {
          ...frameOf('declined', message, facts, about),
          paragraphs: [
            facts.inviter ? words('hello', { name: facts.inviter.givenName }) : words('hello_unnamed'),
            words('declined.what', about),
            words('declined.next'),
          ],
          button: { label: words('declined.button'), url: `${message.baseUrl}/` },
          footer: { why: words('declined.why'), base: `${message.baseUrl}/` },
          contentUntil: facts.keepUntil,
        },
      ]
    }),
  )

/** It speaks of whoever copied the link, and answers go to them. */
const writeLinkCopied: MailWriter = async (_app, tx, messages) => {
  const writers = await findWriters(
    tx,
    messages.flatMap((message) => message.subjectIds.copiedById ?? []),
  )
  return new Map(
    (await openLetters(tx, messages)).map(({ message, facts: invitation }) => {
      const copier = writers.get(message.subjectIds.copiedById ?? '') ?? null
      const facts = { ...invitation, inviter: copier }
      const words = wordsOf(facts.language)
      const about = factsOf(message, facts, facts.invitedUntil ?? facts.keepUntil)
      return [
        message.id,
        {
          ...frameOf('link_copied', message, facts, about),
          paragraphs: [
            facts.givenName ? words('hello', { name: facts.givenName }) : words('hello_unnamed'),
            words('link_copied.what', about),
          ],
          afterButton: [words('link_copied.not_you', about)],
          contentUntil: facts.keepUntil,
        },
      ]
    }),
  )
}

function factsOf(
  message: Pick<ClaimedMessage, 'organisationName' | 'to'>,
  facts: LetterFacts,
  ending: Date,
): Record<string, string | number> {
  const words = wordsOf(facts.language)
  return {
    organisation: message.organisationName,
    inviter: facts.inviter?.name ?? words('somebody', { organisation: message.organisationName }),
    email: facts.email,
    days: facts.days,
    until: new Intl.DateTimeFormat(facts.language, {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      timeZone: facts.timeZone,
    }).format(ending),
  }
}

function frameOf(
  part: 'invitation' | 'join' | 'new_link' | 'declined' | 'link_copied',
  message: Pick<ClaimedMessage, 'organisationName' | 'baseUrl'>,
  facts: LetterFacts,
  about: Record<string, string | number>,
) {
  const words = wordsOf(facts.language)
  const { inviter } = facts
  return {
    subject: words(`${part}.subject`, about),
    preview: words(`${part}.preview`, about),
    heading: words(`${part}.heading`, about),
    organisation: message.organisationName,
    footer: {
      why: words(part === 'link_copied' ? 'link_copied.why' : 'why', about),
      ...(inviter && part !== 'declined' ? { ask: inviter.email } : {}),
      base: `${message.baseUrl}/`,
    },
    lang: facts.language,
    ...(inviter && part !== 'declined' ? { replyTo: { name: inviter.name, address: inviter.email } } : {}),
  }
}

const settled: NonNullable<MailKinds[string]['settled']> = async (_app, tx, results) => {
  const idsWhere = (handedOver: boolean) =>
    results.filter((each) => each.handedOver === handedOver).map((each) => each.messageId)
  await startLinks(tx, idsWhere(true), idsWhere(false))
  await renewInvitedUntil(
    tx,
    results.flatMap((each) => each.subjectIds.invitationId ?? []),
  )
}

export const invitationMail: MailKinds = {
  invitation: { label: english.invitation.label, write: writeWithLink('invitation'), settled },
  invitation_new_link: { label: english.new_link.label, write: writeWithLink('new_link'), settled },
  invitation_declined: { label: english.declined.label, write: writeDeclined },
  invitation_link_copied: { label: english.link_copied.label, write: writeLinkCopied },
}
