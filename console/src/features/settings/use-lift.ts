import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { client } from '../../api/client.ts'
import { usePlace } from '../../app/place.tsx'
import { announce } from '../../ui/notice.tsx'
import { problemOf } from '../../ui/problem.ts'
import { useSentence } from '../../ui/states.tsx'

/** Lifts a hold: of a person by their membership, or for null of everything here. */
export function useLift() {
  const { t } = useTranslation()
  const sentence = useSentence()
  const queries = useQueryClient()
  const { organisation } = usePlace()
  const lift = useMutation({
    mutationFn: async ({ personId }: { personId: string | null; what: string }) => {
      const { error } = personId
        ? await client.DELETE('/api/v1/people/{id}/hold', { params: { path: { id: personId } } })
        : await client.DELETE('/api/v1/organisations/{id}/hold', {
            params: { path: { id: organisation.id } },
          })
      if (error) throw error
    },
    onSuccess: (_, { what }) => {
      announce(t('data.lifted', { what }))
      return queries.invalidateQueries()
    },
    onError: (error) => announce(sentence(problemOf(error))),
  })
  return {
    busy: lift.isPending,
    go: (personId: string | null, what: string) => lift.mutate({ personId, what }),
  }
}
