import { useTranslation } from 'react-i18next'
import type { StaffListRow } from '../../api/types.ts'
import { upperFirst } from './change-cells.tsx'
import { usePlan } from './plan-context.ts'
import { TickBox } from './tick-box.tsx'

type RowProps = { row: StaffListRow }

/** Why somebody may have left, and what speaks against it. */
export function LeaverWhat({ row: { leaver } }: RowProps) {
  if (!leaver) return null
  const [why = '', ...facts] = leaver.detail.split(/(?<=[.?])\s+/)
  // What stands there as a flag need not be said again.
  const flags = new Set(leaver.flags.map(({ label }) => upperFirst(label)))
  const others = facts.filter((fact) => !flags.has(fact.replace(/\.$/, '')))
  const more = [others.join(' '), leaver.stays].filter(Boolean).join(' · ')
  return (
    <>
      {why.replace(/\.$/, '')}
      <span className="sub">
        {leaver.flags.map(({ code, label }, index) => (
          <span key={code}>
            <b className="flag">{upperFirst(label)}</b>
            {index < leaver.flags.length - 1 || more ? ' · ' : null}
          </span>
        ))}
        {more}
      </span>
    </>
  )
}

export function LeaverAct({ row }: RowProps) {
  const { t } = useTranslation()
  const { changes } = usePlan()
  if (row.leaver?.stays) return <span className="muted">{t('staffLists.check.stays')}</span>
  return (
    <TickBox
      label={t('staffLists.check.archive')}
      rest={row.name}
      ticked={row.taken}
      onTick={(on) => changes.row(row.place, { decision: on ? 'archive' : null })}
    />
  )
}
