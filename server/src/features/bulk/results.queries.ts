import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import { type FormerEnd, plannedEnd } from '../leaving/planned-ends.queries.ts'
import { UNDO_DAYS } from './bulk.ts'
import type { Changed, Refused } from './many-act.ts'

/** What undoing would put back, by membership, as JSON text. */
export type Before = Map<string, string>

/**
 * How these members stand, to be put back by undoing: how somebody is inactive, their leaving date and the end that is
 * planned for them; their labels where those are to change.
 */
export async function readBefore(tx: Tx, ids: string[], labels: boolean): Promise<Before> {
  const found = await sql<{ id: string; before: string }>`
    select m.id, jsonb_strip_nulls(jsonb_build_object('state', m.state, 'leavingDate', m.leaving_date, 'as', m.inactive_as,
      'at', m.inactive_at, 'by', m.inactive_by, 'from', m.inactive_from,
      'end', ${plannedEnd}, 'labels', case when ${labels} then m.labels end))::text as before
    from memberships m left join planned_ends p on p.tenant_id = m.tenant_id and p.membership_id = m.id
    where m.tenant_id = current_tenant() and m.id = any(${ids}::uuid[])`.execute(tx)
  return new Map(found.rows.map((row) => [row.id, row.before]))
}

/**
 * Writes what became of people: done with what stood before, since when they are inactive and when their end was planned
 * anew, or left out and why. An end that outlived the job is none to put back.
 */
export async function insertResults(
  tx: Tx,
  jobId: string,
  ids: string[],
  refused: Refused,
  before: Before,
): Promise<void> {
  await sql`
    insert into bulk_results (job_id, membership_id, outcome, code, before)
    select ${jobId}, r.id, case when r.code is null then 'done' else 'skipped' end, r.code,
      case when r.code is null then 
        r.before - case when p.planned_at = (r.before #>> '{end,planned_at}')::timestamptz then 'end' else '' end
          || jsonb_strip_nulls(jsonb_build_object('since', m.inactive_at, 'plannedAt', p.planned_at)) end
    from unnest(${ids}::uuid[], ${ids.map((id) => refused.get(id) ?? null)}::text[],
      ${ids.map((id) => before.get(id) ?? '{}')}::jsonb[]) as r (id, code, before)
    left join memberships m on m.tenant_id = current_tenant() and m.id = r.id
    left join planned_ends p on p.tenant_id = m.tenant_id and p.membership_id = m.id`.execute(tx)
}

/** How many people came to what, and why. */
export interface ResultCount {
  outcome: 'done' | 'skipped'
  code: string | null
  undone: 'reversed' | 'kept' | null
  undoneCode: string | null
  count: number
}

export async function countResults(tx: Tx, jobId: string): Promise<ResultCount[]> {
  const found = await sql<ResultCount>`
    select outcome, code, undone, undone_code as "undoneCode", count(*)::int as count
    from bulk_results where tenant_id = current_tenant() and job_id = ${jobId}
    group by 1, 2, 3, 4 order by count(*) desc, code`.execute(tx)
  return found.rows
}

export interface ResultRow {
  id: string
  name: string
  email: string
  school: string
  nameKey: string
  /** Whether they are still on the list. */
  here: boolean
  outcome: 'done' | 'skipped'
  code: string | null
  undone: 'reversed' | 'kept' | null
  undoneCode: string | null
}

/** Results by name, from after one, also of those who have left the list since: whoever was deleted there without an address. */
export async function listResults(
  tx: Tx,
  jobId: string,
  wanted: {
    outcome: 'done' | 'skipped' | null
    after: { nameKey: string; id: string } | null
    limit: number
  },
): Promise<ResultRow[]> {
  const found = await sql<ResultRow>`
    select m.id, case when a.erased_at is not null then 'Somebody who was erased'
        else coalesce(nullif(btrim(a.given_name || ' ' || a.family_name), ''), a.email) end as name,
      case when a.erased_at is null and m.state <> 'deleted' then a.email else '' end as email, o.name as school,
      m.name_key as "nameKey", m.state not in ('deleted', 'rejected') as here, r.outcome, r.code, r.undone, r.undone_code as "undoneCode"
    from bulk_results r
    join memberships m on m.tenant_id = r.tenant_id and m.id = r.membership_id
    join accounts a on a.tenant_id = m.tenant_id and a.id = m.account_id
    join organisations o on o.tenant_id = m.tenant_id and o.id = m.organisation_id
    where r.tenant_id = current_tenant() and r.job_id = ${jobId}
      ${wanted.outcome ? sql`and r.outcome = ${wanted.outcome}` : sql``}
      ${wanted.after ? sql`and (m.name_key, m.id) > (${wanted.after.nameKey}, ${wanted.after.id}::uuid)` : sql``}
    order by m.name_key, m.id limit ${wanted.limit}`.execute(tx)
  return found.rows
}

