import type { Anonymous, Person } from '../../kernel/actor.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { App } from '../../platform/app.ts'
import { changeAs } from '../../platform/database/change.ts'
import { refuseAbove, sourceOf } from '../../platform/database/counters.ts'
import { inTenant, type Tx } from '../../platform/database/database.ts'
import { record } from '../audit/record.ts'
import { UNKNOWN_LINKS } from '../sign-in/unknown-links.ts'
import { deadInvitation, refuse, unknownLink } from './dead-invitation.ts'
import {
  findInvitationOfToken,
  type InvitationOfToken,
  markNeedsReapproval,
} from './registrations.queries.ts'

/** Whoever comes with a link: somebody signed in, or nobody. */
export type Visitor = Person | Anonymous

/**
 * Looks at what a link stands for. Nothing is changed by it, however often; only links that never were are counted.
 * @throws Refusal link_unknown, slow_down
 */
export async function lookAtLink<T>(
  app: App,
  visitor: Visitor,
  token: string,
  look: (tx: Tx, invitation: InvitationOfToken) => Promise<T>,
): Promise<T> {
  try {
    return await inTenant(app.database, visitor.tenantId, async (tx) =>
      look(tx, await readInvitation(tx, token)),
    )
  } catch (error) {
    await countUnknown(app, visitor, error)
    throw error
  }
}

/**
 * Makes a change by means of a link. When it was refused because the inviter can no longer give what they offered, that
 * is written down for the admins, in a transaction of its own since the change's was undone.
 */
export async function changeByLink<T>(
  app: App,
  visitor: Visitor,
  token: string,
  change: (tx: Tx) => Promise<T>,
): Promise<T> {
  try {
    return await changeAs(app, visitor, change)
  } catch (error) {
    await countUnknown(app, visitor, error)
    if (error instanceof Refusal && error.code === 'needs_reapproval')
      await askForReapproval(app, visitor, token)
    throw error
  }
}

/** @throws Refusal link_unknown */
export async function readInvitation(tx: Tx, token: string): Promise<InvitationOfToken> {
  const invitation = await findInvitationOfToken(tx, token)
  if (!invitation) throw unknownLink()
  return invitation
}

/** @throws Refusal link_used, link_revoked, link_expired, signed_in_as_other */
export function mustBeOpenTo(visitor: Visitor, invitation: InvitationOfToken): void {
  if (invitation.state !== 'open') throw deadInvitation(invitation.state, invitation.organisation.name)
  if (visitor.kind === 'person' && visitor.accountId !== invitation.accountId)
    throw refuse.signedInAsOther(
      `${visitor.givenName} ${visitor.familyName}`,
      `${invitation.givenName} ${invitation.familyName}`.trim() || invitation.email,
    )
}

async function countUnknown(app: App, visitor: Visitor, error: unknown): Promise<void> {
  if (error instanceof Refusal && error.code === 'link_unknown')
    await refuseAbove(app.database, UNKNOWN_LINKS, sourceOf(visitor.request.address))
}

async function askForReapproval(app: App, visitor: Visitor, token: string): Promise<void> {
  await inTenant(app.database, visitor.tenantId, async (tx) => {
    const marked = await markNeedsReapproval(tx, token)
    if (!marked) return
    await record(app, tx, visitor, [
      {
        event: 'invitation.needs_reapproval',
        subjectId: marked.accountId,
        organisationId: marked.organisationId,
        detail: { invitationId: marked.id },
      },
    ])
  })
}
