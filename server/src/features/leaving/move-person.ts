import type { Actor } from '../../kernel/actor.ts'
import { type Refusal, wrongFields } from '../../kernel/refusal.ts'
import { sayDay } from '../../kernel/say-day.ts'
import type { App } from '../../platform/app.ts'
import { changeAs } from '../../platform/database/change.ts'
import type { Tx } from '../../platform/database/database.ts'
import { asOfNow } from '../access/as-of-now.ts'
import { lockTenant } from '../access/places.queries.ts'
import { wantFreshProof } from '../access/require.ts'
import { record } from '../audit/record.ts'
import type { InactiveAs } from '../people/inactive-members.queries.ts'
import { type LeavingAction, whyNotMove } from '../people/leaving-actions.policy.ts'
import { moverOf, nameOf, type SeenPerson } from '../people/seen-person.ts'
import { deactivate } from './deactivate.ts'
import { type Found, findToMove } from './find-to-move.ts'
import { handOver } from './hand-over.ts'
import type { Member } from './may-move.ts'
import { planEnds, wantDayToCome } from './plan-ends.ts'
import { deletePlannedEnds } from './planned-ends.queries.ts'
import { reactivate } from './reactivate.ts'
import { rolesInWords, sayStillLeaves } from './say-consequences.ts'
import { sayHandedOver } from './say-hand-over.ts'

export interface LeavingWish {
  /** Last day of work, YYYY-MM-DD: not after the last day with access. */
  leavingDate?: string | undefined
  /** Last day with access, YYYY-MM-DD: today there or later. Access ends with that day; left out, it ends now. */
  on?: string | undefined
  /** Kept in the record, and shown only there. */
  reason?: string | undefined
  /** Whether the person is told by email. */
  tell?: boolean | undefined
  /** Who leads at once, by membership, what nobody would lead any more. */
  handOverTo?: string | undefined
}

export interface Moved extends Pick<SeenPerson, 'status' | 'statusLabel' | 'statusDetail'> {
  /** What was done, to be said to who did it. */
  sentence: string
}

/**
 * Pauses somebody where they are a member, now or at the end of a day: access ends, everything else is kept for when they
 * are brought back.
 * @throws Refusal not_found, forbidden, not_yourself, person_above_yours, already_inactive, awaiting_approval, last_admin,
 *   end_past, and with somebody to hand over to as handing over, and reauth_required
 */
export const pausePerson = (app: App, actor: Actor, membershipId: string, wish: LeavingWish = {}) =>
  move(app, actor, membershipId, 'person.pause', (tx, now, found) =>
    leave(app, tx, now, found, 'paused', { ...wish, leavingDate: undefined }),
  )

/**
 * Archives somebody who has left, or leaves on a day to come: as pausing, and their last day of work is kept. Who is
 * paused can be archived too.
 * @throws Refusal as pausePerson, and leaving_date_to_come
 */
export const archivePerson = (app: App, actor: Actor, membershipId: string, wish: LeavingWish) =>
  move(app, actor, membershipId, 'person.archive', (tx, now, found) =>
    leave(app, tx, now, found, 'archived', wish),
  )

async function leave(
  app: App,
  tx: Tx,
  now: Actor,
  found: Found,
  as: InactiveAs,
  { leavingDate = undefined, on, reason, tell, handOverTo }: LeavingWish,
): Promise<Done<object>> {
  if (on) wantDayToCome(on, found.today)
  if (leavingDate && leavingDate > (on ?? found.today))
    throw wrongFields([
      {
        pointer: '#/leavingDate',
        code: 'leaving_date_to_come',
        detail: on
          ? 'The last day of work can’t be after the last day with access.'
          : 'Archiving ends access now, so the last day can’t be after today.',
      },
    ])
  if (handOverTo) wantFreshProof(now)
  const handed = handOverTo ? await handOver(app, tx, now, [found.row.id], handOverTo) : null
  const after = handed ? ` ${sayHandedOver(handed)}` : ''
  const leaver = { ...memberOf(found), leavingDate: leavingDate ?? null }
  if (on) {
    const { refused } = await planEnds(app, tx, now, [leaver], { as, on, reason, tell })
    const { status } = found.row
    const until =
      status === 'active' || status === 'locked' ? `, and has access to ${placeName(found)} until then` : ''
    return { refused, say: (name) => `${name} will be ${as} at the end of ${sayDay(on)}${until}.${after}` }
  }
  const { refused } = await deactivate(app, tx, now, [leaver], { as, reason, tell })
  return { refused, say: (name) => `${name} is ${as} and has no access to ${placeName(found)}.${after}` }
}

/**
 * Calls off the end that was planned for somebody: they stay.
 * @throws Refusal not_found, forbidden, not_yourself, person_above_yours, no_planned_end
 */
export const letPersonStay = (app: App, actor: Actor, membershipId: string) =>
  move(app, actor, membershipId, 'person.stay', async (tx, now, found) => {
    await deletePlannedEnds(tx, [membershipId])
    const { accountId, organisationId } = memberOf(found)
    await record(app, tx, now, [
      { event: 'person.end_called_off', subjectId: accountId, organisationId, detail: { membershipId } },
    ])
    return { refused: new Map(), say: (name) => `${name} stays. No last day is set any more.` }
  })

/**
 * Brings somebody back who was paused or archived, with the roles and units they had.
 * @throws Refusal not_found, forbidden, not_yourself, person_above_yours, not_inactive
 */
export const bringPersonBack = (
  app: App,
  actor: Actor,
  membershipId: string,
  { tell }: Pick<LeavingWish, 'tell'> = {},
) =>
  move(app, actor, membershipId, 'person.reactivate', async (tx, now, found) => {
    const { done, refused } = await reactivate(app, tx, now, [memberOf(found)], { tell })
    const roles = rolesInWords(found.seen)
    const kept = roles ? `, with the roles as before: ${roles}` : ''
    const active = done.some((each) => each.active)
    const still = sayStillLeaves(found.row.plannedEnd)
    const after = still ? ` ${still}` : ''
    return {
      refused,
      say: (name) =>
        active
          ? `${name} is active again${kept}.${after}`
          : `${name} is back on the list, not invited yet${kept}.${after}`,
    }
  })

interface Done<More> {
  refused: Map<string, Refusal>
  say: (name: string) => string
  more?: More
}

type Doing<More> = (tx: Tx, now: Actor, found: Found) => Promise<Done<More>>

/** Asks again under the tenant's lock what the actor may do, does it, and answers how the person stands then. */
export async function move<More extends object>(
  app: App,
  actor: Actor,
  membershipId: string,
  action: LeavingAction,
  doing: Doing<More>,
): Promise<Moved & More> {
  return changeAs(app, actor, async (tx) => {
    await lockTenant(tx, actor.tenantId)
    const now = await asOfNow(tx, actor)
    const found = await findToMove(tx, now, membershipId)
    const refusal = whyNotMove(action, now, moverOf(found.row), found.place)
    if (refusal) throw refusal
    const { refused, say, more } = await doing(tx, now, found)
    const stays = refused.get(membershipId)
    if (stays) throw stays
    const { status, statusLabel, statusDetail } = (await findToMove(tx, now, membershipId)).seen
    return { status, statusLabel, statusDetail, sentence: say(nameOf(found.row)), ...(more as More) }
  })
}

export const memberOf = ({ row }: Found): Member => ({
  membershipId: row.id,
  accountId: row.personId,
  organisationId: row.organisation.id,
})

const placeName = ({ row }: Found) => row.organisation.name
