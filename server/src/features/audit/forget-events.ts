import { createHash, type Hash, timingSafeEqual } from 'node:crypto'
import { sql } from 'kysely'
import type { App } from '../../platform/app.ts'
import type { Keys } from '../../platform/crypto/keys.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { AuditEvent } from './audit-events.ts'
import { type Doer, record } from './record.ts'

/** What of the record is forgotten in its time: signing in and the like, or everything. */
export type Forgettable = 'sign_ins' | 'record'

const EVENT: Record<Forgettable, AuditEvent> = {
  sign_ins: 'retention.sign_ins_forgotten',
  record: 'retention.record_forgotten',
}
/** The events that sign for what was forgotten. */
const FORGETTING: readonly string[] = Object.values(EVENT)

const PURPOSE = 'audit-forgotten'
/** More than there can be, where all are asked for. */
const ALL = 2_147_483_647

/** How many sealed events were kept as long as the tenant keeps them. */
export async function countForgettable(tx: Tx, which: Forgettable): Promise<number> {
  const found = await sql<{ events: number }>`
    select count(*)::int as events from events_to_forget(${which}, kept_for(${which}), ${ALL})`.execute(tx)
  return found.rows[0]?.events ?? 0
}

/**
 * Takes sealed events that were kept long enough out of the record, oldest first and at most so many. Their hashes stay,
 * so that the chain goes on; an event of its own signs for exactly these positions, so that nobody without our key can
 * pass off another deletion as this.
 * @returns how many
 */
export async function forgetEvents(
  app: Pick<App, 'keys'>,
  tx: Tx,
  actor: Doer,
  which: Forgettable,
  most: number,
): Promise<number> {
  const gone = await sql<{ sequence: string; hash: Buffer }>`
    select sequence, hash from forget_events(${which}, kept_for(${which}), ${most}) order by sequence`.execute(
    tx,
  )
  if (gone.rows.length === 0) return 0
  const digest = createHash('sha256')
  for (const { sequence, hash } of gone.rows) addPosition(digest, Number(sequence), hash)
  const positions = digest.digest('hex')
  const entries = gone.rows.length
  const keyId = app.keys.newestId
  const signature = app.keys
    .sign(PURPOSE, signed(actor.tenantId, positions, entries), keyId)
    .toString('base64url')
  const [runId] = await record(app, tx, actor, [
    { event: EVENT[which], detail: { entries, positions, keyId, signature } },
  ])
  await sql`
    insert into audit_forgotten (sequence, run_id)
    select s, ${runId}::uuid from unnest(${gone.rows.map((row) => row.sequence)}::bigint[]) s`.execute(tx)
  return entries
}

/** One after another, the positions a run forgot, for its digest. */
export function addPosition(digest: Hash, sequence: number, hash: Buffer): void {
  digest.update(`${sequence}:${hash.toString('hex')}\n`)
}

/** What runs sign for, by the id of their event: the digest of their positions. Runs that we didn't sign are absent. */
export async function signedRuns(keys: Keys, tx: Tx, tenantId: string): Promise<Map<string, string>> {
  const found = await sql<{ id: string; detail: Record<string, unknown> }>`
    select id, detail from audit_events where tenant_id = current_tenant() and event = any(${[...FORGETTING]}::text[])
      and exists (select from audit_forgotten f where f.tenant_id = audit_events.tenant_id and f.run_id = audit_events.id)`.execute(
    tx,
  )
  return new Map(
    found.rows.flatMap(({ id, detail: { positions, entries, keyId, signature } }) => {
      if (typeof keyId !== 'string' || !keys.ids.includes(keyId) || typeof positions !== 'string') return []
      const ours = keys.sign(PURPOSE, signed(tenantId, positions, Number(entries)), keyId)
      const theirs = Buffer.from(String(signature), 'base64url')
      return ours.length === theirs.length && timingSafeEqual(ours, theirs) ? [[id, positions] as const] : []
    }),
  )
}

const signed = (tenantId: string, positions: string, entries: number) => `${tenantId}|${positions}|${entries}`
