import type { Actor } from '../../kernel/actor.ts'
import { notFound, Refusal } from '../../kernel/refusal.ts'
import type { App } from '../../platform/app.ts'
import { changeAs } from '../../platform/database/change.ts'
import { findPlace } from '../access/places.queries.ts'
import { allowedAt } from '../access/require.ts'
import { keepRequest } from '../audit/promised-requests.ts'
import { BULK_ACTIONS, type JobRow, UNDO_DAYS } from './bulk.ts'
import { askUndo, lockJob } from './jobs.queries.ts'
import { MANY_ACTS } from './many-acts.ts'

/**
 * Promises to take back what was done to many, for as long as it can be. Nobody undoes what they could not do.
 * @throws Refusal not_found, forbidden, not_undoable
 */
export async function undoJob(app: App, actor: Actor, jobId: string): Promise<{ id: string }> {
  return changeAs(app, actor, async (tx) => {
    const job = await lockJob(tx, jobId)
    if (!job) throw notFound()
    allowedAt(actor, BULK_ACTIONS[job.action], await findPlace(tx, job.organisationId))
    const why = whyNotUndo(job)
    if (why) throw new Refusal('conflict', 'not_undoable', why)
    await askUndo(tx, jobId, actor.kind === 'person' ? actor.accountId : null)
    await keepRequest(app, tx, actor, jobId)
    await app.jobs.enqueue(tx, 'bulk', { tenantId: actor.tenantId, jobId })
    return { id: jobId }
  })
}

/** Why a job can't be taken back, in words; null when it can. */
export function whyNotUndo({
  action,
  state,
  young,
}: Pick<JobRow, 'action' | 'state' | 'young'>): string | null {
  if (!MANY_ACTS[action].undo) return 'This can’t be undone.'
  switch (state) {
    case 'undone':
    case 'undoing':
      return 'This was undone already.'
    case 'done':
      return young ? null : `This can be undone for ${UNDO_DAYS} days.`
    default:
      return 'Nothing was changed, so there is nothing to undo.'
  }
}
