import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'

/**
 * Settles all mail that waited when a backup was made, in the transaction that restores it: nothing of it is sent again,
 * and it says so. What was being sent at that moment may have arrived. Captured mail is erased: its links have ended.
 * @returns how many messages waited
 */
export async function keepMailAfterRestore(tx: Tx): Promise<number> {
  await sql`update messages set content = null where tenant_id = current_tenant() and content is not null`.execute(
    tx,
  )
  const settled = await sql`
    with waiting as (
      select m.id, case when m.state in ('sending', 'unknown') or exists (
          select from delivery_events e where e.tenant_id = m.tenant_id and e.message_id = m.id and e.state = 'unknown'
        ) then 'unknown' else 'suppressed' end as state
      from messages m
      where m.tenant_id = current_tenant() and (m.state in ('queued', 'sending', 'deferred') or exists (
        select from messages_due d where d.tenant_id = m.tenant_id and d.message_id = m.id))
    ),
    gone as (
      delete from messages_due where tenant_id = current_tenant()
    ),
    told as (
      insert into delivery_events (message_id, state, explanation)
      select id, state, case state when 'unknown' then 'unknown_restored' else 'restored' end from waiting
    )
    update messages m set state = w.state, next_try_at = null, settled_at = lanyard_now(),
      explanation = case w.state when 'unknown' then 'unknown_restored' else 'restored' end
    from waiting w where m.tenant_id = current_tenant() and m.id = w.id`.execute(tx)
  return Number(settled.numAffectedRows ?? 0)
}
