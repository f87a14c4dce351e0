import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'

/** The person who has an address, with their memberships; undefined when nobody has it. */
export async function findAddressHolder(
  tx: Tx,
  email: string,
): Promise<{ accountId: string; membershipIds: string[] } | undefined> {
  const found = await sql<{ accountId: string; membershipIds: string[] }>`
    select a.id as "accountId", array(select m.id from memberships m
      where m.tenant_id = a.tenant_id and m.account_id = a.id and m.state not in ('deleted', 'rejected')) as "membershipIds"
    from accounts a where a.tenant_id = current_tenant() and a.email = ${email}`.execute(tx)
  return found.rows[0]
}
