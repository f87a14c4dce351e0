import type { Actor, Holding, Place } from '../../kernel/actor.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { holds, levelAt } from './authorize.policy.ts'
import { ADMIN_LEVEL } from './built-in-roles.ts'

/** What the rule needs to know of a person. */
export interface PossibleAdmin {
  canSignIn: boolean
  holdings: Holding[]
}

export const refuse = {
  lastAdmin: (name: string, place: string) =>
    new Refusal(
      'conflict',
      'last_admin',
      `${name} is the only admin at ${place}. Make someone else an admin first.`,
    ),
  lastOwner: (name: string) =>
    new Refusal('conflict', 'last_admin', `${name} is the only owner. Make someone else an owner first.`),
}

/** Active, able to sign in, and in charge of people and their roles there. A lock, which opens by itself, does not count against it. */
export function isAbleAdmin(person: PossibleAdmin, place: Place): boolean {
  return person.canSignIn && inCharge(person.holdings, place)
}

/** An able owner: what a tenant always keeps at least one of. */
export function isAbleOwner(person: PossibleAdmin): boolean {
  return (
    person.canSignIn &&
    person.holdings.some(
      (holding) =>
        holding.state === 'active' &&
        holding.assignments.some((each) => each.role === 'owner' && each.scope === 'tenant'),
    )
  )
}

/** Whether an actor is an able admin who stands above an organisation, not in it: only they may take its last admin away. */
export function standsAbove(actor: Actor, place: Place): boolean {
  if (actor.kind !== 'person') return false
  const fromAbove = actor.holdings.map((holding) => ({
    ...holding,
    grants: holding.organisation.id === place.organisationId ? [] : holding.grants,
    assignments: holding.assignments.filter(
      (each) =>
        each.scope === 'tenant' ||
        (each.scope === 'organisation' && each.organisationId !== place.organisationId),
    ),
  }))
  return inCharge(fromAbove, place)
}

function inCharge(holdings: Holding[], place: Place): boolean {
  const may = (permission: 'users.edit' | 'roles.assign') =>
    holdings.some((holding) => holds(holding, permission, place))
  return levelAt(holdings, place) >= ADMIN_LEVEL && may('users.edit') && may('roles.assign')
}
