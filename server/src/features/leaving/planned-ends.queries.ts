import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import type { InactiveAs } from '../people/inactive-members.queries.ts'

export interface NewEnd {
  membershipId: string
  /** Last day of work, YYYY-MM-DD; null: the last day with access. */
  leavingDate: string | null
}

/** Writes when and how these members end; what was planned before no longer counts. */
export async function savePlannedEnds(
  tx: Tx,
  members: NewEnd[],
  end: { as: InactiveAs; on: string; reason: string | null; tell: boolean; by: string | null },
): Promise<void> {
  await sql`
    insert into planned_ends (membership_id, ends_as, ends_on, leaving_date, reason, tell, planned_by)
    select w.id, ${end.as}, ${end.on}::date, coalesce(w.leaving_date, ${end.on}::date), ${end.reason}, ${end.tell}, ${end.by}::uuid
    from unnest(${members.map((each) => each.membershipId)}::uuid[], ${members.map((each) => each.leavingDate)}::date[])
      as w (id, leaving_date)
    on conflict (tenant_id, membership_id) do update set ends_as = excluded.ends_as, ends_on = excluded.ends_on,
      leaving_date = excluded.leaving_date, reason = excluded.reason, tell = excluded.tell, planned_by = excluded.planned_by,
      planned_at = lanyard_now(), told_at = null`.execute(tx)
}

/** A planned end as it stood, by the names of its columns. */
export type FormerEnd = Record<
  'ends_as' | 'ends_on' | 'leaving_date' | 'reason' | 'tell' | 'planned_by' | 'planned_at' | 'told_at',
  string | boolean | null
>

/** The planned end `p` of a member as it is kept, to be put back whole; null where there is none. */
export const plannedEnd = sql`case when p.membership_id is not null then to_jsonb(p) - '{tenant_id,membership_id}'::text[] end`

/** Puts back what was planned for members before, as if nothing had come between: by whom, and who was told of it already. */
export async function restorePlannedEndsFrom(
  tx: Tx,
  source: RawBuilder<{ membership_id: string; planned: FormerEnd }>,
): Promise<void> {
  await sql`
    insert into planned_ends (membership_id, ends_as, ends_on, leaving_date, reason, tell, planned_by, planned_at, told_at)
    select s.membership_id, p.ends_as, p.ends_on, p.leaving_date, p.reason, p.tell, p.planned_by, p.planned_at, p.told_at
    from (${source}) s
    cross join jsonb_to_record(s.planned) as p (ends_as text, ends_on date, leaving_date date, reason text, tell boolean,
      planned_by uuid, planned_at timestamptz, told_at timestamptz)
    on conflict (tenant_id, membership_id) do update set ends_as = excluded.ends_as, ends_on = excluded.ends_on,
      leaving_date = excluded.leaving_date, reason = excluded.reason, tell = excluded.tell, planned_by = excluded.planned_by,
      planned_at = excluded.planned_at, told_at = excluded.told_at`.execute(tx)
}

/** Calls off what was planned for these members. @returns those for whom something was */
export async function deletePlannedEnds(tx: Tx, membershipIds: string[]): Promise<string[]> {
  const gone = await sql<{ membershipId: string }>`
    delete from planned_ends where tenant_id = current_tenant() and membership_id = any(${membershipIds}::uuid[])
    returning membership_id as "membershipId"`.execute(tx)
  return gone.rows.map((row) => row.membershipId)
}

/** What was planned is done, or has lost its sense, once members are paused or archived: who is paused may still be archived later. */
export async function settlePlannedEnds(tx: Tx, membershipIds: string[], as: InactiveAs): Promise<void> {
  await sql`
    with gone as (
      delete from planned_ends
      where tenant_id = current_tenant() and membership_id = any(${membershipIds}::uuid[])
        and (${as}::text = 'archived' or ends_as = 'paused')
      returning membership_id
    )
    delete from due_notes n using gone
    where n.tenant_id = current_tenant() and n.membership_id = gone.membership_id and n.what = 'end'`.execute(
    tx,
  )
}

/** Members for whom no date counts any more, such as those that were deleted. */
export async function forgetDates(tx: Tx, membershipIds: string[]): Promise<void> {
  await sql`
    with ends as (
      delete from planned_ends where tenant_id = current_tenant() and membership_id = any(${membershipIds}::uuid[])
    )
    delete from due_notes where tenant_id = current_tenant() and membership_id = any(${membershipIds}::uuid[])`.execute(
    tx,
  )
}

/** The same for every membership of these accounts. */
export async function forgetDatesOf(tx: Tx, accountIds: string[]): Promise<void> {
  const found = await sql<{ id: string }>`
    select id from memberships where tenant_id = current_tenant() and account_id = any(${accountIds}::uuid[])`.execute(
    tx,
  )
  await forgetDates(
    tx,
    found.rows.map((row) => row.id),
  )
}

export async function findName(tx: Tx, organisationId: string): Promise<string> {
  const found = await sql<{ name: string }>`
    select name from organisations where tenant_id = current_tenant() and id = ${organisationId}`.execute(tx)
  return found.rows[0]?.name ?? ''
}
