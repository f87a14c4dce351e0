import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import { MAIL_CHANNEL } from './message.ts'

export interface NewMessage {
  kind: string
  organisationId: string
  accountId: string | null
  to: string
  subjectIds: Record<string, string>
  /** Not sent before then. */
  notBefore?: Date | null
  /** Seconds in which it can still be stopped: it is not sent before they have passed. */
  holdSeconds?: number
}

/**
 * Queues messages in the transaction of the change that wants them: they exist if and only if it commits.
 * @returns their ids, in the order given
 */
export async function queueMessages(tx: Tx, messages: NewMessage[]): Promise<string[]> {
  if (messages.length === 0) return []
  const wanted = messages.map((message) => ({
    organisation_id: message.organisationId,
    account_id: message.accountId,
    kind: message.kind,
    subject_ids: message.subjectIds,
    to_address: message.to,
    not_before: message.notBefore ?? null,
    hold_seconds: message.holdSeconds ?? 0,
  }))
  const queued = await sql<{ id: string }>`
    with wanted as materialized (
      select uuid_v7() as id, w.*,
        greatest((select lanyard_now()) + make_interval(secs => w.hold_seconds), w.not_before) as first_try_at
      from rows from (
        jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as (
          organisation_id uuid, account_id uuid, kind text, subject_ids jsonb, to_address text, not_before timestamptz,
          hold_seconds float8
        )
      ) with ordinality as w (
        organisation_id, account_id, kind, subject_ids, to_address, not_before, hold_seconds, place
      )
    ),
    queued as (
      insert into messages (id, organisation_id, account_id, kind, subject_ids, to_address, next_try_at)
      select id, organisation_id, account_id, kind, subject_ids, to_address, first_try_at from wanted order by place
    ),
    due as (
      insert into messages_due (tenant_id, message_id, next_try_at)
      select current_tenant(), id, first_try_at from wanted order by place
    )
    select id from wanted order by place`.execute(tx)
  await sql`select pg_notify(${MAIL_CHANNEL}, '')`.execute(tx)
  return queued.rows.map((row) => row.id)
}
