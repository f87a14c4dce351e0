import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import { ROLE_KEYS, roleOf } from '../access/built-in-roles.ts'
import type { FormerNames } from '../people/list-members.queries.ts'
import { effective } from './plan-ground.queries.ts'

/** A stretch of a list's rows, by place. */
export interface Stretch {
  listId: string
  from: number
  to: number
}

const within = ({ listId, from, to }: Stretch) => sql`
  r.tenant_id = current_tenant() and r.list_id = ${listId} and r.place between ${from} and ${to}`
const added = (stretch: Stretch) => sql`${within(stretch)} and r.result = 'added'`

/** Ids of the units that were made for a list: by organisation, then by name as rows have it. */
export type MadeUnits = Record<string, Record<string, string>>

/**
 * Gives the people that rows are to add their ids, before they are there: so that each table is then filled by one
 * statement from the rows.
 * @returns how many rows, and how many of them stand for somebody not known yet
 */
export async function giveIds(
  tx: Tx,
  stretch: Stretch,
  units: MadeUnits,
): Promise<{ rows: number; unknown: number }> {
  const made = JSON.stringify(units)
  const found = await sql<{ unknown: number }>`
    select count(*)::int as unknown from staff_list_rows r
    where ${within(stretch)} and r.outcome = 'add' and r.account_id is null`.execute(tx)
  const given = await sql`
    update staff_list_rows r set result = 'added', membership_id = uuid_v7(), account_id = coalesce(r.account_id, uuid_v7()),
      unit_ids = case when r.new_units is null then r.unit_ids else coalesce(r.unit_ids, '{}') || array(
        select (${made}::jsonb -> r.organisation_id::text ->> name)::uuid from unnest(r.new_units) name) end
    where ${within(stretch)} and r.outcome = 'add'`.execute(tx)
  return { rows: Number(given.numAffectedRows ?? 0), unknown: found.rows[0]?.unknown ?? 0 }
}

/** Names of the units that rows want made, by organisation. */
export async function listNewUnits(
  tx: Tx,
  listId: string,
): Promise<{ organisationId: string; name: string }[]> {
  const found = await sql<{ organisationId: string; name: string }>`
    select distinct r.organisation_id as "organisationId", name from staff_list_rows r, unnest(r.new_units) name
    where r.tenant_id = current_tenant() and r.list_id = ${listId} and r.outcome in ('add', 'update', 'reactivate')
    order by 1, 2`.execute(tx)
  return found.rows
}

/** Accounts of a stretch as they would be made, and the names of those whose account is known. */
export const newAccounts = (stretch: Stretch) => sql<{
  id: string
  email: string
  given_name: string
  family_name: string
}>`
  select r.account_id as id, ${effective} ->> 'email' as email, coalesce(${effective} ->> 'givenName', '') as given_name,
    coalesce(${effective} ->> 'familyName', '') as family_name
  from staff_list_rows r where ${added(stretch)}`

export const namesOfKnown = (stretch: Stretch) => sql<{
  account_id: string
  given_name: string
  family_name: string
}>`
  select r.account_id, coalesce(${effective} ->> 'givenName', '') as given_name,
    coalesce(${effective} ->> 'familyName', '') as family_name
  from staff_list_rows r where ${within(stretch)} and r.outcome = 'add' and r.account_id is not null`

/** Somebody else made some of these accounts at this moment: the rows stand for those, and hold them from now on. */
export async function adoptAccounts(tx: Tx, stretch: Stretch): Promise<void> {
  await sql`
    update staff_list_rows r set account_id = a.id from accounts a
    where ${added(stretch)} and a.tenant_id = r.tenant_id and a.email = ${effective} ->> 'email' and a.id <> r.account_id`.execute(
    tx,
  )
  await sql`
    select from accounts where tenant_id = current_tenant()
      and id = any(array(select r.account_id from staff_list_rows r where ${added(stretch)})) order by id for no key update`.execute(
    tx,
  )
}

/** Memberships of a stretch as they are to be made. @param uninvited accounts that get no mail today */
export const newMembers = (stretch: Stretch, state: 'not_invited' | 'invited', uninvited: string[]) => sql<{
  membership_id: string
  account_id: string
  organisation_id: string
  state: 'not_invited' | 'invited'
  staff_number: string | null
  job_title: string | null
  relationship: string
  start_date: string | null
  leaving_date: string | null
}>`
  select r.membership_id, r.account_id, r.organisation_id,
    case when r.account_id = any(${uninvited}::uuid[]) then 'not_invited' else ${state}::text end as state,
    ${effective} ->> 'staffNumber' as staff_number, ${effective} ->> 'jobTitle' as job_title,
    coalesce(${effective} ->> 'relationship', 'employee') as relationship,
    (${effective} ->> 'startDate')::date as start_date, (${effective} ->> 'leavingDate')::date as leaving_date
  from staff_list_rows r where ${added(stretch)}`

/** Rows whose person somebody else added here at this moment say so. */
export async function markOvertaken(tx: Tx, stretch: Stretch): Promise<void> {
  await sql`
    update staff_list_rows r set result = 'not_done', result_detail = 'Somebody else added them at this moment.', membership_id = null
    where ${added(stretch)} and not exists (
      select from memberships m where m.tenant_id = r.tenant_id and m.id = r.membership_id)`.execute(tx)
}

