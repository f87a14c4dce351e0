import type { Actor } from '../../kernel/actor.ts'
import { notFound, Refusal } from '../../kernel/refusal.ts'
import type { App } from '../../platform/app.ts'
import { changeAs } from '../../platform/database/change.ts'
import { inTenant, type Tx } from '../../platform/database/database.ts'
import { findPlace } from '../access/places.queries.ts'
import { allowedAt } from '../access/require.ts'
import { keepRequest } from '../audit/promised-requests.ts'
import { findTimeZone } from '../organisations/organisations.queries.ts'
import { readNow } from '../people/people-ground.queries.ts'
import { type AskedList, findAskedList, lockAskedList } from './apply.queries.ts'
import { beginProgress } from './progress.queries.ts'
import { sayCannot, sayStep, sayUndo } from './say-undo.ts'
import { answerList } from './see-staff-list.ts'
import { UNDO_DAYS } from './staff-list.ts'
import type { StaffListAnswer, UndoAnswer } from './staff-lists.shapes.ts'
import {
  countEndedInvitations,
  countMailsGone,
  countUndoSteps,
  listUndoSteps,
  sumUndo,
  toUndo,
} from './undo-plan.queries.ts'
import { findUndoReach } from './undo-reach.queries.ts'
import { acknowledgeUndo } from './undo-rows.queries.ts'

/** Steps that a preview names one by one. */
const NAMED = 500

/**
 * What undoing a list would put back, what it would keep and why, and what cannot be undone. Nobody undoes what they
 * could not do by hand.
 * @throws Refusal not_found, forbidden, not_undoable
 */
export async function seeUndo(app: App, actor: Actor, id: string): Promise<UndoAnswer> {
  return inTenant(app.database, actor.tenantId, async (tx) => {
    const list = await undoable(tx, actor, await findAskedList(tx, id))
    const reach = await findUndoReach(tx, actor, id)
    const sums = await sumUndo(tx, id, reach)
    const steps = await listUndoSteps(tx, id, reach, NAMED)
    const clock = { now: await readNow(tx), timeZone: await findTimeZone(tx, list.organisationId) }
    return {
      summary: sayUndo(sums),
      reversed: sums.reversed,
      kept: sums.kept,
      cannot: sayCannot(
        await countMailsGone(tx, id),
        list.unitsMade,
        await countEndedInvitations(tx, id, reach),
      ),
      people: steps.map((step) => ({
        personId: step.membershipId,
        name: step.name,
        ...sayStep(step, clock),
      })),
      more: Math.max(0, (await countUndoSteps(tx, id, reach)) - steps.length),
    }
  })
}

/**
 * Promises to take a list back, for as long as it can be: a job does it whole, whatever happens to this process.
 * @throws Refusal not_found, forbidden, not_undoable
 */
export async function undoStaffList(app: App, actor: Actor, id: string): Promise<StaffListAnswer> {
  return changeAs(app, actor, async (tx) => {
    await undoable(tx, actor, await lockAskedList(tx, id))
    await acknowledgeUndo(tx, id, actor.kind === 'person' ? actor.accountId : null)
    const reach = await findUndoReach(tx, actor, id)
    await beginProgress(tx, id, toUndo(await sumUndo(tx, id, reach)))
    await keepRequest(app, tx, actor, id)
    await app.jobs.enqueue(tx, 'staff-list', { tenantId: actor.tenantId, listId: id })
    return answerList(tx, actor, id)
  })
}

async function undoable(tx: Tx, actor: Actor, list: AskedList | undefined): Promise<AskedList> {
  if (!list) throw notFound()
  allowedAt(actor, 'staff_list.upload', await findPlace(tx, list.organisationId))
  if (!list.undoable) throw notUndoable(list)
  return list
}

function notUndoable({ state }: AskedList): Refusal {
  const why =
    state === 'undone' || state === 'undoing'
      ? 'This list was undone already.'
      : state === 'applied'
        ? `A list can be undone for ${UNDO_DAYS} days after it was applied.`
        : 'This list was not applied, so there is nothing to undo.'
  return new Refusal('conflict', 'not_undoable', why)
}
