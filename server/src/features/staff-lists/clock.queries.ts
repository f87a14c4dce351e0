import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import type { Clock } from '../people/say-when.ts'

/** The clock on the wall of an organisation. */
export async function findNow(tx: Tx, organisationId: string): Promise<Clock> {
  const found = await sql<Clock>`
    select lanyard_now() as now, o.time_zone as "timeZone" from organisations o
    where o.tenant_id = current_tenant() and o.id = ${organisationId}`.execute(tx)
  return found.rows[0] as Clock
}
