import type { Actor, Place } from '../../kernel/actor.ts'
import { wrongFields } from '../../kernel/refusal.ts'
import type { Tx } from '../../platform/database/database.ts'
import { findToday } from '../organisations/organisations.queries.ts'
import { whyNotSetDeletionDate } from './deletion-date.policy.ts'

/**
 * The day on which somebody is to be deleted: it begins at midnight where the organisation is, and must still be to come.
 * @throws Refusal forbidden, deletion_date_not_at_units, deletion_date_past
 */
export async function readDeletionDate(
  tx: Tx,
  actor: Actor,
  place: Place,
  date: string | null | undefined,
): Promise<string | null> {
  if (!date) return null
  const refusal = whyNotSetDeletionDate(actor, place)
  if (refusal) throw refusal
  if (date <= (await findToday(tx, place.organisationId)))
    throw wrongFields([
      {
        pointer: '#/deletionDate',
        code: 'deletion_date_past',
        detail: 'Choose a day after today on which the account is to be deleted.',
      },
    ])
  return date
}
