import type { Actor, Place } from '../../kernel/actor.ts'
import { type Refusal, wrongFields } from '../../kernel/refusal.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { Member, NewAssignment } from './access.queries.ts'
import { maySee } from './authorize.policy.ts'
import { ROLE_KEYS, roleOf } from './built-in-roles.ts'
import {
  isOneself,
  type RolePlace,
  refuse,
  whyNotActOn,
  whyNotGive,
  whyNotGrant,
} from './give-role.policy.ts'
import { memberInSight } from './member-in-sight.ts'
import { isPermission, type Permission, permissionInfo } from './permissions.ts'
import { findUnitPlaces } from './places.queries.ts'

export interface RoleWish {
  role: string
  unit?: string | undefined
  kind?: string | undefined
}

export interface RolesWish {
  roles: RoleWish[]
  permissions?: string[] | undefined
}

/** What a wish would change of somebody's roles and permissions. */
export interface RoleChange {
  member: Member
  place: Place
  present: { assignments: NewAssignment[]; grants: string[] }
  given: NewAssignment[]
  taken: NewAssignment[]
  on: Permission[]
  off: Permission[]
  assignedAfter: NewAssignment[]
  /** Nothing differs from what is. */
  nothing: boolean
}

/**
 * Finds what would change if these were somebody's roles, and asks of each difference, where it is, whether the actor may.
 * Roles that a source wrote are left, and so are those at units the actor does not see.
 * @throws Refusal not_found, forbidden, not_your_own_roles, person_above_yours, role_above_yours, permission_above_yours,
 *   role_not_given_here, role_unknown, unit_unknown, permission_unknown
 */
export async function planRoleChange(
  tx: Tx,
  now: Actor,
  membershipId: string,
  wish: RolesWish,
): Promise<RoleChange> {
  const { member, place } = await memberInSight(tx, now, membershipId)
  if (isOneself(now, member)) throw refuse.notYourOwnRoles()

  const present = holdingHere(member)
  const units = await unitsInSight(tx, now, [
    ...wish.roles,
    ...present.assignments.map((each) => ({ unit: each.unitId })),
  ])
  const wanted = readWish(wish, place, units)
  const given = wanted
    .filter((each, index, all) => all.findIndex((other) => sameRole(other, each)) === index)
    .filter((each) => !present.assignments.some((old) => sameRole(old, each)))
  const taken = present.assignments
    .filter((old) => old.source !== 'sync' && (old.unitId === null || units.has(old.unitId)))
    .filter((old) => !wanted.some((each) => sameRole(old, each)))
  for (const each of [...given, ...taken]) {
    const at = whereIs(each, place, units)
    refuseIf(whyNotActOn(now, member, at.place) ?? whyNotGive(now, each.role, at))
  }

  const before = present.assignments.map((each) => each.role)
  const assignedAfter = [...present.assignments.filter((old) => !taken.includes(old)), ...given]
  const after = assignedAfter.map((each) => each.role)
  const grants = grantChange(wish.permissions, present.grants, given, taken, after)
  for (const permission of grants.checkedOn) refuseIf(whyNotGrant(now, permission, place, after))
  for (const permission of grants.checkedOff) refuseIf(whyNotGrant(now, permission, place, before))
  if (grants.checkedOn.length + grants.checkedOff.length > 0) refuseIf(whyNotActOn(now, member, place))
  const { on, off } = grants
  return {
    member,
    place,
    present,
    given,
    taken,
    on,
    off,
    assignedAfter,
    nothing: given.length + taken.length + on.length + off.length === 0,
  }
}

const holdingHere = (member: Member) =>
  member.holdings.find((holding) => holding.membershipId === member.membershipId) ?? {
    assignments: [],
    grants: [],
  }

