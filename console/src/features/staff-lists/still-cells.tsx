import { useTranslation } from 'react-i18next'
import type { StaffListRow } from '../../api/types.ts'
import { usePlan } from './plan-context.ts'

type RowProps = { row: StaffListRow }

/** Why a row is left out. */
export function LeftOutWhat({ row }: RowProps) {
  const { t } = useTranslation()
  const why =
    row.decision === 'skip' ? [t('staffLists.check.youLeftOut')] : row.warnings.map(({ detail }) => detail)
  return (
    <>
      {row.email}
      {why.map((each) => (
        <span key={each} className={row.email ? 'sub' : undefined}>
          {each}
        </span>
      ))}
    </>
  )
}

/** What one left out oneself can be put back; what the reading left out can be taken all the same. */
export function LeftOutAct({ row }: RowProps) {
  const { t } = useTranslation()
  const { changes } = usePlan()
  const own = row.decision === 'skip'
  if (!own && !row.warnings.some(({ code }) => code === 'left_out')) return null
  return (
    <div className="buttons">
      <button
        type="button"
        className="quiet"
        onClick={() => changes.row(row.place, { decision: own ? null : 'take' })}
      >
        {t(own ? 'staffLists.check.putBack' : 'staffLists.check.addAnyway')}
        <span className="unseen"> {row.name}</span>
      </button>
    </div>
  )
}
