import type { Actor } from '../../kernel/actor.ts'
import type { App } from '../../platform/app.ts'
import { changeAs } from '../../platform/database/change.ts'
import type { Tx } from '../../platform/database/database.ts'
import { record } from '../audit/record.ts'
import { cancelQueued } from '../messages/cancel-messages.ts'
import { whyNotCancel } from '../people/invite-actions.policy.ts'
import { asTarget, findForAction } from './find-for-action.ts'
import { type EndedInvitation, endInvitations } from './invitations.queries.ts'

/**
 * Cancels an invitation: all its links end and say so, its mail that hasn't left never will, and what it offered is
 * gone. Somebody of whom only an address was known leaves the list; the record keeps it.
 * @throws Refusal not_found, forbidden, person_above_yours, invitation_ended
 */
export async function cancel(app: App, actor: Actor, invitationId: string): Promise<void> {
  await changeAs(app, actor, async (tx) => {
    const { invitation, place, units } = await findForAction(tx, actor, invitationId)
    const refusal = whyNotCancel(actor, asTarget(invitation, units), place)
    if (refusal) throw refusal
    const [ended] = await endTheirs(app, tx, actor, [invitationId])
    // Accepted in this very moment: findForAction says so to whoever looks again.
    if (!ended) return void (await findForAction(tx, actor, invitationId))
  })
}

/** Ends invitations by somebody's decision, each with a line in the record. @returns those that were still open */
export async function endTheirs(
  app: App,
  tx: Tx,
  actor: Actor,
  invitationIds: string[],
): Promise<EndedInvitation[]> {
  const ended = await endInvitations(tx, invitationIds, 'cancelled')
  await cancelQueued(tx, { subject: 'invitationId', ids: ended.map((each) => each.id) })
  await record(
    app,
    tx,
    actor,
    ended.map(({ id, accountId, organisationId }) => ({
      event: 'invitation.cancelled',
      subjectId: accountId,
      organisationId,
      detail: { invitationId: id },
    })),
  )
  return ended
}
