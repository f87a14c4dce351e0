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

const refuse = {
  ended: (name: string) =>
    new Refusal('conflict', 'invitation_ended', `${name} has no open invitation here any more.`),
  known: (name: string) => new Refusal('conflict', 'already_invited', `${name} was invited here already.`),
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
 */
export function whyNotInvite(
  action: InviteAction,
  actor: Actor,
  target: Invitee,
  place: Place,
): Refusal | null {
  const { needs, when } = INVITE_ACTIONS[action]
  if (!(when as readonly Status[]).includes(target.status))
    return action === 'invitation.send' ? refuse.known(target.name) : refuse.ended(target.name)
  if (isOneself(actor, target)) return refuse.oneself()
  return anywhere([place, ...target.unitPlaces], (at) => {
    if (!authorize(actor, needs, at)) return mayNot(needs)
    return isAbove(actor, target, at) ? refuse.aboveYou(target.name) : null
  })
}

export const whyNotSend = (actor: Actor, target: Invitee, place: Place) =>
  whyNotInvite('invitation.send', actor, target, place)
export const whyNotResend = (actor: Actor, target: Invitee, place: Place) =>
  whyNotInvite('invitation.resend', actor, target, place)
export const whyNotCancel = (actor: Actor, target: Invitee, place: Place) =>
  whyNotInvite('invitation.cancel', actor, target, place)
export const whyNotCopyLink = (actor: Actor, target: Invitee, place: Place) =>
  whyNotInvite('invitation.copy_link', actor, target, place)

function isAbove(actor: Actor, target: Invitee, place: Place): boolean {
  return actor.kind === 'person' && standingAt(target.holdings, place) > levelAt(actor.holdings, place)
}
