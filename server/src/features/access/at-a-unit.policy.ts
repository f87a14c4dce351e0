import type { Actor, Place } from '../../kernel/actor.ts'
import { authorize } from './authorize.policy.ts'
import { permissionsOf } from './built-in-roles.ts'
import type { Permission } from './permissions.ts'
import { type Action, mayNot } from './require.ts'

/** Whether a role at some unit of an organisation, or at every unit of a kind, gives the actor a permission there. */
export function holdsAtAUnit(actor: Actor, permission: Permission, place: Place): boolean {
  if (actor.kind !== 'person') return false
  return actor.holdings.some(
    (holding) =>
      holding.state === 'active' &&
      holding.assignments.some(
        (each) =>
          (each.scope === 'unit' || each.scope === 'kind') &&
          place.path.includes(each.organisationId) &&
          permissionsOf(each.role).has(permission),
      ),
  )
}

/** Somebody who may invite at a unit may invite here, to that unit. */
export function whoMayInvite(actor: Actor, place: Place): Action {
  const allowed = authorize(actor, 'users.invite', place) || holdsAtAUnit(actor, 'users.invite', place)
  return {
    action: 'invitations.create',
    allowed,
    ...(allowed ? {} : { reason: mayNot('users.invite').message }),
  }
}
