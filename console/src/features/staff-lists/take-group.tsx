import { useTranslation } from 'react-i18next'
import type { StaffListRow } from '../../api/types.ts'
import type { Outcome } from './plan.ts'
import { usePlan } from './plan-context.ts'
import { TickBox } from './tick-box.tsx'

/** How many rows are sent one by one before the whole group would be too much to ask. */
const ROWS_AT_ONCE = 200

/** Takes or leaves a whole group: “Add all 19”. Those left out by hand can be put back together. */
export function TakeGroup({ outcome, rows }: { outcome: Outcome; rows: StaffListRow[] }) {
  const { t } = useTranslation()
  const { list, changes } = usePlan()
  const count = list.counts?.[outcome] ?? 0
  if (count < 2 || count > ROWS_AT_ONCE) return null
  if (outcome === 'skipped') {
    const own = rows.filter((row) => row.decision === 'skip').length
    if (own < 2) return null
    return (
      <button
        type="button"
        className="button-link small"
        aria-disabled={changes.busy || undefined}
        onClick={() => !changes.busy && changes.takeAll('skipped', true)}
      >
        {t('staffLists.check.putAllBack', { count: own })}
      </button>
    )
  }
  if (outcome !== 'add' && outcome !== 'update' && outcome !== 'reactivate') return null
  const taken = list.counts?.taking[outcome] ?? 0
  return (
    <TickBox
      label={t(`staffLists.check.all.${outcome}`, { count })}
      ticked={taken >= count}
      some={taken > 0 && taken < count}
      onTick={(on) => changes.takeAll(outcome, on)}
    />
  )
}
