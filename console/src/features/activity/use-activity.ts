import { keepPreviousData } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { api } from '../../api/client.ts'
import type { Organisation } from '../../api/types.ts'
import { usePlace } from '../../app/place.tsx'
import { type ActivitySearch, questionOf } from './activity-search.ts'

const route = getRouteApi('/inside/s/$slug/activity')
const PAGE_ROWS = 50

/** What the address asks for; at a trust also what happened in its schools. */
export const askedAt = (organisation: Organisation, search: ActivitySearch) => ({
  path: { id: organisation.id },
  query: {
    ...questionOf(search),
    ...(organisation.type === 'trust' ? { include: 'below' as const } : {}),
  },
})

/** The page of activity that the address asks for. */
export function useActivity() {
  const { organisation } = usePlace()
  const search = route.useSearch()
  const { path, query } = askedAt(organisation, search)
  return api.useQuery(
    'get',
    '/api/v1/organisations/{id}/audit',
    {
      params: {
        path,
        query: { ...query, limit: PAGE_ROWS, ...(search.after ? { after: search.after } : {}) },
      },
    },
    { placeholderData: keepPreviousData },
  )
}
