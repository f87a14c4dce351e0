import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import type { InactiveAs } from '../people/inactive-members.queries.ts'

/** Those of these members whom a source still lists, with their names. */
export async function listStillListed(
  tx: Tx,
  membershipIds: string[],
): Promise<{ membershipId: string; name: string }[]> {
  const found = await sql<{ membershipId: string; name: string }>`
    select m.id as "membershipId", coalesce(nullif(btrim(a.given_name || ' ' || a.family_name), ''), a.email) as name
    from memberships m join accounts a on a.tenant_id = m.tenant_id and a.id = m.account_id
    where m.tenant_id = current_tenant() and m.id = any(${membershipIds}::uuid[]) and still_listed(m.id)`.execute(
    tx,
  )
  return found.rows
}

/** Those of these members of whom everything must be kept, with their names. */
export async function listOnHold(
  tx: Tx,
  membershipIds: string[],
): Promise<{ membershipId: string; name: string }[]> {
  const found = await sql<{ membershipId: string; name: string }>`
    select m.id as "membershipId", coalesce(nullif(btrim(a.given_name || ' ' || a.family_name), ''), a.email) as name
    from memberships m join accounts a on a.tenant_id = m.tenant_id and a.id = m.account_id
    where m.tenant_id = current_tenant() and m.id = any(${membershipIds}::uuid[]) and on_hold(m.account_id)`.execute(
    tx,
  )
  return found.rows
}

/** Most people of a tenant who are dealt with at once; the rest have their turn a minute later. */
const AT_ONCE = 1000

/** The day it is in an organisation `o`. */
const today = sql`(lanyard_now() at time zone o.time_zone)::date`

/** No day anywhere on earth is further on: what an index is read up to before each time zone is asked. */
const latestToday = sql`(lanyard_now() at time zone 'UTC')::date + 1`

/** What could not be done today is tried again tomorrow. */
const notTriedToday = (what: 'end' | 'delete') => sql`not exists (
  select from due_notes n where n.tenant_id = m.tenant_id and n.membership_id = m.id and n.what = ${what} and n.tried_on = ${today})`

const dueEnds = sql`
  planned_ends e
  join memberships m on m.tenant_id = e.tenant_id and m.id = e.membership_id
  join organisations o on o.tenant_id = m.tenant_id and o.id = m.organisation_id
  where e.tenant_id = current_tenant() and e.ends_on < ${latestToday} and e.ends_on < ${today} and ${notTriedToday('end')}`

const dueDeletions = sql`
  memberships m
  join organisations o on o.tenant_id = m.tenant_id and o.id = m.organisation_id
  where m.tenant_id = current_tenant() and m.state <> 'deleted' and m.deletion_date <= ${latestToday}
    and m.deletion_date <= ${today} and ${notTriedToday('delete')}`

/** Somebody whose day has come. */
export interface Due {
  membershipId: string
  accountId: string
  organisationId: string
  /** The date it is about, YYYY-MM-DD. */
  on: string
}

export interface DueEnd extends Due {
  as: InactiveAs
  leavingDate: string | null
  reason: string | null
  tell: boolean
  plannedBy: string | null
}

const member = sql`m.id as "membershipId", m.account_id as "accountId", m.organisation_id as "organisationId"`

/** Only these members, where some are named. */
const amongst = (only: string[] | undefined) => (only ? sql`and m.id = any(${only}::uuid[])` : sql``)

/** Who was to be paused or archived at the end of a day that is over there: of all, or of these members. */
export async function listDueEnds(tx: Tx, only?: string[]): Promise<DueEnd[]> {
  const found = await sql<DueEnd>`
    select ${member}, e.ends_on::text as on, e.ends_as as as, e.leaving_date::text as "leavingDate", e.reason, e.tell,
      e.planned_by as "plannedBy"
    from ${dueEnds} ${amongst(only)} order by m.id limit ${AT_ONCE}`.execute(tx)
  return found.rows
}

/** Whose deletion date has begun there: of all, or of these members. */
export async function listDueDeletions(tx: Tx, only?: string[]): Promise<Due[]> {
  const found = await sql<Due>`
    select ${member}, m.deletion_date::text as on from ${dueDeletions} ${amongst(only)} order by m.id limit ${AT_ONCE}`.execute(
    tx,
  )
  return found.rows
}

/** Days before a date on which admins, and whoever wants to be told, hear of it. */
const NOTICE_DAYS = 7
/** Nobody gets such a notice in the night. */
const NOTICE_FROM_HOUR = 7

const byDay = sql`extract(hour from lanyard_now() at time zone o.time_zone) >= ${NOTICE_FROM_HOUR}`

/** An end that was planned less than so long before it comes as no news to admins, who planned it. */
const comingEnds = sql`
  planned_ends e
  join memberships m on m.tenant_id = e.tenant_id and m.id = e.membership_id
  join organisations o on o.tenant_id = m.tenant_id and o.id = m.organisation_id
  where e.tenant_id = current_tenant() and e.ends_on >= ${today} and e.ends_on - ${NOTICE_DAYS}::int <= ${today} and ${byDay}`

const comingDeletions = sql`
  memberships m
  join organisations o on o.tenant_id = m.tenant_id and o.id = m.organisation_id
  where m.tenant_id = current_tenant() and m.state <> 'deleted' and m.deletion_date > ${today}
    and m.deletion_date <= ${latestToday} + ${NOTICE_DAYS}::int
    and m.deletion_date - ${NOTICE_DAYS}::int <= ${today} and ${byDay}`

