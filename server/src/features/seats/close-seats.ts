import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import { openAmong } from './open-among.ts'
import type { ClosedWhy } from './seat.ts'

/**
 * Writes that the seats of these memberships closed, in one statement, but for those that are not open. The caller
 * holds the rows of these memberships, as for opening them.
 */
export async function closeSeats(tx: Tx, membershipIds: string[], why: ClosedWhy): Promise<void> {
  if (membershipIds.length === 0) return
  await sql`
    insert into seat_entries (organisation_id, membership_id, account_id, entry, why)
    select m.organisation_id, m.id, m.account_id, 'closed', ${why}::text
    from (${openAmong(membershipIds)}) open join memberships m on m.tenant_id = current_tenant() and m.id = open.membership_id`.execute(
    tx,
  )
}
