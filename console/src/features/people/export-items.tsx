import { Menu } from '@mantine/core'
import { Download } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { type Action, may } from '../../api/types.ts'
import type { ExportFormat } from './export-dialog.tsx'

const FORMATS = ['xlsx', 'csv'] as const

/** The list as it is filtered, to save as a file. */
export function ExportItems({
  actions,
  onChoose,
}: {
  actions: Action[]
  onChoose: (format: ExportFormat) => void
}) {
  const { t } = useTranslation()
  if (!may(actions, 'users.export').allowed) return null
  return FORMATS.map((format) => (
    <Menu.Item
      key={format}
      leftSection={<Download size={18} strokeWidth={1.5} aria-hidden />}
      onClick={() => onChoose(format)}
    >
      {t(`peopleList.export.${format}`)}
    </Menu.Item>
  ))
}
