import { sql } from 'kysely'
import type { HashedPassword } from '../../platform/crypto/passwords.ts'
import type { Tx } from '../../platform/database/database.ts'

export interface NewFirstPassword {
  membershipId: string
  accountId: string
  organisationId: string
  /** Typed by who set the account up; null: one is made up when the mail is written. */
  set: HashedPassword | null
}

/** Begins setting accounts up; what was begun for these members before is over. @returns ids, by membership */
export async function insertFirstPasswords(
  tx: Tx,
  wanted: NewFirstPassword[],
  madeBy: string | null,
): Promise<Map<string, string>> {
  const rows = wanted.map(({ membershipId, accountId, organisationId, set }) => ({
    membership_id: membershipId,
    account_id: accountId,
    organisation_id: organisationId,
    hash: set?.hash ?? null,
    pepper_id: set?.pepperId ?? null,
  }))
  const made = await sql<{ id: string; membershipId: string }>`
    insert into first_passwords (membership_id, account_id, organisation_id, how, hash, pepper_id, made_by)
    select w.membership_id, w.account_id, w.organisation_id, case when w.hash is null then 'mailed' else 'set' end,
      w.hash, w.pepper_id, ${madeBy}::uuid
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as w (membership_id uuid, account_id uuid, organisation_id uuid, hash text, pepper_id text)
    on conflict (tenant_id, membership_id) do update set
      id = uuid_v7(), how = excluded.how, hash = excluded.hash, pepper_id = excluded.pepper_id,
      made_by = excluded.made_by, made_at = lanyard_now(), handed_over_at = null
    returning id, membership_id as "membershipId"`.execute(tx)
  return new Map(made.rows.map((row) => [row.membershipId, row.id]))
}

/** Members among these whose email about their new account is still on its way. */
export async function findOnTheirWay(tx: Tx, membershipIds: string[]): Promise<Set<string>> {
  const found = await sql<{ membershipId: string }>`
    select f.membership_id as "membershipId" from first_passwords f
    where f.tenant_id = current_tenant() and f.membership_id = any(${membershipIds}::uuid[]) and exists (
      select from messages s
      where s.tenant_id = f.tenant_id and s.account_id = f.account_id and s.kind = 'first_password'
        and s.subject_ids ->> 'firstPasswordId' = f.id::text and s.settled_at is null)`.execute(tx)
  return new Set(found.rows.map((row) => row.membershipId))
}

export interface BegunAnew {
  id: string
  /** Its id until now: a letter about that one counts for nothing any more. */
  before: string
  accountId: string
  organisationId: string
  /** Where the person is written to now. */
  email: string
}

/** Begins anew what was begun for these people and whose email has not left yet. A password that was typed stays. */
export async function beginWaitingAnew(tx: Tx, accountIds: string[]): Promise<BegunAnew[]> {
  const begun = await sql<BegunAnew>`
    update first_passwords f set id = uuid_v7(), hash = case when f.how = 'set' then f.hash end,
      pepper_id = case when f.how = 'set' then f.pepper_id end
    from first_passwords b, accounts a
    where f.tenant_id = current_tenant() and f.account_id = any(${accountIds}::uuid[]) and f.handed_over_at is null
      and b.tenant_id = f.tenant_id and b.membership_id = f.membership_id and a.tenant_id = f.tenant_id and a.id = f.account_id
      and exists (select from messages s
        where s.tenant_id = f.tenant_id and s.account_id = f.account_id and s.kind = 'first_password'
          and s.subject_ids ->> 'firstPasswordId' = f.id::text and s.settled_at is null)
    returning f.id, b.id as before, f.account_id as "accountId", f.organisation_id as "organisationId", a.email`.execute(
    tx,
  )
  return begun.rows
}

/** What the email about a new account says. */
export interface FirstLetter {
  id: string
  accountId: string
  how: 'mailed' | 'set'
  email: string
  givenName: string
  language: string
  timeZone: string
  days: number
  /** When a password handed over now would stop working. */
  until: Date
  maker: { name: string; email: string } | null
}

/**
 * Letters that are still wanted, by first password: of somebody not invited and not told yet, or told by an attempt of
 * which nobody knows whether it arrived, and who has no password of their own.
 */
