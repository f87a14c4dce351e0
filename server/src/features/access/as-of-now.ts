import type { Actor, Person } from '../../kernel/actor.ts'
import type { Tx } from '../../platform/database/database.ts'
import { holdingsOf } from './places.queries.ts'

/** The actor with what they hold at this moment, since it may have changed while they waited for a lock. */
export async function asOfNow(tx: Tx, actor: Actor): Promise<Actor> {
  if (actor.kind !== 'person') return actor
  return { ...actor, holdings: await holdingsOf(tx, actor.accountId) } satisfies Person
}
