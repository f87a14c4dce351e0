import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'

/** Messages of these people that still wait to be sent, or to be tried again. */
export async function listWaiting(tx: Tx, accountIds: string[]): Promise<string[]> {
  const found = await sql<{ id: string }>`
    select m.id from messages m join messages_due d on d.tenant_id = m.tenant_id and d.message_id = m.id
    where m.tenant_id = current_tenant() and m.account_id = any(${accountIds}::uuid[])`.execute(tx)
  return found.rows.map((row) => row.id)
}

/**
 * Ends what of these people's mail is with a worker at this moment: it may have left, but what the server answers, which as
 * a rule names the address, is not written down any more. Lock order is messages_due, then messages.
 */
export async function endUnderWay(tx: Tx, accountIds: string[]): Promise<void> {
  await sql`
    with ended as (
      delete from messages_due d using messages m
      where d.tenant_id = current_tenant() and m.tenant_id = d.tenant_id and m.id = d.message_id
        and m.account_id = any(${accountIds}::uuid[])
      returning d.message_id
    ),
    told as (
      insert into delivery_events (message_id, state, explanation)
      select message_id, 'unknown', 'unknown_not_wanted' from ended
    )
    update messages m set state = 'unknown', explanation = 'unknown_not_wanted', next_try_at = null,
      settled_at = lanyard_now()
    from ended where m.tenant_id = current_tenant() and m.id = ended.message_id`.execute(tx)
}

/** Takes addresses, contents and the server's words out of all mail to these people, or to their addresses. What it was about and what became of it stays. */
export async function eraseMessages(
  tx: Tx,
  people: { accountIds: string[]; emails: string[] },
): Promise<void> {
  await sql`
    with erased as (
      update messages m set to_address = '', subject = null, server_answer = null, content = null, content_until = null
      where m.tenant_id = current_tenant()
        and (m.account_id = any(${people.accountIds}::uuid[]) or m.to_address = any(${people.emails}::text[]))
      returning m.id
    )
    update delivery_events e set server_answer = null from erased
    where e.tenant_id = current_tenant() and e.message_id = erased.id and e.server_answer is not null`.execute(
    tx,
  )
}
