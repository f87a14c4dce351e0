import { randomUUID } from 'node:crypto'
import type { Actor, Place } from '../../kernel/actor.ts'
import { Refusal, wrongFields } from '../../kernel/refusal.ts'
import type { App } from '../../platform/app.ts'
import { changeAs } from '../../platform/database/change.ts'
import type { Tx } from '../../platform/database/database.ts'
import { authorize } from '../access/authorize.policy.ts'
import { whyNotGrant } from '../access/give-role.policy.ts'
import { isPermission } from '../access/permissions.ts'
import { findPlace, findUnitPlaces } from '../access/places.queries.ts'
import { inSight, mayNot } from '../access/require.ts'
import { record } from '../audit/record.ts'
import { cancelQueued } from '../messages/cancel-messages.ts'
import { queueMessages } from '../messages/queue-messages.ts'
import {
  MAILS_A_DAY,
  SECONDS_BETWEEN_MAILS,
  whyNotResend,
  whyNotSend,
} from '../people/invite-actions.policy.ts'
import { findMembers, type KnownMember, reinviteMembers } from '../people/invite-members.queries.ts'
import { asTarget, findForAction, unitsOf } from './find-for-action.ts'
import { languageOf } from './invitation.ts'
import {
  findOpenInvitations,
  findOverMailed,
  findWaitingLetters,
  insertInvitations,
  lockInvitations,
  markSentAgain,
  type OpenInvitation,
} from './invitations.queries.ts'
import { notSent } from './not-sent.ts'
import { broughtByList, whyNotOfferHeld } from './offer.ts'
import { grantOffered } from './send-first.ts'

export interface ResendWish {
  /** Memberships; one that isn't here stops everything. */
  people?: string[] | undefined
  /** Everybody of the organisation who hasn't set up their account. */
  everyone?: boolean | undefined
  /** Also those who were never invited. */
  alsoNotInvited?: boolean | undefined
  holdSeconds?: number | undefined
  dryRun?: boolean | undefined
  /** How many the person saw; another number stops everything. */
  expectedCount?: number | undefined
}

export interface ResendResult {
  personId: string
  email: string
  name: string
  outcome: 'queued' | 'not_sent'
  code?: string
  detail?: string
}

export interface Resent {
  batchId: string | null
  counts: { resend: number; notInvited: number; notPossible: number }
  results: ResendResult[]
}

/**
 * Sends invitations again: each with a new link that has its full life; older links live out their own days. Somebody
 * never invited is invited, when asked for. Links of mail that waits in the queue go with the new one instead.
 * @throws Refusal not_found, forbidden, person_unknown, count_changed
 */
export async function resendMany(
  app: App,
  actor: Actor,
  organisationId: string,
  wish: ResendWish,
): Promise<Resent> {
  return changeAs(app, actor, async (tx) => {
    const place = inSight(actor, await findPlace(tx, organisationId))
    if (wish.everyone && !authorize(actor, 'invitations.resend_all', place))
      throw mayNot('invitations.resend_all')
    const members = await findMembers(tx, organisationId, wish.everyone ? 'not_set_up' : (wish.people ?? []))
    if (!wish.everyone && members.length < new Set(wish.people).size)
      throw wrongFields([
        {
          pointer: '#/people',
          code: 'person_unknown',
          detail: 'Some of these people aren’t here. Nothing was sent.',
        },
      ])
    const { decided, units } = await decide(tx, actor, place, members, wish)
    const going = decided.filter((each) => !each.refusal)
    if (wish.expectedCount !== undefined && wish.expectedCount !== going.length)
      throw new Refusal(
        'conflict',
        'count_changed',
        `It would be ${going.length} people now, not ${wish.expectedCount}. Look at the list again.`,
      )
    const batchId = wish.dryRun || going.length === 0 ? null : randomUUID()
    if (batchId) await send(app, tx, actor, { place, units }, going, batchId, wish.holdSeconds ?? 0)
    return {
      batchId,
      counts: {
        resend: going.filter((each) => each.invitation).length,
        notInvited: going.filter((each) => !each.invitation).length,
        notPossible: decided.length - going.length,
      },
      results: decided.map(asResult),
    }
  })
}

/**
 * Sends one invitation again.
 * @throws Refusal not_found, forbidden, person_above_yours, invitation_ended, slow_down
 */
export async function resend(
  app: App,
  actor: Actor,
  invitationId: string,
  wish: { holdSeconds?: number | undefined },
): Promise<{ batchId: string }> {
  return changeAs(app, actor, async (tx) => {
    const { membershipId } = (await findForAction(tx, actor, invitationId)).invitation
    await lockInvitations(tx, [membershipId])
    const { invitation, place, units } = await findForAction(tx, actor, invitationId)
    const refusal = whyNotResend(actor, asTarget(invitation, units), place) ?? tooSoon(invitation)
    if (refusal) throw refusal
    const batchId = randomUUID()
    const going = { member: invitation, invitation, refusal: null }
    await send(app, tx, actor, { place, units }, [going], batchId, wish.holdSeconds ?? 0)
    return { batchId }
  })
}

/** Whether somebody gets an invitation, again or for the first time; without a refusal they do. */
export interface Decided {
  member: KnownMember
  invitation: OpenInvitation | undefined
  refusal: Refusal | null
}

/**
 * Decides for each of these members whether an invitation goes out to them, and holds the open ones but for a dry run.
 * @param members of that place
 */
