import type { Actor } from '../../kernel/actor.ts'
import { Refusal, wrongFields } from '../../kernel/refusal.ts'
import type { App } from '../../platform/app.ts'
import type { Tx } from '../../platform/database/database.ts'
import { maySee } from '../access/authorize.policy.ts'
import { makeRoleChange } from '../access/change-roles.ts'
import { whyNotGive } from '../access/give-role.policy.ts'
import { type LeftUnit, listUnitsLeft } from '../access/leaderless.queries.ts'
import { memberInSight } from '../access/member-in-sight.ts'
import { findUnitPlaces } from '../access/places.queries.ts'
import { planLeading } from '../access/plan-leading.ts'
import type { RoleChange } from '../access/plan-role-change.ts'
import type { HandedOver } from './say-hand-over.ts'

/** What handing over would take: offered, or shown with the reason why it can't be done. */
export interface HandOver {
  /** How many units there are to hand over. */
  units: number
  allowed: boolean
  reason: string | null
}

/** Units that would have no leader once these members are gone, of those the actor sees, and whether the actor may hand them over. */
export async function seeUnitsLeft(
  tx: Tx,
  actor: Actor,
  leaving: string[],
): Promise<{ units: LeftUnit[]; handOver: HandOver | null }> {
  const left = await listUnitsLeft(tx, leaving)
  const places = await findUnitPlaces(
    tx,
    left.map((unit) => unit.id),
  )
  const units = left.filter(({ id }) => {
    const place = places.get(id)
    return place !== undefined && maySee(actor, place)
  })
  let refusal: Refusal | null = null
  for (const { id } of units) {
    const place = places.get(id)
    if (place) refusal ??= whyNotGive(actor, 'leader', { scope: 'unit', place })
  }
  if (units.length === 0) return { units, handOver: null }
  return { units, handOver: { units: units.length, allowed: !refusal, reason: refusal?.message ?? null } }
}

/**
 * Makes somebody leader of the units of their organisation that nobody would lead any more once these members are gone,
 * before they go. The caller holds the tenant's row and has asked for a fresh proof of who the actor is.
 * @returns null when there is nothing to hand over
 * @throws Refusal successor_unknown, successor_leaves, successor_not_active, successor_elsewhere, and as changing roles
 */
export async function handOver(
  app: App,
  tx: Tx,
  now: Actor,
  leaving: string[],
  to: string,
): Promise<HandedOver | null> {
  const planned = await planHandOver(tx, now, leaving, to)
  if (!planned) return null
  await makeRoleChange(app, tx, now, planned.change)
  return planned.handedOver
}

/** The same, looked at beforehand: changes nothing. */
export async function planHandOver(
  tx: Tx,
  now: Actor,
  leaving: string[],
  to: string,
): Promise<{ change: RoleChange; unitIds: string[]; handedOver: HandedOver } | null> {
  const member = await findSuccessor(tx, now, to)
  if (leaving.includes(to))
    throw cannot('successor_leaves', `${member.name} is leaving too. Choose somebody who stays.`)
  if (member.state !== 'active')
    throw cannot('successor_not_active', `${member.name} isn’t active. Choose somebody who is.`)
  const { units } = await seeUnitsLeft(tx, now, leaving)
  const theirs = units.filter((unit) => unit.organisationId === member.organisationId)
  if (units.length === 0) return null
  if (theirs.length === 0)
    throw cannot(
      'successor_elsewhere',
      `${member.name} isn’t at the place of any of these units. Choose somebody who is.`,
    )
  const unitIds = theirs.map((unit) => unit.id)
  const change = await planLeading(tx, now, to, unitIds)
  return { change, unitIds, handedOver: { successor: member.name, units: theirs.map((unit) => unit.name) } }
}

/** @throws Refusal successor_unknown, the same for whoever isn't there and whoever can't be seen */
async function findSuccessor(tx: Tx, now: Actor, to: string) {
  try {
    const { member } = await memberInSight(tx, now, to)
    return { ...member, name: member.name.trim() || 'This person' }
  } catch (error) {
    if (error instanceof Refusal)
      throw cannot('successor_unknown', 'That person isn’t here. Choose somebody from the list.')
    throw error
  }
}

const cannot = (code: string, detail: string) => wrongFields([{ pointer: '#/handOverTo', code, detail }])
