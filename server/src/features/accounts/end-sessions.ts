import type { Actor } from '../../kernel/actor.ts'
import type { App } from '../../platform/app.ts'
import type { Tx } from '../../platform/database/database.ts'
import { record } from '../audit/record.ts'
import type { Member } from '../leaving/may-move.ts'
import { refuse } from '../people/account-actions.policy.ts'
import { lockAccounts } from '../people/inactive-members.queries.ts'
import { endEverything } from '../sign-in/end-everything.ts'
import { findAccountFacts } from './accounts.queries.ts'
import { type Acted, whoMayBeActedOn } from './who-may-act.ts'

export interface EndedSessions extends Acted {
  /** How many sessions ended, by account; absent where there was none. */
  sessions: Map<string, number>
}

/**
 * Signs active people out everywhere, at once and on every node; their browsers are remembered no more, links sent
 * before are void, and they may sign in again. Refuses one by one: the actor themselves, people above the actor or out of their right, and who isn't
 * active here. The caller holds the tenant's row; lock order is tenant, account.
 */
export async function endSessions(app: App, tx: Tx, actor: Actor, members: Member[]): Promise<EndedSessions> {
  const { open, refused } = await whoMayBeActedOn(tx, actor, 'users.reset_credentials', members, () =>
    refuse.yourself('account.sign_out'),
  )
  const facts = await findAccountFacts(
    tx,
    open.map((each) => each.membershipId),
  )
  for (const { membershipId } of open) {
    const known = facts.get(membershipId)
    if (!known?.active) refused.set(membershipId, refuse.notActive(known?.name ?? ''))
  }
  const done = open.filter((each) => !refused.has(each.membershipId))
  const accountIds = [...new Set(done.map((each) => each.accountId))]
  await lockAccounts(tx, accountIds)
  const sessions = await endEverything(tx, accountIds)
  await record(
    app,
    tx,
    actor,
    done.map((each) => ({
      event: 'sessions.ended_by_admin',
      subjectId: each.accountId,
      organisationId: each.organisationId,
      detail: { membershipId: each.membershipId, sessions: sessions.get(each.accountId) ?? 0 },
    })),
  )
  return { done, refused, sessions }
}
