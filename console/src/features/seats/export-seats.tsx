import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Download } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { client } from '../../api/client.ts'
import { usePlace } from '../../app/place.tsx'
import { announce } from '../../ui/notice.tsx'
import { problemOf } from '../../ui/problem.ts'
import { saveFile } from '../../ui/save-file.ts'
import { useSentence } from '../../ui/states.tsx'
import { seatsAt } from './seats-at.ts'

const route = getRouteApi('/inside/s/$slug/seats')

/** Saves the ledger, or the day that is looked at, as a file. */
export function ExportSeats() {
  const { t } = useTranslation()
  const sentence = useSentence()
  const { organisation } = usePlace()
  const search = route.useSearch()
  const file = useMutation({
    mutationFn: async () => {
      const { data, error } = await client.GET('/api/v1/organisations/{id}/seats/export', {
        params: seatsAt(organisation, search),
        parseAs: 'blob',
      })
      if (!data) throw error
      const day = search.on ? ` ${search.on}` : ''
      saveFile(data as unknown as Blob, `${t('seats.title')} ${organisation.name}${day}.csv`)
    },
    onMutate: () => announce(''),
    onSuccess: () => announce(t('seats.exported')),
    onError: (error) => announce(sentence(problemOf(error))),
  })
  return (
    <Button
      variant="default"
      loading={file.isPending}
      leftSection={<Download size={18} strokeWidth={1.5} aria-hidden />}
      onClick={() => file.mutate()}
    >
      {t('seats.export')}
    </Button>
  )
}
