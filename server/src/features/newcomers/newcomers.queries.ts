import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'

/** When and how somebody was made inactive here. */
export async function findInactive(
  tx: Tx,
  membershipId: string,
): Promise<{ as: 'archived' | 'paused'; at: Date } | undefined> {
  const found = await sql<{ as: 'archived' | 'paused'; at: Date }>`
    select inactive_as as as, inactive_at as at from memberships
    where tenant_id = current_tenant() and id = ${membershipId} and inactive_as is not null`.execute(tx)
  return found.rows[0]
}

/** Who to ask about the whole tenant: the first of its owners who is active. */
export async function findOwnerContact(tx: Tx): Promise<string | undefined> {
  const found = await sql<{ email: string }>`
    select a.email from role_assignments r
    join memberships m on m.tenant_id = r.tenant_id and m.id = r.membership_id and m.state = 'active'
    join accounts a on a.tenant_id = m.tenant_id and a.id = m.account_id
    where r.tenant_id = current_tenant() and r.role = 'owner' order by r.created_at, r.id limit 1`.execute(tx)
  return found.rows[0]?.email
}
