import { useTranslation } from 'react-i18next'
import type { StaffListRow } from '../../api/types.ts'
import type { RowChange } from './plan.ts'
import { usePlan } from './plan-context.ts'

/** “Keep ours” for a whole column: the list then changes that field for nobody. */
export function ColumnsKept({ rows }: { rows: StaffListRow[] }) {
  const { t } = useTranslation()
  const { changes } = usePlan()
  const columns = columnsOf(rows)
  if (columns.length === 0 || rows.length < 2) return null
  const kept = columns.filter((column) => column.kept).map((column) => column.field)
  return (
    <tr className="aside">
      <td className="margin" />
      <td colSpan={4}>
        <fieldset className="columns-kept">
          <legend>{t('staffLists.check.keepOurs')}</legend>
          {columns.map(({ field, label, count, kept: isKept }) => (
            <button
              key={field}
              type="button"
              className="toggle"
              aria-pressed={isKept}
              aria-disabled={changes.busy || undefined}
              onClick={() => {
                if (changes.busy) return
                changes.keepFields(isKept ? kept.filter((each) => each !== field) : [...kept, field])
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

/** The fields that change among these people, and whether none of the changes is taken. */
function columnsOf(rows: StaffListRow[]): Column[] {
  const found = new Map<string, Column>()
  for (const { field, label, taken } of rows.flatMap((row) => row.changes)) {
    const column = found.get(field) ?? { field, label, count: 0, kept: true }
    found.set(field, { ...column, count: column.count + 1, kept: column.kept && !taken })
  }
  return [...found.values()]
    .filter((column) => column.count > 1)
    .sort((one, other) => other.count - one.count)
}
