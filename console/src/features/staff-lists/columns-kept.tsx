import { useTranslation } from 'react-i18next'
import type { StaffListRow } from '../../api/types.ts'
import type { RowChange } from './plan.ts'
import { usePlan } from './plan-context.ts'

/** “Keep ours” for a whole column: the list then changes that field for nobody. */
export function ColumnsKept({ rows }: { rows: StaffListRow[] }) {
  const { t } = useTranslation()
  const { list, changes } = usePlan()
  const columns = columnsOf(rows, list.keep)
  if (columns.length === 0) return null
  return (
    <tr className="aside">
      <td className="margin" />
      <td colSpan={4}>
        <fieldset className="columns-kept">
          <legend>{t('staffLists.check.keepOurs')}</legend>
          {columns.map(({ field, label, count, kept }) => (
            <button
              key={field}
              type="button"
              className="toggle"
              aria-pressed={kept}
              aria-disabled={changes.busy || undefined}
              onClick={() => {
                if (changes.busy) return
                changes.keepFields(kept ? list.keep.filter((each) => each !== field) : [...list.keep, field])
              }}
            >
              {label} <span className="count">{count}</span>
            </button>
          ))}
        </fieldset>
      </td>
    </tr>
  )
}

type Column = { field: RowChange['field']; label: string; count: number; kept: boolean }

/** The fields that could change for several of these people, and those of them that the list changes for nobody. */
function columnsOf(rows: StaffListRow[], keep: RowChange['field'][]): Column[] {
  const found = new Map<string, Column>()
  for (const { field, label, offered } of rows.flatMap((row) => row.changes)) {
    if (!offered) continue
    const count = (found.get(field)?.count ?? 0) + 1
    found.set(field, { field, label, count, kept: keep.includes(field) })
  }
  return [...found.values()]
    .filter((column) => column.count > 1 || column.kept)
    .sort((one, other) => other.count - one.count)
}
