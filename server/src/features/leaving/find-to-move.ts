import type { Actor, Place } from '../../kernel/actor.ts'
import { notFound } from '../../kernel/refusal.ts'
import type { Tx } from '../../platform/database/database.ts'
import { whyNotSee } from '../access/see-person.policy.ts'
import { readNow } from '../people/people-ground.queries.ts'
import { findPersonRows, type PersonRow } from '../people/person-rows.queries.ts'
import { dayOf } from '../people/say-when.ts'
import { unitsOfRoles } from '../people/see-people.ts'
import { asSeen, placeOf, type SeenPerson } from '../people/seen-person.ts'

/** One person of an organisation as the rules know them, and as the actor sees them. */
export interface Found {
  row: PersonRow
  seen: SeenPerson
  place: Place
  /** The day it is there, YYYY-MM-DD. */
  today: string
}

/** Finds a person in the actor's sight. @throws Refusal not_found, forbidden */
export async function findToMove(tx: Tx, actor: Actor, membershipId: string): Promise<Found> {
  const [row] = await findPersonRows(tx, [membershipId])
  if (!row) throw notFound()
  const place = placeOf(row)
  const unitPlaces = row.units.map((unit) => unit.place)
  const refusal = whyNotSee(actor, { accountId: row.personId, unitPlaces }, place)
  if (refusal) throw refusal
  const now = await readNow(tx)
  return {
    row,
    seen: asSeen(actor, row, await unitsOfRoles(tx, [row]), now),
    place,
    today: dayOf({ now, timeZone: row.organisation.timeZone }),
  }
}
