import type { Invitation, Invited, InviteWish } from '../../api/types.ts'
import type { Row } from './invite-rows.ts'
import type { KeptTerms } from './terms.ts'

type Result = Invited['results'][number]
export type WayOn = NonNullable<Result['wayOn']>

/** Somebody of a batch for whom an invitation was made. */
export type SentPerson = { email: string; name: string | undefined; batchId: string }

/** Somebody who got none: because the server said so, or because they were left out of what was sent. */
export type LeftPerson = {
  /** What they are told apart by: the address, or what stood where one should be. */
  email: string
  name: string | undefined
  detail: string
  wayOn: WayOn | undefined
  suggestion: string | undefined
  person: Result['person']
}

/** What stopping came to, and of which batches. */
export type Stopped = { batches: string[]; stopped: number; alreadySent: number }

/** What one sending came to. It rides in the history entry of the page that shows it, so that reloading keeps it. */
export type Sent = {
  batches: string[]
  /** When the last of them was sent, in ms since 1970, and how long it can be stopped from then. */
  at: number
  holdSeconds: number
  people: SentPerson[]
  left: LeftPerson[]
  /** With what it was sent, for those who are sent again. */
  wish: Omit<InviteWish, 'people'>
  keep: KeptTerms
  stopped?: Stopped
}

type Sending = { answer: Invited; rows: Row[]; wish: Omit<InviteWish, 'people'>; keep: KeptTerms }

/** What the server answered, put beside those who were left out. Repeats are nobody. */
export function sentOf({ answer, rows, wish, keep }: Sending): Sent {
  const ready = rows.filter((row) => row.outcome === 'ready')
  const nameAt = (index: number) => ready[index]?.name
  return {
    batches: [answer.batchId],
    at: Date.now(),
    holdSeconds: wish.holdSeconds ?? 0,
    people: answer.results
      .filter((result) => result.outcome !== 'not_sent')
      .map(({ email, index }) => ({ email, name: nameAt(index), batchId: answer.batchId })),
    left: [
      ...answer.results
        .filter((result) => result.outcome === 'not_sent')
        .map((result) => leftOf(result, nameAt(result.index))),
      ...rows.filter((row) => row.outcome !== 'ready' && row.outcome !== 'repeat').map(leftOut),
    ],
    wish,
    keep,
  }
}

export const leftOf = (result: Result, name: string | undefined): LeftPerson => ({
  email: result.email,
  name: name ?? result.person?.name,
  detail: result.detail ?? '',
  wayOn: result.wayOn,
  suggestion: undefined,
  person: result.person,
})

const leftOut = (row: Row): LeftPerson => ({
  email: row.email,
  name: row.name,
  detail: row.detail ?? '',
  wayOn: row.outcome === 'not_sent' ? row.entry.wayOn : 'correct',
  suggestion: row.suggestion,
  person: row.entry.person,
})

/** Whether an invitation that is no longer open is one of those stopped here. */
export const wasStopped = (sent: Sent | undefined, email: string): boolean =>
  sent?.people.some((each) => each.email === email && sent.stopped?.batches.includes(each.batchId)) ?? false

export const fates = ['sent', 'onItsWay', 'scheduled', 'retried', 'refused', 'held', 'ended'] as const
/** What has become of an invitation, as far as it is counted. */
export type Fate = (typeof fates)[number]

/** @param invitation as it stands now; nothing once it is no longer open */
export function fateOf(invitation: Invitation | undefined, now: number): Fate {
  if (!invitation) return 'ended'
  switch (invitation.delivery?.state) {
    case 'accepted':
      return 'sent'
    case 'bounced':
    case 'failed':
      return 'refused'
    case 'deferred':
    case 'unknown':
      return 'retried'
    case 'suppressed':
      return 'held'
    default:
      return invitation.sendAt && Date.parse(invitation.sendAt) > now ? 'scheduled' : 'onItsWay'
  }
}
