import { keepPreviousData } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { api } from '../../api/client.ts'
import { usePlace } from '../../app/place.tsx'
import { isMoving } from './message-state.ts'

const route = getRouteApi('/inside/s/$slug/email')
const PAGE_ROWS = 50
const LOOK_AGAIN_MS = 2_000
const LOOK_NOW_AND_THEN_MS = 15_000

/** The page of messages that the address asks for, read again by itself while mail is on its way or can't leave. */
export function useMessages() {
  const { organisation } = usePlace()
  const { from: _from, ...search } = route.useSearch()
  return api.useQuery(
    'get',
    '/api/v1/organisations/{id}/messages',
    { params: { path: { id: organisation.id }, query: { ...search, limit: PAGE_ROWS } } },
    {
      placeholderData: keepPreviousData,
      refetchInterval: ({ state: { data } }) => {
        if (data?.mail.trouble) return LOOK_NOW_AND_THEN_MS
        return data?.data.some((message) => isMoving(message.state)) ? LOOK_AGAIN_MS : false
      },
    },
  )
}
