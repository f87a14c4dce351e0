import type { DateOrder } from '@lanyard/reader/staff-list.ts'
import type { Actor, Place } from '../../kernel/actor.ts'
import { notFound, wrongFields } from '../../kernel/refusal.ts'
import type { App } from '../../platform/app.ts'
import { changeAs } from '../../platform/database/change.ts'
import type { Tx } from '../../platform/database/database.ts'
import { authorize } from '../access/authorize.policy.ts'
import { mayNot } from '../access/require.ts'
import { actorOf } from './actor-of.queries.ts'
import { groundOf } from './analyse.ts'
import { draftOf } from './list-in-sight.ts'
import { countRows } from './plan-counts.queries.ts'
import { planList } from './plan-list.ts'
import { type EditGround, readEdits } from './read-edit.ts'
import {
  findRow,
  forgetNotSame,
  type RowToChange,
  saveDecisions,
  saveEdits,
  saveKeep,
  saveNotSame,
  saveTaking,
  saveTick,
} from './rows.queries.ts'
import { sayWhyStays } from './say-row.ts'
import { answerRow } from './see-rows.ts'
import { answerList } from './see-staff-list.ts'
import { refuse, type StaffListRow } from './staff-list.ts'
import { touchList } from './staff-lists.queries.ts'
import type { RowAnswer, RowPatch, StaffListAnswer } from './staff-lists.shapes.ts'

/**
 * Puts a row right or decides about it, and plans the list anew: what one row is can change what another is.
 * @throws Refusal not_found, forbidden, list_applied, not_ready, not_a_candidate, stays, decision_not_here, and what is
 *   wrong with a value
 */
export async function changeRow(
  app: App,
  actor: Actor,
  id: string,
  place: number,
  patch: RowPatch,
): Promise<{ row: RowAnswer; list: StaffListAnswer }> {
  return changeAs(app, actor, async (tx) => {
    const { list, place: at } = await draftOf(tx, actor, id)
    const row = await findRow(tx, id, place)
    if (!row) throw notFound()
    if (row.n === null) await decideLeaver(tx, actor, list, at, row, patch)
    else {
      if (patch.values)
        await saveEdits(tx, id, [{ place, edits: readEdits(patch.values, await editGroundOf(tx, list)) }])
      if (patch.keep) await saveKeep(tx, id, place, patch.keep)
      if (patch.decision !== undefined) await decide(tx, actor, list, at, row, patch)
      await replan(tx, actor, list)
    }
    await touchList(tx, id)
    const changed = await answerRow(tx, actor, list, place)
    if (!changed) throw notFound()
    return { row: changed, list: await answerList(tx, actor, id) }
  })
}

/** Makes the plan of a draft anew, for whoever uploaded it. */
export async function replan(tx: Tx, actor: Actor, list: StaffListRow): Promise<void> {
  if (list.reading && list.reading.questions.length > 0) return
  await planList(tx, list, await actorOf(tx, actor.tenantId, list.madeBy, actor.request))
}

/** What has to be known to understand what is typed into a row of a list. */
export async function editGroundOf(tx: Tx, list: StaffListRow): Promise<EditGround> {
  const { domains, today } = await groundOf(tx, list.organisationId)
  const orders = list.reading?.columns.flatMap((column) => column.dateOrder ?? []) ?? []
  return { domains, today, dateOrder: orders[0] ?? ('dmy' satisfies DateOrder) }
}

/** Somebody who isn't on the list stays or goes; that changes nothing about anybody else. */
async function decideLeaver(
  tx: Tx,
  actor: Actor,
  list: StaffListRow,
  at: Place,
  row: RowToChange,
  { decision }: RowPatch,
): Promise<void> {
  if (decision !== undefined) await decideToArchive(tx, actor, list, at, row, decision)
  await saveTaking(tx, list.id, (await countRows(tx, list.id)).taking)
}

async function decideToArchive(
  tx: Tx,
  actor: Actor,
  list: StaffListRow,
  at: Place,
  row: RowToChange,
  decision: RowPatch['decision'],
): Promise<void> {
  if (decision === 'archive') {
    if (!authorize(actor, 'staff_list.apply_leavers', at)) throw mayNot('staff_list.apply_leavers')
    if (row.stays !== null) throw refuse.stays(sayWhyStays(row.stays))
  } else if (decision !== null && decision !== undefined && decision !== 'skip') throw notHere()
  await saveTick(tx, list.id, row.place, decision === 'archive')
}

async function decide(
  tx: Tx,
  actor: Actor,
  list: StaffListRow,
  at: Place,
  before: RowToChange,
  { decision = null, personId }: RowPatch,
): Promise<void> {
  const { place } = before
  if (decision === 'archive') {
    if (before.outcome !== 'not_on_list') throw notHere()
    return decideToArchive(tx, actor, list, at, before, decision)
  }
  if (before.outcome === 'not_on_list' && before.ticked && (decision === null || decision === 'skip'))
    return saveTick(tx, list.id, place, false)
  const row = await undecided(tx, actor, list, before)
  if (decision !== 'same' && decision !== 'different') {
    await saveDecisions(tx, list.id, [place], decision, [null])
    return
  }
  const candidates = row.candidates ?? []
  if (candidates.length === 0) throw refuse.notACandidate()
  const chosen = personId ?? (candidates.length === 1 ? candidates[0] : undefined)
  if (decision === 'same' && (chosen === undefined || !candidates.includes(chosen)))
    throw refuse.notACandidate()
  await saveDecisions(tx, list.id, [place], decision, [decision === 'same' ? (chosen ?? null) : null])
  if (decision === 'different' && row.email !== null)
    await saveNotSame(tx, row.organisationId ?? list.organisationId, candidates, row.email)
}

/** The row as it was before anybody decided who it is: with those it could be. */
async function undecided(tx: Tx, actor: Actor, list: StaffListRow, row: RowToChange): Promise<RowToChange> {
  if (row.decision !== 'same' && row.decision !== 'different') return row
  if (row.decision === 'different' && row.email !== null)
    await forgetNotSame(tx, row.organisationId ?? list.organisationId, row.email)
  await saveDecisions(tx, list.id, [row.place], null, [null])
  await replan(tx, actor, list)
  return (await findRow(tx, list.id, row.place)) ?? row
}

/** What can't be decided about such a row. */
export const notHere = () =>
  wrongFields([
    { pointer: '#/decision', code: 'decision_not_here', detail: 'This can’t be decided about this row.' },
  ])
