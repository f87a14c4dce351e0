import { keepPreviousData } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { api } from '../api/client.ts'
import { may, type Person } from '../api/types.ts'
import { usePlace } from './place.tsx'

const PAUSE_MS = 200
/** One letter fits nearly everybody. */
const FROM_LETTERS = 2
const PEOPLE_SHOWN = 7

type Found = {
  people: Person[]
  /** Whether these are the answer to the words, and not to those before them. */
  isSearched: boolean
  error: unknown
}

/** People whom the words name, for whoever may look through the list. A question that was overtaken is called off. */
export function useFoundPeople(words: string): Found {
  const { organisation } = usePlace()
  const [asked, setAsked] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setAsked(words), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [words])
  const seesPeople = may(organisation.actions, 'users.view').allowed
  const isAsked = seesPeople && asked.length >= FROM_LETTERS
  const query = api.useQuery(
    'get',
    '/api/v1/organisations/{id}/people',
    {
      params: {
        path: { id: organisation.id },
        query: {
          q: asked,
          sort: 'name',
          limit: PEOPLE_SHOWN,
          ...(organisation.type === 'trust' ? { include: 'below' as const } : {}),
        },
      },
    },
    { enabled: isAsked, placeholderData: keepPreviousData },
  )
  if (!isAsked || words.length < FROM_LETTERS)
    return { people: [], isSearched: words.length > 0 && asked === words, error: null }
  return {
    people: query.data?.data ?? [],
    isSearched: asked === words && query.isSuccess && !query.isPlaceholderData,
    error: query.error,
  }
}
