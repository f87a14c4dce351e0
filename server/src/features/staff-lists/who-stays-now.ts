import type { Actor } from '../../kernel/actor.ts'
import type { Tx } from '../../platform/database/database.ts'
import { findHolders } from '../access/access.queries.ts'
import { authorize, levelAt, standingAt } from '../access/authorize.policy.ts'
import { ADMIN_LEVEL, ROLE_KEYS, roleOf } from '../access/built-in-roles.ts'
import { isOneself } from '../access/give-role.policy.ts'
import { findPlaces } from '../access/places.queries.ts'
import type { RowMember } from './apply.queries.ts'
import { sayWhyStays } from './say-row.ts'
import { listMovedSince } from './who-stays-now.queries.ts'

/**
 * Which leavers of a list that was applied before may not be archived with it any more, and why in words: what was
 * planned is as old as the list. They may have become an admin since, or been brought back, or a later list names them.
 * The caller holds them.
 */
export async function whoStaysNow(
  tx: Tx,
  actor: Actor,
  listId: string,
  leavers: RowMember[],
): Promise<Map<string, string>> {
  const ids = leavers.map((each) => each.membershipId)
  const staying = await listMovedSince(tx, listId, ids)
  const places = await findPlaces(tx, [...new Set(leavers.map((each) => each.organisationId))])
  const stay = (membershipId: string, why: string) => staying.set(membershipId, sayWhyStays(why))
  for (const leaver of leavers) {
    const place = places.get(leaver.organisationId)
    if (isOneself(actor, leaver)) stay(leaver.membershipId, 'you')
    else if (!place || !authorize(actor, 'staff_list.apply_leavers', place))
      stay(leaver.membershipId, 'may_not_archive')
  }
  const lowest =
    actor.kind === 'person'
      ? Math.min(...[...places.values()].map((place) => levelAt(actor.holdings, place)))
      : Number.POSITIVE_INFINITY
  const high = ROLE_KEYS.filter((key) => roleOf(key).level >= Math.min(ADMIN_LEVEL, lowest + 1))
  for (const holder of await findHolders(tx, ids, high)) {
    const place = places.get(holder.organisationId)
    if (!place || staying.has(holder.membershipId)) continue
    const standing = standingAt(holder.holdings, place)
    if (standing >= ADMIN_LEVEL) stay(holder.membershipId, 'admin')
    else if (actor.kind === 'person' && standing > levelAt(actor.holdings, place))
      stay(holder.membershipId, 'above_you')
  }
  return staying
}
