import type { Actor } from '../../kernel/actor.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import type { App } from '../../platform/app.ts'
import type { Tx } from '../../platform/database/database.ts'
import { record } from '../audit/record.ts'
import type { Member } from '../leaving/may-move.ts'
import { queueMessages } from '../messages/queue-messages.ts'
import { RESETS_AN_HOUR, refuse, SECONDS_BETWEEN_RESETS } from '../people/account-actions.policy.ts'
import { lockAccounts } from '../people/inactive-members.queries.ts'
import { insertSentResets } from '../sign-in/password-resets.queries.ts'
import { type AccountFacts, findAccountFacts } from './accounts.queries.ts'
import { type Acted, whoMayBeActedOn } from './who-may-act.ts'

/**
 * Sends active people a link to choose a new password, to their own address: whoever sends it neither sees nor sets
 * one. Links sent before end; nothing else changes until the link is used. Who is here twice gets one. Refuses one by
 * one: the actor themselves, people above the actor or out of their right, who isn't active here, and who was just sent
 * one or too many. The caller holds the tenant's row; lock order is tenant, account.
 */
export async function sendResets(app: App, tx: Tx, actor: Actor, members: Member[]): Promise<Acted> {
  const { open, refused } = await whoMayBeActedOn(tx, actor, 'users.reset_credentials', members, () =>
    refuse.yourself('account.reset_password'),
  )
  await lockAccounts(
    tx,
    open.map((each) => each.accountId),
  )
  const facts = await findAccountFacts(
    tx,
    open.map((each) => each.membershipId),
  )
  for (const { membershipId } of open) {
    const refusal = whyNotSend(facts.get(membershipId) as AccountFacts)
    if (refusal) refused.set(membershipId, refusal)
  }
  const done = open.filter((each) => !refused.has(each.membershipId))
  const letters = new Map(done.map((each) => [each.accountId, each]))
  const resets = await insertSentResets(
    tx,
    [...letters.keys()],
    actor.kind === 'person' ? actor.accountId : null,
  )
  await queueMessages(
    tx,
    [...letters.values()].map(({ membershipId, accountId, organisationId }) => ({
      kind: 'password_reset',
      organisationId,
      accountId,
      to: facts.get(membershipId)?.email ?? '',
      subjectIds: { resetId: resets.get(accountId) ?? '' },
    })),
  )
  await record(
    app,
    tx,
    actor,
    [...letters.values()].map((each) => ({
      event: 'password.reset_sent',
      subjectId: each.accountId,
      organisationId: each.organisationId,
      detail: { membershipId: each.membershipId, resetId: resets.get(each.accountId) },
    })),
  )
  return { done, refused }
}

function whyNotSend({ name, active, sentSecondsAgo, resetsThisHour }: AccountFacts): Refusal | null {
  if (!active) return refuse.notActive(name)
  const wait = SECONDS_BETWEEN_RESETS - (sentSecondsAgo ?? SECONDS_BETWEEN_RESETS)
  if (wait > 0) return refuse.justSent(name, wait)
  return resetsThisHour >= RESETS_AN_HOUR ? refuse.sentOften(name) : null
}
