import { sql } from 'kysely'
import { eraseOldContent } from '../../features/messages/messages.queries.ts'
import type { TenantAddress } from '../../features/organisations/tenants.ts'
import { sweepSignIn } from '../../features/sign-in/sweep-sign-in.ts'
import type { App } from '../../platform/app.ts'
import { IDEMPOTENCY_HOURS } from '../../platform/database/change.ts'
import { inTenant } from '../../platform/database/database.ts'

/** Takes away what has outlived its purpose: ended sessions, old keys and counters, captured content whose link ended. */
export async function sweep(app: App, tenants: TenantAddress[]): Promise<void> {
  await sql`delete from counters where expires_at <= lanyard_now()`.execute(app.database.bare)
  for (const { tenantId } of tenants)
    await inTenant(app.database, tenantId, async (tx) => {
      await eraseOldContent(tx)
      await sweepSignIn(tx)
      await sql`
        delete from idempotency_keys where tenant_id = current_tenant()
          and created_at <= lanyard_now() - make_interval(hours => ${IDEMPOTENCY_HOURS})`.execute(tx)
    })
}
