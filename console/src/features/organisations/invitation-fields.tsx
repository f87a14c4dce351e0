import { TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Organisation } from '../../api/types.ts'

export type InvitationWish = Pick<Organisation, 'askMobile' | 'invitationDays' | 'needsUnit'>

type InvitationFieldsProps = {
  wish: InvitationWish
  disabled: boolean
  errorOf: (field: string) => string | undefined
  onChange: (wish: InvitationWish) => void
}

/** How people are invited here, and what they are asked when they register. */
export function InvitationFields({ wish, disabled, errorOf, onChange }: InvitationFieldsProps) {
  const { t } = useTranslation()
  return (
    <section aria-labelledby="inviting">
      <div className="in section">
        <h2 id="inviting">{t('organisation.inviting')}</h2>
      </div>
      <div className="in fields">
        <TextInput
          className="short"
          id="invitationDays"
          label={t('organisation.invitationDays')}
          description={t('organisation.invitationDaysHint')}
          inputMode="numeric"
          autoComplete="off"
          disabled={disabled}
          value={wish.invitationDays || ''}
          error={errorOf('invitationDays')}
          onChange={(event) =>
            onChange({ ...wish, invitationDays: Number(event.currentTarget.value.replace(/\D/g, '')) })
          }
        />
      </div>
      <fieldset id="askMobile" tabIndex={-1} disabled={disabled}>
        <legend className="in legend">
          {t('organisation.askMobile')}
          <p>{t('organisation.askMobileHint')}</p>
        </legend>
        <div className="choices">
          {(['optional', 'required', 'no'] as const).map((each) => (
            <div
              key={each}
              className={`choice${wish.askMobile === each ? ' on' : ''}${disabled ? ' off' : ''}`}
            >
              <input
                type="radio"
                name="askMobile"
                id={`askMobile-${each}`}
                checked={wish.askMobile === each}
                onChange={() => onChange({ ...wish, askMobile: each })}
              />
              <label htmlFor={`askMobile-${each}`}>
                <b>{t(`organisation.askMobileAs.${each}`)}</b>
                <span>{t(`organisation.askMobileMeans.${each}`)}</span>
              </label>
            </div>
          ))}
        </div>
      </fieldset>
      <fieldset id="needsUnit" tabIndex={-1} disabled={disabled}>
        <legend className="in section legend">{t('organisation.unitsOfInvited')}</legend>
        <div className="choices">
          <div className={`choice plain${disabled ? ' off' : ''}`}>
            <input
              type="checkbox"
              id="needsUnit-on"
              checked={wish.needsUnit}
              onChange={(event) => onChange({ ...wish, needsUnit: event.target.checked })}
            />
            <label htmlFor="needsUnit-on">
              <b>{t('organisation.needsUnit')}</b>
            </label>
          </div>
        </div>
      </fieldset>
    </section>
  )
}
