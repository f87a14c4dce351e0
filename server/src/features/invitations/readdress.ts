import type { Actor } from '../../kernel/actor.ts'
import type { App } from '../../platform/app.ts'
import type { Tx } from '../../platform/database/database.ts'
import { record } from '../audit/record.ts'
import { cancelQueued } from '../messages/cancel-messages.ts'
import { queueMessages } from '../messages/queue-messages.ts'
import { clearInvitedUntil } from '../people/invite-members.queries.ts'
import { deleteLinks, findOpenOfAccounts, findWaitingLetters } from './invitations.queries.ts'

/**
 * Lets open invitations follow people to their new address: all links that went to the old one end, mail that waits is
 * not sent, and a new link goes to the new one, no sooner than the invitation was dated.
 */
export async function readdressInvitations(
  app: App,
  tx: Tx,
  actor: Actor,
  accountIds: string[],
): Promise<void> {
  const open = await findOpenOfAccounts(tx, accountIds)
  if (open.length === 0) return
  const ids = open.map((each) => each.id)
  await cancelQueued(tx, { messageIds: await findWaitingLetters(tx, ids) })
  await deleteLinks(tx, ids)
  await clearInvitedUntil(
    tx,
    open.map((each) => each.membershipId),
  )
  await queueMessages(
    tx,
    open.map((each) => ({
      kind: 'invitation',
      organisationId: each.organisationId,
      accountId: each.accountId,
      to: each.email,
      subjectIds: { invitationId: each.id },
      notBefore: each.sendAt,
    })),
  )
  await record(
    app,
    tx,
    actor,
    open.map((each) => ({
      event: 'invitation.resent',
      subjectId: each.accountId,
      organisationId: each.organisationId,
      detail: { invitationId: each.id },
    })),
  )
}
