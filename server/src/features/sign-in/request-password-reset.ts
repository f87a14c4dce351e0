import { setTimeout as delay } from 'node:timers/promises'
import type { Anonymous } from '../../kernel/actor.ts'
import { canonicalEmail } from '../../kernel/email-address.ts'
import { wrongFields } from '../../kernel/refusal.ts'
import type { App } from '../../platform/app.ts'
import { countHit, type Limit, refuseAbove, sourceOf } from '../../platform/database/counters.ts'
import { inTenant } from '../../platform/database/database.ts'
import { record } from '../audit/record.ts'
import { queueMessages } from '../messages/queue-messages.ts'
import { findResettable, insertReset } from './password-resets.queries.ts'

const A_SOURCE: Limit = { name: 'reset-source', hits: 20, windowSeconds: 3600 }
const AN_ADDRESS: Limit = { name: 'reset-address', hits: 3, windowSeconds: 3600 }

/** Every answer takes at least this long, so that its time does not tell a known address from an unknown one. */
const ANSWER_TAKES_MS = 80

/**
 * Queues a mail with a link to choose a new password, if there is such a person. The answer is the same in any case,
 * whether the address is known, the limit reached or the mail server away.
 * @throws Refusal email_format, slow_down (by network source only)
 */
export async function requestPasswordReset(app: App, visitor: Anonymous, text: string): Promise<void> {
  const email = canonicalEmail(text)
  if (!email)
    throw wrongFields([
      {
        pointer: '#/email',
        code: 'email_format',
        detail: 'Enter an email address in the correct format, like name@school.sch.uk',
      },
    ])
  await refuseAbove(app.database, A_SOURCE, sourceOf(visitor.request.address))
  await Promise.all([delay(ANSWER_TAKES_MS), queueReset(app, visitor, email)])
}

async function queueReset(app: App, visitor: Anonymous, email: string): Promise<void> {
  const { hits } = await countHit(app.database, AN_ADDRESS, `${visitor.tenantId}|${email}`)
  if (hits > AN_ADDRESS.hits) return
  await inTenant(app.database, visitor.tenantId, async (tx) => {
    const account = await findResettable(tx, email)
    if (!account) return
    const resetId = await insertReset(tx, account.id, 'mailed')
    await queueMessages(tx, [
      {
        kind: 'password_reset',
        organisationId: account.organisationId,
        accountId: account.id,
        to: email,
        subjectIds: { resetId },
      },
    ])
    await record(app, tx, visitor, [
      { event: 'password.reset_requested', subjectId: account.id, detail: { resetId } },
    ])
  })
}
