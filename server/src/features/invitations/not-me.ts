import type { App } from '../../platform/app.ts'
import { record } from '../audit/record.ts'
import { queueMessages } from '../messages/queue-messages.ts'
import { deadInvitation } from './dead-invitation.ts'
import { endInvitations } from './invitations.queries.ts'
import { findInviterAddress } from './registrations.queries.ts'
import { changeByLink, readInvitation, type Visitor } from './use-link.ts'

/**
 * "This isn't me": the invitation ends, the person is no longer invited, and the inviter is told. Somebody signed in as
 * another person may say so too; it is they who know.
 * @throws Refusal link_unknown, link_used, link_revoked, slow_down
 */
export function notMe(app: App, visitor: Visitor, token: string): Promise<void> {
  return changeByLink(app, visitor, token, async (tx) => {
    const invitation = await readInvitation(tx, token)
    if (invitation.state === 'used' || invitation.state === 'revoked')
      throw deadInvitation(invitation.state, invitation.organisation.name)
    const [ended] = await endInvitations(tx, [invitation.id], 'declined')
    if (!ended) {
      const now = await readInvitation(tx, token)
      throw deadInvitation(now.state === 'used' ? 'used' : 'revoked', now.organisation.name)
    }
    const { organisationId, inviterId } = ended
    const address = inviterId ? await findInviterAddress(tx, inviterId) : undefined
    if (address)
      await queueMessages(tx, [
        {
          kind: 'invitation_declined',
          organisationId,
          accountId: inviterId,
          to: address,
          subjectIds: { invitationId: ended.id },
        },
      ])
    await record(app, tx, visitor, [
      {
        event: 'invitation.declined',
        subjectId: ended.accountId,
        organisationId,
        detail: { invitationId: ended.id },
      },
    ])
  })
}
