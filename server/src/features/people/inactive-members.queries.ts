import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'

export type InactiveAs = 'archived' | 'paused'

/** A member who was made inactive, or brought back. */
export interface MovedMember {
  membershipId: string
  accountId: string
  organisationId: string
}

/**
 * Makes members inactive, whatever they were but gone; who is paused can still be archived. A leaving date that is known stays unless another is given.
 * Lock order is account, then invitation, then membership: the caller holds the accounts.
 * @param members with leaving dates, YYYY-MM-DD or null
 * @returns those who were not so already, and whether their leaving date is another now
 */
export async function makeInactive(
  tx: Tx,
  members: { membershipId: string; leavingDate: string | null }[],
  as: InactiveAs,
  by: string | null,
): Promise<(MovedMember & { dated: boolean })[]> {
  const moved = await sql<MovedMember & { dated: boolean }>`
    update memberships m set state = 'inactive',
      inactive_from = case when m.state = 'inactive' then m.inactive_from else m.state end, inactive_as = ${as}::text, inactive_at = lanyard_now(),
      inactive_by = ${by}::uuid, invited_until = null, leaving_date = coalesce(w.leaving_date, m.leaving_date)
    from unnest(${members.map((each) => each.membershipId)}::uuid[], ${members.map((each) => each.leavingDate)}::date[])
      as w (id, leaving_date)
    join memberships b on b.tenant_id = current_tenant() and b.id = w.id
    where m.tenant_id = current_tenant() and m.id = w.id and (
      m.state in ('active', 'invited', 'not_invited', 'awaiting_approval')
      or (m.state = 'inactive' and m.inactive_as = 'paused' and ${as}::text = 'archived'))
    returning m.id as "membershipId", m.account_id as "accountId", m.organisation_id as "organisationId",
      m.leaving_date is distinct from b.leaving_date as dated`.execute(tx)
  return moved.rows
}

/**
 * Brings inactive members back: who was active is active, anybody else has yet to be invited. Who has a way to sign in
 * and of whom nothing else is known counts as having been active. A last day that is over there is no longer theirs.
 * @returns those who were inactive, with whether they are active now
 */
export async function makeActiveAgain(
  tx: Tx,
  membershipIds: string[],
): Promise<(MovedMember & { active: boolean })[]> {
  const moved = await sql<MovedMember & { active: boolean }>`
    update memberships m set inactive_from = null, inactive_as = null, inactive_at = null, inactive_by = null,
      leaving_date = case when m.leaving_date < (lanyard_now() at time zone o.time_zone)::date then null else m.leaving_date end,
      state = case when coalesce(m.inactive_from = 'active', can_sign_in(m.account_id)) then 'active' else 'not_invited' end
    from organisations o
    where o.tenant_id = m.tenant_id and o.id = m.organisation_id and m.tenant_id = current_tenant() and m.id = any(${membershipIds}::uuid[]) and m.state = 'inactive'
    returning m.id as "membershipId", m.account_id as "accountId", m.organisation_id as "organisationId",
      m.state = 'active' as active`.execute(tx)
  return moved.rows
}

/** What a member of one organisation is in another: null when nothing there. */
export async function findElsewhere(
  tx: Tx,
  accountId: string,
  organisationId: string,
): Promise<{ membershipId: string; state: string } | null> {
  const found = await sql<{ membershipId: string; state: string }>`
    select id as "membershipId", state from memberships
    where tenant_id = current_tenant() and account_id = ${accountId} and organisation_id = ${organisationId}
      and state <> 'deleted'`.execute(tx)
  return found.rows[0] ?? null
}

/**
 * Makes a member of one organisation one of another too, with the work and the labels they had, beginning today: active
 * when they can sign in, else not invited yet. A staff number is that of its organisation and stays there. @returns the new membership, and whether it is active
 */
export async function insertMovedMember(
  tx: Tx,
  membershipId: string,
  organisationId: string,
): Promise<{ membershipId: string; active: boolean }> {
  const made = await sql<{ membershipId: string; active: boolean }>`
    insert into memberships (account_id, organisation_id, state, added_by, relationship, job_title, job_category, labels,
      start_date)
    select m.account_id, o.id, case when can_sign_in(m.account_id) then 'active' else 'not_invited' end, 'moved', m.relationship,
      m.job_title, m.job_category, m.labels, (lanyard_now() at time zone o.time_zone)::date
    from memberships m join organisations o on o.tenant_id = m.tenant_id and o.id = ${organisationId}
    where m.tenant_id = current_tenant() and m.id = ${membershipId}
    returning id as "membershipId", state = 'active' as active`.execute(tx)
  return made.rows[0] as { membershipId: string; active: boolean }
}

/** Raises the epoch of those among these accounts that are active nowhere: everything issued to them ends at once. */
export async function endWhereInactive(tx: Tx, accountIds: string[]): Promise<void> {
  await sql`
    update accounts a set epoch = a.epoch + 1
    where a.tenant_id = current_tenant() and a.id = any(${accountIds}::uuid[]) and not exists (
      select from memberships m where m.tenant_id = a.tenant_id and m.account_id = a.id and m.state = 'active')`.execute(
    tx,
  )
}

/** Locks accounts, by id, so that of several changes of one person each sees what those before it did. */
export async function lockAccounts(tx: Tx, accountIds: string[]): Promise<void> {
  await sql`
    select from accounts where tenant_id = current_tenant() and id = any(${accountIds}::uuid[])
    order by id for no key update`.execute(tx)
}
