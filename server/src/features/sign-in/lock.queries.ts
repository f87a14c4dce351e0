import { sql } from 'kysely'
import { hashToken } from '../../platform/crypto/tokens.ts'
import type { Tx } from '../../platform/database/database.ts'
import { DEVICE_DAYS, LOCK_AFTER, LOCK_MINUTES } from './lock.ts'
import type { KnownPassword } from './sign-in.queries.ts'

export interface Attempt {
  /** Whether this attempt's password may be looked at: the address, or this remembered browser, is not locked. */
  admitted: boolean
  /** Attempts on this address since the last success, with this one. */
  failures: number
  deviceKnown: boolean
  deviceFailures: number | null
  account: {
    id: string
    email: string
    password: KnownPassword | null
    /** Whether the password is only there to choose one's own with, and still works for that. */
    oneTime: 'open' | 'over' | null
    /** Whether an active membership lets the account in at all. */
    mayUse: boolean
    organisationId: string | null
  } | null
}

const lockedAfter = sql`case
  when l.locked_until > lanyard_now() then l.locked_until
  when l.locked_until <= lanyard_now() then null
  when l.failures + 1 >= ${LOCK_AFTER} then lanyard_now() + make_interval(mins => ${LOCK_MINUTES}) end`

/**
 * Counts an attempt before its password is looked at and reads the account, in one statement. The tenth sets the lock;
 * those after it count on but never move it, and once it has opened the count begins anew. A remembered browser has a
 * count of its own. Its commit need not wait for the disk: no answer is given before a later one, of the success or of
 * the failure, has waited, and that one brings this along.
 */
export async function startAttempt(tx: Tx, email: string, deviceToken: string | undefined): Promise<Attempt> {
  const found = await sql<{ failures: number; device_failures: number | null; account: Attempt['account'] }>`
    with attempt as (
      insert into sign_in_locks as l (address_hash, failures) values (address_hash(${email}), 1)
      on conflict (tenant_id, address_hash) do update set
        failures = case when l.locked_until <= lanyard_now() then 1 else l.failures + 1 end,
        locked_until = ${lockedAfter}, updated_at = lanyard_now()
      returning failures
    ),
    device as (
      update devices l set
        failures = case when l.locked_until <= lanyard_now() then 1 else l.failures + 1 end, locked_until = ${lockedAfter}
      from accounts a
      where a.tenant_id = current_tenant() and a.email = ${email} and l.tenant_id = a.tenant_id and l.account_id = a.id
        and l.token_hash = ${hashToken(deviceToken ?? '')} and l.epoch = a.epoch and l.expires_at > lanyard_now()
      returning l.failures
    )
    select attempt.failures, (select device.failures from device) as device_failures, (
      select jsonb_build_object('id', a.id, 'email', a.email,
        'password', case when p.hash is not null
          then jsonb_build_object('hash', p.hash, 'pepperId', p.pepper_id, 'setAt', p.set_at) end,
        'oneTime', case when p.one_time_until > lanyard_now() then 'open' when p.one_time_until is not null then 'over' end,
        'mayUse', m.organisation_id is not null, 'organisationId', m.organisation_id)
      from accounts a
      left join passwords p on p.tenant_id = a.tenant_id and p.account_id = a.id
      left join lateral (
        select m.organisation_id from memberships m
        where m.tenant_id = a.tenant_id and m.account_id = a.id and m.state = 'active' order by m.created_at limit 1) m on true
      where a.tenant_id = current_tenant() and a.email = ${email}) as account,
      set_config('synchronous_commit', 'off', true)
    from attempt`.execute(tx)
  const row = found.rows[0]
  if (!row) throw new Error('The attempt was not counted')
  const deviceKnown = row.device_failures !== null
  return {
    admitted: row.failures <= LOCK_AFTER || (deviceKnown && (row.device_failures ?? 0) <= LOCK_AFTER),
    failures: row.failures,
    deviceKnown,
    deviceFailures: row.device_failures,
    account: row.account,
  }
}

/**
 * Takes a successful attempt and those before it off the count. A lock set by later attempts, still under way, stays:
 * it is somebody else's doing. Of two successes at once the second takes off what the first did already, so the count
 * stops at none.
 */
export async function clearFailures(tx: Tx, email: string, attempt: Attempt): Promise<void> {
  await sql`
    update sign_in_locks set failures = greatest(failures - ${attempt.failures}, 0),
      locked_until = case when failures = ${attempt.failures} then null else locked_until end
    where tenant_id = current_tenant() and address_hash = address_hash(${email})
      and (locked_until is null or failures = ${attempt.failures}) and ${attempt.failures}::int <= ${LOCK_AFTER}`.execute(
    tx,
  )
}

/** Opens the lock of an address: a completed reset does. */
export async function openLock(tx: Tx, email: string): Promise<void> {
  await sql`delete from sign_in_locks where tenant_id = current_tenant() and address_hash = address_hash(${email})`.execute(
    tx,
  )
}

/** Opens the locks of accounts, those of their remembered browsers too. @returns the accounts that were locked */
export async function openLocks(tx: Tx, accountIds: string[]): Promise<string[]> {
  const opened = await sql<{ id: string }>`
    delete from sign_in_locks l using accounts a
    where a.tenant_id = current_tenant() and a.id = any(${accountIds}::uuid[])
      and l.tenant_id = a.tenant_id and l.address_hash = a.address_hash and l.locked_until > lanyard_now()
    returning a.id`.execute(tx)
  const ids = opened.rows.map((row) => row.id)
  await sql`
    update devices set failures = 0, locked_until = null
    where tenant_id = current_tenant() and account_id = any(${ids}::uuid[]) and failures > 0`.execute(tx)
  return ids
}

/** Remembers a browser as this person's, or remembers it for longer; its own count begins anew. */
export async function rememberDevice(tx: Tx, accountId: string, deviceToken: string): Promise<void> {
  await sql`
    insert into devices (account_id, token_hash, epoch, expires_at)
    select a.id, ${hashToken(deviceToken)}, a.epoch, lanyard_now() + make_interval(days => ${DEVICE_DAYS})
    from accounts a where a.tenant_id = current_tenant() and a.id = ${accountId}
    on conflict (tenant_id, token_hash) do update
      set failures = 0, locked_until = null, epoch = excluded.epoch, expires_at = excluded.expires_at`.execute(
    tx,
  )
}
