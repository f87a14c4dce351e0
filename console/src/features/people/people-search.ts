import type { Person } from '../../api/types.ts'

type Status = Person['status']

/** In the order that needs a person soonest. The words for them are the server's; these are for the filter. */
const statuses = [
  'expired',
  'awaiting_approval',
  'locked',
  'pending',
  'not_invited',
  'active',
  'inactive',
] as const satisfies Status[]

export const views = [
  'invitations',
  'not_registered',
  'email_problems',
  'admins',
  'leavers',
  'new_this_term',
  'archived',
] as const
export type View = (typeof views)[number]

export const sorts = ['urgency', 'name', '-name', 'lastActiveAt', '-lastActiveAt'] as const
export type Sort = (typeof sorts)[number]

/** Filters whose values are always the same. */
export const fixed = {
  status: statuses,
  lastActive: ['never', '30d', 'unused_120d'],
  leaving: ['soon', 'passed'],
  admin: ['yes'],
  relationship: ['employee', 'volunteer', 'governor', 'contractor', 'agency'],
  source: ['staff_list', 'invitation', 'hand', 'moved', 'set_up', 'command_line'],
  listed: ['no'],
} as const

/** In the order of the filter bar. */
export const filters = [
  'status',
  'role',
  'unit',
  'school',
  'lastActive',
  'leaving',
  'label',
  'relationship',
  'source',
  'admin',
  'listed',
] as const
export type Filter = (typeof filters)[number]

/** Of these one value at most is chosen. */
type OneOf = 'lastActive' | 'leaving' | 'admin' | 'listed'
const single: Filter[] = ['lastActive', 'leaving', 'admin', 'listed'] satisfies OneOf[]
export const isSingle = (filter: Filter): boolean => single.includes(filter)

/** What the address of the People page holds, so that a copied link shows the same list. */
export type PeopleSearch = {
  view?: View
  q?: string
  /** Addresses that were pasted, with commas. */
  emails?: string
  sort?: Sort
  after?: string
  /** How many rows come before this page, for "51–100 of 182". */
  from?: number
} & {
  /** Most may hold several, with commas. */
  [Key in Exclude<Filter, OneOf>]?: string
} & { [Key in OneOf]?: (typeof fixed)[Key][number] }

const ID = /^[0-9a-f-]{36}$/
const patterns: Partial<Record<Filter, RegExp>> = {
  role: /^[a-z_]{1,60}$/,
  unit: ID,
  school: ID,
  label: /^[^,]{1,400}$/,
}
const LONGEST_QUESTION = 200
const EMAILS_MAX = 200

function isAllowed(filter: Filter, value: string): boolean {
  const values = filter in fixed ? (fixed[filter as keyof typeof fixed] as readonly string[]) : undefined
  return values ? values.includes(value) : (patterns[filter]?.test(value) ?? false)
}

/** Reads an address typed or mangled by anybody: what is not understood is left out. */
export function readPeopleSearch(raw: Record<string, unknown>): PeopleSearch {
  const search: Record<string, unknown> = {}
  const view = views.find((one) => one === raw.view)
  if (view) search.view = view
  // An address reads ?q=004217 as a number, and a person can be called True.
  const q = raw.q === undefined || raw.q === null || typeof raw.q === 'object' ? '' : String(raw.q).trim()
  if (q) search.q = q.slice(0, LONGEST_QUESTION)
  const emails = typeof raw.emails === 'string' ? emailsIn(raw.emails) : []
  if (emails.length > 0) search.emails = emails.join(',')
  for (const filter of filters) {
    const chosen = chosenIn(raw, filter)
    if (chosen.length > 0) search[filter] = isSingle(filter) ? chosen[0] : chosen.join(',')
  }
  const sort = sorts.find((one) => one === raw.sort)
  if (sort && sort !== 'urgency') search.sort = sort
  if (typeof raw.after === 'string') search.after = raw.after
  if (typeof raw.from === 'number' && raw.from > 0) search.from = raw.from
  return search as PeopleSearch
}

/** What is chosen in one filter. */
export function chosenIn(search: Record<string, unknown>, filter: Filter): string[] {
  const text = search[filter]
  return typeof text === 'string' ? text.split(',').filter((value) => isAllowed(filter, value)) : []
}

/** The addresses in a text, each once, as many as are looked for at once. */
export function emailsIn(text: string): string[] {
  const found = text.match(/[^\s<>()[\]",;:|]+@[^\s<>()[\]",;:|@]+/g) ?? []
  const once = new Map<string, string>()
  for (const email of found.map((each) => each.replace(/[.'’]+$/, ''))) {
    const key = email.toLowerCase()
    if (!once.has(key)) once.set(key, email)
  }
  return [...once.values()].slice(0, EMAILS_MAX)
}

/** Whether anything narrows the list besides its view. */
export const isNarrowed = (search: PeopleSearch): boolean =>
  search.q !== undefined ||
  search.emails !== undefined ||
  filters.some((filter) => search[filter] !== undefined)

/** The same list asked differently: a change of filter or order starts again at its first page. */
export function askAgain(
  search: PeopleSearch,
  change: { [Key in keyof PeopleSearch]: string | undefined },
): PeopleSearch {
  const { after: _after, from: _from, ...rest } = search
  return readPeopleSearch({ ...rest, ...change })
}

/** The same view and order, with nothing else narrowing it. */
export const unfiltered = ({ view, sort }: PeopleSearch): PeopleSearch => readPeopleSearch({ view, sort })

/** What decides who is in the list, whatever the page and the order: while it stays, so do the ticks. */
export function whoIsListed(search: PeopleSearch): string {
  return JSON.stringify(filterOf(search, false))
}

/** The same people as the server is asked for them: in options and files, and when something is done to all of them. */
export function filterOf(search: PeopleSearch, trust: boolean) {
  const { after: _after, from: _from, sort: _sort, ...who } = search
  return { ...who, ...(trust ? { include: 'below' as const } : {}) }
}
