import type { Actor } from '../../kernel/actor.ts'
import { type Refusal, wrongFields } from '../../kernel/refusal.ts'
import type { App } from '../../platform/app.ts'
import { changeAs } from '../../platform/database/change.ts'
import type { Tx } from '../../platform/database/database.ts'
import { asOfNow } from '../access/as-of-now.ts'
import { lockTenant } from '../access/places.queries.ts'
import { type LeavingAction, whyNotMove } from '../people/leaving-actions.policy.ts'
import { moverOf, nameOf, type SeenPerson } from '../people/seen-person.ts'
import { deactivate, type Leaver } from './deactivate.ts'
import { type Found, findToMove } from './find-to-move.ts'
import { reactivate } from './reactivate.ts'
import { rolesInWords } from './say-consequences.ts'

export interface LeavingWish {
  /** Last day of work, YYYY-MM-DD: not after today there. */
  leavingDate?: string | undefined
  /** Kept in the record, and shown only there. */
  reason?: string | undefined
}

export interface Moved extends Pick<SeenPerson, 'status' | 'statusLabel' | 'statusDetail'> {
  /** What was done, to be said to who did it. */
  sentence: string
}

/**
 * Pauses somebody where they are a member: access ends at once, everything else is kept for when they are brought back.
 * @throws Refusal not_found, forbidden, not_yourself, person_above_yours, already_inactive, awaiting_approval, last_admin
 */
export const pausePerson = (app: App, actor: Actor, membershipId: string, { reason }: LeavingWish = {}) =>
  move(app, actor, membershipId, 'person.pause', async (tx, now, found) => {
    const { refused } = await deactivate(app, tx, now, [leaverOf(found)], { as: 'paused', reason })
    return { refused, say: (name) => `${name} is paused and has no access to ${placeName(found)}.` }
  })

/**
 * Archives somebody who has left: as pausing, and their last day of work is kept. Who is paused can be archived too.
 * @throws Refusal as pausePerson, and leaving_date_to_come
 */
export const archivePerson = (app: App, actor: Actor, membershipId: string, wish: LeavingWish) =>
  move(app, actor, membershipId, 'person.archive', async (tx, now, found) => {
    const { leavingDate, reason } = wish
    if (leavingDate && leavingDate > found.today)
      throw wrongFields([
        {
          pointer: '#/leavingDate',
          code: 'leaving_date_to_come',
          detail: 'Archiving ends access now, so the last day can’t be after today.',
        },
      ])
    const leaver = { ...leaverOf(found), leavingDate: leavingDate ?? null }
    const { refused } = await deactivate(app, tx, now, [leaver], { as: 'archived', reason })
    return { refused, say: (name) => `${name} is archived and has no access to ${placeName(found)}.` }
  })

/**
 * Brings somebody back who was paused or archived, with the roles and units they had.
 * @throws Refusal not_found, forbidden, not_yourself, person_above_yours, not_inactive
 */
export const bringPersonBack = (app: App, actor: Actor, membershipId: string) =>
  move(app, actor, membershipId, 'person.reactivate', async (tx, now, found) => {
    const { done, refused } = await reactivate(app, tx, now, [leaverOf(found)], {})
    const roles = rolesInWords(found.seen)
    const kept = roles ? `, with the roles as before: ${roles}` : ''
    const active = done.some((each) => each.active)
    return {
      refused,
      say: (name) =>
        active ? `${name} is active again${kept}.` : `${name} is back on the list, not invited yet${kept}.`,
    }
  })

type Doing = (
  tx: Tx,
  now: Actor,
  found: Found,
) => Promise<{ refused: Map<string, Refusal>; say: (name: string) => string }>

/** Asks again under the tenant's lock what the actor may do, does it, and answers how the person stands then. */
async function move(
  app: App,
  actor: Actor,
  membershipId: string,
  action: LeavingAction,
  doing: Doing,
): Promise<Moved> {
  return changeAs(app, actor, async (tx) => {
    await lockTenant(tx, actor.tenantId)
    const now = await asOfNow(tx, actor)
    const found = await findToMove(tx, now, membershipId)
    const refusal = whyNotMove(action, now, moverOf(found.row), found.place)
    if (refusal) throw refusal
    const { refused, say } = await doing(tx, now, found)
    const stays = refused.get(membershipId)
    if (stays) throw stays
    const { status, statusLabel, statusDetail } = (await findToMove(tx, now, membershipId)).seen
    return { status, statusLabel, statusDetail, sentence: say(nameOf(found.row)) }
  })
}

const leaverOf = ({ row }: Found): Leaver => ({
  membershipId: row.id,
  accountId: row.personId,
  organisationId: row.organisation.id,
})

const placeName = ({ row }: Found) => row.organisation.name
