import type { Actor } from '../../kernel/actor.ts'
import type { App } from '../../platform/app.ts'
import type { Tx } from '../../platform/database/database.ts'
import { deactivate } from '../leaving/deactivate.ts'
import { type AskedList, keepMoves, listTicked, markResults, settleMoves } from './apply.queries.ts'
import { findHeldLeavers } from './leaver-limit.ts'

/**
 * Archives the leavers of a list that are ticked. Where they are more than a list may archive by itself and their number
 * was not typed, all of them wait. Who may not go stays, and their row says why.
 */
export async function archiveLeavers(app: App, tx: Tx, actor: Actor, list: AskedList): Promise<void> {
  const ticked = await listTicked(tx, list.id)
  if (ticked.length === 0) return
  const over = await findHeldLeavers(tx, list)
  if (over && list.confirmed !== ticked.length) {
    await markResults(
      tx,
      list.id,
      ticked.map(({ membershipId }) => ({ membershipId, result: 'held', detail: null })),
    )
    return
  }
  const before = ticked.map((each) => each.membershipId)
  await keepMoves(tx, list.id, 'archived', before)
  const { done, refused } = await deactivate(app, tx, actor, ticked, {
    as: 'archived',
    staffListId: list.id,
  })
  const gone = new Set(done.map((each) => each.membershipId))
  await settleMoves(tx, list.id, 'archived', [...gone])
  await markResults(
    tx,
    list.id,
    ticked.map(({ membershipId }) => ({
      membershipId,
      result: gone.has(membershipId) ? 'archived' : 'not_done',
      detail: refused.get(membershipId)?.message ?? null,
    })),
  )
}
