import type { Tx } from '../../platform/database/database.ts'
import { queueMessages } from '../messages/queue-messages.ts'
import type { Member } from './may-move.ts'
import { listInUse } from './notices.queries.ts'

/** Queues a letter to each of these people who had registered: that their account is off, or on again. */
const tell = (kind: 'switched_off' | 'back_on') => async (tx: Tx, members: Member[]) => {
  if (members.length === 0) return
  const people = await listInUse(
    tx,
    members.map((each) => each.membershipId),
  )
  await queueMessages(
    tx,
    people.map(({ membershipId, accountId, organisationId, email }) => ({
      kind,
      organisationId,
      accountId,
      to: email,
      subjectIds: { membershipId },
    })),
  )
}

export const tellSwitchedOff = tell('switched_off')
export const tellBackOn = tell('back_on')
