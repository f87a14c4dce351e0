import type { Actor } from '../../kernel/actor.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import type { Tx } from '../../platform/database/database.ts'
import { findHolders } from '../access/access.queries.ts'
import { levelAt } from '../access/authorize.policy.ts'
import { ADMIN_LEVEL, ROLE_KEYS, roleOf } from '../access/built-in-roles.ts'
import { isOneself, whyNotActOn } from '../access/give-role.policy.ts'
import type { Leaving } from '../access/keep-admins.ts'
import { findPlaces } from '../access/places.queries.ts'
import { type LeavingAction, refuse } from '../people/leaving-actions.policy.ts'

/** Somebody whose membership is to end or to come back. */
export interface Member {
  membershipId: string
  accountId: string
  organisationId: string
}

/**
 * Why the actor may not act on some of these people: not on themselves, and on nobody above them. Only those who hold a
 * role that could matter are read one by one; of ten thousand people these are few.
 * @returns the refusals by membership, and those with an admin's role who may go
 */
export async function whoIsOutOfReach(
  tx: Tx,
  actor: Actor,
  members: Member[],
  action?: LeavingAction,
): Promise<{ refused: Map<string, Refusal>; admins: Leaving[] }> {
  const places = await findPlaces(tx, [...new Set(members.map((each) => each.organisationId))])
  const levels = [...places.values()].map((place) =>
    actor.kind === 'person' ? levelAt(actor.holdings, place) : Number.POSITIVE_INFINITY,
  )
  const from = Math.min(ADMIN_LEVEL, ...levels.map((level) => level + 1))
  const holders = await findHolders(
    tx,
    members.map((each) => each.membershipId),
    ROLE_KEYS.filter((key) => roleOf(key).level >= from),
  )
  const refused = new Map<string, Refusal>()
  for (const each of members)
    if (isOneself(actor, each)) refused.set(each.membershipId, refuse.yourself(action))
  const admins: Leaving[] = []
  for (const member of holders) {
    const place = places.get(member.organisationId)
    if (!place || refused.has(member.membershipId)) continue
    if (whyNotActOn(actor, member, place)) refused.set(member.membershipId, refuse.above(member.name))
    else admins.push({ member, place })
  }
  return { refused, admins }
}
