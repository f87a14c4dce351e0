import type { Actor } from '../../kernel/actor.ts'
import type { App } from '../../platform/app.ts'
import type { Tx } from '../../platform/database/database.ts'
import { deactivate } from '../leaving/deactivate.ts'
import {
  type AskedList,
  keepMoves,
  listTicked,
  markResults,
  type RowMember,
  settleMoves,
} from './apply.queries.ts'
import { findHeldLeavers } from './leaver-limit.ts'
import { keepStates } from './who-stays-now.queries.ts'
import { whoStaysNow } from './who-stays-now.ts'

/**
 * Archives the leavers of a list that are ticked. Where they are more than a list may archive by itself and their number
 * was not typed, all of them wait. Who may not go stays, and their row says why; on a list that was applied before, that
 * is looked at anew.
 * @returns how many were archived or stay after all
 */
export async function archiveLeavers(app: App, tx: Tx, actor: Actor, list: AskedList): Promise<number> {
  const again = list.appliedAt !== null
  if (!again) await keepStates(tx, list.id)
  const ticked = await listTicked(tx, list.id)
  if (ticked.length === 0) return 0
  if (!again && list.confirmed !== ticked.length && (await findHeldLeavers(tx, list))) {
    await markResults(
      tx,
      list.id,
      ticked.map(({ membershipId }) => ({ membershipId, result: 'held', detail: null })),
    )
    return 0
  }
  const staying = again ? await whoStaysNow(tx, actor, list.id, ticked) : new Map<string, string>()
  const going = ticked.filter((each) => !staying.has(each.membershipId))
  const gone = await archive(app, tx, actor, list.id, going, staying)
  await markResults(
    tx,
    list.id,
    ticked.map(({ membershipId }) => ({
      membershipId,
      result: gone.has(membershipId) ? 'archived' : 'not_done',
      detail: staying.get(membershipId) ?? null,
    })),
  )
  return ticked.length
}

/** @param staying gets whoever may not go, with why @returns memberships of those who went */
async function archive(
  app: App,
  tx: Tx,
  actor: Actor,
  listId: string,
  going: RowMember[],
  staying: Map<string, string>,
): Promise<Set<string>> {
  await keepMoves(
    tx,
    listId,
    'archived',
    going.map((each) => each.membershipId),
  )
  const { done, refused } = await deactivate(app, tx, actor, going, { as: 'archived', staffListId: listId })
  for (const [membershipId, refusal] of refused) staying.set(membershipId, refusal.message)
  const gone = new Set(done.map((each) => each.membershipId))
  await settleMoves(tx, listId, 'archived', [...gone])
  return gone
}
