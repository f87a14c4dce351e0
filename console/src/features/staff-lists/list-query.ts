import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { api } from '../../api/client.ts'
import type { StaffList } from '../../api/types.ts'

const ASK_AGAIN_MS = 1_000

/** A staff list by its id, asked for again while the server is at work on it. `keep` takes over what a change answered. */
export function useStaffList(id: string) {
  const keep = useStaffListCache()
  const query = api.useQuery(
    'get',
    '/api/v1/staff-lists/{id}',
    { params: { path: { id } } },
    { refetchInterval: ({ state }) => (state.data && isAtWork(state.data) ? ASK_AGAIN_MS : false) },
  )
  return { query, keep, queryKey: keyOf(id) }
}

/** Takes over a list that a change answered with, so that the next page has it at once. */
export function useStaffListCache(): (list: StaffList) => void {
  const queries = useQueryClient()
  return useCallback(
    (list) => {
      queries.setQueryData(keyOf(list.id), list)
    },
    [queries],
  )
}

const keyOf = (id: string) =>
  api.queryOptions('get', '/api/v1/staff-lists/{id}', { params: { path: { id } } }).queryKey

/** Whether the server is reading, applying or taking back. */
export const isAtWork = ({ state }: Pick<StaffList, 'state'>): boolean =>
  state === 'analysing' || state === 'applying' || state === 'undoing'
