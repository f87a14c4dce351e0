import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Download } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { client } from '../../api/client.ts'
import { usePlace } from '../../app/place.tsx'
import { announce } from '../../ui/notice.tsx'
import { problemOf } from '../../ui/problem.ts'
import { useSentence } from '../../ui/states.tsx'
import { askedAt } from './use-activity.ts'

const route = getRouteApi('/inside/s/$slug/activity')

/** Saves everything the filters find as a file, on every page of the list. */
export function ExportButton() {
  const { t } = useTranslation()
  const sentence = useSentence()
  const queries = useQueryClient()
  const { organisation } = usePlace()
  const search = route.useSearch()
  const file = useMutation({
    mutationFn: async () => {
      const { data, error } = await client.GET('/api/v1/organisations/{id}/audit/export', {
        params: askedAt(organisation, search),
        parseAs: 'blob',
      })
      if (!data) throw error
      save(data as unknown as Blob, `${t('activity.title')} ${organisation.name}.csv`)
    },
    onMutate: () => announce(''),
    onSuccess: () => {
      announce(t('activity.exported'))
      return queries.invalidateQueries({ queryKey: ['get', '/api/v1/organisations/{id}/audit'] })
    },
    onError: (error) => announce(sentence(problemOf(error))),
  })
  return (
    <Button
      variant="default"
      loading={file.isPending}
      leftSection={<Download size={18} strokeWidth={1.5} aria-hidden />}
      onClick={() => file.mutate()}
    >
      {t('activity.export')}
    </Button>
  )
}

function save(content: Blob, name: string): void {
  const address = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}
