import type { App } from '../../platform/app.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { MailParts } from './render-mail.ts'

/** A message as the writer of its words sees it. */
export interface ClaimedMessage {
  id: string
  organisationId: string
  organisationName: string
  accountId: string | null
  to: string
  /** Ids of what it is about, as queued. The writer looks at the present state. */
  subjectIds: Record<string, string>
  /** The tenant's base address. */
  baseUrl: string
}

/** The words of one message, and until when its captured content is kept: as long as its link works. */
export interface WrittenMessage extends MailParts {
  contentUntil: Date
  /** Where answers go, such as the person who invites. */
  replyTo?: { name: string; address: string }
}

/**
 * Writes the words of claimed messages of one kind, minting a fresh link for this attempt where one is needed.
 * Runs at least once for each, in the transaction that marks them as being sent. One that is no longer wanted is absent.
 */
export type MailWriter = (
  app: App,
  tx: Tx,
  messages: ClaimedMessage[],
) => Promise<Map<string, WrittenMessage>>

/** What an attempt led to, as the feature that wanted the message hears it. */
export interface SettledMessage {
  messageId: string
  subjectIds: Record<string, string>
  state: MessageState
  /** The mail server took it, may have taken it, or it was captured: what it carries may be in use from now on. */
  handedOver: boolean
}

export interface MailKind {
  label: string
  write: MailWriter
  /**
   * What follows from attempts of this kind that ended, in the transaction that writes their ends down. Not called for
   * an attempt that another worker took over.
   */
  settled?(app: App, tx: Tx, results: SettledMessage[]): Promise<void>
}

/** Every kind of mail there is, by key; composed by the entrance that starts the worker. */
export type MailKinds = Record<string, MailKind>

/** Minutes until the next try, by tries so far; the last one repeats until RETRY_HOURS have gone. */
const RETRY_MINUTES = [1, 5, 15, 60, 120, 240, 480]
export const RETRY_HOURS = 48

/** @param tries how often it was tried, from 1 */
export function minutesToNextTry(tries: number): number {
  return RETRY_MINUTES[Math.min(tries, RETRY_MINUTES.length) - 1] as number
}

/** The channel that wakes the mail worker when a message was queued. */
export const MAIL_CHANNEL = 'lanyard_mail'

/** What became of a message, as it is stored and as people read it. */
export const STATE_LABELS = {
  queued: 'Waiting to be sent',
  sending: 'Being sent',
  accepted: 'Accepted by the mail server',
  deferred: 'Waiting, to be tried again',
  bounced: 'Refused',
  failed: 'Given up',
  unknown: 'Unknown, to be tried again',
  suppressed: 'Not sent',
} as const

export type MessageState = keyof typeof STATE_LABELS

/** The label of a state; mail that was captured was not sent, but is not lost either. */
export const stateLabel = (state: MessageState, captured: boolean): string =>
  captured && state === 'suppressed' ? 'Kept here, not sent' : STATE_LABELS[state]

/** What a stored explanation key means, in a plain sentence. */
export const EXPLANATIONS: Record<string, string> = {
  captured: 'Email isn’t set up, so this was kept here and not sent.',
  not_wanted: 'It was no longer needed when its turn came, so it wasn’t sent.',
  no_such_address: 'The email address doesn’t exist. Check its spelling.',
  mailbox_full: 'The mailbox is full. Ask them to clear space.',
  blocked: 'A mail filter blocked it. Give your IT team the mail server’s words below.',
  not_proved:
    'The receiving server doesn’t accept that this email is from us. Check the sender’s domain settings.',
  our_account: 'The mail server refused our user name or password. Check SMTP_URL; it will be tried again.',
  unreachable: 'The mail server can’t be reached. It will be tried again.',
  asked_to_wait: 'The receiving server asked us to wait. It will be tried again.',
  refused: 'The receiving server refused it, in the words below.',
  no_mail_domain: 'This address’s domain doesn’t receive email. Check the part after the @.',
  no_answer: 'The mail server broke off without a word. It will be tried again.',
  sender_refused:
    'The mail server doesn’t let us send from our address. Check MAIL_FROM; it will be tried again.',
  no_encryption:
    'The mail server offers no encryption, so nothing was handed over. Check SMTP_URL; it will be tried again.',
  bad_certificate:
    'The mail server’s certificate can’t be trusted, so nothing was handed over. It will be tried again.',
  outcome_unknown:
    'The connection was lost after the email was handed over, so nobody knows if it arrived. It will be sent again.',
  gave_up: 'It was tried for two days without success.',
  cut_short:
    'Lanyard was stopped while this email was on its way, so nobody knows if it was handed over. It will be sent again.',
  restored:
    'It was waiting when the backup was made that Lanyard was restored from. It may have been sent after that; it won’t be sent again.',
  unknown_restored:
    'It was on its way when the backup was made that Lanyard was restored from, so nobody knows if it arrived. It won’t be sent again.',
  unknown_not_wanted:
    'The connection was lost after the email was handed over, so nobody knows if it arrived. It is no longer needed, so it won’t be sent again.',
  unknown_gave_up:
    'The connection was lost after the email was handed over, so nobody knows if it arrived. It was tried for two days and won’t be sent again.',
}
