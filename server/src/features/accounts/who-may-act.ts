import type { Actor, Place } from '../../kernel/actor.ts'
import { notFound, type Refusal } from '../../kernel/refusal.ts'
import type { Tx } from '../../platform/database/database.ts'
import { authorize } from '../access/authorize.policy.ts'
import type { Permission } from '../access/permissions.ts'
import { findPlaces } from '../access/places.queries.ts'
import { type Member, whoIsOutOfReach } from '../leaving/may-move.ts'
import { whyNotReach } from '../people/account-actions.policy.ts'
import type { MovedMember } from '../people/inactive-members.queries.ts'
import { findPersonRows } from '../people/person-rows.queries.ts'
import { nameOf } from '../people/seen-person.ts'

/** What came of acting on many people at once. */
export interface Acted {
  done: MovedMember[]
  /** Who was left as they are, and why, by membership. */
  refused: Map<string, Refusal>
}

/**
 * Those of these people on whom the actor may use a right, and why not on the others. Where the right is held at the
 * whole organisation only holders of higher roles are read one by one; where it is held at units, everybody is.
 * @param yourself why the actor may not do it to themselves; null where they may
 */
export async function whoMayBeActedOn(
  tx: Tx,
  actor: Actor,
  right: Permission,
  members: Member[],
  yourself: () => Refusal | null,
): Promise<{ open: Member[]; refused: Map<string, Refusal> }> {
  const places = await findPlaces(tx, [...new Set(members.map((each) => each.organisationId))])
  const holdsHere = (at: Place | undefined) => at !== undefined && authorize(actor, right, at)
  const whole = members.filter((each) => holdsHere(places.get(each.organisationId)))
  const some = members.filter((each) => !holdsHere(places.get(each.organisationId)))
  const { refused: outOfReach } = await whoIsOutOfReach(tx, actor, whole)
  const refused = new Map<string, Refusal>()
  for (const [membershipId, refusal] of outOfReach) {
    const own = refusal.code === 'not_yourself' ? yourself() : refusal
    if (own) refused.set(membershipId, own)
  }
  const rows = new Map(
    (
      await findPersonRows(
        tx,
        some.map((each) => each.membershipId),
      )
    ).map((row) => [row.id, row]),
  )
  for (const each of some) {
    const row = rows.get(each.membershipId)
    const place = places.get(each.organisationId)
    const refusal =
      row && place
        ? whyNotReach(
            right,
            actor,
            { name: nameOf(row), holdings: row.holdings, unitPlaces: row.units.map((unit) => unit.place) },
            place,
          )
        : notFound()
    const own = actor.kind === 'person' && actor.accountId === each.accountId ? yourself() : null
    if (own ?? refusal) refused.set(each.membershipId, (own ?? refusal) as Refusal)
  }
  return { open: members.filter((each) => !refused.has(each.membershipId)), refused }
}
