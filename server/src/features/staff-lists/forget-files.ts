import type { App } from '../../platform/app.ts'
import { inTenant } from '../../platform/database/database.ts'
import { deleteFilesPastTheirTime, deleteOldDrafts, forgetUnused } from './forget-files.queries.ts'

/** Days after which a draft that nobody touched is deleted. */
const DRAFT_DAYS = 14

/**
 * Deletes source files whose days are over, with what was read in them and is of no use, and drafts that nobody has gone
 * on with, with all that was read in them.
 */
export async function forgetFiles(app: App, tenantId: string): Promise<void> {
  await inTenant(app.database, tenantId, async (tx) => {
    await forgetUnused(tx, await deleteFilesPastTheirTime(tx))
    await deleteOldDrafts(tx, DRAFT_DAYS)
  })
}
