import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import { type BulkAction, type BulkWish, type JobRow, type JobState, UNDO_DAYS } from './bulk.ts'

export interface NewJob {
  organisationId: string
  action: BulkAction
  wish: Omit<BulkWish, 'reason'>
  reason: string | null
  membershipIds: string[]
  madeBy: string | null
}

/** @returns the id */
export async function insertJob(tx: Tx, job: NewJob): Promise<string> {
  const made = await sql<{ id: string }>`
    insert into bulk_jobs (organisation_id, action, wish, reason, membership_ids, made_by)
    values (${job.organisationId}, ${job.action}, ${JSON.stringify(job.wish)}::jsonb, ${job.reason},
      ${job.membershipIds}::uuid[], ${job.madeBy})
    returning id`.execute(tx)
  return made.rows[0]?.id as string
}

const columns = sql<JobRow>`
  j.id, j.organisation_id as "organisationId", j.action, j.wish, j.reason, j.membership_ids as "membershipIds", j.state, j.problem,
  j.made_by as "madeBy", j.undone_by as "undoneBy",
  coalesce(j.done_at > lanyard_now() - make_interval(days => ${UNDO_DAYS}), false) as young`

export async function findJob(tx: Tx, id: string): Promise<JobRow | undefined> {
  const found = await sql<JobRow>`
    select ${columns} from bulk_jobs j where j.tenant_id = current_tenant() and j.id = ${id}`.execute(tx)
  return found.rows[0]
}

/** The same, its row held, so that of several at once one comes after the other. */
export async function lockJob(tx: Tx, id: string): Promise<JobRow | undefined> {
  const found = await sql<JobRow>`
    select ${columns} from bulk_jobs j where j.tenant_id = current_tenant() and j.id = ${id} for no key update`.execute(
    tx,
  )
  return found.rows[0]
}

/** What is shown of a job. */
export interface JobSheet {
  id: string
  organisationId: string
  organisation: string
  action: BulkAction
  /** The last day with access, where it ends on a day to come. */
  on: string | null
  /** How many units somebody was given when it was done, and who; null where none were to be. */
  handedOver: number | null
  successor: string | null
  state: JobState
  problem: { code: string; detail: string } | null
  madeBy: string | null
  maker: string | null
  madeAt: Date
  doneAt: Date | null
  undoneAt: Date | null
  undoer: string | null
  done: number
  total: number
  /** Seconds since the work began. */
  seconds: number
  young: boolean
}

export async function findSheet(tx: Tx, id: string): Promise<JobSheet | undefined> {
  const name = (table: string) =>
    sql`nullif(btrim(${sql.ref(`${table}.given_name`)} || ' ' || ${sql.ref(`${table}.family_name`)}), '')`
  const found = await sql<JobSheet>`
    select j.id, j.organisation_id as "organisationId", o.name as organisation, j.action, j.wish ->> 'on' as "on", j.state,
      (j.wish ->> 'handedOver')::int as "handedOver", (
        select ${name('c')} from memberships s join accounts c on c.tenant_id = s.tenant_id and c.id = s.account_id
        where s.tenant_id = j.tenant_id and s.id = (j.wish ->> 'handOverTo')::uuid) as successor,
      j.problem, j.made_by as "madeBy", ${name('b')} as maker, j.made_at as "madeAt", j.done_at as "doneAt",
      j.undone_at as "undoneAt", ${name('u')} as undoer,
      j.done, cardinality(j.membership_ids) as total,
      coalesce(extract(epoch from j.progress_at - j.began_at), 0)::float8 as seconds,
      coalesce(j.done_at > lanyard_now() - make_interval(days => ${UNDO_DAYS}), false) as young
    from bulk_jobs j
    join organisations o on o.tenant_id = j.tenant_id and o.id = j.organisation_id
    left join accounts b on b.tenant_id = j.tenant_id and b.id = j.made_by
    left join accounts u on u.tenant_id = j.tenant_id and u.id = j.undone_by
    where j.tenant_id = current_tenant() and j.id = ${id}`.execute(tx)
  return found.rows[0]
}

/** Whether nobody else is at this job's work; from here until the end of the transaction we are. */
export async function isFree(tx: Tx, jobId: string): Promise<boolean> {
  const found = await sql<{ free: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended(${`bulk ${jobId}`}, 0)) as free`.execute(tx)
  return found.rows[0]?.free ?? false
}

/** Begins to count anew, or tells how many are done with. */
export async function writeProgress(tx: Tx, jobId: string, done: number): Promise<void> {
  await sql`
    update bulk_jobs set done = ${done}, progress_at = lanyard_now(),
      began_at = case when ${done} = 0 then lanyard_now() else began_at end
    where tenant_id = current_tenant() and id = ${jobId}`.execute(tx)
}

/** A job is done: how it was asked for in words of somebody's is kept no longer. */
export async function markDone(tx: Tx, jobId: string): Promise<void> {
  await sql`
    update bulk_jobs set state = 'done', done = cardinality(membership_ids), done_at = lanyard_now(), reason = null
    where tenant_id = current_tenant() and id = ${jobId}`.execute(tx)
}

export async function askUndo(tx: Tx, jobId: string, by: string | null): Promise<void> {
  await sql`
    update bulk_jobs set state = 'undoing', undone_by = ${by}, problem = null, done = 0, began_at = null, progress_at = null
    where tenant_id = current_tenant() and id = ${jobId}`.execute(tx)
}

export async function markUndone(tx: Tx, jobId: string): Promise<void> {
  await sql`
    update bulk_jobs set state = 'undone', done = cardinality(membership_ids), undone_at = lanyard_now()
    where tenant_id = current_tenant() and id = ${jobId}`.execute(tx)
}

/** Nothing was changed, for this reason. What could not be undone stands as done. */
export async function setBack(
  tx: Tx,
  jobId: string,
  problem: { code: string; detail: string },
): Promise<void> {
  await sql`
    update bulk_jobs set problem = ${JSON.stringify(problem)}::jsonb, reason = null,
      state = case when state = 'undoing' then 'done' else 'failed' end,
      undone_by = null
    where tenant_id = current_tenant() and id = ${jobId} and state in ('waiting', 'undoing')`.execute(tx)
}

/** Jobs that are promised and not done. */
export async function jobsUnderWay(tx: Tx): Promise<string[]> {
  const found = await sql<{ id: string }>`
    select id from bulk_jobs where tenant_id = current_tenant() and state in ('waiting', 'undoing') order by id`.execute(
    tx,
  )
  return found.rows.map((row) => row.id)
}
