import type { Actor, Place } from '../../kernel/actor.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { PersonRow } from './person-rows.queries.ts'
import { targetOf } from './seen-person.ts'
import { type Suggestion, subjectIn, suggestRole } from './suggest-role.policy.ts'
import { findSubject, isDecided } from './suggestions.queries.ts'

/** The role that somebody's job title suggests to an actor who may give it; null once roles were decided on, or it was turned down. */
export async function suggestionFor(
  tx: Tx,
  actor: Actor,
  row: PersonRow,
  place: Place,
): Promise<Suggestion | null> {
  const { jobTitle } = row
  const named = subjectIn(jobTitle)
  const subject = named ? await findSubject(tx, row.organisation.id, named) : null
  const suggestion = suggestRole(actor, { ...targetOf(row), jobTitle }, place, subject)
  return suggestion && !(await isDecided(tx, row.id)) ? suggestion : null
}
