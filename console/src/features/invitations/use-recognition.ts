import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { client } from '../../api/client.ts'
import type { Recognition } from '../../api/types.ts'

const QUIET_MS = 80

/**
 * The people in a text, read by the server while it is being typed; the question before is given up. `current` says
 * whether what is shown is about the text as it stands now.
 */
export function useRecognition(
  organisationId: string,
  text: string,
): { found: Recognition | undefined; current: boolean; error: unknown } {
  const [settled] = useDebouncedValue(text, QUIET_MS)
  const empty = text.trim() === ''
  const { data, error, isPlaceholderData, isFetching } = useQuery({
    queryKey: ['recognise', organisationId, settled],
    queryFn: async ({ signal }) => {
      const answer = await client.POST('/api/v1/organisations/{id}/recognise', {
        params: { path: { id: organisationId } },
        body: { text: settled },
        signal,
      })
      if (!answer.data) throw answer.error
      return answer.data
    },
    enabled: settled.trim() !== '',
    placeholderData: keepPreviousData,
    gcTime: 0,
    retry: false,
  })
  if (empty) return { found: undefined, current: true, error: null }
  const current = settled === text && data !== undefined && !isPlaceholderData && !isFetching
  return { found: data, current, error }
}
