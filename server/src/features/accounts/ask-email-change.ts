import type { Actor } from '../../kernel/actor.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { App } from '../../platform/app.ts'
import { changeAs } from '../../platform/database/change.ts'
import type { Tx } from '../../platform/database/database.ts'
import { asOfNow } from '../access/as-of-now.ts'
import { lockTenant } from '../access/places.queries.ts'
import { wantFreshProof } from '../access/require.ts'
import { record } from '../audit/record.ts'
import { type Found, findToMove } from '../leaving/find-to-move.ts'
import { cancelQueued } from '../messages/cancel-messages.ts'
import { queueMessages } from '../messages/queue-messages.ts'
import { whyNotEdit } from '../people/edit-person.policy.ts'
import { nameOf, targetOf } from '../people/seen-person.ts'
import { countEmailChanges, insertEmailChange, revokeEmailChanges } from '../sign-in/email-changes.queries.ts'
import type { ActedOn } from './act-on-account.ts'

/** Addresses that somebody can be given in 24 hours; each is two mails. */
const CHANGES_A_DAY = 3

/**
 * Begins a change of address: a link goes to the new one, and the old one is told. Nothing else changes until the link is
 * used. A change that waited before ends. Whether the actor may is asked by the caller, who holds the account's row.
 * @throws Refusal reauth_required, slow_down
 */
export async function askEmailChange(
  app: App,
  tx: Tx,
  actor: Actor,
  { row }: Found,
  email: string,
): Promise<void> {
  wantFreshProof(actor)
  if ((await countEmailChanges(tx, row.personId)) >= CHANGES_A_DAY)
    throw new Refusal(
      'too_many',
      'slow_down',
      `${nameOf(row)} was given ${CHANGES_A_DAY} new addresses in 24 hours. Try again tomorrow.`,
      { retryAfterSeconds: 3600 },
    )
  await takeBack(tx, row.personId)
  const changeId = await insertEmailChange(tx, {
    accountId: row.personId,
    membershipId: row.id,
    email,
    askedBy: actor.kind === 'person' ? actor.accountId : null,
  })
  const letter = { organisationId: row.organisation.id, accountId: row.personId, subjectIds: { changeId } }
  await queueMessages(tx, [
    { ...letter, kind: 'email_change_proof', to: email },
    { ...letter, kind: 'email_change_asked', to: row.email },
  ])
  await record(app, tx, actor, [
    {
      event: 'email_change.asked',
      subjectId: row.personId,
      organisationId: row.organisation.id,
      detail: { membershipId: row.id, changeId },
      subjectDetail: { changes: [{ field: 'email', before: row.email, after: email }] },
    },
  ])
}

/**
 * Calls a change of address off that waits for its proof: its link stops working, and the old address stays.
 * @throws Refusal not_found, forbidden, person_above_yours, person_shared, no_email_change
 */
export async function cancelEmailChange(app: App, actor: Actor, membershipId: string): Promise<ActedOn> {
  return changeAs(app, actor, async (tx) => {
    await lockTenant(tx, actor.tenantId)
    const now = await asOfNow(tx, actor)
    const { row, seen, place } = await findToMove(tx, now, membershipId)
    const refusal = whyNotEdit('email', now, targetOf(row), place)
    if (refusal) throw refusal
    const [changeId] = await takeBack(tx, row.personId)
    if (!changeId)
      throw new Refusal(
        'conflict',
        'no_email_change',
        `${nameOf(row)} has no new address that waits to be confirmed.`,
      )
    await record(app, tx, now, [
      {
        event: 'email_change.cancelled',
        subjectId: row.personId,
        organisationId: row.organisation.id,
        detail: { membershipId, changeId },
      },
    ])
    const { status, statusLabel, statusDetail } = seen
    return { status, statusLabel, statusDetail, sentence: `${nameOf(row)} keeps ${row.email}.` }
  })
}

/** Ends open changes of an address with their mail that hasn't left. @returns their ids */
async function takeBack(tx: Tx, accountId: string): Promise<string[]> {
  const ended = await revokeEmailChanges(tx, accountId)
  if (ended.length > 0) await cancelQueued(tx, { subject: 'changeId', ids: ended })
  return ended
}
