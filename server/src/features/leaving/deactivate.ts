import type { Actor } from '../../kernel/actor.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import type { App } from '../../platform/app.ts'
import type { Tx } from '../../platform/database/database.ts'
import { whoMustStay } from '../access/keep-admins.ts'
import { record } from '../audit/record.ts'
import { closeInvitations } from '../invitations/invitations.queries.ts'
import { cancelQueued } from '../messages/cancel-messages.ts'
import {
  endWhereInactive,
  type InactiveAs,
  lockAccounts,
  type MovedMember,
  makeInactive,
} from '../people/inactive-members.queries.ts'
import { closeSeats } from '../seats/close-seats.ts'
import { type Member, whoIsOutOfReach } from './may-move.ts'
import { settlePlannedEnds } from './planned-ends.queries.ts'
import { tellSwitchedOff } from './tell-person.ts'

export interface Leaver extends Member {
  /** Last day of work, YYYY-MM-DD, where known. */
  leavingDate?: string | null
  /** Row of the list that named them. */
  row?: number | null
  /** Of somebody whose last day was set before: why, by whom, and whether they wanted to be told. */
  reason?: string | null
  plannedBy?: string | null
  tell?: boolean
}

export interface Deactivated {
  done: MovedMember[]
  /** Who stays, and why, by membership. */
  refused: Map<string, Refusal>
}

/**
 * Makes people inactive where they are members: paused, to come back, or archived, having left. The one function behind
 * every door. Their open invitations end with all links and unsent mail, their seats close, and whoever is active
 * nowhere else is signed out everywhere at once. Roles, units and history stay. Refuses one by one: the actor
 * themselves, people above the actor, and the last able admin or owner. Whether the actor may do this here at all is
 * for the door to ask. Somebody paused can still be archived. The caller holds the tenant's row; lock order is tenant, account, invitation, membership.
 */
export async function deactivate(
  app: App,
  tx: Tx,
  actor: Actor,
  members: Leaver[],
  how: {
    as: InactiveAs
    staffListId?: string
    /** The organisation they go to instead. */
    movedTo?: string
    reason?: string | undefined
    /** Whether those who had registered are told by email. */
    tell?: boolean | undefined
  },
): Promise<Deactivated> {
  if (members.length === 0) return { done: [], refused: new Map() }
  await lockAccounts(
    tx,
    members.map((each) => each.accountId),
  )
  const { refused, admins } = await whoIsOutOfReach(tx, actor, members)
  for (const [membershipId, refusal] of await whoMustStay(tx, actor, admins))
    refused.set(membershipId, refusal)
  const going = members.filter((each) => !refused.has(each.membershipId))
  const ended = await closeInvitations(
    tx,
    going.map((each) => each.membershipId),
  )
  await cancelQueued(tx, { subject: 'invitationId', ids: ended })
  const done = await makeInactive(
    tx,
    going.map(({ membershipId, leavingDate }) => ({ membershipId, leavingDate: leavingDate ?? null })),
    how.as,
    actor.kind === 'person' ? actor.accountId : null,
  )
  await closeSeats(
    tx,
    done.map((each) => each.membershipId),
    how.as,
  )
  await endWhereInactive(
    tx,
    done.map((each) => each.accountId),
  )
  await settlePlannedEnds(
    tx,
    done.map((each) => each.membershipId),
    how.as,
  )
  const asked = new Map(members.map((each) => [each.membershipId, each]))
  const wanted = done.filter((each) => asked.get(each.membershipId)?.tell ?? how.tell)
  await tellSwitchedOff(tx, wanted)
  await record(
    app,
    tx,
    actor,
    done.map((each) => ({
      event: `person.${how.as}` as const,
      subjectId: each.accountId,
      organisationId: each.organisationId,
      detail: {
        membershipId: each.membershipId,
        ...(each.dated ? { fields: ['leavingDate'] } : {}),
        ...(how.staffListId
          ? { staffListId: how.staffListId, row: asked.get(each.membershipId)?.row ?? null }
          : {}),
        ...(how.movedTo ? { movedTo: how.movedTo } : {}),
        ...(asked.get(each.membershipId)?.plannedBy
          ? { plannedBy: asked.get(each.membershipId)?.plannedBy }
          : {}),
      },
      ...reasonOf(asked.get(each.membershipId)?.reason ?? how.reason),
    })),
  )
  return { done, refused }
}

const reasonOf = (reason: string | null | undefined) => (reason ? { subjectDetail: { reason } } : {})
