import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import type { AuditEvent } from '../audit/audit-events.ts'
import { plannedEnd } from '../leaving/planned-ends.queries.ts'
import type { Stretch } from './add-rows.queries.ts'
import { isTicked } from './leaver-limit.ts'
import { effective } from './plan-ground.queries.ts'
import { type Done, type StaffListRow, UNDO_DAYS } from './staff-list.ts'

/** A list with what was asked for when it was to be applied or undone. */
export interface AskedList extends StaffListRow {
  reference: string
  invite: string | null
  appliedBy: string | null
  appliedAt: Date | null
  undoneBy: string | null
  confirmed: number | null
  /** Departments that it made. */
  unitsMade: number
  /** Whether it can still be taken back. */
  undoable: boolean
}

const columns = sql<AskedList>`
  l.id, l.organisation_id as "organisationId", l.everyone, l.state, l.choices, l.reading, l.made_by as "madeBy", l.reference,
  l.invite, l.applied_by as "appliedBy", l.applied_at as "appliedAt", l.undone_by as "undoneBy", l.confirmed,
  coalesce((l.counts -> 'done' ->> 'units')::int, 0) as "unitsMade",
  coalesce(l.state = 'applied' and l.applied_at > lanyard_now() - make_interval(days => ${UNDO_DAYS}), false) as undoable`

export async function findAskedList(tx: Tx, id: string): Promise<AskedList | undefined> {
  const found = await sql<AskedList>`
    select ${columns} from staff_lists l where l.tenant_id = current_tenant() and l.id = ${id}`.execute(tx)
  return found.rows[0]
}

/** The same, its row held, so that of several at once one comes after the other. */
export async function lockAskedList(tx: Tx, id: string): Promise<AskedList | undefined> {
  const found = await sql<AskedList>`
    select ${columns} from staff_lists l where l.tenant_id = current_tenant() and l.id = ${id} for no key update`.execute(
    tx,
  )
  return found.rows[0]
}

