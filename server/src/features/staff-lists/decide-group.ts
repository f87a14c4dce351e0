import type { Actor, Place } from '../../kernel/actor.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { App } from '../../platform/app.ts'
import { changeAs } from '../../platform/database/change.ts'
import type { Tx } from '../../platform/database/database.ts'
import { authorize } from '../access/authorize.policy.ts'
import { mayNot } from '../access/require.ts'
import { notHere, replan } from './change-row.ts'
import { draftOf } from './list-in-sight.ts'
import { countRows } from './plan-counts.queries.ts'
import { saveGroupDecision, saveTaking, saveTicks } from './rows.queries.ts'
import { answerList } from './see-staff-list.ts'
import { touchList } from './staff-lists.queries.ts'
import type { GroupDecision, Outcome, StaffListAnswer } from './staff-lists.shapes.ts'

/** What can be decided about all rows of an outcome together. */
const DECISIONS: Record<Outcome, readonly GroupDecision['decision'][]> = {
  add: ['take', 'skip'],
  update: ['take', 'skip'],
  reactivate: ['take', 'skip'],
  conflict: ['skip'],
  error: ['skip'],
  skipped: [null],
  not_on_list: ['archive', null],
  unchanged: [],
}

/**
 * Decides about every row of an outcome at once, as it could be decided about each: who can't be archived stays, and who
 * was said to be somebody stays them. The plan is made anew once.
 * @throws Refusal not_found, forbidden, list_applied, not_ready, decision_not_here, count_changed
 */
export async function decideGroup(
  app: App,
  actor: Actor,
  id: string,
  wish: GroupDecision,
): Promise<StaffListAnswer> {
  return changeAs(app, actor, async (tx) => {
    const { list, place } = await draftOf(tx, actor, id)
    mustBeDecidable(actor, place, wish)
    await mustBeSeen(tx, id, wish)
    if (wish.outcome === 'not_on_list') {
      // Who leaves changes nothing about anybody else.
      await saveTicks(tx, id, wish.decision === 'archive')
      await saveTaking(tx, id, (await countRows(tx, id)).taking)
    } else {
      await saveGroupDecision(tx, id, wish.outcome, wish.decision === 'archive' ? null : wish.decision)
      await replan(tx, actor, list)
    }
    await touchList(tx, id)
    return answerList(tx, actor, id)
  })
}

function mustBeDecidable(actor: Actor, place: Place, { outcome, decision }: GroupDecision): void {
  if (!DECISIONS[outcome].includes(decision)) throw notHere()
  if (decision === 'archive' && !authorize(actor, 'staff_list.apply_leavers', place))
    throw mayNot('staff_list.apply_leavers')
}

/** Nobody decides about rows that came to the group since they looked. */
async function mustBeSeen(tx: Tx, id: string, { outcome, expectedCount }: GroupDecision): Promise<void> {
  const rows = (await countRows(tx, id))[outcome]
  if (rows !== expectedCount)
    throw new Refusal(
      'conflict',
      'count_changed',
      `It would be ${rows.toLocaleString('en-GB')} rows now, not ${expectedCount.toLocaleString('en-GB')}. Look at the list again.`,
    )
}
