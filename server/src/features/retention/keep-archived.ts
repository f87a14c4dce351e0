import type { Actor } from '../../kernel/actor.ts'
import type { App } from '../../platform/app.ts'
import { changeAs } from '../../platform/database/change.ts'
import { asOfNow } from '../access/as-of-now.ts'
import { lockTenant } from '../access/places.queries.ts'
import { allowedAt } from '../access/require.ts'
import { record } from '../audit/record.ts'
import { findToMove } from '../leaving/find-to-move.ts'
import { keepArchived } from './retention.queries.ts'
import { refuse } from './retention.ts'

/**
 * Decides that somebody who is archived is kept for as long again, after which they come up for review once more.
 * @throws Refusal not_found, forbidden, not_archived
 */
export async function keepPerson(app: App, actor: Actor, membershipId: string): Promise<undefined> {
  return changeAs(app, actor, async (tx) => {
    await lockTenant(tx, actor.tenantId)
    const now = await asOfNow(tx, actor)
    const { row, place } = await findToMove(tx, now, membershipId)
    allowedAt(now, 'users.archive', place)
    if (row.inactive?.as !== 'archived') throw refuse.notArchived()
    await keepArchived(tx, membershipId, now.kind === 'person' ? now.accountId : null)
    await record(app, tx, now, [
      { event: 'retention.archived_kept', subjectId: row.personId, organisationId: place.organisationId },
    ])
    return undefined
  })
}
