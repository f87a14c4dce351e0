import type { Message } from '../../api/types.ts'

type State = Message['state']

/** In the order that needs a person soonest. The words for them are the server's; these are for the address. */
export const states = [
  'bounced',
  'failed',
  'unknown',
  'deferred',
  'queued',
  'sending',
  'accepted',
  'suppressed',
] as const satisfies State[]

/** What the address of the Email page holds, so that a copied link shows the same list. */
export type MessageSearch = {
  /** Part of the address it went to. */
  q?: string
  /** These two may hold several, with commas. */
  state?: string
  kind?: string
  /** The account of one person. */
  person?: string
  after?: string
  /** How many rows come before this page. */
  from?: number
}

export type Filter = 'state' | 'kind'

const allowed: Record<Filter, (value: string) => boolean> = {
  state: (value) => (states as readonly string[]).includes(value),
  kind: (value) => /^[a-z_]{1,60}$/.test(value),
}
const LONGEST_QUESTION = 200

/** Reads an address typed or mangled by anybody: what is not understood is left out. */
export function readMessageSearch(raw: Record<string, unknown>): MessageSearch {
  const search: MessageSearch = {}
  const q = typeof raw.q === 'string' || typeof raw.q === 'number' ? String(raw.q).trim() : ''
  if (q) search.q = q.slice(0, LONGEST_QUESTION)
  for (const filter of ['state', 'kind'] as const) {
    const chosen = chosenIn(raw, filter)
    if (chosen.length > 0) search[filter] = chosen.join(',')
  }
  if (typeof raw.person === 'string' && /^[0-9a-f-]{36}$/.test(raw.person)) search.person = raw.person
  if (typeof raw.after === 'string') search.after = raw.after
  if (typeof raw.from === 'number' && raw.from > 0) search.from = raw.from
  return search
}

/** What is chosen in one filter. */
export function chosenIn(search: Record<string, unknown>, filter: Filter): string[] {
  const text = search[filter]
  return typeof text === 'string' ? text.split(',').filter(allowed[filter]) : []
}

export const isNarrowed = ({ q, state, kind, person }: MessageSearch): boolean =>
  [q, state, kind, person].some((one) => one !== undefined)

/** The same list asked differently: a change of filter starts again at its first page. */
export function askAgain(
  search: MessageSearch,
  change: { [Key in keyof MessageSearch]: MessageSearch[Key] | undefined },
): MessageSearch {
  const { after: _after, from: _from, ...rest } = search
  return readMessageSearch({ ...rest, ...change })
}