export async function decide(
  tx: Tx,
  actor: Actor,
  place: Place,
  members: KnownMember[],
  wish: Pick<ResendWish, 'alsoNotInvited' | 'everyone' | 'dryRun'>,
): Promise<{ decided: Decided[]; units: Map<string, Place> }> {
  const membershipIds = members.map((each) => each.membershipId)
  if (!wish.dryRun) await lockInvitations(tx, membershipIds)
  const open = await findOpenInvitations(tx, { membershipIds })
  const byMember = new Map(open.map((each) => [each.membershipId, each]))
  const units = await findUnitPlaces(tx, [...new Set(members.flatMap(unitsOf))])
  const neverInvited = members.filter((each) => each.status === 'not_invited')
  const overMailed = await findOverMailed(
    tx,
    neverInvited.map((each) => each.email),
    MAILS_A_DAY,
  )
  const decided = members
    .map((member) => {
      const invitation = byMember.get(member.membershipId)
      const target = asTarget(member, units)
      const refusal = invitation
        ? (whyNotResend(actor, target, place, wish.everyone ? 'invitations.resend_all' : undefined) ??
          tooSoon(invitation))
        : member.status === 'not_invited' && !wish.alsoNotInvited
          ? notAsked(member.name)
          : (whyNotSend(actor, target, place) ??
            whyNotOfferHeld(actor, member, place, units) ??
            (overMailed.has(member.email) ? tooMany(member.name) : null))
      return { member, invitation, refusal }
    })
    .filter(
      ({ member, refusal }) =>
        !(wish.everyone && refusal?.code === 'not_asked' && member.status === 'not_invited'),
    )
  return { decided, units }
}

const notAsked = (name: string) =>
  new Refusal('conflict', 'not_asked', `${name} was never invited. Tick “Also invite” to invite them now.`)

function tooSoon(invitation: OpenInvitation): Refusal | null {
  const wait = SECONDS_BETWEEN_MAILS - (invitation.askedSecondsAgo ?? SECONDS_BETWEEN_MAILS)
  if (wait > 0)
    return new Refusal(
      'too_many',
      'slow_down',
      `An invitation to ${invitation.name} was asked for less than a minute ago. Wait a moment.`,
      { retryAfterSeconds: Math.ceil(wait) },
    )
  return invitation.mailsToday >= MAILS_A_DAY ? tooMany(invitation.name) : null
}

function tooMany(name: string): Refusal {
  const { code, detail } = notSent.tooManyMails(name, MAILS_A_DAY)
  return new Refusal('too_many', code, detail, { retryAfterSeconds: 3600 })
}

/** Sends out to those who were decided to get one: a new letter with a new link each. */
export async function send(
  app: App,
  tx: Tx,
  actor: Actor,
  { place, units }: { place: Place; units: Map<string, Place> },
  going: Decided[],
  batchId: string,
  holdSeconds: number,
): Promise<void> {
  const { organisationId } = place
  const inviterId = actor.kind === 'person' ? actor.accountId : null
  const again = going.flatMap((each) => each.invitation ?? [])
  const waiting = await findWaitingLetters(
    tx,
    again.map((each) => each.id),
  )
  await cancelQueued(tx, { messageIds: waiting })
  // Whoever sends it again stands behind it from now on, if they could have sent it in the first place.
  await markSentAgain(
    tx,
    again.map((each) => ({
      id: each.id,
      inviterId: couldOffer(actor, each, place, units) ? inviterId : each.inviterId,
    })),
    batchId,
  )
  const reinvited = await reinviteMembers(
    tx,
    going.filter((each) => !each.invitation).map((each) => each.member.membershipId),
  )
  const terms = {
    organisationId,
    batchId,
    inviterId,
    language: languageOf(undefined),
    message: null,
    sendAt: null,
  }
  const held = new Map(going.map(({ member }) => [member.membershipId, member]))
  const offered = reinvited.map((each) => ({
    ...each,
    permissions: broughtByList(held.get(each.membershipId)),
  }))
  await grantOffered(tx, offered)
  const ids = await insertInvitations(tx, offered, terms)
  const sent = [
    ...again.map((each) => ({ ...each, event: 'invitation.resent' as const })),
    ...reinvited.map((each, index) => ({
      ...each,
      id: ids[index] as string,
      event: 'person.invited' as const,
    })),
  ]
  await queueMessages(
    tx,
    sent.map((each) => ({
      kind: 'invitation',
      organisationId,
      accountId: each.accountId,
      to: each.email,
      subjectIds: { invitationId: each.id },
      holdSeconds,
    })),
  )
  await record(
    app,
    tx,
    actor,
    sent.map((each) => ({
      event: each.event,
      subjectId: each.accountId,
      organisationId,
      detail: { invitationId: each.id, batchId },
    })),
  )
}

function couldOffer(
  actor: Actor,
  invitation: OpenInvitation,
  place: Place,
  units: Map<string, Place>,
): boolean {
  const here = invitation.holdings.find((each) => each.membershipId === invitation.membershipId)
  const roles = (here?.assignments ?? []).map((each) => each.role)
  return (
    whyNotOfferHeld(actor, invitation, place, units) === null &&
    invitation.permissions.every(
      (permission) => isPermission(permission) && whyNotGrant(actor, permission, place, roles) === null,
    )
  )
}

const asResult = ({ member, refusal }: Decided): ResendResult => ({
  personId: member.membershipId,
  email: member.email,
  name: member.name,
  outcome: refusal ? 'not_sent' : 'queued',
  ...(refusal ? { code: refusal.code, detail: refusal.message } : {}),
})
