import { sql } from 'kysely'
import type { App } from '../../platform/app.ts'
import { inTenant } from '../../platform/database/database.ts'
import { appendAnchor } from './anchors.ts'
import { chainHead, eventsToSeal } from './audit.queries.ts'
import { CHAIN_START, chainHash, signAnchor } from './chain.ts'
import { appendLeavers } from './leavers-journal.ts'

/** Events chained in one transaction. */
const BATCH = 5000

/**
 * Chains what waits in one tenant, anchors the new head, and writes who left into the journal beside it. Runs each minute, so that no change waits on the chain.
 * May run twice at once: the tenant's row is locked while chaining.
 * @returns how many events were sealed
 */
export async function sealAudit(app: App, tenantId: string): Promise<number> {
  let sealed = 0
  for (;;) {
    const batch = await sealBatch(app, tenantId)
    sealed += batch
    if (batch < BATCH) return sealed
  }
}

async function sealBatch(app: App, tenantId: string): Promise<number> {
  const done = await inTenant(app.database, tenantId, async (tx) => {
    await tx.selectFrom('tenants').select('id').where('id', '=', tenantId).forNoKeyUpdate().execute()
    const events = await eventsToSeal(tx, BATCH)
    if (events.length === 0) return null
    // Before they are sealed: a crash between the two writes the lines twice, and none is missing.
    await appendLeavers(app.config.dataDir, app.keys, tenantId, events)
    const head = await chainHead(tx)
    let hash = head?.hash ?? CHAIN_START
    const first = (head?.sequence ?? 0) + 1
    const seals = events.map((event, index) => {
      hash = chainHash(hash, event)
      return { sequence: first + index, event_id: event.id, hash }
    })
    await sql`
      with sealed as (
        insert into audit_seals (sequence, event_id, hash)
        select * from unnest(${seals.map((seal) => seal.sequence)}::bigint[], ${seals.map((seal) => seal.event_id)}::uuid[],
          ${seals.map((seal) => seal.hash)}::bytea[])
        returning event_id
      )
      delete from audit_unsealed where event_id in (select event_id from sealed)`.execute(tx)
    const now = await sql<{
      at: string
    }>`select to_char(lanyard_now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at`.execute(tx)
    return { sequence: first + seals.length - 1, hash, at: now.rows[0]?.at ?? '', count: seals.length }
  })
  if (!done) return 0
  const { count, ...head } = done
  await appendAnchor(app.config.dataDir, signAnchor(app.keys, { tenantId, ...head }))
  return count
}
