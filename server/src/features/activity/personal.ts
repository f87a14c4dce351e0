import { cleanLine } from '../../kernel/plain-words.ts'
import type { App } from '../../platform/app.ts'
import type { Tx } from '../../platform/database/database.ts'
import { findPersonKeys, openDetail } from '../audit/person-keys.ts'
import type { ActivityRow } from './activity.queries.ts'

/** What of an event is personal and was kept encrypted. Null: none, not for this reader, or erased. */
export interface Personal {
  subject: Record<string, unknown> | null
  origin: { address: string | null; userAgent: string | null } | null
}

/** Opens what is personal in these events, of whoever was not erased, as far as the reader may see it. */
export async function readPersonal(
  app: App,
  tx: Tx,
  tenantId: string,
  rows: ActivityRow[],
  may: { subject(row: ActivityRow): boolean; origin(row: ActivityRow): boolean },
): Promise<(row: ActivityRow) => Personal> {
  const wanted = rows.map((row) => ({
    row,
    subject: row.subjectDetail !== null && may.subject(row) ? row.subjectId : null,
    origin: row.actorDetail !== null && may.origin(row) ? row.actorId : null,
  }))
  const keys = await findPersonKeys(
    app.keys,
    tx,
    tenantId,
    wanted.flatMap(({ subject, origin }) => [subject, origin]).filter((id) => id !== null),
  )
  const found = new Map(
    wanted.map(({ row, subject, origin }): [string, Personal] => [
      row.id,
      {
        subject: opened(keys, row.id, subject, row.subjectDetail),
        origin: originOf(opened(keys, row.id, origin, row.actorDetail)),
      },
    ]),
  )
  return (row) => found.get(row.id) ?? { subject: null, origin: null }
}

function opened(
  keys: Map<string, Buffer>,
  eventId: string,
  accountId: string | null,
  sealed: Buffer | null,
): Record<string, unknown> | null {
  const key = accountId === null ? undefined : keys.get(accountId)
  return key && sealed ? openDetail(key, eventId, sealed) : null
}

function originOf(detail: Record<string, unknown> | null): Personal['origin'] {
  if (!detail) return null
  const text = (value: unknown) => (typeof value === 'string' ? cleanLine(value) : null)
  return { address: text(detail.address), userAgent: text(detail.userAgent) }
}
