import type { Actor, Holding, Place } from '../../kernel/actor.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { authorize, levelAt, standingAt } from '../access/authorize.policy.ts'
import { anywhere } from '../access/edit-roles.policy.ts'
import { isOneself } from '../access/give-role.policy.ts'
import type { Permission } from '../access/permissions.ts'
import { mayNot } from '../access/require.ts'
import type { Status } from './status.ts'

/** A person whose account somebody would act on. */
export interface AccountTarget {
  accountId: string
  name: string
  holdings: Holding[]
  status: Status
  /** Where the units stand to which the person belongs. */
  unitPlaces: Place[]
}

/** What may be done to an account: the right it needs, and the statuses for which it makes sense at all. */
export const ACCOUNT_ACTIONS = {
  'account.unlock': { needs: 'users.unlock', when: ['locked'] },
  'account.reset_password': { needs: 'users.reset_credentials', when: ['active', 'locked'] },
  'account.sign_out': { needs: 'users.reset_credentials', when: ['active', 'locked'] },
} as const satisfies Record<string, { needs: Permission; when: readonly Status[] }>
export type AccountAction = keyof typeof ACCOUNT_ACTIONS

/** Links to choose a password that an account is sent in an hour, and seconds between two. */
export const RESETS_AN_HOUR = 3
export const SECONDS_BETWEEN_RESETS = 60

export const refuse = {
  yourself: (action: AccountAction) =>
    new Refusal(
      'forbidden',
      'not_yourself',
      action === 'account.reset_password'
        ? 'You can’t send yourself a reset here. Use “Forgot your password?” on the sign-in page.'
        : 'You can’t do this to your own account. Ask another admin.',
    ),
  above: (name: string) =>
    new Refusal(
      'forbidden',
      'person_above_yours',
      `You can’t do this, because ${name} stands above you here.`,
    ),
  notLocked: (name: string) => new Refusal('conflict', 'not_locked', `${name} isn’t locked.`),
  notActive: (name: string) =>
    new Refusal('conflict', 'not_active', `${name} doesn’t have an active account here.`),
  justSent: (name: string, seconds: number) =>
    new Refusal(
      'too_many',
      'slow_down',
      `${name} was sent a password reset less than a minute ago. Wait a moment.`,
      { retryAfterSeconds: Math.max(1, Math.ceil(seconds)) },
    ),
  sentOften: (name: string) =>
    new Refusal(
      'too_many',
      'slow_down',
      `${name} was sent ${RESETS_AN_HOUR} password resets within the hour. Try again later.`,
      { retryAfterSeconds: 3600 },
    ),
}

/** Why an action makes no sense for how somebody stands; null when it does. */
export function whyUnfit(action: AccountAction, { name, status }: Pick<AccountTarget, 'name' | 'status'>) {
  if ((ACCOUNT_ACTIONS[action].when as readonly Status[]).includes(status)) return null
  return action === 'account.unlock' ? refuse.notLocked(name) : refuse.notActive(name)
}

/**
 * Why an actor may not do this to an account; null when they may. The right is held at the organisation or at one of
 * the person's units, and there the person stands no higher than the actor; nobody does it to themselves.
 */
export function whyNotAct(
  action: AccountAction,
  actor: Actor,
  target: AccountTarget,
  place: Place,
): Refusal | null {
  if (isOneself(actor, target)) return refuse.yourself(action)
  return whyNotReach(ACCOUNT_ACTIONS[action].needs, actor, target, place) ?? whyUnfit(action, target)
}

/** Why an actor may not use a right on a person, at the organisation or at one of their units; null when they may. */
export function whyNotReach(
  right: Permission,
  actor: Actor,
  target: Pick<AccountTarget, 'name' | 'holdings' | 'unitPlaces'>,
  place: Place,
): Refusal | null {
  return anywhere([place, ...target.unitPlaces], (at) => {
    if (!authorize(actor, right, at)) return mayNot(right)
    return isAbove(actor, target, at) ? refuse.above(target.name) : null
  })
}

export const isAbove = (actor: Actor, target: Pick<AccountTarget, 'holdings'>, place: Place): boolean =>
  actor.kind === 'person' && standingAt(target.holdings, place) > levelAt(actor.holdings, place)
