import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Leaving } from './leaving-ways.ts'

type WhenChoiceProps = { today: string; leaving: Leaving; onLeaving: (leaving: Leaving) => void }

/** Whether access ends now or with the end of a day. */
export function WhenChoice({ today, leaving, onLeaving }: WhenChoiceProps) {
  const { t } = useTranslation()
  const [day, setDay] = useState(leaving.on ?? today)
  const later = leaving.on !== undefined
  return (
    <fieldset className="leave-when">
      <legend className="in legend">{t('leave.when')}</legend>
      <div className="choices">
        <div className={later ? 'choice' : 'choice on'}>
          <input
            type="radio"
            name="when"
            id="when-now"
            checked={!later}
            onChange={() => onLeaving({ ...leaving, on: undefined })}
          />
          <label htmlFor="when-now">
            <b>{t('leave.now')}</b>
            <span>{t('leave.nowHint')}</span>
          </label>
        </div>
        <div className={later ? 'choice on' : 'choice'}>
          <input
            type="radio"
            name="when"
            id="when-later"
            checked={later}
            onChange={() => onLeaving({ ...leaving, on: day })}
          />
          <label htmlFor="when-later">
            <b>{t('leave.later')}</b>
            <span>{t('leave.laterHint')}</span>
          </label>
          {later ? (
            <TextInput
              className="where leave-day"
              id="on"
              type="date"
              label={t('leave.day')}
              min={today}
              value={day}
              onChange={(event) => {
                setDay(event.currentTarget.value)
                if (event.currentTarget.value) onLeaving({ ...leaving, on: event.currentTarget.value })
              }}
            />
          ) : null}
        </div>
      </div>
    </fieldset>
  )
}
