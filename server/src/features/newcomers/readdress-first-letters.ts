import type { Tx } from '../../platform/database/database.ts'
import { cancelQueued } from '../messages/cancel-messages.ts'
import { queueMessages } from '../messages/queue-messages.ts'
import { beginWaitingAnew } from './first-passwords.queries.ts'

/**
 * Lets the emails about new accounts that have not left yet follow people to their new address: what was to go to the old
 * one is not sent, and if it leaves all the same, the password in it opens nothing.
 */
export async function readdressFirstLetters(tx: Tx, accountIds: string[]): Promise<void> {
  const anew = await beginWaitingAnew(tx, accountIds)
  if (anew.length === 0) return
  await cancelQueued(tx, { subject: 'firstPasswordId', ids: anew.map((each) => each.before) })
  await queueMessages(
    tx,
    anew.map(({ id, organisationId, accountId, email }) => ({
      kind: 'first_password',
      organisationId,
      accountId,
      to: email,
      subjectIds: { firstPasswordId: id },
    })),
  )
}
