import type { Actor } from '../../kernel/actor.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import type { App } from '../../platform/app.ts'
import type { Tx } from '../../platform/database/database.ts'
import { whoMustStay } from '../access/keep-admins.ts'
import { record } from '../audit/record.ts'
import { closeInvitations } from '../invitations/invitations.queries.ts'
import { cancelQueued } from '../messages/cancel-messages.ts'
import { deleteMembers } from '../people/erase-people.queries.ts'
import { endWhereInactive, lockAccounts } from '../people/inactive-members.queries.ts'
import { refuse } from '../people/leaving-actions.policy.ts'
import { closeSeats } from '../seats/close-seats.ts'
import { listOnHold, listStillListed } from './due.queries.ts'
import { eraseAccounts } from './erase-accounts.ts'
import { type Member, whoIsOutOfReach } from './may-move.ts'
import { forgetDates } from './planned-ends.queries.ts'

export interface Deleted {
  done: Member[]
  /** Who stays, and why, by membership. */
  refused: Map<string, Refusal>
  /** Those of `done` who were a member nowhere else, and of whom nothing is left but the tombstone. */
  erased: Set<string>
}

/**
 * Deletes people where they are members, for good: no door brings them back. Whoever is a member nowhere else is erased,
 * and their address is free for somebody new; the record keeps that somebody was deleted, by whom and when. Refuses one
 * by one: the actor themselves, people above the actor, the last able admin or owner, whoever a
 * source still lists, and whoever is on hold.
 * The caller holds the tenant's row; lock order is tenant, account, invitation, membership.
 * @param how why it is done, for the record
 */
export async function deleteForGood(
  app: App,
  tx: Tx,
  actor: Actor,
  members: Member[],
  how: { because: 'by_hand' | 'deletion_date' | 'retention' | 'request' },
): Promise<Deleted> {
  if (members.length === 0) return { done: [], refused: new Map(), erased: new Set() }
  await lockAccounts(
    tx,
    members.map((each) => each.accountId),
  )
  const { refused, admins } = await whoIsOutOfReach(tx, actor, members, 'person.delete')
  for (const [membershipId, refusal] of await whoMustStay(tx, actor, admins))
    refused.set(membershipId, refusal)
  for (const { membershipId, name } of await listStillListed(
    tx,
    members.map((each) => each.membershipId),
  ))
    if (!refused.has(membershipId)) refused.set(membershipId, refuse.stillListed(name))
  for (const { membershipId, name } of await listOnHold(
    tx,
    members.map((each) => each.membershipId),
  ))
    refused.set(membershipId, refuse.onHold(name))
  const going = members.flatMap((each) => (refused.has(each.membershipId) ? [] : [each.membershipId]))
  await cancelQueued(tx, { subject: 'invitationId', ids: await closeInvitations(tx, going) })
  await closeSeats(tx, going, 'removed')
  const done = await deleteMembers(tx, going)
  await forgetDates(tx, going)
  const accountIds = done.map((each) => each.accountId)
  await endWhereInactive(tx, accountIds)
  await record(
    app,
    tx,
    actor,
    done.map((each) => ({
      event: 'person.deleted',
      subjectId: each.accountId,
      organisationId: each.organisationId,
      detail: { membershipId: each.membershipId, because: how.because },
    })),
  )
  return { done, refused, erased: new Set(await eraseAccounts(tx, accountIds)) }
}
