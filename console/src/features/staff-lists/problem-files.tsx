import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { usePlan } from './plan-context.ts'

/** Where a file of this list is fetched from. */
export const fileAddress = (id: string, what: 'problem-rows' | 'result', format: 'xlsx' | 'csv'): string =>
  `/api/v1/staff-lists/${id}/${what}?format=${format}`

/** The rows to fix as a spreadsheet with a column that says what is wrong, and the way back. */
export function ProblemFiles() {
  const { t } = useTranslation()
  const { list, changes } = usePlan()
  const chooser = useRef<HTMLInputElement>(null)
  return (
    <span className="files">
      {t('staffLists.check.inSpreadsheet')}
      <a href={fileAddress(list.id, 'problem-rows', 'xlsx')} download>
        {t('staffLists.check.asExcel')}
      </a>
      <a href={fileAddress(list.id, 'problem-rows', 'csv')} download>
        {t('staffLists.check.asCsv')}
      </a>
      <button
        type="button"
        className="link-button"
        aria-disabled={changes.busy || undefined}
        onClick={() => !changes.busy && chooser.current?.click()}
      >
        {t('staffLists.check.uploadAgain')}
      </button>
      <input
        ref={chooser}
        type="file"
        hidden
        accept=".xlsx,.csv,.tsv,.txt"
        aria-label={t('staffLists.check.uploadAgain')}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0]
          event.currentTarget.value = ''
          if (file) changes.upload(file)
        }}
      />
    </span>
  )
}
