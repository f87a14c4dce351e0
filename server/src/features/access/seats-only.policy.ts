import type { Actor, Place } from '../../kernel/actor.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { permissionsOf, roleOf } from './built-in-roles.ts'

/**
 * Whether somebody is here for the money alone, as a Finance Manager is: what they hold lets them see seats and do nothing
 * else, so that also what any other member sees, such as the names of units, is not theirs.
 */
export function seesOnlySeats(actor: Actor, place: Place): boolean {
  if (actor.kind !== 'person') return false
  const here = actor.holdings.filter((holding) => holding.state === 'active')
  const roles = here
    .flatMap((holding) => holding.assignments)
    .filter((each) => each.scope === 'tenant' || place.path.includes(each.organisationId))
    .map((each) => each.role)
  return (
    roles.length > 0 &&
    here.every((holding) => holding.grants.length === 0) &&
    roles.every((role) => roleOf(role).content === 'none' && [...permissionsOf(role)].join() === 'seats.view')
  )
}

/** @throws Refusal forbidden for somebody who is here for the money alone */
export function mustSeeMoreThanSeats(actor: Actor, place: Place): void {
  if (seesOnlySeats(actor, place))
    throw new Refusal('forbidden', 'forbidden', 'Your role shows you the seats here and nothing else.')
}
