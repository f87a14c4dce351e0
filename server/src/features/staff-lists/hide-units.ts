import type { HiddenUnit } from './hidden-units.queries.ts'
import type { StoredChange } from './see-rows.queries.ts'

/**
 * Changes as somebody sees them for whom some units aren't: who made the plan may have seen more. What would be the same
 * without these units is no change to them.
 */
export function withoutHidden(changes: StoredChange[] | null, hidden: HiddenUnit[]): StoredChange[] | null {
  if (changes === null || hidden.length === 0) return changes
  return changes.flatMap((change) => {
    if (change.field !== 'unit') return change
    const before = namesOf(change.before)
    const gone = new Set(
      hidden.flatMap(({ id, name }) => (before.includes(name) || change.add?.includes(id) ? name : [])),
    )
    if (gone.size === 0) return change
    const kept = (text: string | null) =>
      namesOf(text)
        .filter((name) => !gone.has(name))
        .join('; ') || null
    const seen = { ...change, before: kept(change.before), after: kept(change.after) }
    return seen.before === seen.after ? [] : seen
  })
}

const namesOf = (text: string | null) => text?.split('; ') ?? []
