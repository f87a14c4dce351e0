import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import { raiseEveryEpoch } from '../people/after-restore.queries.ts'

/**
 * Ends what the sign-ins of a backup could still open, in the transaction that restores it: sessions, links to choose a
 * password, remembered browsers. Passwords stay.
 * @returns how many sessions ended
 */
export async function endSignInsAfterRestore(tx: Tx): Promise<number> {
  await raiseEveryEpoch(tx)
  await sql`
    update password_resets set revoked_at = lanyard_now()
    where tenant_id = current_tenant() and used_at is null and revoked_at is null`.execute(tx)
  await sql`
    update email_changes set revoked_at = lanyard_now()
    where tenant_id = current_tenant() and used_at is null and revoked_at is null`.execute(tx)
  await sql`delete from devices where tenant_id = current_tenant()`.execute(tx)
  const ended = await sql`
    update sessions set ended_at = lanyard_now()
    where tenant_id = current_tenant() and ended_at is null`.execute(tx)
  return Number(ended.numAffectedRows ?? 0)
}
