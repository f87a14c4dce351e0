import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'

/** Raises the epoch of every account: whatever was issued to anybody is void. @returns how many accounts */
export async function raiseEveryEpoch(tx: Tx): Promise<number> {
  const raised = await sql`update accounts set epoch = epoch + 1 where tenant_id = current_tenant()`.execute(
    tx,
  )
  return Number(raised.numAffectedRows ?? 0)
}

/** Everybody who is invited counts as expired, until they are sent a new link. @returns how many */
export async function lapseInvited(tx: Tx): Promise<number> {
  const lapsed = await sql`
    update memberships set invited_until = lanyard_now()
    where tenant_id = current_tenant() and state = 'invited'`.execute(tx)
  return Number(lapsed.numAffectedRows ?? 0)
}
