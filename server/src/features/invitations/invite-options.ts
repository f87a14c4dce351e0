import type { Actor, Place } from '../../kernel/actor.ts'
import { notFound } from '../../kernel/refusal.ts'
import type { App } from '../../platform/app.ts'
import { inTenant, type Tx } from '../../platform/database/database.ts'
import { authorize, maySee } from '../access/authorize.policy.ts'
import { type GivenAt, ROLE_KEYS, type RoleKey, roleOf } from '../access/built-in-roles.ts'
import { whyNotGive, whyNotGrant } from '../access/give-role.policy.ts'
import { PERMISSIONS, type Permission, permissionInfo } from '../access/permissions.ts'
import { findUnitPlaces, listUnitNames } from '../access/places.queries.ts'
import { inSight, mayNot } from '../access/require.ts'
import { mailSentence } from '../messages/see-messages.ts'
import { findOrganisation, type OrganisationRow } from '../organisations/organisations.queries.ts'
import { HOLD_SECONDS, LANGUAGES, PEOPLE_ON_THE_PAGE } from './invitation.ts'

export interface OfferedRole {
  role: RoleKey
  label: string
  meaning: string
  level: number
  scopes: ('tenant' | 'organisation' | 'unit')[]
  suggested: boolean
}

export interface InviteOptions {
  mail: { mode: 'captured' | 'sending'; sentence: string }
  organisation: { id: string; name: string }
  domains: string[]
  days: number
  askMobile: OrganisationRow['askMobile']
  needsUnit: boolean
  roles: OfferedRole[]
  units: { id: string; name: string; kind: string }[]
  languages: { tag: string; name: string }[]
  permissions: { permission: string; label: string }[]
  pageLimit: number
  holdSeconds: number
  timeZone: string
  canSetDeletionDate: boolean
  canManageLabels: boolean
}

/** What the actor may offer to those they invite here. @throws Refusal not_found, forbidden */
export async function inviteOptions(app: App, actor: Actor, organisationId: string): Promise<InviteOptions> {
  return inTenant(app.database, actor.tenantId, async (tx) => {
    const organisation = await findOrganisation(tx, organisationId)
    if (!organisation) throw notFound()
    const { place, roles, units } = await findOffering(tx, actor, organisation)
    const keys = roles.map((each) => each.role)
    return {
      mail: mailSentence(app),
      organisation: { id: organisation.id, name: organisation.name },
      domains: organisation.domains,
      days: organisation.invitationDays,
      askMobile: organisation.askMobile,
      needsUnit: organisation.needsUnit,
      roles,
      units,
      languages: LANGUAGES,
      permissions: (Object.keys(PERMISSIONS) as Permission[])
        .filter((permission) => whyNotGrant(actor, permission, place, keys) === null)
        .map((permission) => ({ permission, label: permissionInfo(permission).label })),
      pageLimit: PEOPLE_ON_THE_PAGE,
      holdSeconds: HOLD_SECONDS,
      timeZone: organisation.timeZone,
      canSetDeletionDate: authorize(actor, 'deletion_date.set', place),
      canManageLabels: authorize(actor, 'labels.manage', place),
    }
  })
}

export interface Offering {
  place: Place
  roles: OfferedRole[]
  units: { id: string; name: string; kind: string }[]
}

/** The roles and units with which the actor may invite here: none at all is a refusal. @throws Refusal not_found, forbidden */
export async function findOffering(tx: Tx, actor: Actor, organisation: OrganisationRow): Promise<Offering> {
  const place = inSight(actor, {
    organisationId: organisation.id,
    path: organisation.path,
    type: organisation.type,
  })
  const names = await listUnitNames(tx, organisation.id)
  const places = await findUnitPlaces(
    tx,
    names.map((unit) => unit.id),
  )
  const here = authorize(actor, 'users.invite', place)
  const units = names.filter((unit) => {
    const at = places.get(unit.id)
    return at && maySee(actor, at) && (here || authorize(actor, 'users.invite', at))
  })
  if (!here && units.length === 0) throw mayNot('users.invite')
  const unitPlaces = units.flatMap((unit) => places.get(unit.id) ?? [])
  const roles = ROLE_KEYS.flatMap((role): OfferedRole[] => {
    const { label, meaning, level } = roleOf(role)
    const scopes = scopesOf(roleOf(role).givenAt).filter((scope) =>
      scope === 'unit'
        ? unitPlaces.some((at) => whyNotGive(actor, role, { scope, place: at }, 'users.invite') === null)
        : whyNotGive(actor, role, { scope, place }, 'users.invite') === null,
    )
    return scopes.length === 0 ? [] : [{ role, label, meaning, level, scopes, suggested: false }]
  })
  const plain = roles.find((each) => each.role === 'user') ?? roles.find((each) => each.role === 'learner')
  return {
    place,
    roles: roles.map((each) => ({ ...each, suggested: each === plain })).sort((a, b) => a.level - b.level),
    units,
  }
}

function scopesOf(givenAt: readonly GivenAt[]): OfferedRole['scopes'] {
  if (givenAt.includes('tenant')) return ['tenant']
  return [
    ...(givenAt.includes('organisation') || givenAt.includes('trust') ? (['organisation'] as const) : []),
    ...(givenAt.includes('unit') ? (['unit'] as const) : []),
  ]
}
