import { sql } from 'kysely'
import type { Actor } from '../../kernel/actor.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { type Database, inTenant, isDeadlock, type Tx } from './database.ts'

/** How long a request may be repeated under the same Idempotency-Key. */
export const IDEMPOTENCY_HOURS = 24

/**
 * Opens the transaction of a change. When the request carries an Idempotency-Key, the key commits with the change,
 * and a repeat gets the first answer without a second effect. The answer must be plain JSON. The work is done once more
 * when the database ended it because it and another waited for each other.
 * @throws Refusal idempotency_key_reused when the key came with another request, idempotency_in_progress while the
 *   first one is still running
 */
export async function changeAs<T>(
  app: { database: Database },
  actor: Actor,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  try {
    return await changeOnce(app, actor, work)
  } catch (error) {
    // Of two that waited for each other the database gave this one up, and undid all of it.
    if (!isDeadlock(error)) throw error
    return await changeOnce(app, actor, work)
  }
}

async function changeOnce<T>(
  app: { database: Database },
  actor: Actor,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  const repeat = actor.request.idempotency
  if (!repeat || actor.kind !== 'person') return inTenant(app.database, actor.tenantId, work)

  return inTenant(app.database, actor.tenantId, async (tx) => {
    const id = `${actor.tenantId}|${actor.accountId}|${repeat.key}`
    const free = await sql<{ free: boolean }>`
      select pg_try_advisory_xact_lock(hashtextextended(${id}, 0)) as free`.execute(tx)
    if (!free.rows[0]?.free)
      throw new Refusal(
        'conflict',
        'idempotency_in_progress',
        'The same request is still running. Try again shortly.',
        {
          retryAfterSeconds: 1,
        },
      )
    const known = await tx
      .selectFrom('idempotency_keys')
      .select(['request_hash', 'answer'])
      .where('actor_id', '=', actor.accountId)
      .where('key', '=', repeat.key)
      .where('created_at', '>', sql<Date>`lanyard_now() - make_interval(hours => ${IDEMPOTENCY_HOURS})`)
      .executeTakeFirst()
    if (known) {
      if (!known.request_hash.equals(repeat.requestHash))
        throw new Refusal(
          'unprocessable',
          'idempotency_key_reused',
          'This Idempotency-Key was used for another request. Use a new one.',
        )
      repeat.replayed = true
      return known.answer as T
    }
    const result = await work(tx)
    await sql`
      insert into idempotency_keys (actor_id, key, request_hash, answer)
      values (${actor.accountId}, ${repeat.key}, ${repeat.requestHash}, ${JSON.stringify(result ?? null)}::jsonb)
      on conflict (tenant_id, actor_id, key)
        do update set request_hash = excluded.request_hash, answer = excluded.answer, created_at = lanyard_now()
    `.execute(tx)
    return result
  })
}

/** Forgets that a request was made under a key, because nothing of it stands: a repeat is a first request again. */
export async function forgetKey(tx: Tx, actor: Actor): Promise<void> {
  const repeat = actor.request.idempotency
  if (!repeat || actor.kind !== 'person') return
  await tx
    .deleteFrom('idempotency_keys')
    .where('actor_id', '=', actor.accountId)
    .where('key', '=', repeat.key)
    .execute()
}
