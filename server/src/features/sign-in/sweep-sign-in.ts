import { sql } from 'kysely'
import type { App } from '../../platform/app.ts'
import { inTenant, type Tx } from '../../platform/database/database.ts'
import { sweepEmailChanges } from './email-changes.queries.ts'
import { LIFE } from './session.ts'

/** Days after which an address that nobody tried again is forgotten. */
export const TRIES_KEPT_DAYS = 30

/** Takes away changes of address long past, browsers no longer remembered, and counts of addresses that nobody tries any more. */
export async function sweepSignIn(app: App, tenantId: string): Promise<void> {
  await inTenant(app.database, tenantId, forget)
}

async function forget(tx: Tx): Promise<void> {
  await sweepEmailChanges(tx)
  await sql`delete from devices where tenant_id = current_tenant() and expires_at <= lanyard_now()`.execute(
    tx,
  )
  await sql`
    delete from sign_in_locks where tenant_id = current_tenant()
      and updated_at <= lanyard_now() - make_interval(days => ${TRIES_KEPT_DAYS})`.execute(tx)
}

/** Sessions that ended as long ago as the tenant keeps them, but for those of people on hold. */
const overSessions = sql`
  tenant_id = current_tenant()
    and least(ended_at, started_at + make_interval(secs => ${LIFE.other.ageSeconds})) <= lanyard_now() - kept_for('sessions')
    and not on_hold(account_id)`

export async function countSessionsOver(tx: Tx): Promise<number> {
  const found = await sql<{ sessions: number }>`
    select count(*)::int as sessions from sessions where ${overSessions}`.execute(tx)
  return found.rows[0]?.sessions ?? 0
}

/** Deletes sessions long over: where somebody was signed in is kept only for a time. @returns how many */
export async function forgetSessions(tx: Tx): Promise<number> {
  const gone = await sql`delete from sessions where ${overSessions}`.execute(tx)
  return Number(gone.numAffectedRows ?? 0)
}
