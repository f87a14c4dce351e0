import { randomUUID } from 'node:crypto'
import type { System } from '../../kernel/actor.ts'
import type { App } from '../../platform/app.ts'
import { inTenant } from '../../platform/database/database.ts'
import { lockTenant } from '../access/places.queries.ts'
import { record } from '../audit/record.ts'
import { listAdminsOf } from '../leaving/notices.queries.ts'
import { queueMessages } from '../messages/queue-messages.ts'
import { halfTermBegun } from './half-terms.ts'
import { countToReview, listReviewed, saveReminded } from './reviews.queries.ts'

/**
 * Once each half term, sends the admins of every organisation one email with how many active people never signed in, were
 * not here for long, or are not on the last staff list, and a link to each of these lists. Where there is nobody to look at,
 * nothing is sent. May run twice at once.
 * @returns how many organisations were reminded
 */
export async function remindReviews(app: App, tenantId: string): Promise<number> {
  const actor: System = { kind: 'system', tenantId, request: { id: randomUUID(), door: 'job' } }
  return inTenant(app.database, tenantId, async (tx) => {
    await lockTenant(tx, tenantId)
    const due = (await listReviewed(tx))
      .map(({ organisationId, local, reminded }) => ({
        organisationId,
        reminded,
        halfTerm: halfTermBegun(local),
      }))
      .filter(({ halfTerm, reminded }) => halfTerm > reminded)
    if (due.length === 0) return 0
    const ids = due.map((each) => each.organisationId)
    const counts = await countToReview(tx, ids)
    const wanted = due.flatMap(({ organisationId }) => {
      const count = counts.get(organisationId)
      return count && count.never + count.unused + count.unlisted > 0 ? [count] : []
    })
    const admins = await listAdminsOf(
      tx,
      wanted.map((each) => each.organisationId),
    )
    await queueMessages(
      tx,
      admins.map(({ organisationId, accountId, email }) => ({
        kind: 'review_reminder',
        organisationId,
        accountId,
        to: email,
        subjectIds: {},
      })),
    )
    await saveReminded(tx, due)
    await record(
      app,
      tx,
      actor,
      wanted.map(({ organisationId, never, unused, unlisted }) => ({
        event: 'review.reminded',
        organisationId,
        detail: { never, unused, unlisted },
      })),
    )
    return wanted.length
  })
}
