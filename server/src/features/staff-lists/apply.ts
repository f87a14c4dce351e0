import type { Actor, Place } from '../../kernel/actor.ts'
import { Refusal, wrongFields } from '../../kernel/refusal.ts'
import type { App } from '../../platform/app.ts'
import { changeAs } from '../../platform/database/change.ts'
import type { Tx } from '../../platform/database/database.ts'
import { findPlace } from '../access/places.queries.ts'
import { allowedAt } from '../access/require.ts'
import { keepRequest } from '../audit/promised-requests.ts'
import { readTerms } from '../invitations/terms.ts'
import {
  type AskedList,
  acknowledge,
  lockAskedList,
  mayBeStale,
  sumUp,
  tickLeavers,
} from './apply.queries.ts'
import { rightsToAdd, stalePlan } from './apply-now.ts'
import { countTicked, findHeldLeavers } from './leaver-limit.ts'
import { planList } from './plan-list.ts'
import { beginProgress } from './progress.queries.ts'
import { answerList } from './see-staff-list.ts'
import { refuse, UNDO_DAYS } from './staff-list.ts'
import { saveProblem } from './staff-lists.queries.ts'
import type { ApplyWish, StaffListAnswer } from './staff-lists.shapes.ts'

/**
 * Promises to apply a list: from here on a job does it whole, whatever happens to this process. Before it, the plan is
 * made anew where it may be another; if anything came out differently, the new plan is kept and nothing is promised. On a list that was applied
 * it archives the leavers that are named, for as long as it could be undone, and only with their number. Of two clicks one is promised.
 * @throws Refusal not_found, forbidden, not_ready, list_applied, stale_plan, too_late, count_changed, stays,
 *   send_at_past, send_at_far
 */
export async function applyStaffList(
  app: App,
  actor: Actor,
  id: string,
  wish: ApplyWish,
): Promise<StaffListAnswer> {
  const promised = await changeAs(app, actor, async (tx): Promise<Promised> => {
    const list = await lockAskedList(tx, id)
    const place = allowedAt(actor, 'staff_list.upload', list && (await findPlace(tx, list.organisationId)))
    if (!list) throw refuse.notReady()
    const accountId = actor.kind === 'person' ? actor.accountId : null
    const again = list.state === 'applied' && wish.leavers !== undefined
    if (again) mustStillBeOpen(list)
    else {
      mustBeReady(list)
      await checkInvite(tx, actor, place, wish.invite)
      if (await mayBeStale(tx, id, accountId)) {
        const { differ } = await planList(tx, list, actor)
        if (differ > 0) {
          await saveProblem(tx, id, stalePlan(differ))
          return { stale: differ }
        }
      }
    }
    await checkLeavers(tx, actor, place, list, wish)
    await acknowledge(tx, id, {
      accountId,
      invite: again ? null : wish.invite,
      confirmed: wish.confirmCount ?? null,
    })
    await beginProgress(tx, id, await countToDo(tx, list, wish))
    await keepRequest(app, tx, actor, id)
    await app.jobs.enqueue(tx, 'staff-list', { tenantId: actor.tenantId, listId: id })
    return { list: await answerList(tx, actor, id) }
  })
  if (promised.list) return promised.list
  const { code, detail } = stalePlan(promised.stale)
  throw new Refusal('conflict', code, detail)
}

/** The list, promised; or how many rows of its plan came out differently, which is an answer of its own to a repeated request. */
type Promised = { list: StaffListAnswer } | { list?: never; stale: number }

function mustBeReady(list: AskedList): void {
  if (list.state === 'analysing' || list.state === 'failed') throw refuse.notReady()
  if (list.state !== 'ready') throw refuse.applied()
  const open = list.reading?.questions[0]
  if (open) throw new Refusal('conflict', 'not_ready', open.detail)
}

function mustStillBeOpen({ undoable }: AskedList): void {
  if (undoable) return
  throw new Refusal(
    'conflict',
    'too_late',
    `This list was applied more than ${UNDO_DAYS} days ago, so it can’t archive anybody now. Upload a new list, or archive people on their own pages.`,
  )
}

/** Rows that there is something to do for; leavers who are going to wait are none of them. */
async function countToDo(tx: Tx, list: AskedList, wish: ApplyWish): Promise<number> {
  const { add, change, archive } = await sumUp(tx, list.id)
  if (list.state === 'applied') return archive
  const waiting = wish.confirmCount === undefined && (await findHeldLeavers(tx, list)) !== null
  return add + change + (waiting ? 0 : archive)
}

/** Whether the actor may invite, and on that day, or set accounts up. */
async function checkInvite(tx: Tx, actor: Actor, place: Place, invite: ApplyWish['invite']): Promise<void> {
  if (invite === 'later') return
  for (const right of rightsToAdd(invite)) allowedAt(actor, right, place)
  if (invite !== 'now' && invite !== 'account') await readTerms(tx, actor, place, { sendAt: invite })
}

/**
 * Ticks the leavers that are named, and looks whether the actor may archive those who are ticked, and whether the number
 * that was typed is theirs. On a list that was applied it has to be typed, however few they are.
 */
async function checkLeavers(
  tx: Tx,
  actor: Actor,
  place: Place,
  list: AskedList,
  wish: ApplyWish,
): Promise<void> {
  if (wish.leavers && (await tickLeavers(tx, list.id, wish.leavers)) < new Set(wish.leavers).size)
    throw wrongFields([
      {
        pointer: '#/leavers',
        code: 'stays',
        detail: 'Some of these people can’t be archived with this list. Look at the list again.',
      },
    ])
  const ticked = await countTicked(tx, list.id)
  if (ticked > 0) allowedAt(actor, 'staff_list.apply_leavers', place)
  if (wish.confirmCount !== undefined && wish.confirmCount !== ticked)
    throw new Refusal(
      'conflict',
      'count_changed',
      `It would be ${ticked} people now, not ${wish.confirmCount}. Look at the list again.`,
    )
  if (list.state === 'applied' && wish.confirmCount === undefined)
    throw new Refusal(
      'conflict',
      'count_changed',
      `Type ${ticked} to archive ${ticked === 1 ? '1 person' : `${ticked} people`}.`,
    )
}
