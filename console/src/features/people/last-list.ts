import type { PeopleSearch } from './people-search.ts'

let last: { slug: string; search: PeopleSearch } | undefined

/** Keeps the list somebody was looking at, so that the way back from a person leads to it. */
export function rememberList(slug: string, search: PeopleSearch): void {
  last = { slug, search }
}

/** The list looked at last in this organisation. */
export const lastList = (slug: string): PeopleSearch => (last?.slug === slug ? last.search : {})
