import type { Actor, Holding, Place } from '../../kernel/actor.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { authorize, levelAt, standingAt } from '../access/authorize.policy.ts'
import { isOneself } from '../access/give-role.policy.ts'
import { mayNot } from '../access/require.ts'
import type { Status } from './status.ts'

/** A person who is to be paused, archived or brought back. */
export interface Mover {
  accountId: string
  name: string
  holdings: Holding[]
  status: Status
  /** How somebody inactive came to be so. */
  inactiveAs: 'archived' | 'paused' | null
}

export const LEAVING_ACTIONS = ['person.pause', 'person.archive', 'person.reactivate'] as const
export type LeavingAction = (typeof LEAVING_ACTIONS)[number]

export const refuse = {
  yourself: () =>
    new Refusal(
      'forbidden',
      'not_yourself',
      'You can’t pause, archive or reactivate your own account. Ask another admin.',
    ),
  above: (name: string) =>
    new Refusal(
      'forbidden',
      'person_above_yours',
      `You can’t do this, because ${name} stands above you here.`,
    ),
  inactive: (name: string, as: Mover['inactiveAs']) =>
    new Refusal('conflict', 'already_inactive', `${name} is ${as ?? 'inactive'} already.`),
  notInactive: (name: string) =>
    new Refusal('conflict', 'not_inactive', `${name} is neither paused nor archived.`),
  awaiting: (name: string) =>
    new Refusal(
      'conflict',
      'awaiting_approval',
      `${name} is waiting to be approved. Decide about that first.`,
    ),
}

/** Why an action makes no sense for how somebody stands; null when it does. Who is paused may still be archived. */
export function whyNotFitting(
  action: LeavingAction,
  { name, status, inactiveAs }: Pick<Mover, 'name' | 'status' | 'inactiveAs'>,
): Refusal | null {
  if (status === 'awaiting_approval') return refuse.awaiting(name)
  if (action === 'person.reactivate') return status === 'inactive' ? null : refuse.notInactive(name)
  if (status !== 'inactive' || (action === 'person.archive' && inactiveAs === 'paused')) return null
  return refuse.inactive(name, inactiveAs)
}

/**
 * Why an actor may not pause, archive or bring back a person; null when they may. The right is held at the organisation,
 * where the person stands no higher than the actor; nobody does it to themselves. Whether the last admin would go is
 * not asked here.
 */
export function whyNotMove(action: LeavingAction, actor: Actor, target: Mover, place: Place): Refusal | null {
  if (!authorize(actor, 'users.archive', place)) return mayNot('users.archive')
  if (isOneself(actor, target)) return refuse.yourself()
  if (actor.kind === 'person' && standingAt(target.holdings, place) > levelAt(actor.holdings, place))
    return refuse.above(target.name)
  return whyNotFitting(action, target)
}
