import type { Actor, Person } from '../../kernel/actor.ts'
import type { App } from '../../platform/app.ts'
import { changeAs } from '../../platform/database/change.ts'
import type { Tx } from '../../platform/database/database.ts'
import { asOfNow } from '../access/as-of-now.ts'
import { levelAt, standingAt } from '../access/authorize.policy.ts'
import { findPlace, holdingsOf, lockTenant } from '../access/places.queries.ts'
import { allowedAt } from '../access/require.ts'
import { record } from '../audit/record.ts'
import { findToMove } from '../leaving/find-to-move.ts'
import { endHold, findPlacer, type Held, insertHold } from './holds.queries.ts'
import { refuse } from './retention.ts'

/** Whom a hold is about: a person by their membership, or everything of an organisation and below. */
export type HoldOn = { personId: string } | { organisationId: string }

/**
 * Holds a person, or everything of an organisation: nothing of it is lost to time, deletion or erasure until the hold is
 * lifted. Nobody holds themselves, nor somebody who stands above them there.
 * @throws Refusal not_found, forbidden, not_yourself, person_above_yours, already_held
 */
export async function placeHold(app: App, actor: Actor, on: HoldOn, reason: string): Promise<undefined> {
  return changeAs(app, actor, async (tx) => {
    await lockTenant(tx, actor.tenantId)
    const now = await asOfNow(tx, actor)
    const held = await findHeld(tx, now, on)
    await mustReachHeld(tx, now, held)
    if (!(await insertHold(tx, held, reason, byOf(now)))) throw refuse.heldAlready()
    await record(app, tx, now, [entryOf('hold.placed', held)])
    return undefined
  })
}

/**
 * Lifts a hold: what is past its time goes with the next run. Nobody lifts one on themselves, nor one that was placed by
 * somebody who stands above them there.
 * @throws Refusal not_found, forbidden, not_yourself, placed_above, not_held
 */
export async function liftHold(app: App, actor: Actor, on: HoldOn): Promise<undefined> {
  return changeAs(app, actor, async (tx) => {
    await lockTenant(tx, actor.tenantId)
    const now = await asOfNow(tx, actor)
    const held = await findHeld(tx, now, on)
    await mustReachPlacer(tx, now, held)
    if (!(await endHold(tx, held, byOf(now)))) throw refuse.notHeld()
    await record(app, tx, now, [entryOf('hold.lifted', held)])
    return undefined
  })
}

async function findHeld(tx: Tx, actor: Actor, on: HoldOn): Promise<Held> {
  if ('organisationId' in on) {
    allowedAt(actor, 'settings.security', await findPlace(tx, on.organisationId))
    return { organisationId: on.organisationId, accountId: null }
  }
  const { row, place } = await findToMove(tx, actor, on.personId)
  allowedAt(actor, 'settings.security', place)
  return { organisationId: place.organisationId, accountId: row.personId }
}

async function mustReachHeld(tx: Tx, actor: Actor, { accountId, organisationId }: Held): Promise<void> {
  if (actor.kind !== 'person' || !accountId) return
  if (accountId === actor.accountId) throw refuse.holdOnOneself()
  if (await standsAbove(tx, accountId, actor, organisationId)) throw refuse.heldAbove()
}

async function mustReachPlacer(tx: Tx, actor: Actor, held: Held): Promise<void> {
  if (actor.kind !== 'person') return
  if (held.accountId === actor.accountId) throw refuse.ownHold()
  const placer = await findPlacer(tx, held)
  if (placer && (await standsAbove(tx, placer, actor, held.organisationId))) throw refuse.placedAbove()
}

async function standsAbove(
  tx: Tx,
  accountId: string,
  actor: Person,
  organisationId: string,
): Promise<boolean> {
  const place = await findPlace(tx, organisationId)
  return (
    place !== undefined && standingAt(await holdingsOf(tx, accountId), place) > levelAt(actor.holdings, place)
  )
}

const byOf = (actor: Actor) => (actor.kind === 'person' ? actor.accountId : null)

const entryOf = (event: 'hold.placed' | 'hold.lifted', { organisationId, accountId }: Held) => ({
  event,
  organisationId,
  ...(accountId ? { subjectId: accountId } : { detail: { everything: true } }),
})
