import type { Actor, Place } from '../../kernel/actor.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { holdsAtAUnit } from '../access/at-a-unit.policy.ts'
import { authorize } from '../access/authorize.policy.ts'
import { mayNot } from '../access/require.ts'

/** Why an actor may not say when somebody is to be deleted; null when they may. Never through a unit. */
export function whyNotSetDeletionDate(actor: Actor, place: Place): Refusal | null {
  if (authorize(actor, 'deletion_date.set', place)) return null
  return holdsAtAUnit(actor, 'users.view', place)
    ? new Refusal(
        'forbidden',
        'deletion_date_not_at_units',
        'A deletion date is set for the whole organisation, not through a department or group. Ask an admin of it.',
      )
    : mayNot('deletion_date.set')
}
