import type { Actor } from '../../kernel/actor.ts'
import type { App } from '../../platform/app.ts'
import { newToken } from '../../platform/crypto/tokens.ts'
import { type Limit, refuseAbove } from '../../platform/database/counters.ts'
import { inTenant, type Tx } from '../../platform/database/database.ts'
import { record } from '../audit/record.ts'
import { queueMessages } from '../messages/queue-messages.ts'
import { findBaseUrl } from '../organisations/organisations.queries.ts'
import { whyNotCopyLink } from '../people/invite-actions.policy.ts'
import { asTarget, findForAction } from './find-for-action.ts'
import { INVITATION_TOKEN } from './invitation.ts'
import { insertLinks, type OpenInvitation, renewInvitedUntil } from './invitations.queries.ts'

const COPIES: Limit = { name: 'copied-links', hits: 10, windowSeconds: 3600 }

export interface CopiedLink {
  url: string
  expiresAt: string
  /** What to know before handing it on. */
  sentence: string
}

/**
 * Mints a personal link to hand over another way, shown this once. It is recorded, and the invited address is told. It
 * proves no mailbox; links sent before go on working.
 * @throws Refusal not_found, forbidden, person_above_yours, invitation_ended, slow_down
 */
export async function copyLink(app: App, actor: Actor, invitationId: string): Promise<CopiedLink> {
  // Only what one may do counts: nobody else can use up the number, or learn by it what there is.
  await inTenant(app.database, actor.tenantId, (tx) => findToCopy(tx, actor, invitationId))
  await refuseAbove(app.database, COPIES, invitationId)
  // Not under an Idempotency-Key: its answer would be kept, and no token is.
  return inTenant(app.database, actor.tenantId, async (tx) => {
    const invitation = await findToCopy(tx, actor, invitationId)
    const token = newToken(INVITATION_TOKEN)
    const ends = await insertLinks(tx, [{ invitationId, token, messageId: null }], 'copied')
    await renewInvitedUntil(tx, [invitationId])
    await queueMessages(tx, [
      {
        kind: 'invitation_link_copied',
        organisationId: invitation.organisationId,
        accountId: invitation.accountId,
        to: invitation.email,
        subjectIds: {
          invitationId,
          ...(actor.kind === 'person' ? { copiedById: actor.accountId } : {}),
        },
      },
    ])
    await record(app, tx, actor, [
      {
        event: 'invitation.link_copied',
        subjectId: invitation.accountId,
        organisationId: invitation.organisationId,
        detail: { invitationId },
      },
    ])
    return {
      url: `${await findBaseUrl(tx)}/i/${token}`,
      expiresAt: (ends.get(invitationId) as Date).toISOString(),
      sentence: `Anyone with this link can register as ${invitation.name}. Send it only to them. We’ve told ${invitation.email} that a link was copied.`,
    }
  })
}

async function findToCopy(tx: Tx, actor: Actor, invitationId: string): Promise<OpenInvitation> {
  const { invitation, place, units } = await findForAction(tx, actor, invitationId)
  const refusal = whyNotCopyLink(actor, asTarget(invitation, units), place)
  if (refusal) throw refusal
  return invitation
}
