import { useTranslation } from 'react-i18next'
import type { StaffListRow } from '../../api/types.ts'
import type { Outcome, RowChange } from './plan.ts'
import { usePlan } from './plan-context.ts'
import { TickBox } from './tick-box.tsx'

/** Takes or leaves a whole group: “Add all 19”. Those left out by hand can be put back together. */
export function TakeGroup({ outcome, rows }: { outcome: Outcome; rows: StaffListRow[] }) {
  const { t } = useTranslation()
  const { list, changes } = usePlan()
  const count = list.counts?.[outcome] ?? 0
  if (count < 2) return null
  if (outcome === 'skipped') {
    if (rows.filter((row) => row.decision === 'skip').length < 2) return null
    return (
      <button
        type="button"
        className="button-link small"
        aria-disabled={changes.busy || undefined}
        onClick={() => !changes.busy && changes.decideAll('skipped', null)}
      >
        {t('staffLists.check.putAllBack')}
      </button>
    )
  }
  if (outcome !== 'add' && outcome !== 'update' && outcome !== 'reactivate') return null
  const taken = list.counts?.taking[outcome] ?? 0
  const able = count - (outcome === 'update' ? rows.filter((row) => !canChange(row, list.keep)).length : 0)
  if (able < 2) return null
  return (
    <TickBox
      label={t(`staffLists.check.all.${outcome}`, { count: able })}
      ticked={taken >= able}
      some={taken > 0 && taken < able}
      onTick={(on) => changes.decideAll(outcome, on ? 'take' : 'skip')}
    />
  )
}

/** Whether anything of somebody can be changed by this list. */
const canChange = ({ changes }: StaffListRow, keep: RowChange['field'][]): boolean =>
  changes.some(({ field, offered }) => offered && !keep.includes(field))
