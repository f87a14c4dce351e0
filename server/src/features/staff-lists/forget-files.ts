import type { App } from '../../platform/app.ts'
import { inTenant, type Tx } from '../../platform/database/database.ts'
import { deleteFilesPastTheirTime, deleteOldDrafts, forgetUnused } from './forget-files.queries.ts'

/** Days after which a draft that nobody touched is deleted. */
export const DRAFT_DAYS = 14

/** Deletes source files whose days are over, with what was read in them and is of no use. @returns how many */
export async function forgetFiles(tx: Tx): Promise<number> {
  const listIds = await deleteFilesPastTheirTime(tx)
  await forgetUnused(tx, listIds)
  return listIds.length
}

/** Deletes drafts that nobody has gone on with, with all that was read in them. */
export async function forgetDrafts(app: App, tenantId: string): Promise<void> {
  await inTenant(app.database, tenantId, (tx) => deleteOldDrafts(tx, DRAFT_DAYS))
}
