import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'

/** What is known of somebody's work in an organisation; null where nothing was said. */
export interface MemberDetails {
  jobTitle: string | null
  jobCategory: string | null
  staffNumber: string | null
  relationship: string | null
  /** YYYY-MM-DD. */
  startDate: string | null
  leavingDate: string | null
  deletionDate: string | null
  labels: Record<string, string>
}

export interface NewMember {
  email: string
  givenName: string
  familyName: string
  language: string
}

export interface MadeMember {
  membershipId: string
  accountId: string
  /** Whether they were on the list before, not invited. */
  wasHere: boolean
}

/**
 * Makes somebody a member who was not invited, with an account where the address has none. Who is on the list already
 * and was not invited stays so, under the name they had.
 * @returns nothing when they are a member in any other state
 */
export async function createMember(
  tx: Tx,
  organisationId: string,
  { email, givenName, familyName, language }: NewMember,
): Promise<MadeMember | undefined> {
  const made = await sql<MadeMember>`
    with account as (
      insert into accounts (email, given_name, family_name, language)
      values (${email}, ${givenName}, ${familyName}, ${language})
      on conflict (tenant_id, email) do update set
        given_name = coalesce(nullif(accounts.given_name, ''), excluded.given_name),
        family_name = coalesce(nullif(accounts.family_name, ''), excluded.family_name)
      returning id
    )
    insert into memberships (account_id, organisation_id, state, added_by)
    select id, ${organisationId}, 'not_invited', 'hand' from account
    on conflict (tenant_id, account_id, organisation_id) where state <> 'deleted' do update set state = 'not_invited'
      where memberships.state in ('not_invited', 'rejected')
    returning id as "membershipId", account_id as "accountId", xmax <> 0 as "wasHere"`.execute(tx)
  return made.rows[0]
}

/** Writes what was said of a member's work; what was not said stays. From now on they are known, and not just their address. */
export async function describeMember(tx: Tx, membershipId: string, details: MemberDetails): Promise<void> {
  await sql`
    update memberships set added_by = case when added_by = 'invitation' then 'hand' else added_by end,
      job_title = coalesce(${details.jobTitle}, job_title), job_category = coalesce(${details.jobCategory}, job_category),
      staff_number = coalesce(${details.staffNumber}, staff_number),
      relationship = coalesce(${details.relationship}, relationship),
      start_date = coalesce(${details.startDate}::date, start_date),
      leaving_date = coalesce(${details.leavingDate}::date, leaving_date),
      deletion_date = coalesce(${details.deletionDate}::date, deletion_date),
      labels = labels || ${JSON.stringify(details.labels)}::jsonb
    where tenant_id = current_tenant() and id = ${membershipId}`.execute(tx)
}

/** Makes members active who were told that their account is set up. @returns those who were still not invited */
export async function activateTold(tx: Tx, membershipIds: string[]): Promise<string[]> {
  const made = await sql<{ id: string }>`
    update memberships set state = 'active'
    where tenant_id = current_tenant() and id = any(${membershipIds}::uuid[]) and state = 'not_invited'
    returning id`.execute(tx)
  return made.rows.map((row) => row.id)
}
