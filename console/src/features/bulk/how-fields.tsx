import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProblem } from '../../ui/form.tsx'
import type { BulkAction } from './chosen.ts'
import { LabelFields } from './label-fields.tsx'
import type { How } from './use-foretold.ts'

const REASON_MAX = 500

type HowFieldsProps = {
  action: BulkAction
  today: string
  how: How
  onHow: (how: How) => void
  error: unknown
}

/** How it is to be done, where there is a choice: when access ends, the last day of work, why, and with which labels. */
export function HowFields({ action, today, how, onHow, error }: HowFieldsProps) {
  const { t } = useTranslation()
  const { of } = useProblem(error)
  if (action === 'label') return <LabelFields how={how} onHow={onHow} />
  const leaves = action === 'pause' || action === 'archive'
  if (!leaves) return null
  return (
    <>
      <WhenChoice today={today} how={how} onHow={onHow} />
      <div className="in fields">
        {action === 'archive' ? (
          <TextInput
            id="leavingDate"
            className="short"
            type="date"
            label={t('people.lastDay')}
            description={t('many.lastDayHint')}
            max={how.on ?? today}
            error={of('leavingDate')}
            value={how.leavingDate ?? ''}
            onChange={(event) => onHow({ ...how, leavingDate: event.currentTarget.value || undefined })}
          />
        ) : null}
        <TextInput
          label={t('people.moveReason')}
          description={t('people.moveReasonHint')}
          autoComplete="off"
          maxLength={REASON_MAX}
          value={how.reason ?? ''}
          onChange={(event) => onHow({ ...how, reason: event.currentTarget.value || undefined })}
        />
        <label className="tell">
          <input
            type="checkbox"
            checked={how.tell ?? false}
            onChange={(event) => onHow({ ...how, tell: event.currentTarget.checked || undefined })}
          />
          {t('many.tell')}
        </label>
      </div>
    </>
  )
}

/** Now, or with the end of a day. */
function WhenChoice({ today, how, onHow }: Pick<HowFieldsProps, 'today' | 'how' | 'onHow'>) {
  const { t } = useTranslation()
  const [day, setDay] = useState(how.on ?? today)
  const later = how.on !== undefined
  return (
    <fieldset>
      <legend className="in legend">{t('many.when')}</legend>
      <div className="choices">
        <div className={later ? 'choice' : 'choice on'}>
          <label>
            <input
              type="radio"
              name="when"
              checked={!later}
              onChange={() => onHow({ ...how, on: undefined })}
            />
            <b>{t('many.now')}</b>
            <span>{t('many.nowHint')}</span>
          </label>
        </div>
        <div className={later ? 'choice on' : 'choice'}>
          <label>
            <input type="radio" name="when" checked={later} onChange={() => onHow({ ...how, on: day })} />
            <b>{t('many.later')}</b>
            <span>{t('many.laterHint')}</span>
          </label>
          {later ? (
            <div className="where">
              <TextInput
                id="on"
                type="date"
                aria-label={t('many.day')}
                min={today}
                value={day}
                onChange={(event) => {
                  setDay(event.currentTarget.value)
                  if (event.currentTarget.value) onHow({ ...how, on: event.currentTarget.value })
                }}
              />
            </div>
          ) : null}
        </div>
      </div>
    </fieldset>
  )
}
