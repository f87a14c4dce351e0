import type { Actor, Holding, Place } from '../../kernel/actor.ts'
import { notFound, Refusal } from '../../kernel/refusal.ts'
import type { Tx } from '../../platform/database/database.ts'
import { findPlace, findUnitPlaces } from '../access/places.queries.ts'
import { inSight } from '../access/require.ts'
import type { Invitee } from '../people/invite-actions.policy.ts'
import { findOpenInvitations, findOrganisationOf, type OpenInvitation } from './invitations.queries.ts'

/** An invitation that somebody acts on, with its place. @throws Refusal not_found, invitation_ended */
export async function findForAction(
  tx: Tx,
  actor: Actor,
  invitationId: string,
): Promise<{ invitation: OpenInvitation; place: Place; units: Map<string, Place> }> {
  const [invitation] = await findOpenInvitations(tx, { ids: [invitationId] })
  if (!invitation) throw await whyGone(tx, actor, invitationId)
  const place = inSight(actor, await findPlace(tx, invitation.organisationId))
  return { invitation, place, units: await findUnitPlaces(tx, unitsOf(invitation)) }
}

async function whyGone(tx: Tx, actor: Actor, invitationId: string): Promise<Refusal> {
  const organisationId = await findOrganisationOf(tx, invitationId)
  if (!organisationId) return notFound()
  inSight(actor, await findPlace(tx, organisationId))
  return new Refusal(
    'conflict',
    'invitation_ended',
    'This invitation has ended: it was accepted or cancelled.',
  )
}

/** The units that say what may be done with a person: those they are in, and those they hold roles at. */
export const unitsOf = (person: { unitIds: string[]; holdings: Holding[] }): string[] => [
  ...person.unitIds,
  ...person.holdings.flatMap((each) => each.assignments.flatMap(({ unitId }) => unitId ?? [])),
]

/** A person as the policy of acting on invitations sees them. */
export const asTarget = (
  person: Omit<Invitee, 'unitPlaces'> & { unitIds: string[] },
  units: Map<string, Place>,
): Invitee => ({ ...person, unitPlaces: person.unitIds.flatMap((id) => units.get(id) ?? []) })
