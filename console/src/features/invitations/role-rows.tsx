import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { InviteOptions } from '../../api/types.ts'

const SHOWN_AT_FIRST = 5

type RoleRowsProps = {
  options: InviteOptions
  role: string
  /** Instead of the sentence about a batch. */
  hint?: string
  onChange: (role: string) => void
}

/** The role of the batch, chosen by its meaning. Roles you may not give are not here. */
export function RoleRows({ options, role, hint, onChange }: RoleRowsProps) {
  const { t } = useTranslation()
  const [all, setAll] = useState(false)
  const { roles } = options
  if (roles.length === 0) return null
  const shown =
    all || roles.length <= SHOWN_AT_FIRST + 1
      ? roles
      : roles.filter((each, index) => index < SHOWN_AT_FIRST || each.role === role)
  return (
    <fieldset id="roles" tabIndex={-1}>
      <legend className="in section legend">
        <h2>{t('invite.role')}</h2>
        <p>{hint ?? t('invite.roleHint')}</p>
      </legend>
      <div className="choices">
        {shown.map((each) => (
          <div key={each.role} className={each.role === role ? 'choice on' : 'choice'}>
            <input
              type="radio"
              name="role"
              id={`role-${each.role}`}
              checked={each.role === role}
              onChange={() => onChange(each.role)}
            />
            <label htmlFor={`role-${each.role}`}>
              <b>{each.label}</b>
              <span>{each.meaning}</span>
            </label>
          </div>
        ))}
      </div>
      {shown.length < roles.length ? (
        <p className="in below-choices">
          <button type="button" className="link-button" onClick={() => setAll(true)}>
            {t('invite.moreRoles', { count: roles.length - shown.length })}
          </button>
        </p>
      ) : null}
    </fieldset>
  )
}
