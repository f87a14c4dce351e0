import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'

/**
 * People as a staff list writes them: each function takes a query and works through it in one statement, so that a
 * hundred thousand rows never pass through here. `fields` holds what changes, by the names of the list's fields; a
 * field in it may be null.
 */
type From<Row> = RawBuilder<Row>

/** The clock, asked once for all rows of a statement and not once for each. */
const now = sql`(select lanyard_now())`

interface NewAccount {
  id: string
  email: string
  given_name: string
  family_name: string
}

/** Makes accounts; an address that is known keeps the account it has. @returns how many were made */
export async function insertAccountsFrom(tx: Tx, source: From<NewAccount>): Promise<number> {
  const made = await sql`
    insert into accounts (id, email, given_name, family_name, created_at)
    select s.id, s.email, s.given_name, s.family_name, ${now} from (${source}) s order by s.email
    on conflict (tenant_id, email) do nothing`.execute(tx)
  return Number(made.numAffectedRows ?? 0)
}

/** Names that an account had before others were filled in. */
export interface FormerNames {
  accountId: string
  givenName: string
  familyName: string
}

/**
 * Names people of whom only an address was known, and those who are nowhere any more and never had a way to sign in.
 * @returns whom it named, as they were
 */
export async function fillNamesFrom(
  tx: Tx,
  source: From<{ account_id: string; given_name: string; family_name: string }>,
): Promise<FormerNames[]> {
  const filled = await sql<FormerNames>`
    update accounts a set given_name = s.given_name, family_name = s.family_name from (${source}) s
    where a.tenant_id = current_tenant() and a.id = s.account_id and (a.given_name, a.family_name) <> (s.given_name, s.family_name)
      and (a.given_name || a.family_name = '' or not (can_sign_in(a.id) or exists (
        select from memberships m where m.tenant_id = a.tenant_id and m.account_id = a.id and m.state <> 'deleted')))
    returning a.id as "accountId", old.given_name as "givenName", old.family_name as "familyName"`.execute(tx)
  return filled.rows
}

interface NewMember {
  membership_id: string
  account_id: string
  organisation_id: string
  state: 'not_invited' | 'invited'
  staff_number: string | null
  job_title: string | null
  relationship: string
  start_date: string | null
  leaving_date: string | null
}

/**
 * Makes members; who is one there already stays as they are. Computes here what triggers would work out row by row. The
 * caller holds the rows of accounts that were known before. @returns how many were made
 */
export async function insertMembersFrom(tx: Tx, source: From<NewMember>): Promise<number> {
  const made = await sql`
    insert into memberships (id, account_id, organisation_id, state, added_by, staff_number, job_title, relationship,
      start_date, leaving_date, created_at, again, name_key, search_key)
    select s.membership_id, s.account_id, s.organisation_id, s.state, 'staff_list', s.staff_number, s.job_title, s.relationship,
      s.start_date, s.leaving_date, ${now},
      row_number() over (partition by s.account_id order by s.membership_id) > 1 or exists (
        select from memberships o where o.tenant_id = a.tenant_id and o.account_id = a.id and o.state <> 'deleted'),
      search_fold(a.family_name || ' ' || a.given_name),
      ' ' || search_fold(concat_ws(' ', a.given_name, a.family_name, a.email, s.staff_number))
        || ' | ' || search_fold(coalesce(s.job_title, ''))
    from (${source}) s join accounts a on a.tenant_id = current_tenant() and a.id = s.account_id
    on conflict (tenant_id, account_id, organisation_id) where state <> 'deleted' do nothing`.execute(tx)
  return Number(made.numAffectedRows ?? 0)
}

/**
 * Changes names and addresses. A new address is not proved, unless `emailProvedAt` says when it was, and ends whatever
 * was issued to the person before.
 * @throws a unique violation of accounts_email_key when somebody else has the address
 */
