import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import { openAmong } from './open-among.ts'
import type { OpenedWhy } from './seat.ts'

export interface Seat {
  organisationId: string
  /** Who sits on it. */
  membershipId: string
  accountId: string
}

/**
 * Writes that seats opened, in one statement, but for those that are open already. The caller holds the rows of these
 * memberships, having just made or changed them, so that two openings of one seat come one after the other.
 */
export async function openSeats(tx: Tx, seats: Seat[], why: OpenedWhy): Promise<void> {
  if (seats.length === 0) return
  const column = (pick: (seat: Seat) => string) => seats.map(pick)
  await sql`
    insert into seat_entries (organisation_id, membership_id, account_id, entry, why)
    select distinct s.organisation_id, s.membership_id, s.account_id, 'opened', ${why}::text
    from unnest(${column((seat) => seat.organisationId)}::uuid[], ${column((seat) => seat.membershipId)}::uuid[],
      ${column((seat) => seat.accountId)}::uuid[]) as s (organisation_id, membership_id, account_id)
    where s.membership_id not in (${openAmong(column((seat) => seat.membershipId))})`.execute(tx)
}
