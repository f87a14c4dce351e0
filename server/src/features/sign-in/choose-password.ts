import type { Anonymous } from '../../kernel/actor.ts'
import type { App } from '../../platform/app.ts'
import { hashPassword } from '../../platform/crypto/passwords.ts'
import { refuseAbove, sourceOf } from '../../platform/database/counters.ts'
import { inTenant } from '../../platform/database/database.ts'
import { record } from '../audit/record.ts'
import { queueMessages } from '../messages/queue-messages.ts'
import { findRoot } from '../organisations/organisations.queries.ts'
import { markEmailProved, raiseEpoch } from '../people/people.queries.ts'
import { openLock } from './lock.queries.ts'
import { acceptPassword } from './password.ts'
import { deadLink } from './password-reset.ts'
import {
  consumeReset,
  findResetOfToken,
  findResettable,
  type ResetOfToken,
} from './password-resets.queries.ts'
import { savePassword } from './sign-in.queries.ts'
import { UNKNOWN_LINKS } from './unknown-links.ts'

/** What the page behind a link says. Opening it changes nothing, however often. @throws Refusal link_* , slow_down */
export async function seeResetLink(
  app: App,
  visitor: Anonymous,
  token: string,
): Promise<{ organisation: string; kind: 'reset' | 'first_password' }> {
  const { reset, organisation } = await readLink(app, visitor, token)
  return { organisation, kind: reset.kind === 'mailed' ? 'reset' : 'first_password' }
}

/**
 * Chooses a new password with a link. All sessions, remembered browsers and other links of the person end, the lock
 * opens, nobody is signed in by it. A mailed link proves the mailbox; a printed one proves nothing.
 * @throws Refusal link_unknown, link_used, link_revoked, link_expired, password_*, slow_down, busy
 */
export async function choosePassword(
  app: App,
  visitor: Anonymous,
  token: string,
  password: string,
): Promise<void> {
  const { reset } = await readLink(app, visitor, token)
  await acceptPassword(password, { email: reset.email, names: reset.names })
  const hashed = await hashPassword(app.keys, password)
  await inTenant(app.database, visitor.tenantId, async (tx) => {
    if (!(await consumeReset(tx, token))) throw deadLink('used')
    await savePassword(tx, reset.accountId, hashed)
    await raiseEpoch(tx, reset.accountId)
    if (reset.kind === 'mailed') await markEmailProved(tx, reset.accountId)
    await openLock(tx, reset.email)
    const account = await findResettable(tx, reset.email)
    if (account)
      await queueMessages(tx, [
        {
          kind: 'password_changed',
          organisationId: account.organisationId,
          accountId: account.id,
          to: reset.email,
          subjectIds: {},
        },
      ])
    await record(app, tx, visitor, [
      { event: 'password.changed', subjectId: reset.accountId, detail: { by: `${reset.kind} link` } },
    ])
  })
}

async function readLink(
  app: App,
  visitor: Anonymous,
  token: string,
): Promise<{ reset: ResetOfToken; organisation: string }> {
  const found = await inTenant(app.database, visitor.tenantId, async (tx) => {
    const reset = await findResetOfToken(tx, token)
    const root = await findRoot(tx)
    return { reset, organisation: root?.name ?? '' }
  })
  if (!found.reset) await refuseAbove(app.database, UNKNOWN_LINKS, sourceOf(visitor.request.address))
  if (!found.reset) throw deadLink(undefined)
  if (found.reset.state !== 'open') throw deadLink(found.reset.state)
  return { reset: found.reset, organisation: found.organisation }
}
