import MailComposer from 'nodemailer/lib/mail-composer'

export interface Letter {
  /** Canonical address; the envelope recipient is exactly this. */
  to: string
  /** Shown beside the sender's address, such as `Reed Primary via Lanyard`. */
  fromName: string
  /** Where answers go, when not to the sender. */
  replyTo?: { name: string; address: string }
  subject: string
  text: string
  html: string
  /** The same at every attempt, so that a repeat is recognised. Without angle brackets. */
  messageId: string
}

/** Line breaks, controls and the marks that turn the direction of text: nothing a name in a header needs. */
const UNSAFE = /[\p{Cc}\u2028\u2029\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]+/gu

const nameOf = (text: string) => text.replace(UNSAFE, ' ').replace(/\s+/g, ' ').trim()

/**
 * Writes a letter as it travels: text and HTML of the same words, and the headers that keep answering machines quiet.
 * Addresses are handed on as they are, never parsed out of a text.
 */
export function composeLetter(letter: Letter, from: string): Promise<Buffer> {
  const { replyTo } = letter
  return new MailComposer({
    from: { name: nameOf(letter.fromName), address: from },
    to: { name: '', address: letter.to },
    ...(replyTo ? { replyTo: { name: nameOf(replyTo.name), address: replyTo.address } } : {}),
    subject: nameOf(letter.subject),
    text: letter.text,
    html: letter.html,
    messageId: `<${letter.messageId}>`,
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build()
}
