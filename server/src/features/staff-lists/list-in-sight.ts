import type { Actor, Place } from '../../kernel/actor.ts'
import { notFound } from '../../kernel/refusal.ts'
import type { Tx } from '../../platform/database/database.ts'
import { authorize } from '../access/authorize.policy.ts'
import { findPlace } from '../access/places.queries.ts'
import { inSight, mayNot } from '../access/require.ts'
import { refuse, type StaffListRow } from './staff-list.ts'
import { findList, lockList } from './staff-lists.queries.ts'

/** Whether somebody may look at the lists of a place: whoever uploads there does. */
export const maySeeLists = (actor: Actor, place: Place) =>
  authorize(actor, 'staff_list.view', place) || authorize(actor, 'staff_list.upload', place)

/** The place, if the actor may see its lists. @throws Refusal not_found, forbidden */
export function listsAt(actor: Actor, place: Place | undefined): Place {
  const seen = inSight(actor, place)
  if (!maySeeLists(actor, seen)) throw mayNot('staff_list.view')
  return seen
}

export interface ListInSight {
  list: StaffListRow
  place: Place
}

/** A list that the actor may look at. @throws Refusal not_found, forbidden */
export async function listInSight(tx: Tx, actor: Actor, id: string): Promise<ListInSight> {
  const list = await findList(tx, id)
  if (!list) throw notFound()
  return { list, place: listsAt(actor, await findPlace(tx, list.organisationId)) }
}

/**
 * A list that the actor may work on, with its row locked, so that two people's changes follow each other.
 * @throws Refusal not_found, forbidden, list_applied, not_ready
 */
export async function draftOf(tx: Tx, actor: Actor, id: string): Promise<ListInSight> {
  await listInSight(tx, actor, id)
  const list = await lockList(tx, id)
  if (!list) throw notFound()
  const place = inSight(actor, await findPlace(tx, list.organisationId))
  if (!authorize(actor, 'staff_list.upload', place)) throw mayNot('staff_list.upload')
  if (list.state === 'analysing') throw refuse.notReady()
  if (list.state !== 'ready') throw refuse.applied()
  return { list, place }
}
