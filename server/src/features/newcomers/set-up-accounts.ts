import type { Actor } from '../../kernel/actor.ts'
import type { App } from '../../platform/app.ts'
import type { HashedPassword } from '../../platform/crypto/passwords.ts'
import type { Tx } from '../../platform/database/database.ts'
import { record } from '../audit/record.ts'
import { queueMessages } from '../messages/queue-messages.ts'
import { insertFirstPasswords } from './first-passwords.queries.ts'

/** A member who is not invited and whose account is to be set up. */
export interface SetUpMember {
  membershipId: string
  accountId: string
  email: string
  roles: string[]
}

/**
 * Sets accounts up for members who are not invited and queues the email that tells them. They are active, and have a
 * seat, once it is handed over, and not before: see handOver().
 * @param password that one of them is to begin with, typed by who sets it up; without it each is mailed a random one
 */
export async function setUpAccounts(
  app: App,
  tx: Tx,
  actor: Actor,
  organisationId: string,
  members: SetUpMember[],
  { password = null, staffListId }: { password?: HashedPassword | null; staffListId?: string },
): Promise<void> {
  if (members.length === 0) return
  const ids = await insertFirstPasswords(
    tx,
    members.map(({ membershipId, accountId }) => ({
      membershipId,
      accountId,
      organisationId,
      set: password,
    })),
    actor.kind === 'person' ? actor.accountId : null,
  )
  await queueMessages(
    tx,
    members.map(({ membershipId, accountId, email }) => ({
      kind: 'first_password',
      organisationId,
      accountId,
      to: email,
      subjectIds: { firstPasswordId: ids.get(membershipId) as string },
    })),
  )
  await record(
    app,
    tx,
    actor,
    members.map(({ membershipId, accountId, roles }) => ({
      event: 'person.set_up',
      subjectId: accountId,
      organisationId,
      detail: {
        membershipId,
        roles,
        password: password ? 'set' : 'mailed',
        ...(staffListId ? { staffListId } : {}),
      },
    })),
  )
}