/** Where these units stand, without those the actor does not see: a private one is left alone and answers like none. */
async function unitsInSight(
  tx: Tx,
  actor: Actor,
  named: { unit?: string | null | undefined }[],
): Promise<Map<string, Place>> {
  const units = await findUnitPlaces(
    tx,
    named.flatMap((each) => each.unit ?? []),
  )
  return new Map([...units].filter(([, place]) => maySee(actor, place)))
}

function readWish(wish: RolesWish, place: Place, units: Map<string, Place>): NewAssignment[] {
  return wish.roles.map((each, index) => {
    if (!(ROLE_KEYS as string[]).includes(each.role))
      throw wrongFields([
        {
          pointer: `#/roles/${index}/role`,
          code: 'role_unknown',
          detail: `We don’t know the role “${each.role}”.`,
        },
      ])
    const unit = each.unit ? units.get(each.unit) : undefined
    if (each.unit && unit?.organisationId !== place.organisationId)
      throw wrongFields([
        { pointer: `#/roles/${index}/unit`, code: 'unit_unknown', detail: 'There is no such unit here.' },
      ])
    const whole = roleOf(each.role).givenAt.includes('tenant')
      ? ('tenant' as const)
      : ('organisation' as const)
    return {
      role: each.role,
      scope: unit ? 'unit' : each.kind ? 'kind' : whole,
      organisationId: place.organisationId,
      unitId: unit?.unit?.id ?? null,
      unitKind: unit ? null : (each.kind ?? null),
      source: 'manual',
    }
  })
}

function whereIs(each: NewAssignment, place: Place, units: Map<string, Place>): RolePlace {
  if (each.scope === 'kind') return { scope: 'kind', place: kindPlace(place, each.unitKind ?? '') }
  return { scope: each.scope, place: (each.unitId && units.get(each.unitId)) || place }
}

const kindPlace = (place: Place, kind: string): Place => ({
  ...place,
  unit: { id: '', kinds: [kind], path: [], private: false },
})

const sameRole = (a: NewAssignment, b: NewAssignment) =>
  a.role === b.role &&
  a.scope === b.scope &&
  a.organisationId === b.organisationId &&
  a.unitId === b.unitId &&
  a.unitKind === b.unitKind

/** What is switched on and off, and which of that needs a check of its own because no role brings or takes it. */
function grantChange(
  asked: string[] | undefined,
  present: string[],
  given: NewAssignment[],
  taken: NewAssignment[],
  rolesAfter: string[],
): { on: Permission[]; off: Permission[]; checkedOn: Permission[]; checkedOff: Permission[] } {
  const toggles = (roles: string[]) => new Set(roles.flatMap((role) => roleOf(role).defaultToggles))
  const brought = toggles(given.map((each) => each.role))
  const kept = toggles(rolesAfter)
  const losesItsRole = (permission: string) => {
    const only =
      present.includes(permission) && isPermission(permission) ? permissionInfo(permission).onlyOn : undefined
    return only !== undefined && !only.some((role) => rolesAfter.includes(role))
  }
  const gone = toggles(taken.map((each) => each.role))
  const goesWithRole = (permission: string) =>
    taken.length > 0 && ((gone.has(permission) && !kept.has(permission)) || losesItsRole(permission))

  const unasked = [...present, ...brought].filter((permission) => !goesWithRole(permission))
  const wanted = new Set(asked?.filter((permission) => !losesItsRole(permission)) ?? unasked)
  for (const permission of wanted)
    if (!isPermission(permission))
      throw wrongFields([
        {
          pointer: '#/permissions',
          code: 'permission_unknown',
          detail: `We don’t know the permission “${permission}”.`,
        },
      ])
  const on = [...wanted].filter((permission) => !present.includes(permission)) as Permission[]
  const off = present.filter((permission) => !wanted.has(permission)) as Permission[]
  return {
    on,
    off,
    checkedOn: on.filter((permission) => !brought.has(permission)),
    checkedOff: off.filter((permission) => !goesWithRole(permission)),
  }
}

function refuseIf(refusal: Refusal | null): void {
  if (refusal) throw refusal
}
