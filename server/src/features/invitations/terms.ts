import type { Actor, Place } from '../../kernel/actor.ts'
import { cleanLine, holdsAddress } from '../../kernel/plain-words.ts'
import { wrongFields } from '../../kernel/refusal.ts'
import type { Tx } from '../../platform/database/database.ts'
import { authorize } from '../access/authorize.policy.ts'
import { mayNot } from '../access/require.ts'
import { readDeletionDate } from '../people/deletion-date.ts'
import { languageOf, SEND_AT_MOST_DAYS } from './invitation.ts'
import { secondsUntil } from './invitations.queries.ts'

/** What goes for a whole batch besides what it offers, as asked for. */
export interface TermsWish {
  language?: string | undefined
  labels?: Record<string, string> | undefined
  message?: string | undefined
  /** ISO 8601. The life of the links begins when the mail is handed over, not now. */
  sendAt?: string | undefined
  /** YYYY-MM-DD. */
  deletionDate?: string | undefined
}

export interface Terms {
  language: string
  labels: Record<string, string>
  deletionDate: string | null
  message: string | null
  sendAt: Date | null
}

/**
 * Reads and checks the terms of a batch.
 * @throws Refusal forbidden, deletion_date_not_at_units, deletion_date_past, language_unknown, no_links_here, send_at_past, send_at_far
 */
export async function readTerms(tx: Tx, actor: Actor, place: Place, wish: TermsWish): Promise<Terms> {
  const labels = wish.labels ?? {}
  if (Object.keys(labels).length > 0 && !authorize(actor, 'labels.manage', place))
    throw mayNot('labels.manage')
  return {
    language: languageOf(wish.language),
    labels,
    deletionDate: await readDeletionDate(tx, actor, place, wish.deletionDate),
    message: readMessage(wish.message),
    sendAt: await readSendAt(tx, wish.sendAt),
  }
}

function readMessage(typed: string | undefined): string | null {
  const message = cleanLine(typed ?? '')
  if (holdsAddress(message))
    throw wrongFields([
      {
        pointer: '#/message',
        code: 'no_links_here',
        detail: 'Leave out web and email addresses: mail filters block invitations that hold them.',
      },
    ])
  return message || null
}

async function readSendAt(tx: Tx, typed: string | undefined): Promise<Date | null> {
  if (!typed) return null
  const sendAt = new Date(typed)
  const seconds = await secondsUntil(tx, sendAt)
  const problem =
    seconds <= 0
      ? { code: 'send_at_past', detail: 'That time has passed. Choose a later one, or send now.' }
      : seconds > SEND_AT_MOST_DAYS * 86_400
        ? { code: 'send_at_far', detail: `Choose a date within ${SEND_AT_MOST_DAYS} days.` }
        : null
  if (problem) throw wrongFields([{ pointer: '#/sendAt', ...problem }])
  return sendAt
}
