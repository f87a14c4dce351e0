import { type InfiniteData, useInfiniteQuery } from '@tanstack/react-query'
import { client } from '../../api/client.ts'
import type { StaffListRow } from '../../api/types.ts'
import type { Outcome } from './plan.ts'

const PAGE_ROWS = 100
const ROWS = '/api/v1/staff-lists/{id}/rows'

/** Where the rows of every list and group are kept. */
export const rowsKey = ['get', ROWS] as const

/** Where a list itself is kept. */
export const listKey = (id: string) =>
  ['get', '/api/v1/staff-lists/{id}', { params: { path: { id } } }] as const

type RowPage = { data: StaffListRow[]; next: string | null }
type Kept = RowPage | InfiniteData<RowPage>

/** Rows of one group of a plan, a page at a time, in the order of the file. */
export function usePlanRows(id: string, outcome: Outcome, wanted: boolean) {
  return useInfiniteQuery({
    queryKey: [...rowsKey, { id, outcome }, 'pages'],
    queryFn: async ({ pageParam, signal }): Promise<RowPage> => {
      const query = { outcome, limit: PAGE_ROWS, ...(pageParam ? { after: pageParam } : {}) }
      const { data, error } = await client.GET(ROWS, { params: { path: { id }, query }, signal })
      if (!data) throw error
      return data
    },
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
    enabled: wanted,
  })
}

/** A page of rows with one of them as the server sees it now. */
export function withRow(kept: Kept | undefined, row: StaffListRow): Kept | undefined {
  if (!kept) return kept
  if ('pages' in kept) return { ...kept, pages: kept.pages.map((page) => pageWith(page, row)) }
  return pageWith(kept, row)
}

const pageWith = (page: RowPage, row: StaffListRow): RowPage =>
  page.data.some((each) => each.place === row.place)
    ? { ...page, data: page.data.map((each) => (each.place === row.place ? row : each)) }
    : page
