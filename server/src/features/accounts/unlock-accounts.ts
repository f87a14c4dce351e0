import type { Actor } from '../../kernel/actor.ts'
import type { App } from '../../platform/app.ts'
import type { Tx } from '../../platform/database/database.ts'
import { record } from '../audit/record.ts'
import type { Member } from '../leaving/may-move.ts'
import { refuse } from '../people/account-actions.policy.ts'
import { lockAccounts } from '../people/inactive-members.queries.ts'
import { openLocks } from '../sign-in/lock.queries.ts'
import { findAccountFacts } from './accounts.queries.ts'
import { type Acted, whoMayBeActedOn } from './who-may-act.ts'

/**
 * Lets people who are locked out sign in at once, and begins their count of wrong passwords anew. Refuses one by one: the
 * actor themselves, people above the actor or out of their right, and who isn't locked. The right is asked here; whether
 * the actor sees these people is for the door. The caller holds the tenant's row; lock order is tenant, account.
 */
export async function unlockAccounts(app: App, tx: Tx, actor: Actor, members: Member[]): Promise<Acted> {
  const { open, refused } = await whoMayBeActedOn(tx, actor, 'users.unlock', members, () =>
    refuse.yourself('account.unlock'),
  )
  const accountIds = [...new Set(open.map((each) => each.accountId))]
  await lockAccounts(tx, accountIds)
  const unlocked = new Set(await openLocks(tx, accountIds))
  const done = open.filter((each) => unlocked.has(each.accountId))
  const stay = open.filter((each) => !unlocked.has(each.accountId))
  const facts = await findAccountFacts(
    tx,
    stay.map((each) => each.membershipId),
  )
  for (const { membershipId } of stay)
    refused.set(membershipId, refuse.notLocked(facts.get(membershipId)?.name ?? ''))
  await record(
    app,
    tx,
    actor,
    done.map((each) => ({
      event: 'account.unlocked',
      subjectId: each.accountId,
      organisationId: each.organisationId,
      detail: { membershipId: each.membershipId },
    })),
  )
  return { done, refused }
}
