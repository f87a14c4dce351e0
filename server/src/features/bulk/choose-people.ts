import { createHash } from 'node:crypto'
import type { Actor } from '../../kernel/actor.ts'
import { Refusal, wrongFields } from '../../kernel/refusal.ts'
import type { Tx } from '../../platform/database/database.ts'
import { type PeopleFilter, type Sighted, wantedBy } from '../people/people-filter.ts'
import { listMatching } from '../people/wanted-people.queries.ts'
import { PEOPLE_AT_MOST } from './bulk.ts'
import { listNamed } from './choose.queries.ts'

/** Whom somebody chose: named one by one, or everybody whom a filter means. */
export type Selection = { ids: string[] } | { filter: PeopleFilter }

export interface Choice {
  ids: string[]
  /** Tells these people from any others. */
  snapshot: string
  sight: Sighted
}

/**
 * The people somebody means at an organisation, and below it where they are named. Of those who are named each must be
 * in the actor's sight.
 * @throws Refusal not_found, forbidden, person_unknown, too_many_people
 */
export async function choosePeople(
  tx: Tx,
  actor: Actor,
  organisationId: string,
  select: Selection,
): Promise<Choice> {
  if ('filter' in select) {
    const sight = await wantedBy(tx, actor, organisationId, select.filter)
    return chosen(await listMatching(tx, sight.wanted), sight)
  }
  const sight = await wantedBy(tx, actor, organisationId, { include: 'below' })
  const named = [...new Set(select.ids)]
  const ids = await listNamed(tx, { ...sight.wanted, archived: true }, named)
  if (ids.length < named.length)
    throw wrongFields([
      {
        pointer: '#/select/ids',
        code: 'person_unknown',
        detail: 'Some of these people aren’t here any more. Nothing was changed. Look at the list again.',
      },
    ])
  return chosen(ids, sight)
}

function chosen(ids: string[], sight: Sighted): Choice {
  if (ids.length > PEOPLE_AT_MOST)
    throw new Refusal(
      'unprocessable',
      'too_many_people',
      `That is ${ids.length.toLocaleString('en-GB')} people. Choose ${PEOPLE_AT_MOST.toLocaleString('en-GB')} at most.`,
    )
  return { ids, snapshot: createHash('sha256').update(ids.join()).digest('hex'), sight }
}

/** @throws Refusal selection_changed when these are not the people whom somebody saw */
export function mustBeAsSeen(
  { ids, snapshot }: Choice,
  seen: { expectedCount: number; snapshot?: string | undefined },
): void {
  const others = seen.snapshot !== undefined && seen.snapshot !== snapshot
  if (ids.length === seen.expectedCount && !others) return
  const count = ids.length.toLocaleString('en-GB')
  throw new Refusal(
    'conflict',
    'selection_changed',
    ids.length === seen.expectedCount
      ? `Other people match now than those you saw, though they are ${count} again. Nothing was changed. Look at the list again.`
      : `${count} match now, not ${seen.expectedCount.toLocaleString('en-GB')}. Nothing was changed. Look at the list again.`,
  )
}
