import { sql } from 'kysely'
import { IDEMPOTENCY_HOURS } from './change.ts'
import { type Database, inTenant } from './database.ts'

/** Takes away counters whose window is over. */
export async function sweepCounters(database: Database): Promise<void> {
  await sql`delete from counters where expires_at <= lanyard_now()`.execute(database.bare)
}

/** Takes away the keys of requests that can no longer be repeated. */
export async function sweepIdempotencyKeys(database: Database, tenantId: string): Promise<void> {
  await inTenant(database, tenantId, (tx) =>
    sql`
      delete from idempotency_keys
      where tenant_id = current_tenant() and created_at <= lanyard_now() - make_interval(hours => ${IDEMPOTENCY_HOURS})
    `.execute(tx),
  )
}
