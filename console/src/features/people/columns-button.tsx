import { Columns3 } from 'lucide-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { ListPopover } from '../../ui/list-popover.tsx'
import { type Column, columns } from './columns.ts'

/** Which columns the list has. They are kept for this device. */
export function ColumnsButton({
  chosen,
  onChange,
}: {
  chosen: Column[]
  onChange: (chosen: Column[]) => void
}) {
  const { t } = useTranslation()
  const button = useRef<HTMLButtonElement>(null)
  return (
    <span className="chips columns">
      <ListPopover
        name={t('peopleList.columns')}
        options={columns.map((column) => ({ value: column, label: t(`peopleList.column.${column}`) }))}
        chosen={chosen}
        button={button}
        position="bottom-end"
        onChange={(next) => onChange(columns.filter((column) => next.includes(column)))}
      >
        <Columns3 size={16} strokeWidth={1.5} aria-hidden />
        {t('peopleList.columns')}
      </ListPopover>
    </span>
  )
}
