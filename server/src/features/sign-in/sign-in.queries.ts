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

/** Ends every session of accounts and forgets the browsers they were remembered in. Verbs call `endEverything`. @returns how many sessions ended, by account */
export async function endSessionsOf(tx: Tx, accountIds: string[]): Promise<Map<string, number>> {
  const ended = await sql<{ accountId: string; sessions: number }>`
    with ended as (
      update sessions set ended_at = lanyard_now()
      where tenant_id = current_tenant() and account_id = any(${accountIds}::uuid[]) and ended_at is null
      returning account_id
    )
    select account_id as "accountId", count(*)::int as sessions from ended group by 1`.execute(tx)
  await sql`
    delete from devices where tenant_id = current_tenant() and account_id = any(${accountIds}::uuid[])`.execute(
    tx,
  )
  return new Map(ended.rows.map((row) => [row.accountId, row.sessions]))
}

/** A fresh proof gets the session a new token; the old one is worth nothing from then on. */
export async function renewProof(tx: Tx, sessionId: string, token: string): Promise<void> {
  await sql`
    update sessions set proved_at = lanyard_now(), token_hash = ${hashToken(token)}
    where tenant_id = current_tenant() and id = ${sessionId}`.execute(tx)
}

/** Keeps a password that the person chose. One they were handed to begin with is over. */
export async function savePassword(tx: Tx, accountId: string, password: HashedPassword): Promise<void> {
  await tx
    .insertInto('passwords')
    .values({ account_id: accountId, hash: password.hash, pepper_id: password.pepperId })
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'account_id']).doUpdateSet({
        hash: password.hash,
        pepper_id: password.pepperId,
        set_at: sql<Date>`lanyard_now()`,
        one_time_until: null,
      }),
    )
    .execute()
}

/** A password as it was read. Hashed anew it is the same one still; another is known by when it was chosen. */
export interface KnownPassword extends HashedPassword {
  setAt: string
}

/** Whether this is still the password of an account, and keeps it so until the transaction ends. */
export async function holdPassword(tx: Tx, accountId: string, { setAt }: KnownPassword): Promise<boolean> {
  const found = await sql`
    select from passwords
    where tenant_id = current_tenant() and account_id = ${accountId} and set_at = ${setAt}::timestamptz
    for share`.execute(tx)
  return found.rows.length > 0
}

/**
 * Keeps the same password hashed anew. Whether it is a one-time one stays as it was.
 * @returns false when another was chosen meanwhile
 */
export async function renewHash(
  tx: Tx,
  accountId: string,
  { setAt }: KnownPassword,
  after: HashedPassword,
): Promise<boolean> {
  const renewed = await sql`
    update passwords set hash = ${after.hash}, pepper_id = ${after.pepperId}
    where tenant_id = current_tenant() and account_id = ${accountId} and set_at = ${setAt}::timestamptz`.execute(
    tx,
  )
  return Number(renewed.numAffectedRows ?? 0) > 0
}

export interface OneTimePassword extends HashedPassword {
  accountId: string
  /** How long it works from now. */
  days: number
}

/** Gives accounts a password that works once, to choose one's own. Whoever has one of their own keeps it. */
export async function saveOneTimePasswords(tx: Tx, passwords: OneTimePassword[]): Promise<void> {
  const wanted = passwords.map(({ accountId, hash, pepperId, days }) => ({
    account_id: accountId,
    hash,
    pepper_id: pepperId,
    days,
  }))
  await sql`
    insert into passwords (account_id, hash, pepper_id, one_time_until)
    select w.account_id, w.hash, w.pepper_id, lanyard_now() + make_interval(hours => 24 * w.days)
    from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as w (account_id uuid, hash text, pepper_id text, days integer)
    on conflict (tenant_id, account_id) do update set
      hash = excluded.hash, pepper_id = excluded.pepper_id, set_at = lanyard_now(), one_time_until = excluded.one_time_until
      where passwords.one_time_until is not null`.execute(tx)
}
