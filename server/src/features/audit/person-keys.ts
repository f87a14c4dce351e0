import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Keys } from '../../platform/crypto/keys.ts'
import type { Tx } from '../../platform/database/database.ts'

const PURPOSE = 'audit-person-key'

/** The keys of these people, made where they have none yet. Two changes at once agree on one key. */
export async function personKeys(
  keys: Keys,
  tx: Tx,
  tenantId: string,
  accountIds: string[],
): Promise<Map<string, Buffer>> {
  const wanted = [...new Set(accountIds)].sort()
  if (wanted.length === 0) return new Map()
  const drafts = wanted.map((id) => keys.seal(PURPOSE, contextOf(tenantId, id), randomBytes(32)))
  // The select sees only rows older than this statement, so new and known keys come from its two halves.
  const rows = await sql<KeyRow>`
    with made as (
      insert into person_keys (account_id, wrapped_key)
      select * from unnest(${wanted}::uuid[], ${drafts}::bytea[])
      on conflict (tenant_id, account_id) do nothing
      returning account_id, wrapped_key
    )
    select account_id, wrapped_key from made
    union all
    select account_id, wrapped_key from person_keys where account_id = any(${wanted}::uuid[])`.execute(tx)
  const found = new Map(rows.rows.map((row) => [row.account_id, row.wrapped_key]))
  // A key that another change made in the meantime is in neither half: it shows only to a statement of its own.
  const missing = wanted.filter((id) => !found.has(id))
  if (missing.length > 0) {
    const late = await sql<KeyRow>`
      select account_id, wrapped_key from person_keys where account_id = any(${missing}::uuid[])`.execute(tx)
    for (const row of late.rows) found.set(row.account_id, row.wrapped_key)
  }
  return new Map(
    [...found].map(([id, wrapped]) => [id, keys.open(PURPOSE, contextOf(tenantId, id), wrapped)]),
  )
}

/** The keys there are of these people. Whoever was erased has none. */
export async function findPersonKeys(
  keys: Keys,
  tx: Tx,
  tenantId: string,
  accountIds: string[],
): Promise<Map<string, Buffer>> {
  if (accountIds.length === 0) return new Map()
  const rows = await sql<KeyRow>`
    select account_id, wrapped_key from person_keys
    where tenant_id = current_tenant() and account_id = any(${[...new Set(accountIds)]}::uuid[])`.execute(tx)
  return new Map(
    rows.rows.map((row) => [
      row.account_id,
      keys.open(PURPOSE, contextOf(tenantId, row.account_id), row.wrapped_key),
    ]),
  )
}

interface KeyRow {
  account_id: string
  wrapped_key: Buffer
}

const contextOf = (tenantId: string, accountId: string) => `${tenantId}|person_keys|wrapped_key|${accountId}`

/** Encrypts details under a person's key (AES-256-GCM, nonce first), bound to the event they belong to. */
export function sealDetail(key: Buffer, eventId: string, detail: Record<string, unknown>): Buffer {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(eventId))
  const body = Buffer.concat([cipher.update(JSON.stringify(detail), 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), body])
}

export function openDetail(key: Buffer, eventId: string, sealed: Buffer): Record<string, unknown> {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12), { authTagLength: 16 })
    .setAAD(Buffer.from(eventId))
    .setAuthTag(sealed.subarray(12, 28))
  return JSON.parse(Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]).toString('utf8'))
}

/** Destroys the keys of these people: what the record keeps of them encrypted can never be read again, and its chain stays whole. */
export async function destroyPersonKeys(tx: Tx, accountIds: string[]): Promise<void> {
  await sql`
    delete from person_keys where tenant_id = current_tenant() and account_id = any(${accountIds}::uuid[])`.execute(
    tx,
  )
}
