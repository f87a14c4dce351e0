import { Menu } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { Download } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { type Action, may } from '../../api/types.ts'
import { usePlace } from '../../app/place.tsx'
import { filterOf } from './people-search.ts'

const route = getRouteApi('/inside/s/$slug/people')
const FORMATS = ['xlsx', 'csv'] as const

/** The list as it is filtered, to save as a file. */
export function ExportItems({ actions }: { actions: Action[] }) {
  const { t } = useTranslation()
  const { organisation } = usePlace()
  const search = route.useSearch()
  if (!may(actions, 'users.export').allowed) return null
  return FORMATS.map((format) => {
    const query = new URLSearchParams({ ...filterOf(search, organisation.type === 'trust'), format })
    return (
      <Menu.Item
        key={format}
        component="a"
        href={`/api/v1/organisations/${organisation.id}/people/export?${query}`}
        download
        leftSection={<Download size={18} strokeWidth={1.5} aria-hidden />}
      >
        {t(`peopleList.export.${format}`)}
      </Menu.Item>
    )
  })
}
