import type { MessageState } from '../messages/message.ts'
import {
  type Clock,
  dayOf,
  sayCalendarDay,
  sayDate,
  sayHour,
  sayPast,
  sayTime,
  sayWeekday,
} from './say-when.ts'
import type { Status } from './status.ts'

/** What is known of an open invitation beside the label of its person. */
export interface InvitationFacts {
  inviter: string | null
  sendAt: Date | null
  sentAt: Date | null
  /** Whether its last link stands in mail that was kept here and not sent. */
  captured: boolean
  expiresAt: Date | null
  startedAt: Date | null
  stoppedAt: 'name' | 'mobile' | 'password' | null
  newLinkAskedAt: Date | null
  needsReapprovalAt: Date | null
}

/** What is known of somebody who was made inactive. */
export interface InactiveFacts {
  as: 'archived' | 'paused'
  at: Date
  by: string | null
  /** Last day of work, YYYY-MM-DD. */
  leavingDate: string | null
}

/** What is known of an account that was set up for somebody. */
export interface SetUpFacts {
  handedOverAt: Date | null
  /** Until when the password to begin with works. */
  until: Date | null
  letter: LastMail | null
}

export interface LineFacts {
  createdAt: Date
  unlocksAt: Date | null
  inactive?: InactiveFacts | null
  invitation: InvitationFacts | null
  setUp?: SetUpFacts | null
}

const STOPPED_AT = { name: 'name', mobile: 'mobile number', password: 'password' }

/** The quiet second line: facts beside the label, never another label. */
export function statusLine(status: Status, facts: LineFacts, clock: Clock): string | null {
  switch (status) {
    case 'locked':
      return facts.unlocksAt && `Unlocks ${sayTime(facts.unlocksAt, clock.timeZone)}`
    case 'expired':
      return invitationLine(facts.invitation, clock, true)
    case 'pending':
      return invitationLine(facts.invitation, clock, false)
    case 'not_invited':
      return setUpLine(facts.setUp ?? null) ?? `Added ${sayDate(facts.createdAt, clock)}`
    case 'awaiting_approval':
      return null
    case 'active':
      return firstPasswordLine(facts.setUp ?? null, clock)
    case 'inactive':
      return inactiveLine(facts.inactive ?? null, clock)
    default:
      return status satisfies never
  }
}

/** States in which the email about an account has not come to its end. */
const ON_ITS_WAY: readonly MessageState[] = ['queued', 'sending', 'deferred', 'unknown']

function setUpLine(setUp: SetUpFacts | null): string | null {
  if (!setUp?.letter || setUp.handedOverAt) return null
  if (ON_ITS_WAY.includes(setUp.letter.state)) return 'Account set up; active once its email has left'
  return setUp.letter.state === 'suppressed' ? null : 'Account set up, but its email was not delivered'
}

function firstPasswordLine(setUp: SetUpFacts | null, clock: Clock): string | null {
  if (!setUp?.until) return null
  return setUp.until > clock.now
    ? `No own password yet, has until ${sayWeekday(setUp.until, clock)}`
    : `One-time password ended ${sayPast(setUp.until, clock)}`
}

function inactiveLine(inactive: InactiveFacts | null, clock: Clock): string | null {
  if (!inactive) return null
  const { as, at, by, leavingDate } = inactive
  const done = as === 'paused' ? 'Paused' : 'Archived'
  if (as === 'archived' && leavingDate)
    return `${done}, ${leavingDate > dayOf(clock) ? 'leaves' : 'left'} ${sayCalendarDay(leavingDate, clock)}`
  return by ? `${done} by ${by}, ${sayDate(at, clock)}` : `${done} ${sayDate(at, clock)}`
}

function invitationLine(invitation: InvitationFacts | null, clock: Clock, expired: boolean): string | null {
  if (!invitation) return null
  const { sendAt, sentAt, captured, expiresAt, stoppedAt, newLinkAskedAt, needsReapprovalAt } = invitation
  if (needsReapprovalAt) return `${invitation.inviter ?? 'Its inviter'} can no longer invite; send it again`
  if (expired) {
    if (newLinkAskedAt) return `Asked for a new link ${sayDate(newLinkAskedAt, clock)}`
    return expiresAt && `Expired ${sayPast(expiresAt, clock)}`
  }
  if (stoppedAt) return `Started, stopped at ${STOPPED_AT[stoppedAt]}`
  const ends = expiresAt && `expires ${sayWeekday(expiresAt, clock)}`
  if (captured) return ['Kept here, not sent', ends].filter(Boolean).join('; ')
  if (sentAt) return [`Sent ${sayDate(sentAt, clock)}`, ends].filter(Boolean).join(', ')
  if (sendAt && sendAt > clock.now)
    return `Sends ${sayWeekday(sendAt, clock)}, ${sayHour(sendAt, clock.timeZone)}`
  return ends ? `Personal link copied, ${ends}` : 'Waiting to be sent'
}

/** The state of the last mail of an open invitation. */
export interface LastMail {
  state: MessageState
  attempts: number
  explanation: string | null
}

/** States of a mail that somebody should know of; a deferred one only from its third try on, since many servers put off the first. */
export const PROBLEM_STATES = ['bounced', 'failed', 'unknown', 'deferred'] as const satisfies MessageState[]
export const TRIES_UNTIL_A_PROBLEM = 3

/** What the explanations of a failed mail come to in half a sentence, after “Email problem:”. */
const PROBLEMS: Record<string, string> = {
  no_such_address: 'the address doesn’t exist',
  mailbox_full: 'the mailbox is full',
  blocked: 'blocked by a mail filter',
  not_proved: 'the receiving server doesn’t accept that it is from us',
  our_account: 'the mail server refused our user name or password',
  unreachable: 'the mail server can’t be reached',
  asked_to_wait: 'the receiving server keeps asking us to wait',
  refused: 'refused by the receiving server',
  gave_up: 'given up after two days',
}

/** What is wrong with the last mail, or null. */
export function problemOf(mail: LastMail | null): string | null {
  if (!mail || !(PROBLEM_STATES as readonly string[]).includes(mail.state)) return null
  if (mail.state === 'unknown') return 'the connection was lost, so nobody knows if it arrived'
  if (mail.state === 'deferred' && mail.attempts < TRIES_UNTIL_A_PROBLEM) return null
  return PROBLEMS[mail.explanation ?? ''] ?? 'it could not be handed over'
}
