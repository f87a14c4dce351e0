import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import { lapseInvited } from '../people/after-restore.queries.ts'

/**
 * Ends every link of the invitations in a backup, in the transaction that restores it. The invitations themselves stay
 * open: an admin sends them again, and sees by that who was invited. A link isn't left to expire, because whoever was
 * taken off since could ask with it for a new one.
 * @returns how many people have to be sent a new link
 */
export async function endLinksAfterRestore(tx: Tx): Promise<number> {
  await sql`delete from invitation_links where tenant_id = current_tenant()`.execute(tx)
  return lapseInvited(tx)
}
