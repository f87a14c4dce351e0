import { Button, Menu } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Download } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { client } from '../../api/client.ts'
import { usePlace } from '../../app/place.tsx'
import { announce } from '../../ui/notice.tsx'
import { problemOf } from '../../ui/problem.ts'
import { saveFile } from '../../ui/save-file.ts'
import { useSentence } from '../../ui/states.tsx'
import { askedAt } from './use-activity.ts'

const route = getRouteApi('/inside/s/$slug/activity')

type Format = 'csv' | 'jsonl'

/** Saves everything the filters find as a file, on every page of the list: as a table, or an entry to a line for a program. */
export function ExportButton() {
  const { t } = useTranslation()
  const sentence = useSentence()
  const queries = useQueryClient()
  const { organisation } = usePlace()
  const search = route.useSearch()
  const { path, query } = askedAt(organisation, search)
  const file = useMutation({
    mutationFn: async (format: Format) => {
      const { data, error } = await client.GET('/api/v1/organisations/{id}/audit/export', {
        params: { path, query: { ...query, format } },
        parseAs: 'blob',
      })
      if (!data) throw error
      saveFile(data as unknown as Blob, `${t('activity.title')} ${organisation.name}.${format}`)
    },
    onMutate: () => announce(''),
    onSuccess: () => {
      announce(t('activity.exported'))
      return queries.invalidateQueries({ queryKey: ['get', '/api/v1/organisations/{id}/audit'] })
    },
    onError: (error) => announce(sentence(problemOf(error))),
  })
  return (
    <Menu>
      <Menu.Target>
        <Button
          variant="default"
          loading={file.isPending}
          leftSection={<Download size={18} strokeWidth={1.5} aria-hidden />}
        >
          {t('activity.export')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {(['csv', 'jsonl'] as const).map((format) => (
          <Menu.Item key={format} onClick={() => file.mutate(format)}>
            {t(`activity.exportAs.${format}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
