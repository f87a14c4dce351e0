import type { Actor } from '../../kernel/actor.ts'
import type { App } from '../../platform/app.ts'
import { inTenant } from '../../platform/database/database.ts'
import { holdsAtAUnit } from '../access/at-a-unit.policy.ts'
import { authorize } from '../access/authorize.policy.ts'
import { findPlace } from '../access/places.queries.ts'
import { allowedAt, inSight } from '../access/require.ts'
import { BULK_ACTION_KEYS, BULK_ACTIONS, type BulkAction } from './bulk.ts'

/**
 * What the actor may do to many people of an organisation, as far as their rights go there or at some unit of it. For
 * whom it fits is for a dry run to say.
 * @throws Refusal not_found, forbidden for who may not even see people
 */
export async function seeBulkActions(app: App, actor: Actor, organisationId: string): Promise<BulkAction[]> {
  return inTenant(app.database, actor.tenantId, async (tx) => {
    const place = inSight(actor, await findPlace(tx, organisationId))
    const actions = BULK_ACTION_KEYS.filter((action) => {
      const right = BULK_ACTIONS[action]
      return authorize(actor, right, place) || holdsAtAUnit(actor, right, place)
    })
    if (actions.length === 0) allowedAt(actor, 'users.view', place)
    return actions
  })
}
