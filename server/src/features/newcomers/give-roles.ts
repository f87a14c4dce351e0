import type { Actor, Place } from '../../kernel/actor.ts'
import { wrongFields } from '../../kernel/refusal.ts'
import type { Tx } from '../../platform/database/database.ts'
import { insertAssignments, insertGrants } from '../access/access.queries.ts'
import { maySee } from '../access/authorize.policy.ts'
import { findUnitPlaces } from '../access/places.queries.ts'
import { asTarget, unitsOf } from '../invitations/find-for-action.ts'
import {
  broughtByList,
  type Offer,
  type OfferWish,
  readOffer,
  whyNotOffer,
  whyNotOfferHeld,
} from '../invitations/offer.ts'
import type { OrganisationRow } from '../organisations/organisations.queries.ts'
import type { MadeMember } from '../people/create-members.queries.ts'
import { whyNotSend } from '../people/invite-actions.policy.ts'
import { findMembers, insertUnitMembers } from '../people/invite-members.queries.ts'

export interface WantedRoles {
  offer: Offer
  /** Nobody chose a role: it is the plain one, unless the person has others here already. */
  unasked: boolean
}

/**
 * Reads what somebody who is added is to hold, and whether the actor may give it: for good, not as an offer, so by the
 * right to change roles.
 * @throws Refusal role_unknown, role_needs_unit, unit_unknown, unit_needed, permission_unknown, role_above_yours,
 *   role_not_given_here, permission_above_yours, forbidden
 */
export async function readRoles(
  tx: Tx,
  actor: Actor,
  place: Place,
  organisation: OrganisationRow,
  wish: OfferWish & { permissions?: string[] | undefined },
): Promise<WantedRoles> {
  const named = [
    ...(wish.units ?? []),
    ...(wish.roles ?? []).flatMap((role) => (typeof role === 'string' ? [] : role.unit)),
  ]
  const found = await findUnitPlaces(tx, [...new Set(named)])
  const units = new Map([...found].filter(([, unit]) => maySee(actor, unit)))
  const offer = readOffer(wish, place, units, '#', wish.permissions)
  const refusal = whyNotOffer(actor, offer, place, units, 'roles.assign')
  if (refusal) throw refusal
  if (organisation.needsUnit && offer.unitIds.length === 0)
    throw wrongFields([
      {
        pointer: '#/units',
        code: 'unit_needed',
        detail: `Choose a unit: ${organisation.name} asks for one.`,
      },
    ])
  return { offer, unasked: !wish.roles?.length }
}

/**
 * Gives a new member their roles, permissions and units. Of somebody who was on the list already also what they were
 * given there comes to life, so that the actor must be able to give it.
 * @returns the roles they hold now
 * @throws Refusal person_above_yours, role_above_yours, forbidden
 */
export async function giveRoles(
  tx: Tx,
  actor: Actor,
  place: Place,
  { membershipId, wasHere }: MadeMember,
  { offer, unasked }: WantedRoles,
): Promise<string[]> {
  const { organisationId } = place
  const [before] = wasHere ? await findMembers(tx, organisationId, [membershipId]) : []
  const held = before?.holdings.find((each) => each.membershipId === membershipId)?.assignments ?? []
  if (before) {
    const units = await findUnitPlaces(tx, unitsOf(before))
    const refusal =
      whyNotSend(actor, asTarget(before, units), place) ?? whyNotOfferHeld(actor, before, place, units)
    if (refusal) throw refusal
  }
  const assignments = unasked && held.length > 0 ? [] : offer.assignments
  await insertAssignments(
    tx,
    assignments.map((each) => ({ ...each, membershipId, source: 'manual' as const })),
  )
  await insertGrants(tx, [membershipId], [...new Set([...offer.permissions, ...broughtByList(before)])])
  await insertUnitMembers(
    tx,
    organisationId,
    offer.unitIds.map((unitId) => ({ membershipId, unitId })),
    'manual',
  )
  return [...new Set([...held, ...assignments].map((each) => each.role))]
}
