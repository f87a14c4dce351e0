import { useTranslation } from 'react-i18next'
import type { InviteOptions } from '../../api/types.ts'
import type { Decision, Row } from './invite-rows.ts'

type RowTermsProps = {
  row: Row
  name: string
  options: InviteOptions
  role: string
  onDecide: (key: string, decision: Decision) => void
}

/** One person's own role, and department, where they differ from everybody's. The browser's lists: 500 of them are light. */
export function RowTerms({ row, name, options, role, onDecide }: RowTermsProps) {
  const { t } = useTranslation()
  const { roles, units } = options
  return (
    <span className="row-terms">
      {roles.length > 1 ? (
        <select
          aria-label={t('invite.roleOf', { name })}
          className={row.role && row.role !== role ? 'own' : undefined}
          value={row.role ?? role}
          onChange={(event) => onDecide(row.key, { role: event.currentTarget.value })}
        >
          {roles.map((each) => (
            <option key={each.role} value={each.role}>
              {each.label}
            </option>
          ))}
        </select>
      ) : null}
      {units.length > 0 ? (
        <select
          aria-label={t('invite.unitOf', { name })}
          className={row.units ? 'own' : undefined}
          value={row.units ? (row.units[0] ?? '') : 'all'}
          onChange={(event) => onDecide(row.key, unitsFrom(event.currentTarget.value))}
        >
          <option value="all">{t('invite.unitAsAll')}</option>
          {units.map((unit) => (
            <option key={unit.id} value={unit.id}>
              {unit.name}
            </option>
          ))}
        </select>
      ) : null}
    </span>
  )
}

const unitsFrom = (value: string): Decision => ({ units: value === 'all' ? undefined : [value] })
