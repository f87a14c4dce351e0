/** What the address of the Seats page holds, so that a copied link shows the same day. */
export type SeatsSearch = {
  /** Only seats that were open when this day ended, YYYY-MM-DD. */
  on?: string
  after?: string
  /** How many rows come before this page. */
  from?: number
}

/** Reads an address typed or mangled by anybody: what is not understood is left out. */
export function readSeatsSearch(raw: Record<string, unknown>): SeatsSearch {
  const search: SeatsSearch = {}
  if (typeof raw.on === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(raw.on)) search.on = raw.on
  if (typeof raw.after === 'string') search.after = raw.after
  if (typeof raw.from === 'number' && raw.from > 0) search.from = raw.from
  return search
}
