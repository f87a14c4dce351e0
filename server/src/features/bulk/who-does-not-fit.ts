import type { Actor } from '../../kernel/actor.ts'
import type { Tx } from '../../platform/database/database.ts'
import { authorize } from '../access/authorize.policy.ts'
import { findPlaces } from '../access/places.queries.ts'
import type { Member } from '../leaving/may-move.ts'
import { whyNotFitting } from '../people/leaving-actions.policy.ts'
import type { Status } from '../people/status.ts'
import type { Refused } from './many-act.ts'

export type Move = 'pause' | 'archive' | 'reactivate'

/** For whom it makes no sense as they stand, and where the actor may not do it. */
export async function whoDoesNotFit(
  tx: Tx,
  actor: Actor,
  move: Move,
  chosen: (Member & { state: string; inactiveAs: 'archived' | 'paused' | null })[],
): Promise<Refused> {
  const places = await findPlaces(tx, [...new Set(chosen.map((each) => each.organisationId))])
  const open = new Set(
    [...places].filter(([, place]) => authorize(actor, 'users.archive', place)).map(([id]) => id),
  )
  const refused: Refused = new Map()
  for (const { membershipId, organisationId, state, inactiveAs } of chosen) {
    const unfit = whyNotFitting(`person.${move}`, { name: '', status: state as Status, inactiveAs })
    const code = open.has(organisationId) ? unfit?.code : 'forbidden'
    if (code) refused.set(membershipId, code)
  }
  return refused
}
