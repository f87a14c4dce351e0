import type { Person } from '../../kernel/actor.ts'
import type { Tx } from '../../platform/database/database.ts'
import { findPlace, findUnitPlaces, holdingsOf } from '../access/places.queries.ts'
import { type Lost, whatIsLost } from './acceptance.policy.ts'
import { refuse } from './dead-invitation.ts'
import { findOfferedRoles, type InvitationOfToken } from './registrations.queries.ts'
import type { Visitor } from './use-link.ts'

/**
 * What is lost of an offer, because its inviter could not give it any more at this moment. What the operator at the
 * command line offered stands.
 * @throws Refusal needs_reapproval when nothing of it stands
 */
export async function whatStands(
  tx: Tx,
  visitor: Visitor,
  invitation: Pick<InvitationOfToken, 'membershipId' | 'organisation' | 'inviterId' | 'permissions'>,
): Promise<Lost> {
  if (invitation.inviterId === null) return { roles: [], permissions: [] }
  const offered = await findOfferedRoles(tx, invitation.membershipId)
  const home = await findPlace(tx, invitation.organisation.id)
  if (!home) throw new Error('An invitation to no organisation')
  const units = await findUnitPlaces(
    tx,
    offered.flatMap((each) => each.unitId ?? []),
  )
  const lost = whatIsLost(await asOfNow(tx, visitor, invitation.inviterId), {
    home,
    roles: offered.map((assignment) => ({
      assignment,
      place: assignment.unitId ? units.get(assignment.unitId) : home,
    })),
    permissions: invitation.permissions,
  })
  if (!lost) throw refuse.needsReapproval(invitation.organisation.name)
  return lost
}

/** The inviter as the rules of access see them, with what they hold now. They are not here: no session, no proof. */
async function asOfNow(tx: Tx, visitor: Visitor, accountId: string): Promise<Person> {
  return {
    kind: 'person',
    tenantId: visitor.tenantId,
    accountId,
    sessionId: '',
    email: '',
    givenName: '',
    familyName: '',
    language: '',
    holdings: await holdingsOf(tx, accountId),
    proofSeconds: Number.POSITIVE_INFINITY,
    request: visitor.request,
  }
}
