import type { Actor } from '../../kernel/actor.ts'
import { notFound } from '../../kernel/refusal.ts'
import type { App } from '../../platform/app.ts'
import { inTenant } from '../../platform/database/database.ts'
import { findMember, type Member } from './access.queries.ts'
import { type GivenAt, permissionsOf, ROLE_KEYS, roleOf } from './built-in-roles.ts'
import { whyNotActOn, whyNotGive, whyNotGrant } from './give-role.policy.ts'
import { isPermission, PERMISSIONS, type Permission, permissionInfo } from './permissions.ts'
import { findPlace, listUnitNames } from './places.queries.ts'
import { inSight } from './require.ts'

export interface RoleSheet {
  person: { id: string; name: string }
  roles: { role: string; label: string; unit?: { id: string; name: string }; kind?: string; source: string }[]
  choices: { role: string; label: string; meaning: string; scopes: string[]; allowed: boolean; reason?: string }[]
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

/** What a person holds, what the actor could give them here, and why not the rest. @throws Refusal not_found */
export async function seeRoles(app: App, actor: Actor, membershipId: string): Promise<RoleSheet> {
  return inTenant(app.database, actor.tenantId, async (tx) => {
    const member = await findMember(tx, membershipId)
    const place = member && (await findPlace(tx, member.organisationId))
    if (!member || !place) throw notFound()
    inSight(actor, place)
    const holding = member.holdings.find((each) => each.membershipId === membershipId)
    const assignments = holding?.assignments ?? []
    const roles = assignments.map((each) => each.role)
    const refusal = whyNotActOn(actor, member, place) ?? (await mayGiveAnything(actor, place))

    return {
      person: { id: member.membershipId, name: member.name },
      roles: assignments.map((each) => ({
        role: each.role,
        label: roleOf(each.role).label,
        ...(each.unitId ? { unit: { id: each.unitId, name: each.unitName ?? '' } } : {}),
        ...(each.unitKind ? { kind: each.unitKind } : {}),
        source: each.source,
      })),
      choices: choicesAt(actor, place),
      units: await listUnitNames(tx, member.organisationId),
      permissions: (Object.keys(PERMISSIONS) as Permission[])
        .filter((permission) => !permissionInfo(permission).byRoleOnly && !permissionInfo(permission).needsFeature)
        .map((permission) => toggle(actor, member, permission, roles, place)),
      editable: refusal === null,
      ...(refusal ? { reason: refusal.message } : {}),
    }
  })
}

type PlaceHere = Parameters<typeof whyNotGrant>[2]

function choicesAt(actor: Actor, place: PlaceHere): RoleSheet['choices'] {
  return ROLE_KEYS.flatMap((key) => {
    const role = roleOf(key)
    const scopes = role.givenAt.filter((at) => offeredAt(at, place))
    const first = scopes[0]
    if (!first) return []
    const scope = first === 'trust' ? 'organisation' : first === 'training_session' ? 'unit' : first
    const refusal = whyNotGive(actor, key, { scope, place })
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
function offeredAt(at: GivenAt, place: PlaceHere): boolean {
  if (at === 'training_session') return false
  if (at === 'tenant') return place.path.length === 1
  if (at === 'trust') return place.type === 'trust'
  return true
}

function toggle(actor: Actor, member: Member, permission: Permission, roles: string[], place: PlaceHere) {
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

async function mayGiveAnything(actor: Actor, place: PlaceHere) {
  const choices = ROLE_KEYS.map((key) => {
    const scope = roleOf(key).givenAt.includes('unit') ? ('unit' as const) : ('organisation' as const)
    return whyNotGive(actor, key, { scope, place })
  })
  return choices.some((refusal) => refusal === null) ? null : (choices.find((refusal) => refusal?.code === 'forbidden') ?? null)
}
