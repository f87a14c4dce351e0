import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import type { EditField } from './edit-person.policy.ts'
import { changeAccountsFrom, changeMembersFrom } from './list-members.queries.ts'

/** What stands of somebody that their row of a list doesn't say. Days are YYYY-MM-DD. */
export interface EditFacts {
  language: string
  jobCategory: string | null
  startDate: string | null
  leavingDate: string | null
  deletionDate: string | null
  /** They have a way to sign in, or are active somewhere: their address is in use. */
  usesAddress: boolean
}

export async function findEditFacts(tx: Tx, membershipId: string): Promise<EditFacts> {
  const found = await sql<EditFacts>`
    select a.language, m.job_category as "jobCategory", m.start_date::text as "startDate", m.leaving_date::text as "leavingDate",
      m.deletion_date::text as "deletionDate", can_sign_in(a.id) or exists (
        select from memberships o where o.tenant_id = a.tenant_id and o.account_id = a.id
          and o.state in ('active', 'awaiting_approval')) as "usesAddress"
    from memberships m join accounts a on a.tenant_id = m.tenant_id and a.id = m.account_id
    where m.tenant_id = current_tenant() and m.id = ${membershipId}`.execute(tx)
  return found.rows[0] as EditFacts
}

/** New values of somebody, by field. */
export type NewValues = Partial<Record<Exclude<EditField, 'labels'>, string | null>>

/**
 * Writes what changes of a person and of their membership. A new address is not proved unless `emailProvedAt` says when
 * it was, and ends whatever was issued to the person before. Lock order is account, then membership.
 * @throws a unique violation of accounts_email_key when somebody else has the address
 */
export async function saveValues(
  tx: Tx,
  person: { accountId: string; membershipId: string },
  values: NewValues,
  emailProvedAt?: Date,
): Promise<void> {
  const fields = JSON.stringify({ ...values, ...(emailProvedAt ? { emailProvedAt } : {}) })
  if (values.givenName !== undefined || values.familyName !== undefined || values.email !== undefined)
    await changeAccountsFrom(
      tx,
      sql`select ${person.accountId}::uuid as account_id, ${fields}::jsonb as fields`,
    )
  if (values.language)
    await sql`
      update accounts set language = ${values.language}
      where tenant_id = current_tenant() and id = ${person.accountId}`.execute(tx)
  const ofMember = ['jobTitle', 'staffNumber', 'relationship', 'startDate', 'leavingDate'] as const
  if (ofMember.some((field) => values[field] !== undefined))
    await changeMembersFrom(
      tx,
      sql`select ${person.membershipId}::uuid as membership_id, ${fields}::jsonb as fields`,
    )
  if (values.jobCategory !== undefined || values.deletionDate !== undefined)
    await sql`
      update memberships m set
        job_category = case when f.v ? 'jobCategory' then f.v ->> 'jobCategory' else m.job_category end,
        deletion_date = case when f.v ? 'deletionDate' then (f.v ->> 'deletionDate')::date else m.deletion_date end
      from (select ${fields}::jsonb as v) f
      where m.tenant_id = current_tenant() and m.id = ${person.membershipId}`.execute(tx)
}
