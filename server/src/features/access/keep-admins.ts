import type { Actor, Place } from '../../kernel/actor.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import type { Tx } from '../../platform/database/database.ts'
import { listAdmins, type Member } from './access.queries.ts'
import { isAbleAdmin, isAbleOwner, refuse, standsAbove } from './last-admin.policy.ts'

/** A membership that is to lose its effect, and where it is. */
export interface Leaving {
  member: Member
  place: Place
}

/**
 * Which of these memberships must stay, so that the tenant keeps an able owner and each organisation an able admin:
 * of several at once, the last in the order given. Looked at before the change; the caller holds the tenant's row, as
 * for keepAnAdmin. @returns the refusals, by membership
 */
export async function whoMustStay(tx: Tx, actor: Actor, leaving: Leaving[]): Promise<Map<string, Refusal>> {
  const refused = new Map<string, Refusal>()
  const owners = leaving.filter(({ member }) => isAbleOwner(alone(member)))
  if (owners.length > 0) {
    const left = (await listAdmins(tx, 'tenant')).filter(isAbleOwner)
    for (const { member } of beyond(left, owners))
      refused.set(member.membershipId, refuse.lastOwner(member.name))
  }
  const able = leaving.filter(
    ({ member, place }) =>
      !refused.has(member.membershipId) && isAbleAdmin(alone(member), place) && !standsAbove(actor, place),
  )
  // Places whose admins leave are few: as a rule one.
  for (const going of Map.groupBy(able, ({ place }) => place.organisationId).values()) {
    const { place } = going[0] as Leaving
    const admins = [
      ...(await listAdmins(tx, place)),
      ...(place.path.length === 1 ? await listAdmins(tx, 'tenant') : []),
    ].filter((admin) => isAbleAdmin(admin, place))
    for (const { member } of beyond(admins, going)) {
      const { name = 'this organisation' } = alone(member).holdings[0]?.organisation ?? {}
      refused.set(member.membershipId, refuse.lastAdmin(member.name, name))
    }
  }
  return refused
}

/** A person with nothing but this one membership. */
const alone = (member: Member): Member => ({
  ...member,
  holdings: member.holdings.filter((holding) => holding.membershipId === member.membershipId),
})

/** Those who cannot go any more once the others before them have. */
function beyond(admins: Member[], going: Leaving[]): Leaving[] {
  const left = new Set(admins.map((admin) => admin.membershipId))
  return going.filter(({ member }) => {
    if (left.size === 1 && left.has(member.membershipId)) return true
    left.delete(member.membershipId)
    return false
  })
}
