import { useTranslation } from 'react-i18next'
import type { StaffListRow } from '../../api/types.ts'
import { fieldWish, type RowChange } from './plan.ts'
import { usePlan } from './plan-context.ts'
import { TickBox } from './tick-box.tsx'
import { Diff } from './words-of.tsx'

type RowProps = { row: StaffListRow }

/** One field of somebody who is here already: what it was, and what the file says. */
export function ChangeWhat({ change }: { change: RowChange }) {
  return (
    <div className="pair">
      <span>{change.label}</span>
      <span>
        <Diff change={change} />
        {change.reason ? <span className="sub">{change.reason}</span> : null}
      </span>
    </div>
  )
}

export function ChangeAct({ row, change }: RowProps & { change: RowChange }) {
  const { t } = useTranslation()
  const { list, changes } = usePlan()
  if (!change.offered || list.keep.includes(change.field))
    return <span className="muted">{t('staffLists.check.stays')}</span>
  return (
    <TickBox
      label={t('staffLists.check.change', { field: lowerFirst(change.label) })}
      rest={t('staffLists.check.of', { name: row.name })}
      ticked={change.taken}
      onTick={(on) => changes.row(row.place, fieldWish(row, change.field, on))}
    />
  )
}

/** Somebody new is added. */
export function NewAct({ row }: RowProps) {
  const { t } = useTranslation()
  return <TakeTick row={row} label={t('staffLists.check.add')} />
}

/** Somebody who was here before comes back. */
export function ReturnAct({ row }: RowProps) {
  const { t } = useTranslation()
  return <TakeTick row={row} label={t('staffLists.check.bringBack')} />
}

function TakeTick({ row, label }: RowProps & { label: string }) {
  const { changes } = usePlan()
  return (
    <TickBox
      label={label}
      rest={row.name}
      ticked={row.taken}
      onTick={(on) => changes.row(row.place, { decision: on ? 'take' : 'skip' })}
    />
  )
}

/** “Surname” → “surname”, but “URN” and “MIS number” stay as they are. */
export const lowerFirst = (label: string): string =>
  /^\p{Lu}\p{Ll}/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label

/** “added by hand” → “Added by hand” */
export const upperFirst = (label: string): string => label.charAt(0).toUpperCase() + label.slice(1)
