import type { Actor } from '../../kernel/actor.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import type { App } from '../../platform/app.ts'
import { changeAs } from '../../platform/database/change.ts'
import type { Tx } from '../../platform/database/database.ts'
import { asOfNow } from '../access/as-of-now.ts'
import { lockTenant } from '../access/places.queries.ts'
import { type Found, findToMove } from '../leaving/find-to-move.ts'
import type { Member } from '../leaving/may-move.ts'
import { mailSentence } from '../messages/see-messages.ts'
import { type AccountAction, whyNotAct } from '../people/account-actions.policy.ts'
import type { PersonRow } from '../people/person-rows.queries.ts'
import { nameOf, type SeenPerson, targetOf } from '../people/seen-person.ts'
import { RESET_MINUTES } from '../sign-in/password-reset.ts'
import { endSessions } from './end-sessions.ts'
import { sendResets } from './send-resets.ts'
import { unlockAccounts } from './unlock-accounts.ts'

export interface ActedOn extends Pick<SeenPerson, 'status' | 'statusLabel' | 'statusDetail'> {
  /** What was done, to be said to who did it. */
  sentence: string
}

/**
 * Lets somebody who is locked out sign in at once.
 * @throws Refusal not_found, forbidden, not_yourself, person_above_yours, not_locked
 */
export const unlockPerson = (app: App, actor: Actor, membershipId: string) =>
  act(app, actor, membershipId, 'account.unlock', async (tx, now, found) => {
    const { refused } = await unlockAccounts(app, tx, now, [memberOf(found.row)])
    return { refused, sentence: `${nameOf(found.row)} is unlocked and can sign in now.` }
  })

/**
 * Sends somebody active a link to choose a new password, to their own address.
 * @throws Refusal not_found, forbidden, not_yourself, person_above_yours, not_active, slow_down
 */
export const sendReset = (app: App, actor: Actor, membershipId: string) =>
  act(app, actor, membershipId, 'account.reset_password', async (tx, now, found) => {
    const { refused } = await sendResets(app, tx, now, [memberOf(found.row)])
    const { mode, sentence } = mailSentence(app)
    const goes =
      mode === 'captured'
        ? `An email to ${found.row.email} was written. ${sentence}`
        : `A link to choose a new password is on its way to ${found.row.email}. It works once, for ${RESET_MINUTES} minutes.`
    return { refused, sentence: goes }
  })

/**
 * Signs somebody active out everywhere, at once and on every node.
 * @throws Refusal not_found, forbidden, not_yourself, person_above_yours, not_active
 */
export const signPersonOut = (app: App, actor: Actor, membershipId: string) =>
  act(app, actor, membershipId, 'account.sign_out', async (tx, now, { row }) => {
    const { refused, sessions } = await endSessions(app, tx, now, [memberOf(row)])
    const name = nameOf(row)
    return {
      refused,
      sentence: sessions.has(row.personId)
        ? `${name} is signed out everywhere, and can sign in again.`
        : `${name} wasn’t signed in anywhere. Browsers that were remembered are forgotten.`,
    }
  })

type Doing = (
  tx: Tx,
  now: Actor,
  found: Found,
) => Promise<{ refused: Map<string, Refusal>; sentence: string }>

/** Asks again under the tenant's lock what the actor may do, does it, and answers how the person stands then. */
async function act(
  app: App,
  actor: Actor,
  membershipId: string,
  action: AccountAction,
  doing: Doing,
): Promise<ActedOn> {
  return changeAs(app, actor, async (tx) => {
    await lockTenant(tx, actor.tenantId)
    const now = await asOfNow(tx, actor)
    const found = await findToMove(tx, now, membershipId)
    const refusal = whyNotAct(action, now, targetOf(found.row), found.place)
    if (refusal) throw refusal
    const { refused, sentence } = await doing(tx, now, found)
    const left = refused.get(membershipId)
    if (left) throw left
    const { status, statusLabel, statusDetail } = (await findToMove(tx, now, membershipId)).seen
    return { status, statusLabel, statusDetail, sentence }
  })
}

export const memberOf = (row: PersonRow): Member => ({
  membershipId: row.id,
  accountId: row.personId,
  organisationId: row.organisation.id,
})
