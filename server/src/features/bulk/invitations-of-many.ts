import { randomUUID } from 'node:crypto'
import type { Actor, Place } from '../../kernel/actor.ts'
import type { Tx } from '../../platform/database/database.ts'
import { findPlaces, findUnitPlaces } from '../access/places.queries.ts'
import { endTheirs } from '../invitations/cancel.ts'
import { asTarget, unitsOf } from '../invitations/find-for-action.ts'
import {
  findOpenInvitations,
  lockInvitations,
  type OpenInvitation,
} from '../invitations/invitations.queries.ts'
import { type Decided, decide, send } from '../invitations/resend.ts'
import { whyNotCancel } from '../people/invite-actions.policy.ts'
import { findMembers } from '../people/invite-members.queries.ts'
import type { Chosen } from './bulk.ts'
import type { ManyAct, Refused } from './many-act.ts'
import { areOf, people, said } from './say-people.ts'

/**
 * Inviting many: whoever was never invited gets a first invitation, and whoever was and has not registered another one.
 * Sending again leaves out those who never were.
 */
export const sendingToMany = (action: 'invite' | 'resend'): ManyAct => ({
  destructive: false,
  whoCannot: async (tx, actor, chosen) =>
    (await decideAll(tx, actor, chosen, action, { dryRun: true })).refused,
  async foretell(_tx, going) {
    const again = going.filter((each) => each.state === 'invited').length
    const first = going.length - again
    return {
      changes: said(
        first > 0 &&
          `${areOf(first)} invited for the first time, and an email with a personal link goes out to each.`,
        again > 0 &&
          `${people(again)} ${again === 1 ? 'gets' : 'get'} another email with a new link, which has its full life again.`,
      ),
      keeps: said(
        'No seat is taken until somebody registers.',
        again > 0 && 'Links from before live out their own days.',
      ),
    }
  },
  async run(app, tx, actor, chosen) {
    const { refused, parts } = await decideAll(tx, actor, chosen, action, {})
    for (const { place, units, going } of parts)
      if (going.length > 0) await send(app, tx, actor, { place, units }, going, randomUUID(), 0)
    return refused
  },
})

/** Cancelling the invitations of many. */
export const cancellingForMany: ManyAct = {
  destructive: true,
  whoCannot: async (tx, actor, chosen) => (await whoseToCancel(tx, actor, chosen)).refused,
  async foretell(_tx, going) {
    const count = going.length
    return {
      changes: [
        count === 1
          ? 'The invitation of 1 person ends: its links stop working and say so, and email that hasn’t left yet is not sent.'
          : `The invitations of ${people(count)} end: their links stop working and say so, and email that hasn’t left yet is not sent.`,
        'What the invitations offered is gone. People of whom only an address was known leave the list.',
      ],
      keeps: ['Everybody else stays on the list as Not invited, and can be invited again.'],
    }
  },
  async run(app, tx, actor, chosen) {
    await lockInvitations(
      tx,
      chosen.map((each) => each.membershipId),
    )
    const { refused, open } = await whoseToCancel(tx, actor, chosen)
    const ended = await endTheirs(
      app,
      tx,
      actor,
      open.map((each) => each.id),
    )
    const done = new Set(ended.map((each) => each.membershipId))
    for (const { membershipId } of open)
      if (!done.has(membershipId)) refused.set(membershipId, 'changed_meanwhile')
    return refused
  },
}

interface Part {
  place: Place
  units: Map<string, Place>
  going: Decided[]
}

/** Who gets an invitation, place by place: places are few beside people. */
async function decideAll(
  tx: Tx,
  actor: Actor,
  chosen: Chosen[],
  action: 'invite' | 'resend',
  how: { dryRun?: true },
): Promise<{ refused: Refused; parts: Part[] }> {
  const refused: Refused = new Map()
  for (const { membershipId, state } of chosen) {
    if (state === 'inactive' || state === 'awaiting_approval') refused.set(membershipId, state)
    if (state === 'active') refused.set(membershipId, 'already_active')
  }
  const rest = chosen.filter((each) => !refused.has(each.membershipId))
  const places = await findPlaces(tx, [...new Set(rest.map((each) => each.organisationId))])
  const parts: Part[] = []
  for (const [organisationId, there] of Map.groupBy(rest, (each) => each.organisationId)) {
    const place = places.get(organisationId) as Place
    const ids = there.map((each) => each.membershipId)
    const { decided, units } = await decide(tx, actor, place, await findMembers(tx, organisationId, ids), {
      alsoNotInvited: action === 'invite',
      ...how,
    })
    for (const { member, refusal } of decided) if (refusal) refused.set(member.membershipId, refusal.code)
    parts.push({ place, units, going: decided.filter((each) => !each.refusal) })
  }
  return { refused, parts }
}

async function whoseToCancel(
  tx: Tx,
  actor: Actor,
  chosen: Chosen[],
): Promise<{ refused: Refused; open: OpenInvitation[] }> {
  const invitations = await findOpenInvitations(tx, {
    membershipIds: chosen.map((each) => each.membershipId),
  })
  const places = await findPlaces(tx, [...new Set(invitations.map((each) => each.organisationId))])
  const units = await findUnitPlaces(tx, [...new Set(invitations.flatMap(unitsOf))])
  const byMember = new Map(invitations.map((each) => [each.membershipId, each]))
  const refused: Refused = new Map()
  for (const { membershipId } of chosen) {
    const invitation = byMember.get(membershipId)
    const refusal =
      invitation &&
      whyNotCancel(actor, asTarget(invitation, units), places.get(invitation.organisationId) as Place)
    const code = invitation ? refusal?.code : 'invitation_ended'
    if (code) refused.set(membershipId, code)
  }
  return { refused, open: invitations.filter((each) => !refused.has(each.membershipId)) }
}
