import type { Tx } from '../../platform/database/database.ts'
import { type Cancelled, takeFromQueue } from './messages.queries.ts'

/** Which messages: by their own ids, or by the id of what they are about, such as `invitationId`. */
export type WhichMessages = { messageIds: string[] } | { subject: string; ids: string[] }

export interface CancelledMessages {
  /** Never left and never will: shown as not sent. */
  stopped: Cancelled[]
  /** With a worker at this moment, or an attempt has ended in silence: they may have left. */
  onTheirWay: Cancelled[]
}

/**
 * Takes messages out of the queue, in the transaction of the change that no longer wants them. A message is either
 * stopped or claimed by a worker, never both. One that is already settled is in neither list.
 */
export async function cancelQueued(tx: Tx, which: WhichMessages): Promise<CancelledMessages> {
  const found = await takeFromQueue(tx, which)
  return {
    stopped: found.filter((each) => each.stopped),
    onTheirWay: found.filter((each) => !each.stopped),
  }
}
