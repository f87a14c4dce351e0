import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'

/**
 * Sets back the lists that were under way when a backup was made, in the transaction that restores it: none goes on by
 * itself and invites people a second time. A list is applied whole or not at all, so nothing of it is in the backup.
 * @returns how many lists
 */
export async function setListsBackAfterRestore(tx: Tx): Promise<number> {
  const problem = {
    code: 'restored',
    detail:
      'Lanyard was restored from a backup that was made while this list was under way. Nothing of that was done. Look at it again.',
  }
  const back = await sql`
    update staff_lists set problem = ${JSON.stringify(problem)}::jsonb, acknowledged_at = null,
      state = case state when 'applying' then 'ready' when 'undoing' then 'applied' else 'failed' end
    where tenant_id = current_tenant() and state in ('analysing', 'applying', 'undoing')`.execute(tx)
  return Number(back.numAffectedRows ?? 0)
}