/** Whether nobody else is at this list's work; from here until the end of the transaction we are. */
export async function isFree(tx: Tx, listId: string): Promise<boolean> {
  const found = await sql<{ free: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended(${`staff-list ${listId}`}, 0)) as free`.execute(tx)
  return found.rows[0]?.free ?? false
}

/**
 * Lets one transaction work longer than a request may, in more memory, and wait longer for another node that is at the
 * same work.
 */
export async function giveTime(tx: Tx): Promise<void> {
  await sql`
    select set_config('statement_timeout', '600s', true), set_config('lock_timeout', '20s', true),
      set_config('jit', 'off', true), set_config('work_mem', '64MB', true)`.execute(tx)
}

/** The people a list was said to archive, in place of those that were ticked. @returns how many of them it may */
export async function tickLeavers(tx: Tx, listId: string, membershipIds: string[]): Promise<number> {
  await sql`
    update staff_list_rows r set ticked = r.membership_id = any(${membershipIds}::uuid[])
    where r.tenant_id = current_tenant() and r.list_id = ${listId} and r.outcome = 'not_on_list'
      and r.result is distinct from 'archived'
      and r.ticked is distinct from (r.membership_id = any(${membershipIds}::uuid[]))`.execute(tx)
  const found = await sql<{ ticked: number }>`
    select count(*)::int as ticked from staff_list_rows r
    where r.tenant_id = current_tenant() and r.list_id = ${listId} and ${isTicked}`.execute(tx)
  return found.rows[0]?.ticked ?? 0
}

/** What is recorded without anybody's plan becoming another. */
const OF_NO_CONSEQUENCE: AuditEvent[] = [
  'staff_list.uploaded',
  'staff_list.discarded',
  'session.started',
  'session.ended',
  'session.confirmed',
  'sign_in.failed',
  'message.read',
  'mail.tested',
  'authz.denied',
]

/** Longer than any change takes: what is under way for longer than this is no more. */
const LONGEST = sql`interval '1 hour'`

/**
 * Whether a row was written by somebody whom the plan of a list `l` did not see, however long ago they began. A row's
 * transaction has 32 bits of a number: it is of the 2^32 before this moment.
 */
const unseen = (row: string) => {
  const now = sql`pg_snapshot_xmax(pg_current_snapshot())::text::bigint`
  const written = sql`(${now} - ((${now} - ${sql.ref(`${row}.xmin`)}::text::bigint) & 4294967295))::text::xid8`
  return sql`not pg_visible_in_snapshot(${written}, l.planned_seeing)`
}

/**
 * Whether a plan may have become another: something of consequence was recorded that it did not see, or people were
 * written since, or another day began, or somebody else asks than it was made for. When it says no, planning again
 * would come to the same; so whoever asks while they hold the people whom a list touches need not.
 */
export async function mayBeStale(tx: Tx, listId: string, accountId: string | null): Promise<boolean> {
  const found = await sql<{ stale: boolean }>`
    select l.planned_at is null or l.planned_seeing is null or l.made_by is distinct from ${accountId}::uuid
      or (l.planned_at at time zone o.time_zone)::date <> (lanyard_now() at time zone o.time_zone)::date
      or exists (
        select from audit_events e
        where e.tenant_id = l.tenant_id and e.event <> all(${OF_NO_CONSEQUENCE})
          and e.id > (lpad(to_hex((extract(epoch from least(l.planned_at, now()) - ${LONGEST}) * 1000)::bigint), 12, '0')
            || '70008000000000000000')::uuid
          and (e.at > l.planned_at or ${unseen('e')}))
      or exists (select from memberships m where m.tenant_id = l.tenant_id and ${unseen('m')})
      or exists (select from accounts a where a.tenant_id = l.tenant_id and ${unseen('a')})
      or exists (select from staff_list_not_same n where n.tenant_id = l.tenant_id and n.decided_at > l.planned_at) as stale
    from staff_lists l join organisations o on o.tenant_id = l.tenant_id and o.id = l.organisation_id
    where l.tenant_id = current_tenant() and l.id = ${listId}`.execute(tx)
  return found.rows[0]?.stale ?? true
}

/** Rows that are done in one go; progress is written after each. */
const ROWS_AT_ONCE = 10_000

/** What there is to do, and where in the list: how many rows of each kind, and the stretches of places they stand in. */
export interface Work {
  add: number
  change: number
  archive: number
  stretches: { from: number; to: number }[]
}

export async function sumUp(tx: Tx, listId: string): Promise<Work> {
  const found = await sql<Omit<Work, 'stretches'> & { begun: number[] }>`
    select (count(*) filter (where outcome = 'add'))::int as add,
      (count(*) filter (where outcome in ('update', 'reactivate')))::int as change,
      (count(*) filter (where ${isTicked}))::int as archive,
      coalesce(array_agg(distinct place / ${ROWS_AT_ONCE}::integer)
        filter (where outcome in ('add', 'update', 'reactivate', 'unchanged')), '{}') as begun
    from staff_list_rows r where r.tenant_id = current_tenant() and r.list_id = ${listId}`.execute(tx)
  const { begun = [], ...work } = found.rows[0] ?? { add: 0, change: 0, archive: 0 }
  const stretches = begun
    .sort((one, other) => one - other)
    .map((nth) => ({ from: nth * ROWS_AT_ONCE, to: (nth + 1) * ROWS_AT_ONCE - 1 }))
  return { ...work, stretches }
}

/**
 * Holds the people whom a list is to touch, so that they stay as they are until it is done. Lock order is account, then
 * membership, each by id.
 */
export async function lockTouched(tx: Tx, listId: string): Promise<void> {
  const touched = sql`r.tenant_id = current_tenant() and r.list_id = ${listId}
    and (r.outcome in ('add', 'update', 'reactivate') or ${isTicked})`
  await sql`
    select from accounts where tenant_id = current_tenant() and id = any(array(
      select r.account_id from staff_list_rows r where ${touched} and r.account_id is not null))
    order by id for no key update`.execute(tx)
  await sql`
    select from memberships where tenant_id = current_tenant() and id = any(array(
      select r.membership_id from staff_list_rows r where ${touched} and r.membership_id is not null))
    order by id for no key update`.execute(tx)
}

/** Somebody whom a list archives or brings back. */
export interface RowMember {
  membershipId: string
  accountId: string
  organisationId: string
  row: number | null
  leavingDate: string | null
}

const rowMember = sql<RowMember>`
  r.membership_id as "membershipId", r.account_id as "accountId", r.organisation_id as "organisationId", r.n as row,
  ${effective} ->> 'leavingDate' as "leavingDate"`

export async function listTicked(tx: Tx, listId: string): Promise<RowMember[]> {
  const found = await sql<RowMember>`
    select ${rowMember} from staff_list_rows r
    where r.tenant_id = current_tenant() and r.list_id = ${listId} and ${isTicked} order by r.place`.execute(
    tx,
  )
  return found.rows
}

export async function listReturning(tx: Tx, { listId, from, to }: Stretch): Promise<RowMember[]> {
  const found = await sql<RowMember>`
    select ${rowMember} from staff_list_rows r
    where r.tenant_id = current_tenant() and r.list_id = ${listId} and r.place between ${from} and ${to}
      and r.outcome = 'reactivate' order by r.place`.execute(tx)
  return found.rows
}

/** Writes at rows what became of their people. */
export async function markResults(
  tx: Tx,
  listId: string,
  results: { membershipId: string; result: string; detail: string | null }[],
): Promise<void> {
  if (results.length === 0) return
  await sql`
    update staff_list_rows r set result = w.result, result_detail = w.detail
    from unnest(${results.map((each) => each.membershipId)}::uuid[], ${results.map((each) => each.result)}::text[],
      ${results.map((each) => each.detail)}::text[]) as w (membership_id, result, detail)
    where r.tenant_id = current_tenant() and r.list_id = ${listId} and r.membership_id = w.membership_id
      and r.outcome in ('not_on_list', 'reactivate')`.execute(tx)
}

/** Writes down, for undo, what stands at memberships that are about to be archived or brought back. */
export async function keepMoves(
  tx: Tx,
  listId: string,
  field: 'archived' | 'reactivated',
  membershipIds: string[],
): Promise<void> {
  await sql`
    insert into staff_list_changes (list_id, membership_id, field, before, after)
    select ${listId}, m.id, ${field}::text, jsonb_build_object('as', m.inactive_as, 'at', m.inactive_at, 'by', m.inactive_by,
      'from', m.inactive_from, 'leavingDate', m.leaving_date, 'planned', ${plannedEnd}), null::jsonb
    from memberships m left join planned_ends p on p.tenant_id = m.tenant_id and p.membership_id = m.id
    where m.tenant_id = current_tenant() and m.id = any(${membershipIds}::uuid[])
    on conflict (tenant_id, list_id, membership_id, field) do update set before = excluded.before`.execute(tx)
}

/** Those that were moved keep it, with the moment; of the others there is nothing to take back. */
export async function settleMoves(
  tx: Tx,
  listId: string,
  field: 'archived' | 'reactivated',
  moved: string[],
): Promise<void> {
  await sql`
    update staff_list_changes k set after = jsonb_build_object('at', m.inactive_at) from memberships m
    where k.tenant_id = current_tenant() and k.list_id = ${listId} and k.field = ${field} and k.membership_id = any(${moved}::uuid[])
      and m.tenant_id = k.tenant_id and m.id = k.membership_id`.execute(tx)
  await sql`
    delete from staff_list_changes
    where tenant_id = current_tenant() and list_id = ${listId} and field = ${field} and after is null`.execute(
    tx,
  )
}

/** Counts what became of the rows. @param units departments made by this list, so far */
export async function countResults(tx: Tx, listId: string, units: number): Promise<Done> {
  const found = await sql<Done>`
    select (count(*) filter (where result = 'added'))::int as added, (count(*) filter (where result = 'changed'))::int as changed,
      (count(*) filter (where result = 'reactivated'))::int as reactivated,
      (count(*) filter (where result = 'archived'))::int as archived, (count(*) filter (where result = 'held'))::int as held,
      (count(*) filter (where result = 'not_done'))::int as "notDone", ${units}::int as units
    from staff_list_rows where tenant_id = current_tenant() and list_id = ${listId} and result is not null`.execute(
    tx,
  )
  return found.rows[0] as Done
}

/** The list is applied; when it was before, undo still counts from then. */
export async function markApplied(tx: Tx, listId: string, done: Done): Promise<void> {
  await sql`
    update staff_lists set state = 'applied', applied_at = coalesce(applied_at, lanyard_now()), held = ${done.held}, problem = null,
      counts = coalesce(counts, '{}') || jsonb_build_object('done', ${JSON.stringify(done)}::jsonb), touched_at = lanyard_now()
    where tenant_id = current_tenant() and id = ${listId}`.execute(tx)
}

/**
 * The list goes back to where it was before it was asked for, with a word why. Of one that was applied nobody is asked
 * for any more.
 */
export async function setBack(
  tx: Tx,
  listId: string,
  problem: { code: string; detail: string },
): Promise<void> {
  await sql`
    update staff_list_rows r set ticked = false from staff_lists l
    where l.tenant_id = current_tenant() and l.id = ${listId} and l.state = 'applying' and l.applied_at is not null
      and r.tenant_id = l.tenant_id and r.list_id = l.id and r.outcome = 'not_on_list' and r.ticked`.execute(
    tx,
  )
  await sql`
    update staff_lists set problem = ${JSON.stringify(problem)}::jsonb, acknowledged_at = null,
      state = case when applied_at is null then 'ready' else 'applied' end
    where tenant_id = current_tenant() and id = ${listId} and state in ('applying', 'undoing')`.execute(tx)
}

/** From now on the list is being applied: whole, or refused. */
export async function acknowledge(
  tx: Tx,
  listId: string,
  by: { accountId: string | null; invite: string | null; confirmed: number | null },
): Promise<void> {
  await sql`
    update staff_lists set state = 'applying', acknowledged_at = lanyard_now(), applied_by = ${by.accountId},
      invite = coalesce(${by.invite}, invite), confirmed = ${by.confirmed}, problem = null, touched_at = lanyard_now()
    where tenant_id = current_tenant() and id = ${listId}`.execute(tx)
}
