import type { Actor, Place } from '../../kernel/actor.ts'
import { notFound, type Refusal } from '../../kernel/refusal.ts'
import { authorize, maySee } from '../access/authorize.policy.ts'
import { permissionsOf } from '../access/built-in-roles.ts'
import type { Permission } from '../access/permissions.ts'
import { type Action, mayNot } from '../access/require.ts'

/**
 * Why an actor may not see a person; null when they may. Oneself is always seen; others by the right to see people at
 * the organisation or at a unit of theirs. To who has that right at some units only, everybody else is not there.
 */
export function whyNotSee(
  actor: Actor,
  person: { accountId: string; unitPlaces: Place[] },
  place: Place,
): Refusal | null {
  if (actor.kind === 'person' && actor.accountId === person.accountId) return null
  if ([place, ...person.unitPlaces].some((at) => authorize(actor, 'users.view', at))) return null
  if (!maySee(actor, place) || holdsAtAUnit(actor, 'users.view', place)) return notFound()
  return mayNot('users.view')
}

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
