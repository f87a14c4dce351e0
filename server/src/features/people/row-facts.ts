import { FILTER_WORDS } from './filter-words.ts'
import type { FactsRow } from './row-facts.queries.ts'
import { sayDate } from './say-when.ts'
import type { SyncState } from './sync-states.ts'

/** What the columns show that a list has only when asked. */
export interface RowFacts {
  relationship: string
  source: string
  language: string
  startDate: string | null
  leavingDate: string | null
  deletionDate: string | null
  /** Whether a source still names them, in words; not syncing is who was on a list and isn't any more. */
  sync: { state: SyncState; label: string; detail: string | null }
}

export function factsSeen(row: FactsRow, now: Date): RowFacts {
  return {
    relationship: wordFor(FILTER_WORDS.relationship, row.relationship),
    source: wordFor(FILTER_WORDS.source, row.source),
    language: row.language,
    startDate: row.startDate,
    leavingDate: row.leavingDate,
    deletionDate: row.deletionDate,
    sync: syncOf(row, now),
  }
}

function syncOf({ seenAt, unlisted, timeZone }: FactsRow, now: Date): RowFacts['sync'] {
  if (!seenAt)
    return {
      state: 'by_hand',
      label: 'Added by hand',
      detail: unlisted ? 'Not on the last staff list' : null,
    }
  const seen = `Last seen on a staff list ${sayDate(seenAt, { now, timeZone })}`
  return unlisted
    ? { state: 'not_syncing', label: 'Not syncing', detail: seen }
    : { state: 'synced', label: 'Synced', detail: seen }
}

const wordFor = (words: Record<string, string>, key: string): string => words[key] ?? key
