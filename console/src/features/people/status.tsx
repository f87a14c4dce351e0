import { useTranslation } from 'react-i18next'
import type { Person } from '../../api/types.ts'
import { StatusChip, type Tone } from '../../ui/status-chip.tsx'

/** The one label. An email problem belongs to the line below it, so the label keeps the colour of the status. */
export function Status({ person: { status, statusLabel, statusTone } }: { person: Person }) {
  const ofStatus: Tone = status === 'expired' ? 'warn' : 'info'
  return (
    <StatusChip glyph={status} tone={statusTone === 'danger' ? ofStatus : statusTone} label={statusLabel} />
  )
}

/** What the label leaves out. A problem with the email comes before all else. */
export function SecondLine({ person }: { person: Person }) {
  const { t } = useTranslation()
  if (person.problem) {
    return (
      <span className="sub danger">
        <b>{t('people.problem')}</b> {person.problem}
      </span>
    )
  }
  return person.statusDetail ? <span className="sub">{person.statusDetail}</span> : null
}
