import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'

/** Somebody whose account is to be erased, as they were. */
export interface Erasable {
  accountId: string
  email: string
  name: string
}

/** Which of these accounts are a member nowhere any more and not erased yet, their rows held. */
export async function listErasable(tx: Tx, accountIds: string[]): Promise<Erasable[]> {
  const found = await sql<Erasable>`
    select a.id as "accountId", a.email, btrim(a.given_name || ' ' || a.family_name) as name from accounts a
    where a.tenant_id = current_tenant() and a.id = any(${accountIds}::uuid[]) and a.erased_at is null and not exists (
      select from memberships m where m.tenant_id = a.tenant_id and m.account_id = a.id and m.state not in ('deleted', 'rejected'))
    order by a.id for no key update`.execute(tx)
  return found.rows
}

/**
 * Takes names, addresses and numbers out of accounts and all that was kept of them as members. The row stays, told apart
 * as “Erased person 4F2”, and its address is free for somebody new.
 */
export async function erasePeople(tx: Tx, accountIds: string[]): Promise<void> {
  await sql`
    update accounts a set email = 'erased-' || a.id || '@erased.invalid', given_name = 'Erased person',
      family_name = upper(right(a.id::text, 4)), mobile = null, mobile_as_typed = null, language = 'en-GB',
      email_proved_at = null, epoch = a.epoch + 1, erased_at = lanyard_now()
    where a.tenant_id = current_tenant() and a.id = any(${accountIds}::uuid[])`.execute(tx)
  await eraseMembers(tx, sql`m.account_id = any(${accountIds}::uuid[])`)
  await sql`
    delete from people_active where tenant_id = current_tenant() and account_id = any(${accountIds}::uuid[])`.execute(
    tx,
  )
}

/**
 * Members are deleted where they were members, for good: what was kept of them there goes too.
 * @returns those who were not so already
 */
export async function deleteMembers(
  tx: Tx,
  membershipIds: string[],
): Promise<{ membershipId: string; accountId: string; organisationId: string }[]> {
  const gone = await sql<{ membershipId: string; accountId: string; organisationId: string }>`
    update memberships m set state = 'deleted', invited_until = null, inactive_as = null, inactive_at = null,
      inactive_by = null, inactive_from = null
    where m.tenant_id = current_tenant() and m.id = any(${membershipIds}::uuid[]) and m.state <> 'deleted'
    returning m.id as "membershipId", m.account_id as "accountId", m.organisation_id as "organisationId"`.execute(
    tx,
  )
  const ids = gone.rows.map((row) => row.membershipId)
  await eraseMembers(tx, sql`m.id = any(${ids}::uuid[])`)
  await sql`
    delete from unit_members where tenant_id = current_tenant() and membership_id = any(${ids}::uuid[])`.execute(
    tx,
  )
  return gone.rows
}

const eraseMembers = (tx: Tx, which: ReturnType<typeof sql>) =>
  sql`
    update memberships m set job_title = null, suggestion_declined_for = null, job_category = null, staff_number = null, labels = '{}', relationship = 'employee',
      start_date = null, leaving_date = null, deletion_date = null
    where m.tenant_id = current_tenant() and ${which}`.execute(tx)
