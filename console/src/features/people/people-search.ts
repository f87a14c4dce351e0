import type { Person } from '../../api/types.ts'

type Status = Person['status']

/** In the order that needs a person soonest. The words for them are the server's; these are for the filter. */
export const statuses = [
  'expired',
  'awaiting_approval',
  'locked',
  'pending',
  'not_invited',
  'active',
  'inactive',
] as const satisfies Status[]

export const views = ['invitations', 'not_registered', 'email_problems', 'admins'] as const
export type View = (typeof views)[number]

export const sorts = ['urgency', 'name', '-name', 'last_active', '-last_active'] as const
export type Sort = (typeof sorts)[number]

/** What the address of the People page holds, so that a copied link shows the same list. */
export type PeopleSearch = {
  view?: View
  q?: string
  /** These four may hold several, with commas. */
  status?: string
  role?: string
  unit?: string
  school?: string
  sort?: Sort
  after?: string
  /** How many rows come before this page, for "51–100 of 182". */
  from?: number
}

export type Filter = 'status' | 'role' | 'unit' | 'school'
const filters = ['status', 'role', 'unit', 'school'] as const satisfies Filter[]

const allowed: Record<Filter, (value: string) => boolean> = {
  status: (value) => (statuses as readonly string[]).includes(value),
  role: (value) => /^[a-z_]{1,60}$/.test(value),
  unit: (value) => /^[0-9a-f-]{36}$/.test(value),
  school: (value) => /^[0-9a-f-]{36}$/.test(value),
}
const LONGEST_QUESTION = 200

/** Reads an address typed or mangled by anybody: what is not understood is left out. */
export function readPeopleSearch(raw: Record<string, unknown>): PeopleSearch {
  const search: PeopleSearch = {}
  const view = views.find((one) => one === raw.view)
  if (view) search.view = view
  // An address reads ?q=004217 as a number, and a person can be called True.
  const q = raw.q === undefined || raw.q === null || typeof raw.q === 'object' ? '' : String(raw.q).trim()
  if (q) search.q = q.slice(0, LONGEST_QUESTION)
  for (const filter of filters) {
    const chosen = chosenIn(raw, filter)
    if (chosen.length > 0) search[filter] = chosen.join(',')
  }
  const sort = sorts.find((one) => one === raw.sort)
  if (sort && sort !== 'urgency') search.sort = sort
  if (typeof raw.after === 'string') search.after = raw.after
  if (typeof raw.from === 'number' && raw.from > 0) search.from = raw.from
  return search
}

/** What is chosen in one filter. */
export function chosenIn(search: Record<string, unknown>, filter: Filter): string[] {
  const text = search[filter]
  return typeof text === 'string' ? text.split(',').filter(allowed[filter]) : []
}

/** Whether anything narrows the list besides its view. */
export const isNarrowed = (search: PeopleSearch): boolean =>
  search.q !== undefined || filters.some((filter) => search[filter] !== undefined)

/** The same list asked differently: a change of filter or order starts again at its first page. */
export function askAgain(
  search: PeopleSearch,
  change: { [Key in keyof PeopleSearch]: PeopleSearch[Key] | undefined },
): PeopleSearch {
  const { after: _after, from: _from, ...rest } = search
  return readPeopleSearch({ ...rest, ...change })
}

/** The same view and order, with nothing else narrowing it. */
export const unfiltered = ({ view, sort }: PeopleSearch): PeopleSearch => readPeopleSearch({ view, sort })

/** What decides who is in the list, whatever the page and the order: while it stays, so do the ticks. */
export function whoIsListed(search: PeopleSearch): string {
  const { after: _after, from: _from, sort: _sort, ...who } = search
  return JSON.stringify(who)
}
