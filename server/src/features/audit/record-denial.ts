import type { Actor } from '../../kernel/actor.ts'
import type { App } from '../../platform/app.ts'
import { inTenant } from '../../platform/database/database.ts'
import { record } from './record.ts'

/** Records what was refused for want of a right, in a transaction of its own since the change's was undone. */
export async function recordDenial(
  app: App,
  actor: Actor,
  denial: { code: string; method: string; route: string },
): Promise<void> {
  await inTenant(app.database, actor.tenantId, (tx) =>
    record(app, tx, actor, [{ event: 'authz.denied', detail: denial }]),
  )
}