/** Those among these members whom a job changed; who is gone is absent. */
export async function listChanged(tx: Tx, jobId: string, ids: string[]): Promise<Changed[]> {
  const found = await sql<Changed>`
    select m.id as "membershipId", m.account_id as "accountId", m.organisation_id as "organisationId", m.state,
      m.inactive_as as "inactiveAs", m.labels, r.before ->> 'state' as "stateBefore", r.before ->> 'as' as "asBefore",
      coalesce(r.before -> 'labels', '{}') as "labelsBefore",
      coalesce(m.inactive_at = (r.before ->> 'since')::timestamptz, false) as "sinceThen",
      coalesce(p.planned_at = (r.before ->> 'plannedAt')::timestamptz, false) as "plannedThen",
      r.before #>> '{end,ends_as}' as "endedAs", r.before #>> '{end,ends_on}' as "endedOn",
      coalesce((r.before #>> '{end,ends_on}')::date < (lanyard_now() at time zone o.time_zone)::date, false) as "endIsOver"
    from bulk_results r
    join memberships m on m.tenant_id = r.tenant_id and m.id = r.membership_id and m.state not in ('deleted', 'rejected')
    join organisations o on o.tenant_id = m.tenant_id and o.id = m.organisation_id
    left join planned_ends p on p.tenant_id = m.tenant_id and p.membership_id = m.id
    where r.tenant_id = current_tenant() and r.job_id = ${jobId} and r.outcome = 'done' and r.membership_id = any(${ids}::uuid[])
    order by m.id`.execute(tx)
  return found.rows
}

/** How these members stood before the job, for whoever puts it back. */
export const formerly = (jobId: string, ids: string[]) => sql<{
  membership_id: string
  before: Record<string, string | null>
}>`
  select r.membership_id, r.before from bulk_results r
  where r.tenant_id = current_tenant() and r.job_id = ${jobId} and r.membership_id = any(${ids}::uuid[])`

/** The ends that were planned for them before, of those for whom the job called one off. */
export const formerEnds = (jobId: string, ids: string[]) => sql<{
  membership_id: string
  planned: FormerEnd
}>`
  select r.membership_id, r.before -> 'end' as planned from bulk_results r
  where r.tenant_id = current_tenant() and r.job_id = ${jobId} and r.membership_id = any(${ids}::uuid[]) and r.before ? 'end'`

/** The leaving dates they had before, of those who have another now. */
export const formerLeavingDates = (jobId: string, ids: string[]) => sql<{
  membership_id: string
  fields: Record<string, string | null>
}>`
  select r.membership_id, jsonb_build_object('leavingDate', r.before -> 'leavingDate') as fields
  from bulk_results r join memberships n on n.tenant_id = r.tenant_id and n.id = r.membership_id
  where r.tenant_id = current_tenant() and r.job_id = ${jobId} and r.membership_id = any(${ids}::uuid[])
    and n.leaving_date is distinct from (r.before ->> 'leavingDate')::date`

/** Writes of those whom a job changed who went back and who stays, and why. */
export async function settleUndo(tx: Tx, jobId: string, ids: string[], kept: Refused): Promise<void> {
  await sql`
    update bulk_results r set undone = case when k.code is null then 'reversed' else 'kept' end, undone_code = k.code
    from unnest(${ids}::uuid[], ${ids.map((id) => kept.get(id) ?? null)}::text[]) as k (id, code)
    where r.tenant_id = current_tenant() and r.job_id = ${jobId} and r.membership_id = k.id and r.outcome = 'done'`.execute(
    tx,
  )
}

/**
 * What undoing would have needed is kept no longer than undoing can be asked for: how people stood before, and the labels
 * they were given. Of a job that came to nothing the labels go after as many days.
 */
export async function forgetBefore(tx: Tx): Promise<void> {
  await sql`
    update bulk_jobs j set wish = j.wish - 'labels'
    where j.tenant_id = current_tenant() and j.wish ? 'labels' and j.state not in ('waiting', 'undoing')
      and coalesce(j.done_at, j.made_at) < lanyard_now() - make_interval(days => ${UNDO_DAYS})`.execute(tx)
  await sql`
    update bulk_results r set before = null
    from bulk_jobs j
    where j.tenant_id = current_tenant() and j.done_at < lanyard_now() - make_interval(days => ${UNDO_DAYS})
      and r.tenant_id = j.tenant_id and r.job_id = j.id and r.before is not null`.execute(tx)
}
