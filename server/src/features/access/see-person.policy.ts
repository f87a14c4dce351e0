import type { Actor, Place } from '../../kernel/actor.ts'
import { notFound, type Refusal } from '../../kernel/refusal.ts'
import { holdsAtAUnit } from './at-a-unit.policy.ts'
import { authorize, maySee } from './authorize.policy.ts'
import { mayNot } from './require.ts'

/**
 * Why an actor may not see a person; null when they may. Oneself is always seen; others by the right to see people at
 * the organisation or at a unit of theirs. To who has that right at some units only, everybody else is not there.
 */
export function whyNotSee(
  actor: Actor,
  person: { accountId: string; unitPlaces: Place[] },
  place: Place,
): Refusal | null {
  if (actor.kind === 'person' && actor.accountId === person.accountId) return null
  if ([place, ...person.unitPlaces].some((at) => authorize(actor, 'users.view', at))) return null
  if (!maySee(actor, place) || holdsAtAUnit(actor, 'users.view', place)) return notFound()
  return mayNot('users.view')
}
