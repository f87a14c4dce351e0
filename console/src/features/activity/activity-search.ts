/** What the address of the Activity page holds, so that a copied link shows the same list. */
export type ActivitySearch = {
  /** Words of the name or address of who did it or to whom it was done. */
  q?: string
  /** These two may hold several, with commas. */
  what?: string
  door?: string
  /** Accounts: who did it, and to whom. */
  actor?: string
  subject?: string
  /** First and last day, YYYY-MM-DD. */
  since?: string
  until?: string
  after?: string
  /** How many rows come before this page. */
  from?: number
}

const ID = /^[0-9a-f-]{36}$/
const DAY = /^\d{4}-\d{2}-\d{2}$/
const patterns = {
  what: /^[a-z_]{1,40}$/,
  door: /^[a-z]{1,20}$/,
  actor: ID,
  subject: ID,
  since: DAY,
  until: DAY,
} as const
const LONGEST_QUESTION = 200

/** Reads an address typed or mangled by anybody: what is not understood is left out. */
export function readActivitySearch(raw: Record<string, unknown>): ActivitySearch {
  const search: ActivitySearch = {}
  const q = raw.q === undefined || raw.q === null || typeof raw.q === 'object' ? '' : String(raw.q).trim()
  if (q) search.q = q.slice(0, LONGEST_QUESTION)
  for (const filter of ['what', 'door'] as const) {
    const chosen = chosenIn(raw, filter)
    if (chosen.length > 0) search[filter] = chosen.join(',')
  }
  for (const part of ['actor', 'subject', 'since', 'until'] as const) {
    const text = raw[part]
    if (typeof text === 'string' && patterns[part].test(text)) search[part] = text
  }
  if (typeof raw.after === 'string') search.after = raw.after
  if (typeof raw.from === 'number' && raw.from > 0) search.from = raw.from
  return search
}

/** What is chosen in one filter. */
export function chosenIn(search: Record<string, unknown>, filter: 'what' | 'door'): string[] {
  const text = search[filter]
  return typeof text === 'string' ? text.split(',').filter((one) => patterns[filter].test(one)) : []
}

/** Whether anything narrows the list. */
export function isNarrowed({ after: _after, from: _from, ...rest }: ActivitySearch): boolean {
  return Object.values(rest).some((one) => one !== undefined)
}

/** The same list asked differently: a change of filter starts again at its first page. */
export function askAgain(
  search: ActivitySearch,
  change: { [Key in keyof ActivitySearch]: ActivitySearch[Key] | undefined },
): ActivitySearch {
  const { after: _after, from: _from, ...rest } = search
  return readActivitySearch({ ...rest, ...change })
}

/** What the server is asked, of what the address holds. */
export function questionOf({ since, until, after: _after, from: _from, ...rest }: ActivitySearch) {
  return { ...rest, ...(since ? { from: since } : {}), ...(until ? { to: until } : {}) }
}