/** Where each role is given: a role that units have is given at each unit the row names. */
const ROLE_SCOPES = JSON.stringify(
  ROLE_KEYS.map((role) => ({
    role,
    scope: roleOf(role).givenAt.includes('tenant') ? 'tenant' : 'organisation',
    at_unit: roleOf(role).givenAt.includes('unit'),
  })),
)

export const newAssignments = (stretch: Stretch) => sql`
  select r.membership_id, k.role, case when u.unit_id is null then k.scope else 'unit' end as scope, r.organisation_id, u.unit_id
  from staff_list_rows r
  join jsonb_to_recordset(${ROLE_SCOPES}::jsonb) as k (role text, scope text, at_unit boolean) on k.role = coalesce(r.role, 'user')
  left join lateral unnest(case when k.at_unit then r.unit_ids end) as u (unit_id) on true
  where ${added(stretch)}`

export const newUnitMembers = (stretch: Stretch) => sql<{
  organisation_id: string
  unit_id: string
  membership_id: string
}>`
  select r.organisation_id, u.unit_id, r.membership_id
  from staff_list_rows r cross join lateral unnest(r.unit_ids) as u (unit_id) where ${added(stretch)}`

export const addedEvents = (stretch: Stretch) => sql<{
  subject_id: string
  organisation_id: string
  detail: Record<string, unknown>
}>`
  select r.account_id as subject_id, r.organisation_id,
    jsonb_build_object('staffListId', r.list_id, 'row', r.n, 'membershipId', r.membership_id) as detail
  from staff_list_rows r where ${added(stretch)}`

/** Keeps what the list said of those it added. */
export async function insertRecords(tx: Tx, stretch: Stretch): Promise<void> {
  await sql`
    insert into staff_records (membership_id, organisation_id, source_key, given, unit_ids, list_id, seen_at)
    select r.membership_id, r.organisation_id, ${effective} ->> 'sourceId', ${effective}, coalesce(r.unit_ids, '{}'), r.list_id,
      (select lanyard_now())
    from staff_list_rows r where ${added(stretch)}`.execute(tx)
}

/** Writes down what people were called whom a list named and added, for undo. */
export async function keepNames(tx: Tx, stretch: Stretch, former: FormerNames[]): Promise<void> {
  await sql`
    insert into staff_list_changes (list_id, membership_id, field, before, after)
    select r.list_id, r.membership_id, v.field, to_jsonb(nullif(v.before, '')), to_jsonb(nullif(v.after, ''))
    from jsonb_to_recordset(${JSON.stringify(former)}::jsonb) as f ("accountId" uuid, "givenName" text, "familyName" text)
    join accounts a on a.tenant_id = current_tenant() and a.id = f."accountId"
    join staff_list_rows r on r.account_id = a.id
    cross join lateral (values ('givenName', f."givenName", a.given_name), ('familyName', f."familyName", a.family_name))
      as v (field, before, after)
    where ${added(stretch)} and v.before <> v.after`.execute(tx)
}

/** Rows whose person has an account elsewhere, or by an earlier row, say that it was not set up anew. */
export async function saySetUpElsewhere(
  tx: Tx,
  stretch: Stretch,
  accountIds: string[],
  membershipIds: string[],
): Promise<void> {
  await sql`
    update staff_list_rows r
    set result_detail = 'Has an account elsewhere, so none was set up. Invite them to join with it.'
    where ${added(stretch)}
      and (r.account_id = any(${accountIds}::uuid[]) or r.membership_id = any(${membershipIds}::uuid[]))`.execute(
    tx,
  )
}

/** Accounts of a stretch that the list has added at another school in an earlier one. */
export async function listAddedBefore(tx: Tx, stretch: Stretch): Promise<string[]> {
  const found = await sql<{ id: string }>`
    select distinct r.account_id as id from staff_list_rows r
    join staff_list_rows b on b.tenant_id = r.tenant_id and b.list_id = r.list_id and b.account_id = r.account_id
      and b.place < ${stretch.from} and b.result = 'added'
    where ${added(stretch)}`.execute(tx)
  return found.rows.map((row) => row.id)
}

/** Somebody a list added who is to be invited. */
export interface AddedMember {
  membershipId: string
  accountId: string
  email: string
  role: string
}

/** @param uninvited accounts that get no mail today */
export async function listInvited(
  tx: Tx,
  stretch: Stretch,
  uninvited: string[],
): Promise<Map<string, AddedMember[]>> {
  const found = await sql<AddedMember & { organisationId: string }>`
    select r.membership_id as "membershipId", r.account_id as "accountId", ${effective} ->> 'email' as email,
      coalesce(r.role, 'user') as role, r.organisation_id as "organisationId"
    from staff_list_rows r where ${added(stretch)} and r.account_id <> all(${uninvited}::uuid[]) order by r.place`.execute(
    tx,
  )
  return Map.groupBy(found.rows, (row) => row.organisationId)
}

/** People whom rows are to add and who were known before: they may have had enough mail today. */
export async function listKnown(tx: Tx, stretch: Stretch): Promise<Map<string, string>> {
  const found = await sql<{ email: string; accountId: string }>`
    select a.email, a.id as "accountId" from staff_list_rows r
    join accounts a on a.tenant_id = r.tenant_id and a.id = r.account_id
    where ${within(stretch)} and r.outcome = 'add' and r.account_id is not null`.execute(tx)
  return new Map(found.rows.map((row) => [row.email, row.accountId]))
}
