import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import type { ChainedRecord } from './chain.ts'

const CHAINED = sql`
  e.id, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, e.event, e.door, e.actor_kind,
  e.actor_id, e.subject_id, e.organisation_id, e.request_id, e.detail,
  encode(e.subject_detail, 'hex') as subject_detail, encode(e.actor_detail, 'hex') as actor_detail`

/** The next events that wait for a seal, oldest first. */
export async function eventsToSeal(tx: Tx, limit: number): Promise<ChainedRecord[]> {
  const found = await sql<ChainedRecord>`
    select ${CHAINED}
    from audit_unsealed u join audit_events e on e.tenant_id = u.tenant_id and e.id = u.event_id
    order by e.id limit ${limit}`.execute(tx)
  return found.rows
}

export interface SealedRow {
  sequence: number
  hash: Buffer
  /** Null when the event itself is gone. */
  record: ChainedRecord | null
  /** The run that forgot the event in its time, where one did. */
  runId: string | null
}

/** A stretch of the chain with its events. */
export async function sealedRows(tx: Tx, after: number, limit: number): Promise<SealedRow[]> {
  const found = await sql<ChainedRecord & { sequence: string; hash: Buffer; runId: string | null }>`
    select s.sequence, s.hash, f.run_id as "runId", ${CHAINED}
    from audit_seals s
    left join audit_events e on e.tenant_id = s.tenant_id and e.id = s.event_id
    left join audit_forgotten f on f.tenant_id = s.tenant_id and f.sequence = s.sequence
    where s.sequence > ${after} order by s.sequence limit ${limit}`.execute(tx)
  return found.rows.map(({ sequence, hash, runId, ...record }) => ({
    sequence: Number(sequence),
    hash,
    runId,
    record: record.id === null ? null : record,
  }))
}

/** The end of the chain, or null while nothing is sealed. */
export async function chainHead(tx: Tx): Promise<{ sequence: number; hash: Buffer } | null> {
  const head = await tx
    .selectFrom('audit_seals')
    .select(['sequence', 'hash'])
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst()
  return head ? { sequence: Number(head.sequence), hash: head.hash } : null
}

/** Events that are neither sealed nor waiting: somebody took them off the waiting list. */
export async function countStrayEvents(tx: Tx): Promise<number> {
  const found = await sql<{ strays: number }>`
    select count(*)::int as strays from audit_events e
    where not exists (select from audit_seals s where s.tenant_id = e.tenant_id and s.event_id = e.id)
      and not exists (select from audit_unsealed u where u.tenant_id = e.tenant_id and u.event_id = e.id)`.execute(
    tx,
  )
  return found.rows[0]?.strays ?? 0
}
