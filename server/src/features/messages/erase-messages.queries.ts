import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'

/** Messages of these people that still wait to be sent, or to be tried again. */
export async function listWaiting(tx: Tx, accountIds: string[]): Promise<string[]> {
  const found = await sql<{ id: string }>`
    select m.id from messages m join messages_due d on d.tenant_id = m.tenant_id and d.message_id = m.id
    where m.tenant_id = current_tenant() and m.account_id = any(${accountIds}::uuid[])`.execute(tx)
  return found.rows.map((row) => row.id)
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
