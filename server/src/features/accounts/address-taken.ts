import type { Actor, Place } from '../../kernel/actor.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Tx } from '../../platform/database/database.ts'
import { whyNotSee } from '../access/see-person.policy.ts'
import { findAddressHolder } from '../people/address-holder.queries.ts'
import { readNow } from '../people/people-ground.queries.ts'
import { findPersonRows, type PersonRow } from '../people/person-rows.queries.ts'
import { sayDate } from '../people/say-when.ts'
import { nameOf, placeOf } from '../people/seen-person.ts'

/**
 * Why an address can't become somebody's: it is another person's, and where, as far as the actor sees. Null when nobody
 * has it, or the person themselves.
 */
export async function whyTaken(
  tx: Tx,
  actor: Actor,
  place: Place,
  email: string,
  accountId: string,
): Promise<Refusal | null> {
  const holder = await findAddressHolder(tx, email)
  if (!holder || holder.accountId === accountId) return null
  const rows = (await findPersonRows(tx, holder.membershipIds)).filter((row) => sees(actor, row))
  const shown = rows.find((row) => row.organisation.id === place.organisationId) ?? rows[0]
  return addressInUse(shown ? saidOf(shown, email, await readNow(tx)) : OUT_OF_SIGHT)
}

const addressInUse = (detail: string = OUT_OF_SIGHT) =>
  new Refusal('conflict', 'address_in_use', detail, {
    problems: [{ pointer: '#/email', code: 'address_in_use', detail }],
  })

const OUT_OF_SIGHT = 'This address is in use. Use another one, or ask an admin of your trust.'

const sees = (actor: Actor, row: PersonRow) =>
  whyNotSee(
    actor,
    { accountId: row.personId, unitPlaces: row.units.map((unit) => unit.place) },
    placeOf(row),
  ) === null

function saidOf(row: PersonRow, email: string, now: Date): string {
  const { name, timeZone } = row.organisation
  const since =
    row.inactive && ` (${row.inactive.as} ${sayDate(new Date(row.inactive.at), { now, timeZone })})`
  return `${email} is the address of ${nameOf(row)} at ${name}${since ?? ''}. Use another one.`
}
