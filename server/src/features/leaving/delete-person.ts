import type { Actor } from '../../kernel/actor.ts'
import { wrongFields } from '../../kernel/refusal.ts'
import type { App } from '../../platform/app.ts'
import { changeAs } from '../../platform/database/change.ts'
import { asOfNow } from '../access/as-of-now.ts'
import { lockTenant } from '../access/places.queries.ts'
import { whyNotMove } from '../people/leaving-actions.policy.ts'
import { moverOf, nameOf } from '../people/seen-person.ts'
import { deleteForGood } from './delete-members.ts'
import { findToMove } from './find-to-move.ts'
import { memberOf } from './move-person.ts'

/**
 * Deletes somebody where they are a member, for good, when their name is given as the screen shows it: capitals and
 * spaces don't matter. The answer names nobody, since it is kept for whoever repeats the request.
 * @throws Refusal not_found, forbidden, not_yourself, person_above_yours, last_admin, still_listed, name_does_not_match
 */
export async function deletePerson(
  app: App,
  actor: Actor,
  membershipId: string,
  wish: { name: string },
): Promise<{ sentence: string }> {
  return changeAs(app, actor, async (tx) => {
    await lockTenant(tx, actor.tenantId)
    const now = await asOfNow(tx, actor)
    const found = await findToMove(tx, now, membershipId)
    const refusal = whyNotMove('person.delete', now, moverOf(found.row), found.place)
    if (refusal) throw refusal
    if (plain(wish.name) !== plain(nameOf(found.row)))
      throw wrongFields([
        {
          pointer: '#/name',
          code: 'name_does_not_match',
          detail: 'That isn’t the name of the person you are deleting. Type it as it is shown.',
        },
      ])
    const { refused, erased } = await deleteForGood(app, tx, now, [memberOf(found)], { because: 'by_hand' })
    const stays = refused.get(membershipId)
    if (stays) throw stays
    const at = found.row.organisation.name
    return {
      sentence: erased.has(found.row.personId)
        ? 'Deleted for good. Names, addresses and numbers are gone, and the email address is free again.'
        : `Deleted at ${at} for good. The account stays, because it belongs to another organisation too.`,
    }
  })
}

const plain = (name: string) => name.normalize('NFC').trim().replace(/\s+/g, ' ').toLocaleLowerCase('en')
