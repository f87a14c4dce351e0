import { sql } from 'kysely'
import type { App } from '../../platform/app.ts'
import { inTenant, type Tx } from '../../platform/database/database.ts'
import { LIFE } from './session.ts'

/** Days for which a session is kept after its end, so that a person can see where they were signed in. */
const SESSION_KEPT_DAYS = 30
/** Days after which an address that nobody tried again is forgotten. */
const TRIES_KEPT_DAYS = 30

/** Takes away sessions long over, browsers no longer remembered, and counts of addresses that nobody tries any more. */
export async function sweepSignIn(app: App, tenantId: string): Promise<void> {
  await inTenant(app.database, tenantId, forget)
}

async function forget(tx: Tx): Promise<void> {
  await sql`
    delete from sessions where tenant_id = current_tenant()
      and least(ended_at, started_at + make_interval(secs => ${LIFE.other.ageSeconds}))
        <= lanyard_now() - make_interval(days => ${SESSION_KEPT_DAYS})`.execute(tx)
  await sql`delete from devices where tenant_id = current_tenant() and expires_at <= lanyard_now()`.execute(
    tx,
  )
  await sql`
    delete from sign_in_locks where tenant_id = current_tenant()
      and updated_at <= lanyard_now() - make_interval(days => ${TRIES_KEPT_DAYS})`.execute(tx)
}
