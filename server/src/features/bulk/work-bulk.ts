import type { Actor } from '../../kernel/actor.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { App } from '../../platform/app.ts'
import { inTenant, isConnectionError, isTimeout, type Tx } from '../../platform/database/database.ts'
import { lockTenant } from '../access/places.queries.ts'
import { dropRequest, takeRequest } from '../audit/promised-requests.ts'
import { record } from '../audit/record.ts'
import { actorOf } from '../staff-lists/actor-of.queries.ts'
import { giveTime } from '../staff-lists/apply.queries.ts'
import type { JobRow } from './bulk.ts'
import { readChosen } from './choose.queries.ts'
import { noteHandedOver } from './handing-over.queries.ts'
import {
  findJob,
  isFree,
  jobsUnderWay,
  markDone,
  markUndone,
  setBack,
  writeProgress,
} from './jobs.queries.ts'
import { MANY_ACTS } from './many-acts.ts'
import { insertResults, readBefore } from './results.queries.ts'
import { undoPart } from './undo-part.ts'

/** People that are done with in one go; progress is told after each. */
const PEOPLE_AT_ONCE = 10_000

/**
 * Does or undoes what was promised, in one transaction: all of it, or nothing. May be run any number of times and on
 * several nodes at once: one of them gets the job, and who comes after finds it done. What the actor may is looked at
 * again; somebody who may no longer do it at all changes nobody. Lock order is tenant, accounts, invitations, memberships.
 */
export async function workBulk(app: App, tenantId: string, jobId: string): Promise<void> {
  try {
    await inTenant(app.database, tenantId, async (tx) => {
      if (!(await isFree(tx, jobId))) return
      await giveTime(tx)
      await lockTenant(tx, tenantId)
      const job = await findJob(tx, jobId)
      if (job?.state === 'waiting') await doNow(app, tx, tenantId, job)
      if (job?.state === 'undoing') await undoNow(app, tx, tenantId, job)
    })
  } catch (error) {
    if (isTimeout(error) || isConnectionError(error)) throw error
    app.log.error({ err: error, jobId }, 'a job for many people could not be done')
    await inTenant(app.database, tenantId, async (tx) => {
      await setBack(tx, jobId, COULD_NOT)
      await dropRequest(tx, jobId)
    })
  }
}

/** Queues what is under way, for a process that died may have left it. Harmless beside one that is still at it. */
export async function resumeBulk(app: App, tenantId: string): Promise<void> {
  await inTenant(app.database, tenantId, async (tx) => {
    for (const jobId of await jobsUnderWay(tx)) await app.jobs.enqueue(tx, 'bulk', { tenantId, jobId })
  })
}

const COULD_NOT = {
  code: 'could_not',
  detail:
    'Something went wrong, and nothing was changed. Try again; if it happens again, quote the reference.',
}
const RIGHTS_LOST = {
  code: 'rights_lost',
  detail: 'Whoever asked for this no longer has the right to. Nothing was changed.',
}

async function doNow(app: App, tx: Tx, tenantId: string, job: JobRow): Promise<void> {
  const actor = await actingAs(app, tx, tenantId, job.id, job.madeBy)
  await tell(app, tenantId, job.id, 0)
  const act = MANY_ACTS[job.action]
  const handed = await handOverFirst(app, tx, actor, job)
  if (handed instanceof Refusal) return setBack(tx, job.id, { code: handed.code, detail: handed.message })
  let done = 0
  let left = 0
  let forbidden = 0
  for (const ids of stretchesOf(job.membershipIds)) {
    const chosen = await readChosen(tx, ids)
    const before = await readBefore(tx, ids, job.action === 'label')
    const refused = await act.run(app, tx, actor, chosen, { ...job.wish, reason: job.reason ?? undefined })
    const here = new Set(chosen.map((each) => each.membershipId))
    for (const id of ids) if (!here.has(id)) refused.set(id, 'gone')
    for (const code of refused.values()) if (code === 'forbidden') forbidden++
    await insertResults(tx, job.id, ids, refused, before)
    left += refused.size
    done += ids.length
    await tell(app, tenantId, job.id, done)
  }
  if (forbidden > 0 && left === done) return setBack(tx, job.id, RIGHTS_LOST)
  // Not earlier: progress is written beside this transaction, to the same row.
  if (handed !== null) await noteHandedOver(tx, job.id, handed)
  await markDone(tx, job.id)
  await record(app, tx, actor, [
    {
      event: 'people.changed_together',
      organisationId: job.organisationId,
      detail: {
        jobId: job.id,
        action: job.action,
        people: done - left,
        leftOut: left,
        on: job.wish.on ?? null,
      },
    },
  ])
}

/**
 * Hands over to whoever was chosen for it, before anybody goes: looked at over all of them, whatever stretch they are in.
 * @returns how many units, null when nothing was asked, or why it can't be done any more: nothing is changed then
 */
async function handOverFirst(app: App, tx: Tx, actor: Actor, job: JobRow): Promise<number | null | Refusal> {
  const act = MANY_ACTS[job.action]
  const to = job.wish.handOverTo
  if (!act.handOver || !to) return null
  const chosen = await readChosen(tx, job.membershipIds)
  const refused = await act.whoCannot(tx, actor, chosen, job.wish)
  const going = chosen.filter((each) => !refused.has(each.membershipId))
  if (going.length === 0) return null
  try {
    return await act.handOver(app, tx, actor, going, to)
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
}

async function undoNow(app: App, tx: Tx, tenantId: string, job: JobRow): Promise<void> {
  const actor = await actingAs(app, tx, tenantId, job.id, job.undoneBy)
  await tell(app, tenantId, job.id, 0)
  let done = 0
  let reversed = 0
  let forbidden = 0
  for (const ids of stretchesOf(job.membershipIds)) {
    const part = await undoPart(app, tx, actor, job, ids)
    reversed += part.reversed
    forbidden += part.forbidden
    done += ids.length
    await tell(app, tenantId, job.id, done)
  }
  if (forbidden > 0 && reversed === 0) return setBack(tx, job.id, RIGHTS_LOST)
  await markUndone(tx, job.id)
  await record(app, tx, actor, [
    {
      event: 'people.changed_back',
      organisationId: job.organisationId,
      detail: { jobId: job.id, action: job.action, people: reversed },
    },
  ])
}

/** Everything one job does is the one request in the record by which it was asked for, so that it can be told together. */
async function actingAs(
  app: App,
  tx: Tx,
  tenantId: string,
  jobId: string,
  accountId: string | null,
): Promise<Actor> {
  const request = await takeRequest(app, tx, { tenantId, accountId }, jobId)
  return actorOf(tx, tenantId, accountId, request)
}

function* stretchesOf(ids: string[]): Generator<string[]> {
  for (let from = 0; from < ids.length; from += PEOPLE_AT_ONCE) yield ids.slice(from, from + PEOPLE_AT_ONCE)
}

/** Written beside the one transaction, so that others see it while that runs. It is for show: work doesn't fail for it. */
async function tell(app: App, tenantId: string, jobId: string, done: number): Promise<void> {
  await inTenant(app.database, tenantId, (tx) => writeProgress(tx, jobId, done)).catch((error: unknown) =>
    app.log.warn({ err: error, jobId }, 'progress could not be written'),
  )
}
