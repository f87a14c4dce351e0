import { forgetUndo } from '../../features/bulk/forget-before.ts'
import { eraseContent } from '../../features/messages/erase-content.ts'
import type { TenantAddress } from '../../features/organisations/tenants.ts'
import { runRetention } from '../../features/retention/run-retention.ts'
import { sweepSignIn } from '../../features/sign-in/sweep-sign-in.ts'
import { forgetDrafts } from '../../features/staff-lists/forget-files.ts'
import type { App } from '../../platform/app.ts'
import { sweepCounters, sweepIdempotencyKeys } from '../../platform/database/sweep-platform.ts'
import { inEachTenant } from './each-tenant.ts'

/** Takes away what has outlived its purpose: old keys and counters, captured content whose link ended, drafts, and whatever was kept as long as the tenant keeps it. One tenant's fault holds up no other. */
export async function sweep(app: App, tenants: TenantAddress[]): Promise<void> {
  await sweepCounters(app.database)
  await inEachTenant(tenants, async (tenantId) => {
    await sweepIdempotencyKeys(app.database, tenantId)
    await sweepSignIn(app, tenantId)
    await eraseContent(app, tenantId)
    await forgetDrafts(app, tenantId)
    await forgetUndo(app, tenantId)
    await runRetention(app, tenantId)
  })
}
