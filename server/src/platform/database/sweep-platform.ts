import { sql } from 'kysely'
import { IDEMPOTENCY_HOURS } from './change.ts'
import { type Database, inTenant, type Tx } from './database.ts'

/** Takes away counters whose window is over. */
export async function sweepCounters(database: Database): Promise<void> {
  await sql`delete from counters where expires_at <= lanyard_now()`.execute(database.bare)
}

/** Takes away the keys of requests that can no longer be repeated. */
export async function sweepIdempotencyKeys(database: Database, tenantId: string): Promise<void> {
  await inTenant(database, tenantId, (tx) =>
    sql`
      delete from idempotency_keys
      where tenant_id = current_tenant() and created_at <= lanyard_now() - make_interval(hours => ${IDEMPOTENCY_HOURS})
    `.execute(tx),
  )
}

/**
 * Forgets what requests of these people were answered, and every answer in which one of these words stands, such as the
 * name of somebody who is erased.
 */
export async function forgetAnswers(tx: Tx, actorIds: string[], words: string[]): Promise<void> {
  await sql`
    delete from idempotency_keys
    where tenant_id = current_tenant() and (actor_id = any(${actorIds}::uuid[]) or exists (
      select from unnest(${words}::text[]) w where w <> '' and strpos(lower(answer::text), lower(btrim(to_json(w)::text, '"'))) > 0))
  `.execute(tx)
}
