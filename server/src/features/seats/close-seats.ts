import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import type { ClosedWhy } from './seat.ts'

/**
 * Writes that the seats of these memberships closed, in one statement, but for those that are not open. The caller
 * holds the rows of these memberships, as for opening them.
 */
export async function closeSeats(tx: Tx, membershipIds: string[], why: ClosedWhy): Promise<void> {
  if (membershipIds.length === 0) return
  await sql`
    insert into seat_entries (organisation_id, membership_id, account_id, entry, why)
    select last.organisation_id, last.membership_id, last.account_id, 'closed', ${why}::text
    from unnest(${membershipIds}::uuid[]) as m (id)
    cross join lateral (
      select e.organisation_id, e.membership_id, e.account_id, e.entry from seat_entries e
      where e.tenant_id = current_tenant() and e.membership_id = m.id order by e.id desc limit 1
    ) last
    where last.entry = 'opened'`.execute(tx)
}