export async function changeAccountsFrom(
  tx: Tx,
  source: From<{ account_id: string; fields: Record<string, string | null> }>,
): Promise<void> {
  await sql`
    update accounts a set
      given_name = coalesce(s.fields ->> 'givenName', a.given_name),
      family_name = coalesce(s.fields ->> 'familyName', a.family_name),
      email = coalesce(s.fields ->> 'email', a.email),
      email_proved_at = case when s.fields ->> 'email' <> a.email then (s.fields ->> 'emailProvedAt')::timestamptz else a.email_proved_at end,
      epoch = a.epoch + case when s.fields ->> 'email' <> a.email then 1 else 0 end
    from (${source}) s where a.tenant_id = current_tenant() and a.id = s.account_id`.execute(tx)
}

export async function changeMembersFrom(
  tx: Tx,
  source: From<{ membership_id: string; fields: Record<string, string | null> }>,
): Promise<void> {
  const of = (field: string, present: RawBuilder<unknown>, type = sql`text`) =>
    sql`case when s.fields ? ${field}::text then (s.fields ->> ${field}::text)::${type} else ${present} end`
  await sql`
    update memberships m set
      staff_number = ${of('staffNumber', sql`m.staff_number`)},
      job_title = ${of('jobTitle', sql`m.job_title`)},
      relationship = coalesce(s.fields ->> 'relationship', m.relationship),
      start_date = ${of('startDate', sql`m.start_date`, sql`date`)},
      leaving_date = ${of('leavingDate', sql`m.leaving_date`, sql`date`)}
    from (${source}) s where m.tenant_id = current_tenant() and m.id = s.membership_id`.execute(tx)
}

interface UnitMember {
  organisation_id: string
  unit_id: string
  membership_id: string
}

/** Puts members into units; who is in one already stays there as they came. */
export async function insertUnitMembersFrom(tx: Tx, source: From<UnitMember>): Promise<void> {
  await sql`
    insert into unit_members (organisation_id, unit_id, membership_id, source)
    select s.organisation_id, s.unit_id, s.membership_id, 'staff_list' from (${source}) s
    on conflict do nothing`.execute(tx)
}

export async function deleteUnitMembersFrom(
  tx: Tx,
  source: From<Pick<UnitMember, 'unit_id' | 'membership_id'>>,
): Promise<void> {
  await sql`
    delete from unit_members u using (${source}) s
    where u.tenant_id = current_tenant() and u.unit_id = s.unit_id and u.membership_id = s.membership_id`.execute(
    tx,
  )
}

/** Puts back what stood at inactive members before they were brought back for a while, as if that had never been. */
export async function restoreInactiveFrom(
  tx: Tx,
  source: From<{ membership_id: string; before: Record<string, string | null> }>,
): Promise<void> {
  await sql`
    update memberships m set inactive_as = s.before ->> 'as', inactive_at = (s.before ->> 'at')::timestamptz,
      inactive_by = (s.before ->> 'by')::uuid, inactive_from = s.before ->> 'from',
      leaving_date = (s.before ->> 'leavingDate')::date
    from (${source}) s where m.tenant_id = current_tenant() and m.id = s.membership_id and m.state = 'inactive'`.execute(
    tx,
  )
}

/**
 * Takes back memberships that were never used: the person leaves the list, and the record keeps it. The ids are gathered
 * first and then looked up: a join would go by statistics that know nothing of rows written a moment ago.
 */
export async function removeMembersFrom(tx: Tx, source: From<{ membership_id: string }>): Promise<void> {
  await sql`
    update memberships m set state = 'deleted', invited_until = null
    where m.tenant_id = current_tenant() and m.state in ('not_invited', 'invited')
      and m.id = any(array(select s.membership_id from (${source}) s))`.execute(tx)
  await sql`
    delete from unit_members u
    where u.tenant_id = current_tenant() and u.membership_id = any(array(select s.membership_id from (${source}) s))`.execute(
    tx,
  )
}
