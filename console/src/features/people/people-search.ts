import type { Person } from '../../api/types.ts'

type Status = Person['status']

/** In the order that needs a person soonest. The words for them are the server's; these are for the filter. */
export const statuses = [
  'locked',
  'awaiting_approval',
  'expired',
  'pending',
  'not_invited',
  'active',
  'inactive',
] as const satisfies Status[]

/** What the address of the People page holds, so that a copied link shows the same list. */
export type PeopleSearch = {
  status?: string
  sort?: 'name' | 'urgency'
  /** Only this organisation, without the schools below it. */
  only?: boolean
  after?: string
  /** How many rows come before this page, for "51–100 of 182". */
  from?: number
}

/** Reads an address typed or mangled by anybody: what is not understood is left out. */
export function readPeopleSearch(raw: Record<string, unknown>): PeopleSearch {
  const chosen = chosenStatuses(typeof raw.status === 'string' ? raw.status : undefined)
  return {
    ...(chosen.length > 0 ? { status: chosen.join(',') } : {}),
    ...(raw.sort === 'name' || raw.sort === 'urgency' ? { sort: raw.sort } : {}),
    ...(raw.only === true ? { only: true } : {}),
    ...(typeof raw.after === 'string' ? { after: raw.after } : {}),
    ...(typeof raw.from === 'number' && raw.from > 0 ? { from: raw.from } : {}),
  }
}

export const chosenStatuses = (text: string | undefined): string[] =>
  (text ?? '').split(',').filter((status) => (statuses as readonly string[]).includes(status))

/** The same list asked differently: a change of filter or order starts again at its first page. */
export function askAgain(
  search: PeopleSearch,
  change: { [Key in keyof PeopleSearch]: PeopleSearch[Key] | undefined },
): PeopleSearch {
  const { after: _after, from: _from, ...rest } = search
  return readPeopleSearch({ ...rest, ...change })
}
