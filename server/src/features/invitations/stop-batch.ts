import type { Person } from '../../kernel/actor.ts'
import { notFound } from '../../kernel/refusal.ts'
import type { App } from '../../platform/app.ts'
import { changeAs } from '../../platform/database/change.ts'
import { record } from '../audit/record.ts'
import { cancelQueued } from '../messages/cancel-messages.ts'
import { endInvitations, findBatch } from './invitations.queries.ts'

/**
 * Stops what the actor has just sent, as far as no mail of it has left: new invitations are as if they had never been,
 * and one that was only sent again keeps its older links.
 * @throws Refusal not_found when nothing of the batch is open, or somebody else sent it
 */
export async function stopBatch(
  app: App,
  actor: Person,
  batchId: string,
): Promise<{ stopped: number; alreadySent: number }> {
  return changeAs(app, actor, async (tx) => {
    const batch = await findBatch(tx, batchId, actor.accountId)
    if (batch.length === 0) throw notFound()
    const { stopped } = await cancelQueued(tx, { subject: 'invitationId', ids: batch.map((each) => each.id) })
    const stoppedIds = new Set(stopped.map((each) => each.subjectIds.invitationId))
    const ended = await endInvitations(
      tx,
      batch.filter((each) => each.isNew && stoppedIds.has(each.id)).map((each) => each.id),
      'stopped',
    )
    await record(
      app,
      tx,
      actor,
      ended.map((each) => ({
        event: 'invitation.stopped',
        subjectId: each.accountId,
        organisationId: each.organisationId,
        detail: { invitationId: each.id, batchId },
      })),
    )
    return { stopped: stoppedIds.size, alreadySent: batch.length - stoppedIds.size }
  })
}
