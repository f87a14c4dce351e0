import type { Actor } from '../../kernel/actor.ts'
import type { App } from '../../platform/app.ts'
import type { Tx } from '../../platform/database/database.ts'
import { insertGrants } from '../access/access.queries.ts'
import { record } from '../audit/record.ts'
import { queueMessages } from '../messages/queue-messages.ts'
import { insertInvitations, type NewInvitation } from './invitations.queries.ts'

/** An invited member to whom the invitation is to go out. */
export interface FirstInvited extends NewInvitation {
  email: string
  roles: string[]
}

export interface FirstTerms {
  batchId: string
  language: string
  message: string | null
  sendAt: Date | null
  holdSeconds: number
  /** The list that asked for it. */
  staffListId?: string
}

/**
 * Makes the invitations of people who are invited members already, with the permissions they are offered, queues their
 * mail and records it: what an invitation by hand and one by a staff list have in common. The actor stands behind them:
 * their right is looked at again on acceptance. @returns ids, in the order given
 */
export async function sendFirst(
  app: App,
  tx: Tx,
  actor: Actor,
  organisationId: string,
  members: FirstInvited[],
  { batchId, language, message, sendAt, holdSeconds, staffListId }: FirstTerms,
): Promise<string[]> {
  await grantOffered(tx, members)
  const inviterId = actor.kind === 'person' ? actor.accountId : null
  const ids = await insertInvitations(tx, members, {
    organisationId,
    batchId,
    inviterId,
    language,
    message,
    sendAt,
  })
  const sent = members.map((each, position) => ({ ...each, id: ids[position] as string }))
  await queueMessages(
    tx,
    sent.map((each) => ({
      kind: 'invitation',
      organisationId,
      accountId: each.accountId,
      to: each.email,
      subjectIds: { invitationId: each.id },
      notBefore: sendAt,
      holdSeconds,
    })),
  )
  await record(
    app,
    tx,
    actor,
    sent.map((each) => ({
      event: 'person.invited',
      subjectId: each.accountId,
      organisationId,
      detail: {
        invitationId: each.id,
        batchId,
        roles: each.roles,
        ...(each.permissions.length > 0 ? { permissions: each.permissions } : {}),
        ...(sendAt ? { sendAt: sendAt.toISOString() } : {}),
        ...(staffListId ? { staffListId } : {}),
      },
    })),
  )
  return ids
}

/** Switches on what each is offered besides roles. */
export async function grantOffered(
  tx: Tx,
  members: { membershipId: string; permissions: string[] }[],
): Promise<void> {
  for (const alike of Map.groupBy(members, (each) => each.permissions.join(' ')).values())
    await insertGrants(
      tx,
      alike.map((each) => each.membershipId),
      alike[0]?.permissions ?? [],
    )
}
