import { sql } from 'kysely'
import type { Door, Request } from '../../kernel/actor.ts'
import type { App } from '../../platform/app.ts'
import type { Tx } from '../../platform/database/database.ts'
import { findPersonKeys, openDetail, personKeys, sealDetail } from './person-keys.ts'
import type { Doer } from './record.ts'

/**
 * Keeps how something was asked for that a job does later, so that the record can say it of what the job does: the door,
 * the request, and, encrypted under the key of whoever asks, the address and the browser. What is asked for anew takes
 * the place of what was asked for before.
 */
export async function keepRequest(app: Pick<App, 'keys'>, tx: Tx, actor: Doer, jobId: string): Promise<void> {
  const { id, door, address, userAgent } = actor.request
  const { accountId } = actor
  const key =
    accountId && (address || userAgent)
      ? (await personKeys(app.keys, tx, actor.tenantId, [accountId])).get(accountId)
      : undefined
  const origin = key ? sealDetail(key, jobId, { address, userAgent }) : null
  await sql`
    insert into promised_requests (job_id, door, request_id, origin) values (${jobId}, ${door}, ${id}, ${origin})
    on conflict (tenant_id, job_id) do update set door = excluded.door, request_id = excluded.request_id,
      origin = excluded.origin`.execute(tx)
}

/**
 * How a job was asked for by somebody, and forgets it: from here on the record holds it. Of somebody erased since,
 * nothing is known of the browser; undefined when nothing was kept at all.
 */
export async function takeRequest(
  app: Pick<App, 'keys'>,
  tx: Tx,
  by: { tenantId: string; accountId: string | null },
  jobId: string,
): Promise<Request | undefined> {
  const taken = await sql<{ id: string; door: Door; origin: Buffer | null }>`
    delete from promised_requests where tenant_id = current_tenant() and job_id = ${jobId}
    returning request_id as id, door, origin`.execute(tx)
  const found = taken.rows[0]
  if (!found) return undefined
  const { id, door, origin } = found
  const key =
    origin && by.accountId
      ? (await findPersonKeys(app.keys, tx, by.tenantId, [by.accountId])).get(by.accountId)
      : undefined
  const { address, userAgent } = origin && key ? openDetail(key, jobId, origin) : {}
  return {
    id,
    door,
    ...(typeof address === 'string' ? { address } : {}),
    ...(typeof userAgent === 'string' ? { userAgent } : {}),
  }
}

/** Of what came to nothing, nothing is kept. */
export async function dropRequest(tx: Tx, jobId: string): Promise<void> {
  await sql`delete from promised_requests where tenant_id = current_tenant() and job_id = ${jobId}`.execute(
    tx,
  )
}
