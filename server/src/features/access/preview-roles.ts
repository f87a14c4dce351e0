import type { Actor } from '../../kernel/actor.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { App } from '../../platform/app.ts'
import { inTenant, type Tx } from '../../platform/database/database.ts'
import { listUnitsLedAlone, type Member, type NewAssignment } from './access.queries.ts'
import { maySee, permissionsAt } from './authorize.policy.ts'
import { roleOf } from './built-in-roles.ts'
import { whoMustStay } from './keep-admins.ts'
import { isAbleAdmin, isAbleOwner } from './last-admin.policy.ts'
import { PERMISSIONS, type Permission, permissionInfo } from './permissions.ts'
import { findUnitPlaces, listUnitNames } from './places.queries.ts'
import { planRoleChange, type RoleChange, type RolesWish } from './plan-role-change.ts'

export interface RolesPreview {
  /** Why it can't be done, in words; empty when it can. */
  blocks: { code: string; sentence: string }[]
  changes: string[]
  keeps: string[]
  /** What somebody else has to take over. */
  handsOver: string[]
}

/**
 * What these roles would change for somebody: found and checked by the same steps as the change itself, and nothing is
 * changed. What the change would refuse is said as standing in its way; a wish that makes no sense is refused here too.
 * @throws Refusal not_found, forbidden, role_unknown, unit_unknown, permission_unknown
 */
export async function previewRoles(
  app: App,
  actor: Actor,
  membershipId: string,
  wish: RolesWish,
): Promise<RolesPreview> {
  return inTenant(app.database, actor.tenantId, async (tx) => {
    const nothing = { changes: [], keeps: [], handsOver: [] }
    try {
      const change = await planRoleChange(tx, actor, membershipId, wish)
      const refusal = await whoWouldBeMissing(tx, actor, change)
      if (refusal) return { ...nothing, blocks: [blockOf(refusal)] }
      return { blocks: [], ...(await sayChange(tx, actor, change)) }
    } catch (error) {
      if (error instanceof Refusal && STANDS_IN_THE_WAY.includes(error.code))
        return { ...nothing, blocks: [blockOf(error)] }
      throw error
    }
  })
}

const STANDS_IN_THE_WAY = [
  ...['not_your_own_roles', 'person_above_yours', 'role_above_yours', 'permission_above_yours'],
  ...['role_not_given_here', 'permission_not_a_toggle'],
]

const ALL = Object.keys(PERMISSIONS) as Permission[]

/** Permissions named one by one before the rest are only counted. */
const NAMED = 6

function labels(permissions: Permission[]): string {
  const named = permissions.slice(0, NAMED).map((each) => permissionInfo(each).label)
  const rest = permissions.length - named.length
  return [...named, ...(rest > 0 ? [`and ${rest} more`] : [])].join(', ')
}

const blockOf = ({ code, message }: Refusal) => ({ code, sentence: message })

const after = ({ member, assignedAfter, present, on, off }: RoleChange): Member => ({
  ...member,
  holdings: member.holdings.map((holding) =>
    holding.membershipId === member.membershipId
      ? {
          ...holding,
          assignments: assignedAfter.map((each) => ({ unitName: null, ...each })),
          grants: [...present.grants.filter((each) => !off.some((gone) => gone === each)), ...on],
        }
      : holding,
  ),
})

/** Asked like leaving, for losing what makes an admin is one: only when it is lost. */
async function whoWouldBeMissing(tx: Tx, actor: Actor, change: RoleChange): Promise<Refusal | undefined> {
  const { member, place } = change
  const here = (each: Member) => ({
    ...each,
    holdings: each.holdings.filter((holding) => holding.organisation.id === place.organisationId),
  })
  const then = after(change)
  const lost =
    (isAbleOwner(member) && !isAbleOwner(then)) ||
    (isAbleAdmin(here(member), place) && !isAbleAdmin(here(then), place))
  return lost ? (await whoMustStay(tx, actor, [{ member, place }])).get(member.membershipId) : undefined
}

async function sayChange(tx: Tx, actor: Actor, change: RoleChange): Promise<Omit<RolesPreview, 'blocks'>> {
  const { member, place, given, taken, assignedAfter, nothing } = change
  const name = member.name.trim() || 'This person'
  if (nothing) return { changes: [], keeps: ['Nothing changes.'], handsOver: [] }
  const units = await findUnitNames(tx, actor, member.organisationId, [...given, ...taken, ...assignedAfter])
  const roles = (all: NewAssignment[]) => all.map((each) => inWords(each, units)).join(', ')
  const can = (who: Member) => new Set(permissionsAt(who.holdings, place, ALL))
  const [before, then] = [can(member), can(after(change))]
  const gained = labels([...then].filter((each) => !before.has(each)))
  const lost = labels([...before].filter((each) => !then.has(each)))
  const kept = assignedAfter.filter(
    (each) => !given.includes(each) && (each.unitId === null || units.has(each.unitId)),
  )
  const goes = taken.filter((each) => each.role === 'leader').map((each) => each.unitId)
  const alone = goes.length > 0 ? await listUnitsLedAlone(tx, member.membershipId) : []
  return {
    changes: said(
      given.length > 0 && `${name} gets: ${roles(given)}.`,
      taken.length > 0 && `${name} loses: ${roles(taken)}.`,
      gained && `From this moment ${name} can also: ${gained}.`,
      lost && `From this moment ${name} can no longer: ${lost}.`,
    ),
    keeps: said(kept.length > 0 && `${name} stays: ${roles(kept)}.`, `${name} stays signed in.`),
    handsOver: alone
      .filter((unit) => goes.includes(unit.id) && units.has(unit.id))
      .map((unit) => `${name} is the only leader of ${unit.name}. Make somebody else its leader.`),
  }
}

/** Units by id; one that the actor does not see has no name. */
async function findUnitNames(
  tx: Tx,
  actor: Actor,
  organisationId: string,
  assignments: NewAssignment[],
): Promise<Map<string, string>> {
  const ids = [...new Set(assignments.flatMap((each) => each.unitId ?? []))]
  const places = await findUnitPlaces(tx, ids)
  const names = await listUnitNames(tx, organisationId)
  return new Map(
    names.flatMap(({ id, name }) => {
      const place = places.get(id)
      return place && maySee(actor, place) ? [[id, name] as const] : []
    }),
  )
}

const inWords = ({ role, unitId, unitKind }: NewAssignment, units: Map<string, string>) => {
  const { label } = roleOf(role)
  if (unitId) return `${label} of ${units.get(unitId) ?? 'a unit'}`
  return unitKind ? `${label} of every ${unitKind.replaceAll('_', ' ')}` : label
}

const said = (...sentences: (string | false)[]) =>
  sentences.filter((each) => each !== false && each !== '') as string[]
