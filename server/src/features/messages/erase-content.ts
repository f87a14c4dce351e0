import type { App } from '../../platform/app.ts'
import { inTenant } from '../../platform/database/database.ts'
import { eraseOldContent } from './messages.queries.ts'

/** Erases captured content whose link has ended. @returns how many messages */
export async function eraseContent(app: App, tenantId: string): Promise<number> {
  return inTenant(app.database, tenantId, eraseOldContent)
}
