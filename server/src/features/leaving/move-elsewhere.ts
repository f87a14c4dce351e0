import type { Actor, Place } from '../../kernel/actor.ts'
import { wrongFields } from '../../kernel/refusal.ts'
import type { App } from '../../platform/app.ts'
import type { Tx } from '../../platform/database/database.ts'
import { insertAssignments } from '../access/access.queries.ts'
import { authorize, maySee } from '../access/authorize.policy.ts'
import { ROLE_KEYS, roleOf } from '../access/built-in-roles.ts'
import { whyNotGive } from '../access/give-role.policy.ts'
import { findPlace, findUnitPlaces } from '../access/places.queries.ts'
import { mayNot, wantFreshProof } from '../access/require.ts'
import { record } from '../audit/record.ts'
import { findElsewhere, insertMovedMember } from '../people/inactive-members.queries.ts'
import { insertUnitMembers } from '../people/invite-members.queries.ts'
import { openSeats } from '../seats/open-seats.ts'
import { deactivate } from './deactivate.ts'
import type { Found } from './find-to-move.ts'
import { type Moved, memberOf, move } from './move-person.ts'
import { findName } from './planned-ends.queries.ts'
import { reactivate } from './reactivate.ts'

export interface MoveWish {
  /** The organisation they go to. */
  to: string
  /** Roles for the whole organisation there; left out: those they hold here that the actor may give there, or User. */
  roles?: string[] | undefined
  units?: string[] | undefined
}

/**
 * Moves somebody to another organisation of the tenant: archived where they are, a member there, with the account and
 * history they have. Who is a member there already stays what they are there, or is brought back by who may do that there. The actor may archive
 * people here and create them there, and gives there only what they may.
 * @throws Refusal as archiving somebody, and organisation_unknown, unit_unknown, role_unknown, role_above_yours,
 *   role_not_given_here, reauth_required when roles are chosen
 */
export const movePerson = (
  app: App,
  actor: Actor,
  membershipId: string,
  wish: MoveWish,
): Promise<Moved & { movedTo: string }> =>
  move(app, actor, membershipId, 'person.move', async (tx, now, found) => {
    const place = await findWhere(tx, now, found, wish.to)
    const there = await becomeMember(app, tx, now, found, place, wish)
    const { refused } = await deactivate(app, tx, now, [{ ...memberOf(found), leavingDate: found.today }], {
      as: 'archived',
      movedTo: wish.to,
    })
    const to = await findName(tx, wish.to)
    const roles = there.roles.map((role) => roleOf(role).label).join(', ')
    return {
      refused,
      more: { movedTo: there.membershipId },
      say: (name) =>
        `${name} is at ${to} now${roles ? ` as ${roles}` : ''}, and archived at ${found.row.organisation.name}.`,
    }
  })

async function findWhere(tx: Tx, now: Actor, found: Found, to: string): Promise<Place> {
  const place = await findPlace(tx, to)
  if (!place || !maySee(now, place) || to === found.place.organisationId)
    throw wrongFields([
      {
        pointer: '#/to',
        code: 'organisation_unknown',
        detail: 'Choose another organisation that they can go to.',
      },
    ])
  if (!authorize(now, 'users.create', place)) throw mayNot('users.create')
  return place
}

async function becomeMember(app: App, tx: Tx, now: Actor, found: Found, place: Place, wish: MoveWish) {
  const { accountId } = memberOf(found)
  const { organisationId } = place
  const known = await findElsewhere(tx, accountId, organisationId)
  if (known && known.state !== 'rejected') {
    const member = { membershipId: known.membershipId, accountId, organisationId }
    if (known.state === 'inactive' && !authorize(now, 'users.archive', place)) throw mayNot('users.archive')
    const { refused } =
      known.state === 'inactive' ? await reactivate(app, tx, now, [member], {}) : { refused: new Map() }
    const stays = refused.get(known.membershipId)
    if (stays) throw stays
    return { membershipId: known.membershipId, roles: [] }
  }
  const roles = rolesThere(now, found, place, wish.roles)
  const units = await unitsThere(tx, now, place, wish.units ?? [])
  const made = await insertMovedMember(tx, found.row.id, organisationId)
  const { membershipId } = made
  await insertAssignments(
    tx,
    roles.map((role) => ({
      membershipId,
      role,
      scope: 'organisation',
      organisationId,
      unitId: null,
      unitKind: null,
      source: 'manual',
    })),
  )
  await insertUnitMembers(
    tx,
    organisationId,
    units.map((unitId) => ({ membershipId, unitId })),
    'manual',
  )
  if (made.active) await openSeats(tx, [{ organisationId, membershipId, accountId }], 'moved')
  await record(app, tx, now, [
    {
      event: 'person.moved',
      subjectId: accountId,
      organisationId,
      detail: { membershipId, from: found.row.id, roles },
    },
  ])
  return { membershipId, roles }
}

/** @throws Refusal when roles that were chosen can't be given there */
function rolesThere(now: Actor, found: Found, place: Place, chosen: string[] | undefined): string[] {
  const whyNot = (role: string) => whyNotGive(now, role, { scope: 'organisation', place })
  if (chosen === undefined) {
    const here = found.row.holdings.find((holding) => holding.membershipId === found.row.id)
    const kept = (here?.assignments ?? [])
      .filter((each) => each.scope === 'organisation' && each.source !== 'sync' && whyNot(each.role) === null)
      .map((each) => each.role)
    if (kept.length > 0) return [...new Set(kept)]
    const refusal = whyNot('user')
    if (refusal) throw refusal
    return ['user']
  }
  if (chosen.length > 0) wantFreshProof(now)
  for (const [index, role] of chosen.entries()) {
    if (!(ROLE_KEYS as string[]).includes(role))
      throw wrongFields([
        { pointer: `#/roles/${index}`, code: 'role_unknown', detail: `We don’t know the role “${role}”.` },
      ])
    const refusal = whyNot(role)
    if (refusal) throw refusal
  }
  return [...new Set(chosen)]
}

async function unitsThere(tx: Tx, now: Actor, place: Place, units: string[]): Promise<string[]> {
  const places = await findUnitPlaces(tx, units)
  for (const [index, id] of units.entries()) {
    const at = places.get(id)
    if (!at || at.organisationId !== place.organisationId || !maySee(now, at))
      throw wrongFields([
        { pointer: `#/units/${index}`, code: 'unit_unknown', detail: 'There is no such unit there.' },
      ])
  }
  return units
}
