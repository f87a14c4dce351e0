import { sql } from 'kysely'
import type { Holding } from '../../kernel/actor.ts'
import type { HashedPassword } from '../../platform/crypto/passwords.ts'
import { hashToken } from '../../platform/crypto/tokens.ts'
import type { Database, Tx } from '../../platform/database/database.ts'

export interface SessionRow {
  session_id: string
  account_id: string
  email: string
  given_name: string
  family_name: string
  language: string
  /** Raised in the same transaction by whatever changes what the person holds. */
  version: number
  idle_seconds: number
  age_seconds: number
  proof_seconds: number
  /** Null when they are those of the version that the caller knows. */
  holdings: Holding[] | null
}

/**
 * The live session of a cookie, or null: one statement, on the primary, at every request. What its person holds comes
 * along when it is not of `knownVersion`.
 */
export async function readSession(
  database: Database,
  tenantId: string,
  tokenHash: Buffer,
  knownVersion: number | null,
): Promise<SessionRow | null> {
  const found = await database.pool.query<{ [Column in keyof SessionRow]: SessionRow[Column] | null }>({
    name: 'read-session',
    text: 'select * from read_session($1, $2, $3)',
    values: [tenantId, tokenHash, knownVersion],
  })
  const row = found.rows[0]
  return row?.session_id ? (row as SessionRow) : null
}

export async function insertSession(
  tx: Tx,
  accountId: string,
  token: string,
  factors: string[],
): Promise<string> {
  const made = await sql<{ id: string }>`
    insert into sessions (account_id, token_hash, epoch, factors)
    select a.id, ${hashToken(token)}, a.epoch, ${factors}::text[]
    from accounts a where a.tenant_id = current_tenant() and a.id = ${accountId}
    returning id`.execute(tx)
  return (made.rows[0] as { id: string }).id
}

/** Writes down that a session was used. The caller does so at most once a minute. */
export async function touchSession(tx: Tx, sessionId: string): Promise<void> {
  await sql`update sessions set used_at = lanyard_now() where tenant_id = current_tenant() and id = ${sessionId}`.execute(
    tx,
  )
}

export async function endSession(tx: Tx, sessionId: string): Promise<void> {
  await sql`
    update sessions set ended_at = lanyard_now()
    where tenant_id = current_tenant() and id = ${sessionId} and ended_at is null`.execute(tx)
}

/** @returns how many sessions ended */
export async function endAllSessions(tx: Tx, accountId: string): Promise<number> {
  const ended = await sql`
    update sessions set ended_at = lanyard_now()
    where tenant_id = current_tenant() and account_id = ${accountId} and ended_at is null`.execute(tx)
  return Number(ended.numAffectedRows ?? 0)
}

/** A fresh proof gets the session a new token; the old one is worth nothing from then on. */
export async function renewProof(tx: Tx, sessionId: string, token: string): Promise<void> {
  await sql`
    update sessions set proved_at = lanyard_now(), token_hash = ${hashToken(token)}
    where tenant_id = current_tenant() and id = ${sessionId}`.execute(tx)
}

export async function savePassword(tx: Tx, accountId: string, password: HashedPassword): Promise<void> {
  await tx
    .insertInto('passwords')
    .values({ account_id: accountId, hash: password.hash, pepper_id: password.pepperId })
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'account_id']).doUpdateSet({
        hash: password.hash,
        pepper_id: password.pepperId,
        set_at: sql<Date>`lanyard_now()`,
      }),
    )
    .execute()
}
