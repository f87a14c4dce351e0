import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { InviteOptions } from '../../api/types.ts'
import { sayDate } from '../../ui/dates.ts'
import type { Terms } from './terms.ts'
import { wallOf } from './zoned-time.ts'

const DAY_MS = 86_400_000

type WhenRowsProps = {
  options: InviteOptions
  terms: Terms
  error: string | undefined
  onChange: (next: Partial<Terms>) => void
}

/** Now, or at a time on the school’s own clocks. The days of a link begin when its email leaves. */
export function WhenRows({ options, terms, error, onChange }: WhenRowsProps) {
  const { t, i18n } = useTranslation()
  const [now] = useState(Date.now)
  const { days, timeZone } = options
  const until = sayDate(new Date(now + days * DAY_MS).toISOString(), { timeZone, locale: i18n.language })
  return (
    <fieldset>
      <legend className="in section legend">
        <h2>{t('invite.when')}</h2>
      </legend>
      <div className="choices">
        {([false, true] as const).map((later) => (
          <div key={String(later)} className={terms.later === later ? 'choice on' : 'choice'}>
            <input
              type="radio"
              name="when"
              id={later ? 'when-later' : 'when-now'}
              checked={terms.later === later}
              onChange={() => onChange({ later })}
            />
            <label htmlFor={later ? 'when-later' : 'when-now'}>
              <b>{t(later ? 'invite.later' : 'invite.now')}</b>
              <span>
                {later ? t('invite.laterHint', { count: days }) : t('invite.nowHint', { day: until })}
              </span>
            </label>
            {later && terms.later ? (
              <TextInput
                className="where"
                id="sendAt"
                type="datetime-local"
                label={t('invite.sendAt')}
                description={t('invite.sendAtHint', { zone: timeZone })}
                min={wallOf(now, timeZone)}
                value={terms.sendAt}
                error={error}
                onChange={(event) => onChange({ sendAt: event.currentTarget.value })}
              />
            ) : null}
          </div>
        ))}
      </div>
    </fieldset>
  )
}
