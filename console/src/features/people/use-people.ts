import { keepPreviousData } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { api } from '../../api/client.ts'
import type { PeopleList } from '../../api/types.ts'
import { usePlace } from '../../app/place.tsx'

const route = getRouteApi('/inside/s/$slug/people')
const PAGE_ROWS = 50
const LOOK_AGAIN_MS = 2_000

/** The page of people that the address asks for. While mail of theirs is on its way it is read again by itself. */
export function usePeople(facts: boolean) {
  const { organisation } = usePlace()
  const { from: _from, ...search } = route.useSearch()
  return api.useQuery(
    'get',
    '/api/v1/organisations/{id}/people',
    {
      params: {
        path: { id: organisation.id },
        query: {
          ...search,
          ...(organisation.type === 'trust' ? { include: 'below' as const } : {}),
          sort: search.sort ?? 'urgency',
          limit: PAGE_ROWS,
          count: 'exact',
          ...(facts ? { facts: 'yes' as const } : {}),
        },
      },
    },
    {
      placeholderData: keepPreviousData,
      refetchInterval: ({ state }) => (mailIsOnItsWay(state.data) ? LOOK_AGAIN_MS : false),
    },
  )
}

/** How many the views hold whose numbers no list brings along. */
export function useViewCounts(): Record<string, number> {
  const { organisation } = usePlace()
  const counted = api.useQuery('get', '/api/v1/organisations/{id}/people/options', {
    params: {
      path: { id: organisation.id },
      query: { of: 'view', ...(organisation.type === 'trust' ? { include: 'below' as const } : {}) },
    },
  })
  return Object.fromEntries((counted.data?.data ?? []).map(({ value, count }) => [value, count]))
}

function mailIsOnItsWay(list: PeopleList | undefined): boolean {
  return (list?.data ?? []).some(({ invitation }) => isOnItsWay(invitation))
}

/** Mail that is being handed over in these seconds, not some that waits for its date. */
export function isOnItsWay(
  invitation: { sendAt: string | null; delivery: { state: string } | null } | null,
): boolean {
  const state = invitation?.delivery?.state
  if (state !== 'queued' && state !== 'sending') return false
  return !invitation?.sendAt || Date.parse(invitation.sendAt) <= Date.now()
}