const unnoticed = (what: 'end' | 'delete', on: RawBuilder<unknown>) => sql`not exists (
  select from due_notes n where n.tenant_id = m.tenant_id and n.membership_id = m.id and n.what = ${what}
    and n.due_on = ${on} and n.noticed_at is not null)`

const endsToNotice = sql`
  select m.id as membership_id, m.organisation_id, 'end' as what, e.ends_on as due_on
  from ${comingEnds} and (e.planned_at at time zone o.time_zone)::date <= e.ends_on - ${NOTICE_DAYS}::int
    and ${unnoticed('end', sql`e.ends_on`)}`

const deletionsToNotice = sql`
  select m.id, m.organisation_id, 'delete', m.deletion_date
  from ${comingDeletions} and ${unnoticed('delete', sql`m.deletion_date`)}`

/** Whether there is anything to do in a tenant at all: asked each minute, before anything is locked. */
export async function isAnythingDue(tx: Tx): Promise<boolean> {
  const found = await sql<{ due: boolean }>`
    select exists (select from ${dueEnds}) or exists (select from ${dueDeletions}) or exists (${endsToNotice})
      or exists (${deletionsToNotice}) or exists (select from ${endsToTell}) as due`.execute(tx)
  return found.rows[0]?.due ?? false
}

/** Writes down that admins are told of what comes, in one notice for each organisation. @returns notices by organisation */
export async function noteNotices(tx: Tx): Promise<{ organisationId: string; noticeId: string }[]> {
  const found = await sql<{ organisationId: string; noticeId: string }>`
    with coming as materialized (${endsToNotice} union all ${deletionsToNotice}),
    notices as materialized (
      select c.organisation_id, uuid_v7() as id from (select distinct organisation_id from coming) c
    ),
    noted as (
      insert into due_notes (membership_id, what, due_on, noticed_at, notice_id)
      select c.membership_id, c.what, c.due_on, lanyard_now(), n.id
      from coming c join notices n on n.organisation_id = c.organisation_id
      on conflict (tenant_id, membership_id, what) do update set due_on = excluded.due_on, noticed_at = excluded.noticed_at,
        notice_id = excluded.notice_id, tried_on = null, problem = null, problem_notice_id = null
    )
    select organisation_id as "organisationId", id as "noticeId" from notices order by organisation_id`.execute(
    tx,
  )
  return found.rows
}

/** Of those who are to be told themselves, whom it concerns in so many days; only who has an account in use. */
const endsToTell = sql`${comingEnds} and e.tell and e.told_at is null and m.state = 'active'`

/** Writes down that people are told of their planned end. */
export async function noteTold(
  tx: Tx,
): Promise<{ membershipId: string; accountId: string; organisationId: string; email: string }[]> {
  const found = await sql<{
    membershipId: string
    accountId: string
    organisationId: string
    email: string
  }>`
    with told as (
      update planned_ends p set told_at = lanyard_now()
      where p.tenant_id = current_tenant() and p.membership_id in (select m.id from ${endsToTell})
      returning p.membership_id
    )
    select ${member}, a.email from told
    join memberships m on m.tenant_id = current_tenant() and m.id = told.membership_id
    join accounts a on a.tenant_id = m.tenant_id and a.id = m.account_id order by m.id`.execute(tx)
  return found.rows
}

export interface NotDone extends Due {
  what: 'end' | 'delete'
  /** In words. */
  problem: string
}

/**
 * Writes down what could not be done today. Admins are told once of each date and reason.
 * @returns the notices to send, by organisation, with the members of whom they bring news
 */
export async function noteNotDone(
  tx: Tx,
  members: NotDone[],
): Promise<{ organisationId: string; noticeId: string; membershipIds: string[] }[]> {
  if (members.length === 0) return []
  const found = await sql<{ organisationId: string; noticeId: string; membershipIds: string[] }>`
    with failed as materialized (
      select f.*, o.id as organisation_id, ${today} as tried_on, not exists (
          select from due_notes n where n.tenant_id = m.tenant_id and n.membership_id = m.id and n.what = f.what
            and n.due_on = f.due_on and n.problem = f.problem) as news
      from jsonb_to_recordset(${JSON.stringify(
        members.map((each) => ({
          membership_id: each.membershipId,
          what: each.what,
          due_on: each.on,
          problem: each.problem,
        })),
      )}::jsonb) as f (membership_id uuid, what text, due_on date, problem text)
      join memberships m on m.tenant_id = current_tenant() and m.id = f.membership_id
      join organisations o on o.tenant_id = m.tenant_id and o.id = m.organisation_id
    ),
    notices as materialized (
      select c.organisation_id, uuid_v7() as id from (select distinct organisation_id from failed where news) c
    ),
    noted as (
      insert into due_notes as d (membership_id, what, due_on, tried_on, problem, problem_notice_id)
      select f.membership_id, f.what, f.due_on, f.tried_on, f.problem, case when f.news then n.id end
      from failed f left join notices n on n.organisation_id = f.organisation_id
      on conflict (tenant_id, membership_id, what) do update set due_on = excluded.due_on, tried_on = excluded.tried_on,
        problem = excluded.problem, problem_notice_id = coalesce(excluded.problem_notice_id, d.problem_notice_id)
    )
    select n.organisation_id as "organisationId", n.id as "noticeId",
      array(select f.membership_id from failed f where f.news and f.organisation_id = n.organisation_id) as "membershipIds"
    from notices n order by 1`.execute(tx)
  return found.rows
}
