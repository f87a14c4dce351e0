import { sql } from 'kysely'
import type { Actor, Request } from '../../kernel/actor.ts'
import type { App } from '../../platform/app.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { AuditEvent } from './audit-events.ts'
import { personKeys, sealDetail } from './person-keys.ts'

/** Who did it, as far as the record wants to know. Every Actor is one. */
export interface Doer {
  kind: Actor['kind']
  tenantId: string
  accountId?: string
  request: Request
}

export interface AuditEntry {
  event: AuditEvent
  /** The account it was done to. */
  subjectId?: string
  organisationId?: string
  /** Facts without personal data: keys, ids, counts. */
  detail?: Record<string, unknown>
  /** Personal facts of the subject: names, addresses. Erased with the subject's key. */
  subjectDetail?: Record<string, unknown>
}

/** Writes what was done, in the transaction that does it: if this fails, so does the change. @returns the ids, in the order given */
export async function record(
  app: Pick<App, 'keys'>,
  tx: Tx,
  actor: Doer,
  entries: AuditEntry[],
): Promise<string[]> {
  if (entries.length === 0) return []
  const actorId = actor.accountId ?? null
  const personal = entries.flatMap((entry) =>
    entry.subjectId && entry.subjectDetail ? [entry.subjectId] : [],
  )
  const { address, userAgent, id: requestId, door } = actor.request
  const origin = actorId && (address || userAgent) ? { address, userAgent } : null
  const keys = await personKeys(app.keys, tx, actor.tenantId, [
    ...personal,
    ...(origin && actorId ? [actorId] : []),
  ])

  // Ids of the same millisecond come in any order; sorted, they keep that of the entries.
  const ids = await sql<{
    id: string
  }>`select uuid_v7() as id from generate_series(1, ${entries.length}) order by id`.execute(tx)
  const rows = entries.map((entry, index) => {
    const id = ids.rows[index]?.id as string
    const subjectKey = entry.subjectId ? keys.get(entry.subjectId) : undefined
    const actorKey = actorId ? keys.get(actorId) : undefined
    return {
      id,
      event: entry.event,
      subjectId: entry.subjectId ?? null,
      organisationId: entry.organisationId ?? null,
      detail: JSON.stringify(entry.detail ?? {}),
      subjectDetail:
        subjectKey && entry.subjectDetail ? sealDetail(subjectKey, id, entry.subjectDetail) : null,
      actorDetail: actorKey && origin ? sealDetail(actorKey, id, origin) : null,
    }
  })
  const column = <T>(pick: (row: (typeof rows)[number]) => T) => rows.map(pick)
  await sql`
    with written as (
      insert into audit_events (id, event, door, actor_kind, actor_id, subject_id, organisation_id, request_id, detail,
        subject_detail, actor_detail)
      select e.id, e.event, ${door}, ${actor.kind}, ${actorId}::uuid, e.subject_id, e.organisation_id, ${requestId}, e.detail,
        e.subject_detail, e.actor_detail
      from unnest(${column((row) => row.id)}::uuid[], ${column((row) => row.event)}::text[],
        ${column((row) => row.subjectId)}::uuid[], ${column((row) => row.organisationId)}::uuid[],
        ${column((row) => row.detail)}::jsonb[], ${column((row) => row.subjectDetail)}::bytea[],
        ${column((row) => row.actorDetail)}::bytea[])
        as e (id, event, subject_id, organisation_id, detail, subject_detail, actor_detail)
      returning id
    )
    insert into audit_unsealed (event_id) select id from written`.execute(tx)
  return column((row) => row.id)
}
