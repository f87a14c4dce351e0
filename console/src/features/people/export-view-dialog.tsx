import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { client } from '../../api/client.ts'
import { usePlace } from '../../app/place.tsx'
import { ExportDialog, type ExportFormat } from './export-dialog.tsx'
import { filterOf } from './people-search.ts'

const route = getRouteApi('/inside/s/$slug/people')

/** The list as it is filtered, asked for as a file. */
export function ExportViewDialog({ format, onClose }: { format: ExportFormat; onClose: () => void }) {
  const { t } = useTranslation()
  const { organisation } = usePlace()
  const search = route.useSearch()
  const filter = filterOf(search, organisation.type === 'trust')
  return (
    <ExportDialog
      title={t(`peopleList.export.${format}`)}
      take={(reason) =>
        client.GET('/api/v1/organisations/{id}/people/export', {
          params: { path: { id: organisation.id }, query: { ...filter, ...reason, format } },
          parseAs: 'blob',
        })
      }
      onClose={onClose}
    />
  )
}
