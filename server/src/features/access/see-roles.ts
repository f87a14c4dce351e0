import type { Actor, Place } from '../../kernel/actor.ts'
import type { App } from '../../platform/app.ts'
import { inTenant, type Tx } from '../../platform/database/database.ts'
import type { Member } from './access.queries.ts'
import { maySee } from './authorize.policy.ts'
import { type GivenAt, permissionsOf, ROLE_KEYS, roleOf } from './built-in-roles.ts'
import { anywhere, whyNotEdit } from './edit-roles.policy.ts'
import { whyNotGive, whyNotGrant } from './give-role.policy.ts'
import { memberInSight } from './member-in-sight.ts'
import { isPermission, PERMISSIONS, type Permission, permissionInfo } from './permissions.ts'
import { findUnitPlaces, listUnitNames } from './places.queries.ts'

export interface RoleSheet {
  person: { id: string; name: string }
  roles: { role: string; label: string; unit?: { id: string; name: string }; kind?: string; source: string }[]
  choices: {
    role: string
    label: string
    meaning: string
    scopes: string[]
    allowed: boolean
    reason?: string
  }[]
  units: { id: string; name: string; kind: string }[]
  permissions: {
    permission: string
    label: string
    group: string
    fromRole: boolean
    granted: boolean
    allowed: boolean
    reason?: string
  }[]
  editable: boolean
  reason?: string
}

/** What a person holds, what the actor could give them here, and why not the rest. @throws Refusal not_found, forbidden */
export async function seeRoles(app: App, actor: Actor, membershipId: string): Promise<RoleSheet> {
  return inTenant(app.database, actor.tenantId, async (tx) => {
    const { member, place } = await memberInSight(tx, actor, membershipId)
    const units = await unitsInSight(tx, actor, member.organisationId)
    const places = [place, ...units.map((unit) => unit.place)]
    const holding = member.holdings.find((each) => each.membershipId === membershipId)
    const assignments = (holding?.assignments ?? []).filter(
      (each) => each.unitId === null || units.some((unit) => unit.id === each.unitId),
    )
    const roles = assignments.map((each) => each.role)
    const refusal = whyNotEdit(actor, member, places)

    return {
      person: { id: member.membershipId, name: member.name },
      roles: assignments.map((each) => ({
        role: each.role,
        label: roleOf(each.role).label,
        ...(each.unitId ? { unit: { id: each.unitId, name: each.unitName ?? '' } } : {}),
        ...(each.unitKind ? { kind: each.unitKind } : {}),
        source: each.source,
      })),
      choices: choicesAt(actor, place, places),
      units: units.map(({ id, name, kind }) => ({ id, name, kind })),
      permissions: (Object.keys(PERMISSIONS) as Permission[])
        .filter(
          (permission) => !permissionInfo(permission).byRoleOnly && !permissionInfo(permission).needsFeature,
        )
        .map((permission) => toggle(actor, member, permission, roles, place)),
      editable: refusal === null,
      ...(refusal ? { reason: refusal.message } : {}),
    }
  })
}

/** Units of the organisation that the actor sees, with where they stand: private ones are for those inside. */
async function unitsInSight(tx: Tx, actor: Actor, organisationId: string) {
  const units = await listUnitNames(tx, organisationId)
  const places = await findUnitPlaces(
    tx,
    units.map((unit) => unit.id),
  )
  return units.flatMap((unit) => {
    const place = places.get(unit.id)
    return place && maySee(actor, place) ? [{ ...unit, place }] : []
  })
}

/** A role is open when it may be given somewhere here: at the organisation, or, for a leader, at their own unit. */
function choicesAt(actor: Actor, place: Place, places: Place[]): RoleSheet['choices'] {
  return ROLE_KEYS.flatMap((key) => {
    const role = roleOf(key)
    const scopes = role.givenAt.filter((at) => offeredAt(at, place))
    const first = scopes[0]
    if (!first) return []
    const scope = first === 'trust' ? 'organisation' : first === 'training_session' ? 'unit' : first
    const refusal =
      scope === 'unit'
        ? anywhere(places, (at) => whyNotGive(actor, key, { scope, place: at }))
        : whyNotGive(actor, key, { scope, place })
    return [
      {
        role: key,
        label: role.label,
        meaning: role.meaning,
        scopes: scopes.map((at) => (at === 'trust' ? 'organisation' : at)),
        allowed: refusal === null,
        ...(refusal ? { reason: refusal.message } : {}),
      },
    ]
  })
}

/** Owner and trust roles are given at the top of the tree; training sessions do not exist yet. */
function offeredAt(at: GivenAt, place: Place): boolean {
  if (at === 'training_session') return false
  if (at === 'tenant') return place.path.length === 1
  if (at === 'trust') return place.type === 'trust'
  return true
}

function toggle(actor: Actor, member: Member, permission: Permission, roles: string[], place: Place) {
  const here = member.holdings.find((each) => each.membershipId === member.membershipId)
  const refusal = whyNotGrant(actor, permission, place, roles)
  return {
    permission,
    label: permissionInfo(permission).label,
    group: permissionInfo(permission).group,
    fromRole: roles.some((role) => permissionsOf(role).has(permission)),
    granted: here?.grants.filter(isPermission).includes(permission) ?? false,
    allowed: refusal === null,
    ...(refusal ? { reason: refusal.message } : {}),
  }
}
