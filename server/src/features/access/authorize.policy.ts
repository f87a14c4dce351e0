import type { Actor, Assignment, Holding, Place } from '../../kernel/actor.ts'
import { permissionsOf, roleOf } from './built-in-roles.ts'
import { type Permission, permissionInfo, USER_MANAGEMENT } from './permissions.ts'

/**
 * May this actor do this here? The one answer for every door: pure, from what the actor holds.
 * The operator at the command line and jobs of Lanyard itself may; a visitor may nothing.
 */
export function authorize(actor: Actor, permission: Permission, place: Place): boolean {
  if (actor.kind === 'operator' || actor.kind === 'system') return true
  if (actor.kind === 'anonymous') return false
  return actor.holdings.some((holding) => holds(holding, permission, place))
}

/** What an actor can see of the tree: everything, what stands at or below some places, and some places alone. */
export type Sight = 'everything' | { below: string[]; only: string[] }

/** Membership shows one's own organisation; whatever lets somebody do anything there shows also what stands below. */
export function sightOf(actor: Actor): Sight {
  if (actor.kind === 'operator' || actor.kind === 'system') return 'everything'
  const active =
    actor.kind === 'anonymous' ? [] : actor.holdings.filter((holding) => holding.state === 'active')
  const seeing = active
    .flatMap((holding) => holding.assignments)
    .filter((assignment) => permissionsOf(assignment.role).size > 0)
  const reachBelow = seeing.filter(
    (assignment) => assignment.scope === 'organisation' || assignment.scope === 'kind',
  )
  const granted = active.filter((holding) => holding.grants.length > 0)
  if (seeing.some((assignment) => assignment.scope === 'tenant')) return 'everything'
  return {
    below: [
      ...reachBelow.map((assignment) => assignment.organisationId),
      ...granted.map((holding) => holding.organisation.id),
    ],
    only: active.map((holding) => holding.organisation.id),
  }
}

/** Whether an actor's sight reaches a place at all; where it does not, the answer is that there is nothing. */
export function maySee(actor: Actor, place: Place): boolean {
  if (actor.kind === 'operator' || actor.kind === 'system') return true
  if (actor.kind === 'anonymous') return false
  const sight = sightOf(actor)
  const here =
    sight === 'everything' ||
    sight.only.includes(place.organisationId) ||
    sight.below.some((organisationId) => place.path.includes(organisationId))
  if (!here) return false
  return (
    !place.unit?.private ||
    actor.holdings.some((holding) => holding.state === 'active' && insideOrAbove(holding, place))
  )
}

/** The highest level an actor has at a place; 0 where none. */
export function levelAt(holdings: readonly Holding[], place: Place): number {
  return standingAt(
    holdings.filter((holding) => holding.state === 'active'),
    place,
  )
}

/**
 * The level of a person to be acted upon: also what is offered to somebody who hasn't accepted, and what somebody
 * inactive would get back, so that nobody comes to it through a person below.
 */
export function standingAt(holdings: readonly Holding[], place: Place): number {
  const levels = holdings
    .flatMap((holding) => holding.assignments)
    .filter((assignment) => reaches(assignment, place))
    .map((assignment) => roleOf(assignment.role).level)
  return Math.max(0, ...levels)
}

/** Whether one membership gives a permission at a place: through a role that reaches it, or through a grant. */
export function holds(holding: Holding, permission: Permission, place: Place): boolean {
  if (holding.state !== 'active') return false
  if (place.unit?.private && !insideOrAbove(holding, place)) return false
  const byRole = holding.assignments.some((assignment) => {
    if (!reaches(assignment, place) || !permissionsOf(assignment.role).has(permission)) return false
    const throughUnit = assignment.scope === 'unit' || assignment.scope === 'kind'
    return !(throughUnit && permissionInfo(permission).neverThroughUnit)
  })
  if (byRole) return true
  if (!place.path.includes(holding.organisation.id)) return false
  const { userManagement } = permissionInfo(permission)
  return (
    holding.grants.includes(permission) ||
    (userManagement === true && holding.grants.includes('user_management'))
  )
}

/** Whether an assignment's scope contains a place: a scope holds at its node and below, never up or sideways. */
function reaches(assignment: Assignment, place: Place): boolean {
  switch (assignment.scope) {
    case 'tenant':
      return true
    case 'organisation':
      return place.path.includes(assignment.organisationId)
    case 'unit':
      return place.unit?.path.includes(assignment.unitId ?? '') ?? false
    case 'kind':
      return (
        (place.unit?.kinds.includes(assignment.unitKind ?? '') ?? false) &&
        place.path.includes(assignment.organisationId)
      )
    default:
      return assignment.scope satisfies never
  }
}

/** A private unit is for those inside it, and for organisation admins and above. */
function insideOrAbove(holding: Holding, place: Place): boolean {
  return holding.assignments.some((assignment) => {
    if (!reaches(assignment, place)) return false
    const inside = assignment.scope === 'unit' || assignment.scope === 'kind'
    return inside || roleOf(assignment.role).level >= roleOf('organisation_admin').level
  })
}

/** Every permission a person holds at a place, for menus and for the page about oneself. */
export function permissionsAt(
  holdings: readonly Holding[],
  place: Place,
  all: readonly Permission[],
): Permission[] {
  return all.filter((permission) => {
    if (permission === 'user_management')
      return USER_MANAGEMENT.every((part) => holdings.some((holding) => holds(holding, part, place)))
    return holdings.some((holding) => holds(holding, permission, place))
  })
}
