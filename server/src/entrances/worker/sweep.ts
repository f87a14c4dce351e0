import { eraseContent } from '../../features/messages/erase-content.ts'
import type { TenantAddress } from '../../features/organisations/tenants.ts'
import { sweepSignIn } from '../../features/sign-in/sweep-sign-in.ts'
import { forgetFiles } from '../../features/staff-lists/forget-files.ts'
import type { App } from '../../platform/app.ts'
import { sweepCounters, sweepIdempotencyKeys } from '../../platform/database/sweep-platform.ts'

/** Takes away what has outlived its purpose: ended sessions, old keys and counters, captured content whose link ended, uploaded files. */
export async function sweep(app: App, tenants: TenantAddress[]): Promise<void> {
  await sweepCounters(app.database)
  for (const { tenantId } of tenants) {
    await sweepIdempotencyKeys(app.database, tenantId)
    await sweepSignIn(app, tenantId)
    await eraseContent(app, tenantId)
    await forgetFiles(app, tenantId)
  }
}
