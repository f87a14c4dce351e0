import { sql } from 'kysely'

/**
 * Those of these memberships whose seat is open: their last line opened it. One pass for all of them. Asked for each in
 * turn, a planner that thinks the ledger short would read it whole for every one of thousands of people.
 */
export const openAmong = (membershipIds: string[]) => sql`
  select e.membership_id from seat_entries e
  where e.tenant_id = current_tenant() and e.membership_id = any(${membershipIds}::uuid[])
  group by e.membership_id having (array_agg(e.entry order by e.id desc))[1] = 'opened'`
