import type { Actor, Holding, Place } from '../../kernel/actor.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { authorize, levelAt, standingAt } from '../access/authorize.policy.ts'
import { isOneself } from '../access/give-role.policy.ts'
import type { Permission } from '../access/permissions.ts'
import { mayNot } from '../access/require.ts'
import type { Status } from './status.ts'

/** A person who is to be paused, archived, brought back, moved or deleted. */
export interface Mover {
  accountId: string
  name: string
  holdings: Holding[]
  status: Status
  /** How somebody inactive came to be so. */
  inactiveAs: 'archived' | 'paused' | null
  /** Whether there is another organisation they could go to. */
  canMove: boolean
  /** Whether they are to be paused or archived on a day to come. */
  endIsPlanned: boolean
}

export const LEAVING_ACTIONS = [
  'person.move',
  'person.pause',
  'person.archive',
  'person.stay',
  'person.reactivate',
  'person.delete',
] as const
export type LeavingAction = (typeof LEAVING_ACTIONS)[number]

/** What each takes. */
const RIGHTS = {
  'person.move': 'users.archive',
  'person.pause': 'users.archive',
  'person.archive': 'users.archive',
  'person.stay': 'users.archive',
  'person.reactivate': 'users.archive',
  'person.delete': 'users.delete',
} as const satisfies Record<LeavingAction, Permission>

export const rightFor = (action: LeavingAction): Permission => RIGHTS[action]

export const refuse = {
  yourself: (action?: LeavingAction) =>
    new Refusal(
      'forbidden',
      'not_yourself',
      action === 'person.delete' || action === 'person.move'
        ? `You can’t ${action === 'person.delete' ? 'delete' : 'move'} your own account. Ask another admin.`
        : 'You can’t pause, archive or reactivate your own account. Ask another admin.',
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
  stillListed: (name: string) =>
    new Refusal(
      'conflict',
      'still_listed',
      `The staff list still names ${name}. Archive ${name} now, and delete once a newer list no longer names them.`,
    ),
  onHold: (name: string) =>
    new Refusal(
      'conflict',
      'on_hold',
      `${name} is on hold, so nothing of them may be lost. The hold is lifted in Settings, under Data.`,
    ),
  staysAlready: (name: string) =>
    new Refusal('conflict', 'no_planned_end', `No day is set on which ${name} leaves.`),
  nowhereToMove: () =>
    new Refusal('conflict', 'nowhere_to_move', 'There is no other organisation to move somebody to.'),
  nowhereOfYours: (name: string) =>
    new Refusal(
      'forbidden',
      'nowhere_to_move',
      `You don’t look after another organisation that ${name} could move to.`,
    ),
  awaiting: (name: string) =>
    new Refusal(
      'conflict',
      'awaiting_approval',
      `${name} is waiting to be approved. Decide about that first.`,
    ),
}

/** What it takes to know whether an action makes sense. */
export type Fitting = Pick<Mover, 'name' | 'status' | 'inactiveAs'> &
  Partial<Pick<Mover, 'canMove' | 'endIsPlanned'>>

/** Why an action makes no sense for how somebody stands; null when it does. Who is paused may still be archived. */
export function whyNotFitting(
  action: LeavingAction,
  { name, status, inactiveAs, canMove, endIsPlanned }: Fitting,
): Refusal | null {
  if (action === 'person.delete') return null
  if (action === 'person.stay') return endIsPlanned ? null : refuse.staysAlready(name)
  if (status === 'awaiting_approval') return refuse.awaiting(name)
  if (action === 'person.move' && !canMove) return refuse.nowhereToMove()
  if (action === 'person.reactivate') return status === 'inactive' ? null : refuse.notInactive(name)
  if (status !== 'inactive' || (action === 'person.archive' && inactiveAs === 'paused')) return null
  return refuse.inactive(name, inactiveAs)
}

/**
 * Why an actor may not do one of these things to a person; null when they may. The right is held at the organisation,
 * where the person stands no higher than the actor; nobody does it to themselves. Whether the last admin would go is
 * not asked here.
 */
export function whyNotMove(action: LeavingAction, actor: Actor, target: Mover, place: Place): Refusal | null {
  if (!authorize(actor, rightFor(action), place)) return mayNot(rightFor(action))
  if (isOneself(actor, target)) return refuse.yourself(action)
  if (actor.kind === 'person' && standingAt(target.holdings, place) > levelAt(actor.holdings, place))
    return refuse.above(target.name)
  if (action === 'person.move' && target.canMove && !looksAfterAnother(actor, place))
    return refuse.nowhereOfYours(target.name)
  return whyNotFitting(action, target)
}

/** Whether an action is shown at all: one that makes no sense as they stand is not, nor a move by who has nowhere to move people to. */
export const isOffered = (action: LeavingAction, actor: Actor, target: Mover, place: Place): boolean =>
  whyNotFitting(action, target) === null && (action !== 'person.move' || looksAfterAnother(actor, place))

/** Whether the actor may create people somewhere else, so that somebody can go there. */
const looksAfterAnother = (actor: Actor, place: Place): boolean =>
  actor.kind !== 'person' ||
  actor.holdings.some(
    ({ organisation: { id, path, type } }) =>
      id !== place.organisationId && authorize(actor, 'users.create', { organisationId: id, path, type }),
  )
