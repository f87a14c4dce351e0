import type { Person } from '../../kernel/actor.ts'
import { notFound } from '../../kernel/refusal.ts'
import type { App } from '../../platform/app.ts'
import { changeAs } from '../../platform/database/change.ts'
import type { Tx } from '../../platform/database/database.ts'
import { findPlace, findUnitPlaces } from '../access/places.queries.ts'
import { record } from '../audit/record.ts'
import { cancelQueued } from '../messages/cancel-messages.ts'
import { whyNotResend } from '../people/invite-actions.policy.ts'
import { asTarget, unitsOf } from './find-for-action.ts'
import {
  endInvitations,
  findBatch,
  findOpenInvitations,
  findWaitingLetters,
  type OpenInvitation,
  renewInvitedUntil,
} from './invitations.queries.ts'

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
    const batch = await findOwnBatch(tx, actor, batchId)
    if (batch.length === 0) throw notFound()
    const letters = await findWaitingLetters(
      tx,
      batch.map((each) => each.id),
    )
    const { stopped } = await cancelQueued(tx, { messageIds: letters })
    const stoppedIds = new Set(stopped.map((each) => each.subjectIds.invitationId))
    const halted = batch.filter((each) => stoppedIds.has(each.id))
    await endInvitations(
      tx,
      halted.filter((each) => each.isNew).map((each) => each.id),
      'stopped',
    )
    await renewInvitedUntil(
      tx,
      halted.filter((each) => !each.isNew).map((each) => each.id),
    )
    await record(
      app,
      tx,
      actor,
      halted.map((each) => ({
        event: 'invitation.stopped',
        subjectId: each.accountId,
        organisationId: each.organisationId,
        detail: { invitationId: each.id, batchId },
      })),
    )
    return { stopped: halted.length, alreadySent: batch.length - halted.length }
  })
}

/**
 * What of a batch is the actor's to stop: what they stand behind, and what was only sent again where they may do that
 * themselves, since somebody else may stand behind it.
 */
async function findOwnBatch(
  tx: Tx,
  actor: Person,
  batchId: string,
): Promise<(OpenInvitation & { isNew: boolean })[]> {
  const batch = new Map((await findBatch(tx, batchId)).map((each) => [each.id, each.isNew]))
  const open = await findOpenInvitations(tx, { ids: [...batch.keys()] })
  const [first] = open
  const place = first && (await findPlace(tx, first.organisationId))
  if (!place) return []
  const units = await findUnitPlaces(tx, open.flatMap(unitsOf))
  return open
    .map((each) => ({ ...each, isNew: batch.get(each.id) === true }))
    .filter(
      (each) =>
        each.inviterId === actor.accountId ||
        (!each.isNew && whyNotResend(actor, asTarget(each, units), place) === null),
    )
}
