import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { NewcomerOptions } from '../../api/types.ts'
import { sayDate } from '../../ui/dates.ts'
import { wallOf } from '../invitations/zoned-time.ts'
import { type Terms, WAYS } from './newcomer.ts'

const DAY_MS = 86_400_000

type WayRowsProps = {
  options: NewcomerOptions
  terms: Terms
  errorOf: (field: string) => string | undefined
  onChange: (next: Partial<Terms>) => void
}

/** How they get in: each way says when the account is active and takes a seat. */
export function WayRows({ options, terms, errorOf, onChange }: WayRowsProps) {
  const { t, i18n } = useTranslation()
  const [now] = useState(Date.now)
  const { days, timeZone, passwordMin } = options
  const until = sayDate(new Date(now + days * DAY_MS).toISOString(), { timeZone, locale: i18n.language })
  return (
    <fieldset id="notify" tabIndex={-1}>
      <legend className="in section legend">
        <h2>{t('newcomer.way')}</h2>
      </legend>
      <div className="choices">
        {WAYS.map((way) => (
          <div key={way} className={terms.way === way ? 'choice on' : 'choice'}>
            <input
              type="radio"
              name="way"
              id={`way-${way}`}
              checked={terms.way === way}
              onChange={() => onChange({ way })}
            />
            <label htmlFor={`way-${way}`}>
              <b>{t(`newcomer.ways.${way}`)}</b>
              <span>{t(`newcomer.means.${way}`, { day: until, count: days })}</span>
            </label>
            {way === 'date' && terms.way === way ? (
              <TextInput
                className="where"
                id="sendAt"
                type="datetime-local"
                label={t('invite.sendAt')}
                description={t('invite.sendAtHint', { zone: timeZone })}
                min={wallOf(now, timeZone)}
                value={terms.sendAt}
                error={errorOf('sendAt')}
                onChange={(event) => onChange({ sendAt: event.currentTarget.value })}
              />
            ) : null}
            {way === 'account' && terms.way === way ? (
              <FirstPassword
                terms={terms}
                days={days}
                minimum={passwordMin}
                error={errorOf('password')}
                onChange={onChange}
              />
            ) : null}
          </div>
        ))}
      </div>
    </fieldset>
  )
}

type FirstPasswordProps = {
  terms: Terms
  days: number
  minimum: number
  error: string | undefined
  onChange: (next: Partial<Terms>) => void
}

/** Mailed at random, or typed here and handed over. The typed one is shown: whoever types it has to say it. */
function FirstPassword({ terms, days, minimum, error, onChange }: FirstPasswordProps) {
  const { t } = useTranslation()
  const { passwordBy, password } = terms
  return (
    <fieldset
      className="where first-password"
      id={passwordBy === 'hand' ? undefined : 'password'}
      tabIndex={-1}
      aria-describedby={error && passwordBy !== 'hand' ? 'password-error' : undefined}
    >
      <legend>{t('newcomer.firstPassword')}</legend>
      {error && passwordBy !== 'hand' ? (
        <p className="wrong" id="password-error">
          {error}
        </p>
      ) : null}
      {(['mail', 'hand'] as const).map((by) => (
        <label key={by} className="by">
          <input
            type="radio"
            name="passwordBy"
            checked={passwordBy === by}
            onChange={() => onChange({ passwordBy: by })}
          />
          <span>
            <b>{t(`newcomer.passwordBy.${by}`)}</b>
            <span className="sub">{t(`newcomer.passwordMeans.${by}`, { count: days })}</span>
          </span>
        </label>
      ))}
      {passwordBy === 'hand' ? (
        <TextInput
          id="password"
          label={t('newcomer.password')}
          description={t('newcomer.passwordHint', { count: minimum })}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          value={password}
          error={error}
          onChange={(event) => onChange({ password: event.currentTarget.value })}
        />
      ) : null}
    </fieldset>
  )
}
