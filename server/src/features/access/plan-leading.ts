import type { Actor } from '../../kernel/actor.ts'
import type { Tx } from '../../platform/database/database.ts'
import { maySee } from './authorize.policy.ts'
import { memberInSight } from './member-in-sight.ts'
import { findUnitPlaces } from './places.queries.ts'
import { planRoleChange, type RoleChange } from './plan-role-change.ts'

/**
 * What would change if somebody led these units besides what they hold already.
 * @throws Refusal as planRoleChange
 */
export async function planLeading(
  tx: Tx,
  now: Actor,
  membershipId: string,
  unitIds: string[],
): Promise<RoleChange> {
  const { member } = await memberInSight(tx, now, membershipId)
  const held = member.holdings.find((holding) => holding.membershipId === membershipId)?.assignments ?? []
  const places = await findUnitPlaces(
    tx,
    held.flatMap((each) => each.unitId ?? []),
  )
  // What is held at a unit out of sight stays without being named.
  const kept = held.filter(({ unitId }) => {
    const place = unitId === null ? undefined : places.get(unitId)
    return unitId === null || (place !== undefined && maySee(now, place))
  })
  return planRoleChange(tx, now, membershipId, {
    roles: [
      ...kept.map(({ role, unitId, unitKind }) => ({
        role,
        unit: unitId ?? undefined,
        kind: unitKind ?? undefined,
      })),
      ...unitIds.map((unit) => ({ role: 'leader', unit })),
    ],
  })
}
