import type { BulkWish } from '../../api/types.ts'

export type BulkAction = BulkWish['action']

/** Whom something is to be done to: people one by one, or everybody whom a filter means. */
export type Chosen = BulkWish['select']

const KEPT = 'lanyard.chosen'
/** Choices that are remembered, so that Back and a second tab find theirs. */
const REMEMBERED = 10

/** Remembers whom somebody chose for the time of the visit: too many to stand in an address. @returns the name to ask for it by */
export function remember(chosen: Chosen): string {
  const key = crypto.randomUUID().slice(0, 8)
  sessionStorage.setItem(KEPT, JSON.stringify([[key, chosen], ...all()].slice(0, REMEMBERED)))
  return key
}

/** What was remembered under a name; undefined in another tab, or much later. */
export const recall = (key: string | undefined): Chosen | undefined =>
  all().find(([known]) => known === key)?.[1]

function all(): [string, Chosen][] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(KEPT) ?? '[]')
    return Array.isArray(kept) ? kept : []
  } catch {
    return []
  }
}

/** How many were named; of a filter only the server knows. */
export const countOf = (chosen: Chosen): number | undefined =>
  'ids' in chosen ? chosen.ids.length : undefined
