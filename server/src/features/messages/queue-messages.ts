import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import { MAIL_CHANNEL } from './message.ts'

export interface NewMessage {
  kind: string
  organisationId: string
  accountId: string | null
  to: string
  subjectIds: Record<string, string>
}

/** Queues messages in the transaction of the change that wants them: they exist if and only if it commits. */
export async function queueMessages(tx: Tx, messages: NewMessage[]): Promise<void> {
  if (messages.length === 0) return
  await sql`
    with queued as (
      insert into messages (organisation_id, account_id, kind, subject_ids, to_address, next_try_at)
      select m.organisation_id, m.account_id, m.kind, m.subject_ids, m.to_address, lanyard_now()
      from jsonb_to_recordset(${JSON.stringify(
        messages.map((message) => ({
          organisation_id: message.organisationId,
          account_id: message.accountId,
          kind: message.kind,
          subject_ids: message.subjectIds,
          to_address: message.to,
        })),
      )}::jsonb) as m (organisation_id uuid, account_id uuid, kind text, subject_ids jsonb, to_address text)
      returning tenant_id, id, next_try_at
    )
    insert into messages_due (tenant_id, message_id, next_try_at) select tenant_id, id, next_try_at from queued`.execute(
    tx,
  )
  await sql`select pg_notify(${MAIL_CHANNEL}, '')`.execute(tx)
}
