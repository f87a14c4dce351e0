import type { Actor } from '../../kernel/actor.ts'
import { Refusal, wrongFields } from '../../kernel/refusal.ts'
import type { App } from '../../platform/app.ts'
import { changeAs } from '../../platform/database/change.ts'
import { asOfNow } from '../access/as-of-now.ts'
import { authorize } from '../access/authorize.policy.ts'
import { findPlaces, lockTenant } from '../access/places.queries.ts'
import { allowedAt, wantFreshProof } from '../access/require.ts'
import { record } from '../audit/record.ts'
import { deleteForGood } from '../leaving/delete-members.ts'
import { findToMove } from '../leaving/find-to-move.ts'
import { nameOf } from '../people/seen-person.ts'
import { listMembershipsOf } from './retention.queries.ts'

export interface EraseWish {
  /** As the screen shows it. */
  name: string
  /** What the school calls the request, such as a number; kept in the record, so it names nobody. */
  reference?: string | undefined
}

/**
 * Erases somebody who asked for it, wherever in the tenant they are a member: names, addresses and numbers leave every
 * table, the key of what the record keeps of them is destroyed, and the chain of the record stays whole. Needs the right
 * to delete people at each of these places, and a fresh proof. The rules of deleting hold: never oneself, nobody above,
 * not the last admin, nobody a source still lists; and nobody on hold.
 * @throws Refusal not_found, forbidden, reauth_required, on_hold, name_does_not_match, not_yourself, person_above_yours, last_admin, still_listed
 */
export async function erasePerson(
  app: App,
  actor: Actor,
  membershipId: string,
  wish: EraseWish,
): Promise<{ sentence: string }> {
  return changeAs(app, actor, async (tx) => {
    await lockTenant(tx, actor.tenantId)
    const now = await asOfNow(tx, actor)
    const { row, place } = await findToMove(tx, now, membershipId)
    allowedAt(now, 'users.delete', place)
    wantFreshProof(now)
    const memberships = await listMembershipsOf(tx, row.personId)
    const places = await findPlaces(
      tx,
      memberships.map((each) => each.organisationId),
    )
    if (![...places.values()].every((each) => authorize(now, 'users.delete', each)))
      throw new Refusal(
        'forbidden',
        'forbidden',
        'This person is a member elsewhere too, where you can’t delete people. Ask an admin above.',
      )
    if (plain(wish.name) !== plain(nameOf(row)))
      throw wrongFields([
        {
          pointer: '#/name',
          code: 'name_does_not_match',
          detail: 'That isn’t the name of the person you are erasing. Type it as it is shown.',
        },
      ])
    await record(app, tx, now, [
      {
        event: 'person.erased',
        subjectId: row.personId,
        organisationId: place.organisationId,
        detail: { memberships: memberships.length, ...(wish.reference ? { reference: wish.reference } : {}) },
      },
    ])
    const { refused } = await deleteForGood(app, tx, now, memberships, { because: 'request' })
    const [stays] = refused.values()
    if (stays) throw stays
    return {
      sentence:
        'Erased. Names, addresses and numbers are gone everywhere here. Backups made before still hold them until they are removed.',
    }
  })
}

const plain = (name: string) => name.normalize('NFC').trim().replace(/\s+/g, ' ').toLocaleLowerCase('en')
