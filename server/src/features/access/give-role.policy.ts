import type { Actor, Holding, Place } from '../../kernel/actor.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { authorize, levelAt, standingAt } from './authorize.policy.ts'
import { type GivenAt, permissionsOf, type Role, roleOf } from './built-in-roles.ts'
import { expandPermissions, type Permission, permissionInfo, USER_MANAGEMENT } from './permissions.ts'

/** Where a role is given: `tenant` and `trust` are the root organisation, the others as they say. */
export interface RolePlace {
  scope: 'tenant' | 'organisation' | 'unit' | 'kind'
  place: Place
}

export const refuse = {
  needsRight: () =>
    new Refusal('forbidden', 'forbidden', 'You don’t have the right to change people’s roles here.'),
  needsRightToInvite: (role: Role) =>
    new Refusal(
      'forbidden',
      'forbidden',
      `You don’t have the right to invite people as ${role.label} here. Ask another admin.`,
    ),
  notYourOwnRoles: () =>
    new Refusal('forbidden', 'not_your_own_roles', 'You can’t change your own roles. Ask another admin.'),
  aboveYou: (name: string) =>
    new Refusal(
      'forbidden',
      'person_above_yours',
      `You can’t change ${name}’s roles, because ${name} stands above you here.`,
    ),
  roleAboveYours: (role: Role) =>
    new Refusal(
      'forbidden',
      'role_above_yours',
      `You can’t give or take away the ${role.label} role, because it can do things that you can’t.`,
    ),
  givenOnlyBy: (role: Role) =>
    new Refusal(
      'forbidden',
      'role_above_yours',
      `Only ${givers(role)} can give or take away the ${role.label} role.`,
    ),
  notGivenHere: (role: Role) =>
    new Refusal(
      'unprocessable',
      'role_not_given_here',
      `The ${role.label} role can’t be given at this place.`,
    ),
  grantAboveYours: (permission: Permission) =>
    new Refusal(
      'forbidden',
      'permission_above_yours',
      `You can’t switch “${permissionInfo(permission).label}” on or off, because you don’t hold it here or may not pass it on.`,
    ),
  neverAToggle: (permission: Permission) =>
    new Refusal(
      'unprocessable',
      'permission_not_a_toggle',
      `“${permissionInfo(permission).label}” comes with a role and can’t be switched on by itself.`,
    ),
}

/**
 * Why an actor may not give, change or take away a role at a place; null when they may. The ceiling: the right to
 * assign, a level not above their own there, and every permission of the role held there.
 * @param right what they must hold there: an invitation gives roles by the right to invite
 */
export function whyNotGive(
  actor: Actor,
  key: string,
  at: RolePlace,
  right: 'roles.assign' | 'users.invite' = 'roles.assign',
): Refusal | null {
  const role = roleOf(key)
  if (!givenThere(role, at)) return refuse.notGivenHere(role)
  if (actor.kind === 'operator' || actor.kind === 'system') return null
  if (actor.kind === 'anonymous') return refuse.needsRight()
  const standsFor =
    right === 'roles.assign' && key === 'leader' && authorize(actor, 'leaders.assign', at.place)
  if (!standsFor && !authorize(actor, right, at.place))
    return right === 'users.invite' ? refuse.needsRightToInvite(role) : refuse.needsRight()
  if (role.givenBy.length > 0 && !holdsOneOf(actor.holdings, role.givenBy, at.place))
    return refuse.givenOnlyBy(role)
  if (role.level > levelAt(actor.holdings, at.place)) return refuse.roleAboveYours(role)
  const inIt = new Set([...permissionsOf(key), ...expandPermissions(role.defaultToggles)])
  inIt.delete('user_management')
  if (![...inIt].every((permission) => authorize(actor, permission, at.place)))
    return refuse.roleAboveYours(role)
  return null
}

/** Why an actor may not switch a permission on or off for somebody at a place; null when they may. */
export function whyNotGrant(
  actor: Actor,
  permission: Permission,
  place: Place,
  roles: readonly string[],
): Refusal | null {
  const info = permissionInfo(permission)
  if (info.byRoleOnly) return refuse.neverAToggle(permission)
  if (info.onlyOn && !info.onlyOn.some((key) => roles.includes(key))) return refuse.neverAToggle(permission)
  const parts = permission === 'user_management' ? USER_MANAGEMENT : [permission]
  const held = parts.every((part) => part === 'user_management' || authorize(actor, part, place))
  return held && authorize(actor, 'permissions.grant', place) ? null : refuse.grantAboveYours(permission)
}

/** Why an actor may not act on a person here: nobody on themselves, nobody on somebody above them. */
export function whyNotActOn(
  actor: Actor,
  person: { accountId: string; name: string; holdings: Holding[] },
  place: Place,
): Refusal | null {
  if (actor.kind === 'operator' || actor.kind === 'system') return null
  if (actor.kind === 'anonymous') return refuse.needsRight()
  if (isOneself(actor, person)) return refuse.notYourOwnRoles()
  return standingAt(person.holdings, place) > levelAt(actor.holdings, place)
    ? refuse.aboveYou(person.name)
    : null
}

export const isOneself = (actor: Actor, person: { accountId: string }) =>
  actor.kind === 'person' && actor.accountId === person.accountId

function givenThere(role: Role, at: RolePlace): boolean {
  if (at.scope === 'tenant' && at.place.path.length > 1) return false
  const wanted: GivenAt =
    at.scope === 'organisation' && at.place.type === 'trust' && role.givenAt.includes('trust')
      ? 'trust'
      : at.scope
  return role.givenAt.includes(wanted)
}

function holdsOneOf(holdings: readonly Holding[], roles: readonly string[], place: Place): boolean {
  return holdings.some(
    (holding) =>
      holding.state === 'active' &&
      holding.assignments.some(
        (assignment) =>
          roles.includes(assignment.role) &&
          (assignment.scope === 'tenant' || place.path.includes(assignment.organisationId)),
      ),
  )
}

function givers(role: Role): string {
  const labels = role.givenBy.map((key) =>
    key === 'sync' ? 'a connected source' : `someone who is ${roleOf(key).label}`,
  )
  return labels.join(' or ')
}
