import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import type { AuditEvent } from './audit-events.ts'
import type { Doer } from './record.ts'

/** An event for each row of a query: its subject, where, and facts that hold nothing personal. */
export interface EachEvent {
  subject_id: string
  organisation_id: string
  detail: Record<string, unknown>
}

/**
 * Writes the same event for everybody a query names, in one statement and without a row passing through here. What is
 * personal cannot be written this way, since it is encrypted under each subject's key. Nor is the browser:
 * the event of the whole, under the same request, says it.
 */
export async function recordEach(
  tx: Tx,
  actor: Doer,
  event: AuditEvent,
  source: RawBuilder<EachEvent>,
): Promise<void> {
  const { id: requestId, door } = actor.request
  await sql`
    with written as (
      insert into audit_events (at, event, door, actor_kind, actor_id, subject_id, organisation_id, request_id, detail)
      select (select lanyard_now()), ${event}::text, ${door}::text, ${actor.kind}::text, ${actor.accountId ?? null}::uuid, s.subject_id, s.organisation_id,
        ${requestId}::text, s.detail
      from (${source}) s
      returning id
    )
    insert into audit_unsealed (event_id) select id from written`.execute(tx)
}
