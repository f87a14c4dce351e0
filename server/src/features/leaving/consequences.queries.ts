import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'

/** What only the database knows of a member who is to leave or to come back. */
export interface MemberFacts {
  leavingDate: string | null
  seatOpen: boolean
  comesBackActive: boolean
}

/** A member is active again if they were, or have a way to sign in and of whom nothing else is known: as makeActiveAgain. */
export async function readMemberFacts(tx: Tx, membershipId: string): Promise<MemberFacts> {
  const found = await sql<MemberFacts>`
    select m.leaving_date::text as "leavingDate",
      coalesce((select e.entry = 'opened' from seat_entries e
        where e.tenant_id = m.tenant_id and e.membership_id = m.id order by e.id desc limit 1), false) as "seatOpen",
      coalesce(m.inactive_from = 'active', can_sign_in(m.account_id)) as "comesBackActive"
    from memberships m where m.tenant_id = current_tenant() and m.id = ${membershipId}`.execute(tx)
  return found.rows[0] as MemberFacts
}
