import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'

/** Somebody who works in an organisation and has no address to sign in with. */
export interface StaffRecord {
  id: string
  organisationId: string
  givenName: string
  familyName: string
  jobTitle: string | null
  jobCategory: string | null
  staffNumber: string | null
  relationship: string
  /** YYYY-MM-DD. */
  startDate: string | null
  addedAt: Date
}

const columns = sql<StaffRecord>`
  id, organisation_id as "organisationId", given_name as "givenName", family_name as "familyName",
  job_title as "jobTitle", job_category as "jobCategory", staff_number as "staffNumber", relationship,
  to_char(start_date, 'YYYY-MM-DD') as "startDate", added_at as "addedAt"`

/** Those of an organisation by name. @param after family name, first name and id of the last seen, the names folded */
export async function listStaffRecords(
  tx: Tx,
  organisationId: string,
  after: [string, string, string] | null,
  limit: number,
): Promise<(StaffRecord & { cursor: [string, string, string] })[]> {
  const later = after
    ? sql`(search_fold(family_name), search_fold(given_name), id) > (${after[0]}, ${after[1]}, ${after[2]}::uuid)`
    : sql`true`
  const found = await sql<StaffRecord & { cursor: [string, string, string] }>`
    select ${columns}, jsonb_build_array(search_fold(family_name), search_fold(given_name), id) as cursor
    from staff_without_email
    where tenant_id = current_tenant() and organisation_id = ${organisationId} and ${later}
    order by search_fold(family_name), search_fold(given_name), id limit ${limit}`.execute(tx)
  return found.rows
}

export async function countStaffRecords(tx: Tx, organisationId: string): Promise<number> {
  const found = await sql<{ total: number }>`
    select count(*)::int as total from staff_without_email
    where tenant_id = current_tenant() and organisation_id = ${organisationId}`.execute(tx)
  return found.rows[0]?.total ?? 0
}

/** One record, held until the change is done, so that it becomes a person once. */
export async function lockStaffRecord(tx: Tx, id: string): Promise<StaffRecord | undefined> {
  const found = await sql<StaffRecord>`
    select ${columns} from staff_without_email where tenant_id = current_tenant() and id = ${id} for update`.execute(
    tx,
  )
  return found.rows[0]
}

export async function insertStaffRecord(
  tx: Tx,
  draft: Omit<StaffRecord, 'id' | 'addedAt'>,
  addedBy: string | null,
): Promise<string> {
  const made = await sql<{ id: string }>`
    insert into staff_without_email
      (organisation_id, given_name, family_name, job_title, job_category, staff_number, relationship, start_date, added_by)
    values (${draft.organisationId}, ${draft.givenName}, ${draft.familyName}, ${draft.jobTitle}, ${draft.jobCategory},
      ${draft.staffNumber}, ${draft.relationship}, ${draft.startDate}::date, ${addedBy}::uuid)
    returning id`.execute(tx)
  return (made.rows[0] as { id: string }).id
}

export async function deleteStaffRecord(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('staff_without_email').where('id', '=', id).execute()
}
