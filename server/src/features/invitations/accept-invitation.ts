import type { App } from '../../platform/app.ts'
import type { Tx } from '../../platform/database/database.ts'
import { changeGrants, deleteAssignments } from '../access/access.queries.ts'
import type { AuditEvent } from '../audit/audit-events.ts'
import { record } from '../audit/record.ts'
import { activateInvited, lockAccount } from '../people/register-person.queries.ts'
import { openSeats } from '../seats/open-seats.ts'
import { deadInvitation, refuse } from './dead-invitation.ts'
import { consumeInvitation, type InvitationOfToken } from './registrations.queries.ts'
import { mustBeOpenTo, readInvitation, type Visitor } from './use-link.ts'
import { whatStands } from './what-stands.ts'

const EVENT = {
  registered: 'invitation.accepted',
  joined: 'membership.joined',
} as const satisfies Record<string, AuditEvent>

/**
 * Turns an invitation into an active membership, whichever way its person came: the invitation ends with all its links,
 * what its inviter could no longer give is taken away, the seat opens, and it is recorded. All of it, or a refusal and
 * nothing. Lock order is account, then invitation, then membership.
 * @throws Refusal link_used, link_revoked, link_expired, sign_in_first, needs_reapproval
 */
export async function acceptInvitation(
  app: App,
  tx: Tx,
  visitor: Visitor,
  token: string,
  invitation: InvitationOfToken,
  how: 'registered' | 'joined',
): Promise<void> {
  const { accountId, membershipId, organisation } = invitation
  await lockAccount(tx, accountId)
  const consumed = await consumeInvitation(tx, token, how === 'joined' ? { how, accountId } : { how })
  if (!consumed) throw await whyNotConsumed(tx, visitor, token)
  const lost = await whatStands(tx, visitor, { ...invitation, ...consumed })
  await deleteAssignments(tx, membershipId, lost.roles)
  await changeGrants(tx, membershipId, [], lost.permissions)
  if (!(await activateInvited(tx, membershipId))) throw deadInvitation('revoked', organisation.name)
  await openSeats(tx, [{ organisationId: organisation.id, membershipId, accountId }], how)
  const person = { kind: 'person' as const, tenantId: visitor.tenantId, accountId, request: visitor.request }
  await record(app, tx, person, [
    {
      event: EVENT[how],
      subjectId: accountId,
      organisationId: organisation.id,
      detail: {
        invitationId: invitation.id,
        link: invitation.link,
        rolesNotGiven: lost.roles.map((each) => each.role),
        permissionsNotGiven: lost.permissions,
      },
    },
  ])
}

/** Somebody was faster, or the link's time ran out: the present state says which. */
async function whyNotConsumed(tx: Tx, visitor: Visitor, token: string): Promise<Error> {
  const now = await readInvitation(tx, token)
  mustBeOpenTo(visitor, now)
  return refuse.signInFirst(now.organisation.name)
}
