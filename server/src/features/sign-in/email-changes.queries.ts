import { sql } from 'kysely'
import { hashToken } from '../../platform/crypto/tokens.ts'
import type { Tx } from '../../platform/database/database.ts'

/** How long a link to prove a new address works, from the moment it is minted. */
export const EMAIL_CHANGE_DAYS = 3

/** Days after which a change that came to its end is forgotten. */
export const EMAIL_CHANGES_KEPT_DAYS = 30

export interface NewEmailChange {
  accountId: string
  membershipId: string
  /** Canonical. */
  email: string
  /** Null for the operator. */
  askedBy: string | null
}

/** Begins a change of address, which ends those before it. @returns its id */
export async function insertEmailChange(tx: Tx, change: NewEmailChange): Promise<string> {
  const made = await sql<{ id: string }>`
    with older as (
      update email_changes set revoked_at = lanyard_now()
      where tenant_id = current_tenant() and account_id = ${change.accountId} and used_at is null and revoked_at is null
    )
    insert into email_changes (account_id, membership_id, email, asked_by, epoch)
    select a.id, ${change.membershipId}, ${change.email}, ${change.askedBy}::uuid, a.epoch
    from accounts a where a.tenant_id = current_tenant() and a.id = ${change.accountId}
    returning id`.execute(tx)
  return (made.rows[0] as { id: string }).id
}

/** How many changes of address were begun for an account in 24 hours. */
export async function countEmailChanges(tx: Tx, accountId: string): Promise<number> {
  const found = await sql<{ changes: number }>`
    select count(*)::int as changes from email_changes
    where tenant_id = current_tenant() and account_id = ${accountId} and created_at > lanyard_now() - interval '24 hours'`.execute(
    tx,
  )
  return found.rows[0]?.changes ?? 0
}

const isOpen = sql`c.used_at is null and c.revoked_at is null and a.epoch = c.epoch
  and c.created_at > lanyard_now() - make_interval(days => ${EMAIL_CHANGE_DAYS + 2})`

/** Calls open changes of an account's address off. @returns their ids */
export async function revokeEmailChanges(tx: Tx, accountId: string): Promise<string[]> {
  const revoked = await sql<{ id: string }>`
    update email_changes set revoked_at = lanyard_now()
    where tenant_id = current_tenant() and account_id = ${accountId} and used_at is null and revoked_at is null
    returning id`.execute(tx)
  return revoked.rows.map((row) => row.id)
}

/** Gives changes a link each. @returns until when they work */
export async function insertEmailChangeLinks(
  tx: Tx,
  links: { changeId: string; token: string }[],
): Promise<Date> {
  const made = await sql<{ expires_at: Date }>`
    insert into email_change_links (change_id, token_hash, expires_at)
    select l.change_id, l.token_hash, lanyard_now() + make_interval(days => ${EMAIL_CHANGE_DAYS})
    from unnest(${links.map((link) => link.changeId)}::uuid[], ${links.map((link) => hashToken(link.token))}::bytea[])
      as l (change_id, token_hash)
    returning expires_at`.execute(tx)
  return made.rows[0]?.expires_at ?? new Date(0)
}

/** What the mails about a change of address say. */
export interface EmailChangeFacts {
  id: string
  email: string
  givenName: string
  language: string
  timeZone: string
  sender: { name: string; address: string } | null
  open: boolean
  usedAt: Date | null
  /** Until when a captured mail without a link is kept. */
  keepUntil: Date
}

/** Changes of address by their ids, with whom they are about. */
export async function findEmailChanges(tx: Tx, ids: string[]): Promise<Map<string, EmailChangeFacts>> {
  const found = await sql<EmailChangeFacts>`
    select c.id, c.email, a.given_name as "givenName", a.language, o.time_zone as "timeZone", ${isOpen} as open,
      c.used_at as "usedAt", lanyard_now() + interval '7 days' as "keepUntil",
      case when b.id is not null then jsonb_build_object('address', b.email,
        'name', coalesce(nullif(btrim(b.given_name || ' ' || b.family_name), ''), b.email)) end as sender
    from email_changes c
    join accounts a on a.tenant_id = c.tenant_id and a.id = c.account_id
    join memberships m on m.tenant_id = c.tenant_id and m.id = c.membership_id
    join organisations o on o.tenant_id = m.tenant_id and o.id = m.organisation_id
    left join accounts b on b.tenant_id = c.tenant_id and b.id = c.asked_by
    where c.tenant_id = current_tenant() and c.id = any(${ids}::uuid[])`.execute(tx)
  return new Map(found.rows.map((row) => [row.id, row]))
}

export interface EmailChangeOfToken {
  id: string
  state: 'open' | 'used' | 'revoked' | 'expired'
  accountId: string
  membershipId: string
  organisationId: string
  organisation: string
  /** The address now, and the one that is to take its place. */
  email: string
  newEmail: string
  askedBy: string | null
}

/** What a token stands for now; undefined when it was never one of ours. Changes nothing. */
export async function findEmailChangeOfToken(tx: Tx, token: string): Promise<EmailChangeOfToken | undefined> {
  const found = await sql<EmailChangeOfToken>`
    select c.id, c.account_id as "accountId", c.membership_id as "membershipId", m.organisation_id as "organisationId",
      o.name as organisation, a.email, c.email as "newEmail", c.asked_by as "askedBy",
      case when c.used_at is not null then 'used'
        when c.revoked_at is not null or c.epoch <> a.epoch then 'revoked'
        when l.expires_at <= lanyard_now() then 'expired' else 'open' end as state
    from email_change_links l
    join email_changes c on c.tenant_id = l.tenant_id and c.id = l.change_id
    join accounts a on a.tenant_id = c.tenant_id and a.id = c.account_id
    join memberships m on m.tenant_id = c.tenant_id and m.id = c.membership_id
    join organisations o on o.tenant_id = m.tenant_id and o.id = m.organisation_id
    where l.tenant_id = current_tenant() and l.token_hash = ${hashToken(token)}`.execute(tx)
  return found.rows[0]
}

/** Uses a link up, in one statement: of any number of posts at once one gets the change, the others nothing. */
export async function consumeEmailChange(tx: Tx, token: string): Promise<boolean> {
  const used = await sql`
    update email_changes c set used_at = lanyard_now()
    from email_change_links l, accounts a
    where l.tenant_id = current_tenant() and l.token_hash = ${hashToken(token)} and l.expires_at > lanyard_now()
      and c.tenant_id = l.tenant_id and c.id = l.change_id and c.used_at is null and c.revoked_at is null
      and a.tenant_id = c.tenant_id and a.id = c.account_id and a.epoch = c.epoch`.execute(tx)
  return Number(used.numAffectedRows ?? 0) === 1
}

/** Forgets changes of address that came to their end long ago. */
export async function sweepEmailChanges(tx: Tx): Promise<void> {
  const old = sql`select id from email_changes where tenant_id = current_tenant()
    and created_at <= lanyard_now() - make_interval(days => ${EMAIL_CHANGES_KEPT_DAYS})`
  await sql`delete from email_change_links where tenant_id = current_tenant() and change_id in (${old})`.execute(
    tx,
  )
  await sql`delete from email_changes where tenant_id = current_tenant() and id in (${old})`.execute(tx)
}
