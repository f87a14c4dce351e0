import type { Actor, Place } from '../../kernel/actor.ts'
import { notFound } from '../../kernel/refusal.ts'
import type { Tx } from '../../platform/database/database.ts'
import { findMember, type Member } from './access.queries.ts'
import { findPlace, findUnitPlaces } from './places.queries.ts'
import { whyNotSee } from './see-person.policy.ts'

/**
 * A member whose roles are asked for or changed, and where they are: whoever can't see the person learns nothing here.
 * @throws Refusal not_found, forbidden
 */
export async function memberInSight(
  tx: Tx,
  actor: Actor,
  membershipId: string,
): Promise<{ member: Member; place: Place }> {
  const member = await findMember(tx, membershipId)
  const place = member && (await findPlace(tx, member.organisationId))
  if (!member || !place) throw notFound()
  const units = await findUnitPlaces(tx, member.unitIds)
  const refusal = whyNotSee(actor, { accountId: member.accountId, unitPlaces: [...units.values()] }, place)
  if (refusal) throw refusal
  return { member, place }
}
