import type { App } from '../../platform/app.ts'
import { record } from '../audit/record.ts'
import { queueMessages } from '../messages/queue-messages.ts'
import { MAILS_A_DAY, SECONDS_BETWEEN_MAILS } from '../people/invite-actions.policy.ts'
import { lockAccount } from '../people/register-person.queries.ts'
import { deadInvitation, refuse } from './dead-invitation.ts'
import { mailsOfADay, markNewLinkAsked } from './registrations.queries.ts'
import { changeByLink, readInvitation, type Visitor } from './use-link.ts'
import { whatStands } from './what-stands.ts'

const DAY_SECONDS = 86_400

/**
 * Somebody with an expired link of an open invitation asks for a new one. It goes to the address that was invited and
 * nowhere else, and the admins see that it was asked for.
 * @throws Refusal link_unknown, link_used, link_revoked, link_still_works, needs_reapproval, slow_down
 */
export function askNewLink(app: App, visitor: Visitor, token: string): Promise<void> {
  return changeByLink(app, visitor, token, async (tx) => {
    const invitation = await readInvitation(tx, token)
    const { accountId, organisation } = invitation
    if (invitation.state === 'open') throw refuse.linkStillWorks()
    if (invitation.state !== 'expired') throw deadInvitation(invitation.state, organisation.name)
    await whatStands(tx, visitor, invitation)
    // Whoever asks for the same person waits here, so that the mails are counted one asking after the other.
    await lockAccount(tx, accountId)
    refuseTooMany(await mailsOfADay(tx, accountId))
    if (!(await markNewLinkAsked(tx, invitation.id))) throw deadInvitation('revoked', organisation.name)
    await queueMessages(tx, [
      {
        kind: 'invitation_new_link',
        organisationId: organisation.id,
        accountId,
        to: invitation.email,
        subjectIds: { invitationId: invitation.id },
      },
    ])
    await record(app, tx, visitor, [
      {
        event: 'invitation.new_link_asked',
        subjectId: accountId,
        organisationId: organisation.id,
        detail: { invitationId: invitation.id },
      },
    ])
  })
}

/** @param ago seconds since each mail of the last 24 hours, the latest first */
function refuseTooMany(ago: number[]): void {
  const [latest] = ago
  if (latest !== undefined && latest < SECONDS_BETWEEN_MAILS)
    throw refuse.mailedJustNow(Math.ceil(SECONDS_BETWEEN_MAILS - latest))
  const oldestThatCounts = ago[MAILS_A_DAY - 1]
  if (oldestThatCounts !== undefined) throw refuse.mailedEnough(Math.ceil(DAY_SECONDS - oldestThatCounts))
}