export async function findFirstLetters(tx: Tx, ids: string[]): Promise<Map<string, FirstLetter>> {
  const found = await sql<FirstLetter>`
    select f.id, f.account_id as "accountId", f.how, a.email, a.given_name as "givenName", a.language,
      o.time_zone as "timeZone", o.invitation_days as days,
      lanyard_now() + make_interval(hours => 24 * o.invitation_days) as until,
      case when b.id is not null then jsonb_build_object(
        'name', coalesce(nullif(btrim(b.given_name || ' ' || b.family_name), ''), b.email), 'email', b.email) end as maker
    from first_passwords f
    join memberships m on m.tenant_id = f.tenant_id and m.id = f.membership_id
    join accounts a on a.tenant_id = f.tenant_id and a.id = f.account_id
    join organisations o on o.tenant_id = f.tenant_id and o.id = f.organisation_id
    left join accounts b on b.tenant_id = f.tenant_id and b.id = f.made_by
    left join passwords p on p.tenant_id = f.tenant_id and p.account_id = f.account_id
    where f.tenant_id = current_tenant() and f.id = any(${ids}::uuid[])
      and (m.state = 'not_invited' or (m.state = 'active' and f.handed_over_at is not null))
      and (p.account_id is null or p.one_time_until is not null)`.execute(tx)
  return new Map(found.rows.map((row) => [row.id, row]))
}

/** Keeps the passwords that were made up for this attempt; they work once it is handed over. */
export async function keepMadeUp(tx: Tx, madeUp: ({ id: string } & HashedPassword)[]): Promise<void> {
  const rows = madeUp.map(({ id, hash, pepperId }) => ({ id, hash, pepper_id: pepperId }))
  await sql`
    update first_passwords f set hash = w.hash, pepper_id = w.pepper_id
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as w (id uuid, hash text, pepper_id text)
    where f.tenant_id = current_tenant() and f.id = w.id`.execute(tx)
}

/** Whose email was handed over, with the password that works from now on. */
export interface Told extends HashedPassword {
  id: string
  tenantId: string
  membershipId: string
  accountId: string
  organisationId: string
  how: 'mailed' | 'set'
  days: number
  /** An attempt before this one was, or may have been, handed over already. */
  again: boolean
}

/** Writes down that these emails were handed over, and when they first were. */
export async function markHandedOver(tx: Tx, ids: string[]): Promise<Told[]> {
  const marked = await sql<Told>`
    update first_passwords f set handed_over_at = coalesce(f.handed_over_at, lanyard_now())
    from organisations o, first_passwords before
    where f.tenant_id = current_tenant() and f.id = any(${ids}::uuid[]) and f.hash is not null
      and before.tenant_id = f.tenant_id and before.id = f.id and o.tenant_id = f.tenant_id and o.id = f.organisation_id
    returning f.id, f.tenant_id as "tenantId", f.membership_id as "membershipId", f.account_id as "accountId",
      f.organisation_id as "organisationId", f.how, o.invitation_days as days, f.hash,
      f.pepper_id as "pepperId", before.handed_over_at is not null as again`.execute(tx)
  return marked.rows
}

/** Accounts of these first passwords, to be locked before anything of them changes. */
export async function findAccountsOf(tx: Tx, ids: string[]): Promise<string[]> {
  const found = await tx.selectFrom('first_passwords').select('account_id').where('id', 'in', ids).execute()
  return found.map((row) => row.account_id)
}

/** The hash is at the password from now on; nothing of it stays here. */
export async function forgetHashes(tx: Tx, ids: string[]): Promise<void> {
  await sql`
    update first_passwords set hash = null, pepper_id = null
    where tenant_id = current_tenant() and id = any(${ids}::uuid[])`.execute(tx)
}

/** Takes away what was begun for these people, with any password that was never theirs because no email of it left. */
export async function eraseFirstPasswords(tx: Tx, accountIds: string[]): Promise<void> {
  await sql`
    delete from first_passwords where tenant_id = current_tenant() and account_id = any(${accountIds}::uuid[])`.execute(
    tx,
  )
}
