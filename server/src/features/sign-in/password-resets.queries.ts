import { sql } from 'kysely'
import { hashToken } from '../../platform/crypto/tokens.ts'
import type { Tx } from '../../platform/database/database.ts'
import { RESET_MINUTES, type ResetState } from './password-reset.ts'

/** Begins a request to choose a password, which ends those before it. @returns its id */
export async function insertReset(tx: Tx, accountId: string, kind: 'mailed' | 'printed'): Promise<string> {
  const made = await sql<{ id: string }>`
    with older as (
      update password_resets set revoked_at = lanyard_now()
      where tenant_id = current_tenant() and account_id = ${accountId} and used_at is null and revoked_at is null
    )
    insert into password_resets (account_id, kind, epoch)
    select a.id, ${kind}, a.epoch from accounts a where a.tenant_id = current_tenant() and a.id = ${accountId}
    returning id`.execute(tx)
  return (made.rows[0] as { id: string }).id
}

/**
 * Begins requests to choose a password that somebody else sends, which end those before them.
 * @param sentBy null for the operator
 * @returns their ids, by account
 */
export async function insertSentResets(
  tx: Tx,
  accountIds: string[],
  sentBy: string | null,
): Promise<Map<string, string>> {
  const made = await sql<{ id: string; accountId: string }>`
    with older as (
      update password_resets set revoked_at = lanyard_now()
      where tenant_id = current_tenant() and account_id = any(${accountIds}::uuid[]) and used_at is null and revoked_at is null
    )
    insert into password_resets (account_id, kind, epoch, sent, sent_by)
    select a.id, 'mailed', a.epoch, true, ${sentBy}::uuid
    from accounts a where a.tenant_id = current_tenant() and a.id = any(${accountIds}::uuid[]) order by a.id
    returning id, account_id as "accountId"`.execute(tx)
  return new Map(made.rows.map((row) => [row.accountId, row.id]))
}

/** Gives requests a link each. */
export async function insertResetLinks(tx: Tx, links: { resetId: string; token: string }[]): Promise<Date> {
  const made = await sql<{ expires_at: Date }>`
    insert into password_reset_links (reset_id, token_hash, expires_at)
    select l.reset_id, l.token_hash, lanyard_now() + make_interval(mins => ${RESET_MINUTES})
    from unnest(${links.map((link) => link.resetId)}::uuid[], ${links.map((link) => hashToken(link.token))}::bytea[])
      as l (reset_id, token_hash)
    returning expires_at`.execute(tx)
  return made.rows[0]?.expires_at ?? new Date(0)
}

export interface OpenReset {
  id: string
  givenName: string
  language: string
  /** Whether somebody else sent it, and who; null for the operator. */
  sent: boolean
  sender: { name: string; address: string } | null
}

/** Requests among these that are still wanted, with the name of whose password it is and of who sent them. */
export async function openResets(tx: Tx, ids: string[]): Promise<OpenReset[]> {
  const found = await sql<OpenReset>`
    select r.id, a.given_name as "givenName", a.language, r.sent, case when b.id is not null then jsonb_build_object(
      'name', coalesce(nullif(btrim(b.given_name || ' ' || b.family_name), ''), b.email), 'address', b.email) end as sender
    from password_resets r join accounts a on a.tenant_id = r.tenant_id and a.id = r.account_id and a.epoch = r.epoch
    left join accounts b on b.tenant_id = r.tenant_id and b.id = r.sent_by
    where r.tenant_id = current_tenant() and r.id = any(${ids}::uuid[]) and r.used_at is null and r.revoked_at is null`.execute(
    tx,
  )
  return found.rows
}

export interface ResetOfToken {
  state: ResetState
  kind: 'mailed' | 'printed'
  accountId: string
  email: string
  names: string[]
}

/** What a token stands for now; undefined when it was never one of ours. Changes nothing. */
export async function findResetOfToken(tx: Tx, token: string): Promise<ResetOfToken | undefined> {
  const found = await sql<ResetOfToken>`
    select r.kind, a.id as "accountId", a.email, array[a.given_name, a.family_name] || array(
        select o.name from memberships m join organisations o on o.tenant_id = m.tenant_id and o.id = m.organisation_id
        where m.tenant_id = a.tenant_id and m.account_id = a.id) as names,
      case when r.used_at is not null then 'used'
        when r.revoked_at is not null or r.epoch <> a.epoch then 'revoked'
        when l.expires_at <= lanyard_now() then 'expired' else 'open' end as state
    from password_reset_links l
    join password_resets r on r.tenant_id = l.tenant_id and r.id = l.reset_id
    join accounts a on a.tenant_id = r.tenant_id and a.id = r.account_id
    where l.tenant_id = current_tenant() and l.token_hash = ${hashToken(token)}`.execute(tx)
  return found.rows[0]
}

/** Uses a link up, in one statement: of any number of posts at once one gets the request, the others nothing. */
export async function consumeReset(tx: Tx, token: string): Promise<boolean> {
  const used = await sql`
    update password_resets r set used_at = lanyard_now()
    from password_reset_links l, accounts a
    where l.tenant_id = current_tenant() and l.token_hash = ${hashToken(token)} and l.expires_at > lanyard_now()
      and r.tenant_id = l.tenant_id and r.id = l.reset_id and r.used_at is null and r.revoked_at is null
      and a.tenant_id = r.tenant_id and a.id = r.account_id and a.epoch = r.epoch`.execute(tx)
  return Number(used.numAffectedRows ?? 0) === 1
}

/** An account that may choose a new password by mail, with the organisation in whose name the mail goes. */
export async function findResettable(
  tx: Tx,
  email: string,
): Promise<{ id: string; organisationId: string } | undefined> {
  const found = await sql<{ id: string; organisationId: string }>`
    select a.id, m.organisation_id as "organisationId"
    from accounts a join memberships m on m.tenant_id = a.tenant_id and m.account_id = a.id and m.state = 'active'
    where a.tenant_id = current_tenant() and a.email = ${email} order by m.created_at limit 1`.execute(tx)
  return found.rows[0]
}
