import type { Actor, Holding, Place } from '../../kernel/actor.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { authorize, levelAt, standingAt } from '../access/authorize.policy.ts'
import { anywhere } from '../access/edit-roles.policy.ts'
import { isOneself } from '../access/give-role.policy.ts'
import type { Permission } from '../access/permissions.ts'
import { mayNot } from '../access/require.ts'
import type { Status } from './status.ts'

/** A person whose invitation somebody would act on. */
export interface Invitee {
  accountId: string
  name: string
  holdings: Holding[]
  status: Status
  /** Where the units stand to which the person belongs. */
  unitPlaces: Place[]
}

/** Mails with a link that an address gets in 24 hours, and seconds between two for one invitation. */
export const MAILS_A_DAY = 3
export const SECONDS_BETWEEN_MAILS = 60

const refuse = {
  ended: (name: string) =>
    new Refusal('conflict', 'invitation_ended', `${name} has no open invitation here any more.`),
  known: (name: string, status: Status) =>
    status === 'active' || status === 'locked'
      ? new Refusal('conflict', 'already_active', `${name} already has an account here.`)
      : new Refusal('conflict', 'already_invited', `${name} was invited here already.`),
  oneself: () =>
    new Refusal(
      'forbidden',
      'not_your_own_invitation',
      'You can’t do this with your own invitation. Ask another admin.',
    ),
  aboveYou: (name: string) =>
    new Refusal(
      'forbidden',
      'person_above_yours',
      `You can’t do this, because ${name} stands above you here.`,
    ),
  justSent: (name: string, seconds: number) =>
    new Refusal(
      'too_many',
      'slow_down',
      `${name} was sent an invitation less than a minute ago. Wait a moment.`,
      {
        retryAfterSeconds: seconds,
      },
    ),
  sentOften: (name: string) =>
    new Refusal(
      'too_many',
      'slow_down',
      `${name} was sent ${MAILS_A_DAY} emails in 24 hours. Try again tomorrow.`,
      {
        retryAfterSeconds: 3600,
      },
    ),
}

/** What may be done with an invitation: the right it needs, and the statuses for which it makes sense at all. */
export const INVITE_ACTIONS = {
  'invitation.send': { needs: 'users.invite', when: ['not_invited'] },
  'invitation.resend': { needs: 'invitations.resend', when: ['pending', 'expired'] },
  'invitation.cancel': { needs: 'invitations.revoke', when: ['pending', 'expired'] },
  'invitation.copy_link': { needs: 'invitations.copy_link', when: ['pending', 'expired'] },
} as const satisfies Record<string, { needs: Permission; when: readonly Status[] }>
export type InviteAction = keyof typeof INVITE_ACTIONS

/**
 * Why an actor may not act on somebody's invitation; null when they may. The right is held at the organisation or at
 * one of the person's units, and there the person stands no higher than the actor, by what they are offered too.
 * @param right what they must hold instead of the action's own
 */
export function whyNotInvite(
  action: InviteAction,
  actor: Actor,
  target: Invitee,
  place: Place,
  right?: Permission,
): Refusal | null {
  const { needs, when } = INVITE_ACTIONS[action]
  if (!(when as readonly Status[]).includes(target.status))
    return action === 'invitation.send' ? refuse.known(target.name, target.status) : refuse.ended(target.name)
  if (isOneself(actor, target)) return refuse.oneself()
  return anywhere([place, ...target.unitPlaces], (at) => {
    if (!authorize(actor, right ?? needs, at)) return mayNot(right ?? needs)
    return isAbove(actor, target, at) ? refuse.aboveYou(target.name) : null
  })
}

/**
 * Why an actor may not invite somebody again who is here already and not registered; null when they may. Whether they
 * may invite at all, and to what, is asked elsewhere.
 */
export function whyNotReinvite(actor: Actor, target: Omit<Invitee, 'status'>, place: Place): Refusal | null {
  if (isOneself(actor, target)) return refuse.oneself()
  return anywhere([place, ...target.unitPlaces], (at) =>
    isAbove(actor, target, at) ? refuse.aboveYou(target.name) : null,
  )
}

export const whyNotSend = (actor: Actor, target: Invitee, place: Place) =>
  whyNotInvite('invitation.send', actor, target, place)
export const whyNotResend = (actor: Actor, target: Invitee, place: Place, right?: Permission) =>
  whyNotInvite('invitation.resend', actor, target, place, right)
export const whyNotCancel = (actor: Actor, target: Invitee, place: Place) =>
  whyNotInvite('invitation.cancel', actor, target, place)
export const whyNotCopyLink = (actor: Actor, target: Invitee, place: Place) =>
  whyNotInvite('invitation.copy_link', actor, target, place)

function isAbove(actor: Actor, target: Pick<Invitee, 'holdings'>, place: Place): boolean {
  return actor.kind === 'person' && standingAt(target.holdings, place) > levelAt(actor.holdings, place)
}

/** Why an invitation can't go out again yet; null when it can. */
export function whyTooSoon(
  mails: { askedSecondsAgo: number | null; mailsToday: number },
  name: string,
): Refusal | null {
  const wait = SECONDS_BETWEEN_MAILS - (mails.askedSecondsAgo ?? SECONDS_BETWEEN_MAILS)
  if (wait > 0) return refuse.justSent(name, Math.ceil(wait))
  return mails.mailsToday >= MAILS_A_DAY ? refuse.sentOften(name) : null
}
