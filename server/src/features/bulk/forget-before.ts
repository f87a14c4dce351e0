import type { App } from '../../platform/app.ts'
import { inTenant } from '../../platform/database/database.ts'
import { forgetBefore } from './results.queries.ts'

/** Forgets what undoing jobs would have needed, once nobody can ask for that any more. */
export const forgetUndo = (app: App, tenantId: string): Promise<void> =>
  inTenant(app.database, tenantId, (tx) => forgetBefore(tx))
