import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import type { ClosedWhy, OpenedWhy } from './seat.ts'

export interface SeatRow {
  id: string
  person: { id: string; name: string; email: string }
  openedAt: Date
  openedWhy: OpenedWhy
  closedAt: Date | null
  closedWhy: ClosedWhy | null
}

/** Seats of an organisation, each from its opening to its closing, the latest opened first, opened before `before`. */
export async function listSeats(
  tx: Tx,
  organisationId: string,
  before: string | null,
  limit: number,
): Promise<SeatRow[]> {
  const older = before ? sql`o.id < ${before}::uuid` : sql`true`
  const found = await sql<SeatRow>`
    select o.id, o.at as "openedAt", o.why as "openedWhy", c.at as "closedAt", c.why as "closedWhy",
      jsonb_build_object('id', o.membership_id, 'email', a.email,
        'name', coalesce(nullif(btrim(a.given_name || ' ' || a.family_name), ''), a.email)) as person
    from seat_entries o
    join accounts a on a.tenant_id = o.tenant_id and a.id = o.account_id
    left join lateral (
      select e.at, e.why from seat_entries e
      where e.tenant_id = o.tenant_id and e.membership_id = o.membership_id and e.id > o.id and e.entry = 'closed'
      order by e.id limit 1) c on true
    where o.tenant_id = current_tenant() and o.organisation_id = ${organisationId} and o.entry = 'opened' and ${older}
    order by o.id desc limit ${limit}`.execute(tx)
  return found.rows
}

/** How many seats of an organisation are open now, and how many were ever opened. */
export async function countSeats(tx: Tx, organisationId: string): Promise<{ open: number; ever: number }> {
  const found = await sql<{ open: number; ever: number }>`
    select (count(*) filter (where entry = 'opened') - count(*) filter (where entry = 'closed'))::int as open,
      (count(*) filter (where entry = 'opened'))::int as ever
    from seat_entries where tenant_id = current_tenant() and organisation_id = ${organisationId}`.execute(tx)
  return found.rows[0] ?? { open: 0, ever: 0 }
}
