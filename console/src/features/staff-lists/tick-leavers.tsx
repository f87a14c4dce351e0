import { useTranslation } from 'react-i18next'
import type { StaffListRow } from '../../api/types.ts'
import { Aside } from './aside.tsx'
import { usePlan } from './plan-context.ts'

/** Ticks all possible leavers who can be archived, or none of them. */
export function TickLeavers({ rows }: { rows: StaffListRow[] }) {
  const { t } = useTranslation()
  const { list, changes } = usePlan()
  if (rows.filter(({ leaver }) => leaver && !leaver.stays).length < 2) return null
  const ticked = list.counts?.taking.archive ?? 0
  return (
    <Aside
      act={
        <button
          type="button"
          className="button-link small"
          aria-disabled={changes.busy || undefined}
          onClick={() => !changes.busy && changes.decideAll('not_on_list', ticked > 0 ? null : 'archive')}
        >
          {t(ticked > 0 ? 'staffLists.check.untickAll' : 'staffLists.check.tickAll')}
        </button>
      }
    >
      {ticked > 0 ? t('staffLists.check.ticked', { count: ticked }) : t('staffLists.check.noneTicked')}
    </Aside>
  )
}
