import type { App } from '../../platform/app.ts'
import { inTenant } from '../../platform/database/database.ts'
import { writeProgress } from './progress.queries.ts'

/**
 * Progress is written beside the one transaction, so that others see it while that runs. It is for show: work doesn't
 * fail because it could not be told.
 */
export async function tellProgress(app: App, tenantId: string, listId: string, done: number): Promise<void> {
  await inTenant(app.database, tenantId, (tx) => writeProgress(tx, listId, done)).catch((error: unknown) =>
    app.log.warn({ err: error, listId }, 'progress could not be written'),
  )
}
