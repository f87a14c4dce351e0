import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'

/** Takes what was written to these people, and what they had filled in, out of their invitations. */
export async function eraseInvitations(tx: Tx, accountIds: string[]): Promise<void> {
  await sql`
    update invitations set message = null, progress = null
    where tenant_id = current_tenant() and account_id = any(${accountIds}::uuid[])`.execute(tx)
}
