import type { Actor } from '../../kernel/actor.ts'
import type { App } from '../../platform/app.ts'
import { changeAs } from '../../platform/database/change.ts'
import { record } from '../audit/record.ts'
import { cancelQueued } from '../messages/cancel-messages.ts'
import { whyNotCancel } from '../people/invite-actions.policy.ts'
import { asTarget, findForAction } from './find-for-action.ts'
import { endInvitations } from './invitations.queries.ts'

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
    const [ended] = await endInvitations(tx, [invitationId], 'cancelled')
    // Accepted in this very moment: findForAction says so to whoever looks again.
    if (!ended) return void (await findForAction(tx, actor, invitationId))
    await cancelQueued(tx, { subject: 'invitationId', ids: [invitationId] })
    await record(app, tx, actor, [
      {
        event: 'invitation.cancelled',
        subjectId: ended.accountId,
        organisationId: ended.organisationId,
        detail: { invitationId },
      },
    ])
  })
}
