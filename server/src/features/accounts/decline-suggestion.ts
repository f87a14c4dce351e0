import type { Actor } from '../../kernel/actor.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { App } from '../../platform/app.ts'
import { changeAs } from '../../platform/database/change.ts'
import { asOfNow } from '../access/as-of-now.ts'
import { lockTenant } from '../access/places.queries.ts'
import { record } from '../audit/record.ts'
import { findToMove } from '../leaving/find-to-move.ts'
import { suggestionFor } from '../people/see-suggestion.ts'
import { nameOf } from '../people/seen-person.ts'
import { declineSuggestion } from '../people/suggestions.queries.ts'
import type { ActedOn } from './act-on-account.ts'

/**
 * Turns down the role that somebody's job title suggests: it is not suggested again while they have that title. Whoever
 * could give the role may.
 * @throws Refusal not_found, forbidden, no_suggestion
 */
export async function turnDownSuggestion(app: App, actor: Actor, membershipId: string): Promise<ActedOn> {
  return changeAs(app, actor, async (tx) => {
    await lockTenant(tx, actor.tenantId)
    const now = await asOfNow(tx, actor)
    const { row, seen, place } = await findToMove(tx, now, membershipId)
    const suggestion = await suggestionFor(tx, now, row, place)
    if (!suggestion)
      throw new Refusal('conflict', 'no_suggestion', `Nothing is suggested for ${nameOf(row)} at the moment.`)
    await declineSuggestion(tx, membershipId)
    await record(app, tx, now, [
      {
        event: 'suggestion.declined',
        subjectId: row.personId,
        organisationId: row.organisation.id,
        detail: { membershipId, roles: [suggestion.role] },
      },
    ])
    const { status, statusLabel, statusDetail } = seen
    const sentence = `${suggestion.label} won’t be suggested for ${nameOf(row)} again.`
    return { status, statusLabel, statusDetail, sentence }
  })
}
