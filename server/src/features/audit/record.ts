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

/** Writes what was done, in the transaction that does it: if this fails, so does the change. */
export async function record(
  app: Pick<App, 'keys'>,
  tx: Tx,
  actor: Doer,
  entries: AuditEntry[],
): Promise<void> {
  if (entries.length === 0) return
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

  const ids = await sql<{
    id: string
  }>`select uuid_v7() as id from generate_series(1, ${entries.length})`.execute(tx)
  const rows = entries.map((entry, index) => {
    const id = ids.rows[index]?.id as string
    const subjectKey = entry.subjectId ? keys.get(entry.subjectId) : undefined
    const actorKey = actorId ? keys.get(actorId) : undefined
    return {
      id,
      event: entry.event,
      door,
      actor_kind: actor.kind,
      actor_id: actorId,
      subject_id: entry.subjectId ?? null,
      organisation_id: entry.organisationId ?? null,
      request_id: requestId,
      detail: JSON.stringify(entry.detail ?? {}),
      subject_detail:
        subjectKey && entry.subjectDetail ? sealDetail(subjectKey, id, entry.subjectDetail) : null,
      actor_detail: actorKey && origin ? sealDetail(actorKey, id, origin) : null,
    }
  })
  await tx
    .with('written', (db) => db.insertInto('audit_events').values(rows).returning('id as event_id'))
    .insertInto('audit_unsealed')
    .columns(['event_id'])
    .expression((db) => db.selectFrom('written').select('event_id'))
    .execute()
}
