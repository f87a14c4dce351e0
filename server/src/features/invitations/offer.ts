import type { Actor, Holding, Place } from '../../kernel/actor.ts'
import { type FieldProblem, type Refusal, wrongFields } from '../../kernel/refusal.ts'
import type { NewAssignment } from '../access/access.queries.ts'
import { authorize, maySee } from '../access/authorize.policy.ts'
import { ROLE_KEYS, roleOf } from '../access/built-in-roles.ts'
import { type RolePlace, whyNotGive, whyNotGrant } from '../access/give-role.policy.ts'
import { isPermission, type Permission } from '../access/permissions.ts'
import { mayNot } from '../access/require.ts'

/** A role as it is asked for: its key alone, or at a unit. */
export type RoleAsked = string | { role: string; unit: string }

/** What one person is offered, or everybody of a batch. */
export interface OfferWish {
  roles?: RoleAsked[] | undefined
  units?: string[] | undefined
}

export interface Offer {
  assignments: NewAssignment[]
  unitIds: string[]
  /** Switched on besides the roles. */
  permissions: Permission[]
}

/** The role that everybody gets who is offered nothing else. */
const PLAIN_ROLE = 'user'

/**
 * Reads what somebody is offered: a role that may be given at a unit is given on each unit named, any other at the
 * organisation; who is named with units becomes a member of them. Permissions nobody chose are those that the roles
 * bring.
 * @param units where the units named anywhere in the wish stand; those out of sight are absent
 * @param permissions chosen for everybody
 * @throws Refusal role_unknown, unit_unknown, role_needs_unit, permission_unknown
 */
export function readOffer(
  wish: OfferWish,
  place: Place,
  units: Map<string, Place>,
  pointer: string,
  permissions: string[] | undefined,
): Offer {
  const problems: FieldProblem[] = []
  const known = (id: string, where: string) => {
    const there = units.get(id)?.organisationId === place.organisationId
    if (!there)
      problems.push({
        pointer: `${pointer}${where}`,
        code: 'unit_unknown',
        detail: 'There is no such unit here.',
      })
    return there
  }
  const named = [...new Set(wish.units ?? [])].filter((id, index) => known(id, `/units/${index}`))
  const asked = wish.roles?.length ? wish.roles : [PLAIN_ROLE]
  const assignments = asked.flatMap((each, index): NewAssignment[] => {
    const { role: key, unit } = typeof each === 'string' ? { role: each, unit: undefined } : each
    const at = `${pointer}/roles/${index}`
    if (!(ROLE_KEYS as string[]).includes(key)) {
      problems.push({ pointer: at, code: 'role_unknown', detail: `We don’t know the role “${key}”.` })
      return []
    }
    const { givenAt, label } = roleOf(key)
    const whole = givenAt.some((scope) => scope === 'tenant' || scope === 'trust' || scope === 'organisation')
    const unitIds = unit
      ? known(unit, `/roles/${index}/unit`)
        ? [unit]
        : []
      : givenAt.includes('unit')
        ? named
        : []
    const given = {
      role: key,
      organisationId: place.organisationId,
      unitKind: null,
      source: 'invitation' as const,
    }
    if (unitIds.length > 0) return unitIds.map((unitId) => ({ ...given, scope: 'unit', unitId }))
    if (unit) return []
    if (!whole)
      problems.push({
        pointer: at,
        code: 'role_needs_unit',
        detail: `The ${label} role is given at a unit. Name the unit.`,
      })
    return [{ ...given, scope: givenAt.includes('tenant') ? 'tenant' : 'organisation', unitId: null }]
  })
  for (const [index, permission] of (permissions ?? []).entries())
    if (!isPermission(permission))
      problems.push({
        pointer: `#/permissions/${index}`,
        code: 'permission_unknown',
        detail: `We don’t know the permission “${permission}”.`,
      })
  if (problems.length > 0) throw wrongFields(problems)
  const members = [...named, ...assignments.flatMap((each) => each.unitId ?? [])]
  const switchedOn = permissions ?? assignments.flatMap((each) => [...roleOf(each.role).defaultToggles])
  return {
    assignments: once(assignments),
    unitIds: [...new Set(members)],
    permissions: [...new Set(switchedOn.filter(isPermission))],
  }
}

const once = (assignments: NewAssignment[]): NewAssignment[] => [
  ...new Map(assignments.map((each) => [`${each.role} ${each.scope} ${each.unitId ?? ''}`, each])).values(),
]

/**
 * Why the actor may not make this offer; null when they may. Every role is held against the ceiling at its place, and
 * for each unit named the right to invite into it is needed.
 * @param right by which roles are given: what is offered waits for the person, what is assigned does not
 */
export function whyNotOffer(
  actor: Actor,
  offer: Offer,
  place: Place,
  units: Map<string, Place>,
  right: 'roles.assign' | 'users.invite' = 'users.invite',
): Refusal | null {
  const refusal = firstRefusal(offer.assignments, (each) => {
    const at: RolePlace = {
      scope: each.scope,
      place: (each.unitId && units.get(each.unitId)) || place,
    }
    return whyNotGive(actor, each.role, at, right)
  })
  if (refusal) return refusal
  const here = authorize(actor, 'users.invite', place)
  const closed = offer.unitIds.some((id) => {
    const unit = units.get(id)
    return !unit || !maySee(actor, unit) || !(here || authorize(actor, 'users.invite', unit))
  })
  if (closed) return mayNot('users.invite')
  const roles = offer.assignments.map((each) => each.role)
  return firstRefusal(offer.permissions, (permission) => whyNotGrant(actor, permission, place, roles))
}

/**
 * Why the actor may not invite somebody who holds something here already, or was offered it; null when they may. It
 * becomes theirs on acceptance, so that the actor must be able to give it too.
 */
export function whyNotOfferHeld(
  actor: Actor,
  member: { membershipId: string; holdings: Holding[] },
  place: Place,
  units: Map<string, Place>,
): Refusal | null {
  const here = member.holdings.find((holding) => holding.membershipId === member.membershipId)
  const given = (here?.assignments ?? []).filter((each) => each.source !== 'sync')
  return firstRefusal(given, (each) => {
    const at = { scope: each.scope, place: (each.unitId && units.get(each.unitId)) || place }
    return whyNotGive(actor, each.role, at, 'users.invite')
  })
}

/** The permissions that go with the roles somebody was given by a staff list: they come with the invitation. */
export function broughtByList(
  member: { membershipId: string; holdings: Holding[] } | undefined,
): Permission[] {
  const here = member?.holdings.find((holding) => holding.membershipId === member.membershipId)
  const listed = (here?.assignments ?? []).filter((each) => each.source === 'staff_list')
  return togglesOf(listed.map((each) => each.role))
}

/** What roles switch on when they are given, each once. */
export const togglesOf = (roles: string[]): Permission[] => [
  ...new Set(roles.flatMap((role) => [...roleOf(role).defaultToggles]).filter(isPermission)),
]

function firstRefusal<Each>(all: readonly Each[], whyNot: (each: Each) => Refusal | null): Refusal | null {
  for (const each of all) {
    const refusal = whyNot(each)
    if (refusal) return refusal
  }
  return null
}
