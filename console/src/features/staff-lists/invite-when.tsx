import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { sayDate } from '../../ui/dates.ts'
import { wallOf } from '../invitations/zoned-time.ts'
import type { When } from './applying.ts'

const DAY_MS = 86_400_000

type InviteWhenProps = {
  count: number
  /** How long a link works. */
  days: number | undefined
  timeZone: string
  /** Whether accounts may be set up, so that people are active without registering. */
  maySetUp: boolean
  when: When
  sendAt: string
  onWhen: (when: When) => void
  onSendAt: (sendAt: string) => void
}

/** When those who are new get their email. Nobody is written to unless it is asked for. */
export function InviteWhen(props: InviteWhenProps) {
  const { count, days, timeZone, maySetUp, when, sendAt, onWhen, onSendAt } = props
  const { t, i18n } = useTranslation()
  const [now] = useState(Date.now)
  const until =
    days === undefined
      ? ''
      : sayDate(new Date(now + days * DAY_MS).toISOString(), { timeZone, locale: i18n.language })
  const hint: Record<When, string> = {
    later: t('staffLists.apply.laterHint'),
    now: until ? t('staffLists.apply.nowHint', { count, day: until }) : '',
    date: days === undefined ? '' : t('staffLists.apply.dateHint', { count: days }),
    account: t('staffLists.apply.accountHint', { count }),
  }
  return (
    <fieldset>
      <legend className="in section legend">
        <h2>{t('staffLists.apply.invite', { count })}</h2>
      </legend>
      <div className="choices">
        {(['later', 'now', 'date', ...(maySetUp ? (['account'] as const) : [])] as const).map((each) => (
          <div key={each} className={when === each ? 'choice on' : 'choice'}>
            <input
              type="radio"
              name="invite"
              id={`invite-${each}`}
              checked={when === each}
              onChange={() => onWhen(each)}
            />
            <label htmlFor={`invite-${each}`}>
              <b>{t(`staffLists.apply.when.${each}`)}</b>
              <span>{hint[each]}</span>
            </label>
            {each === 'date' && when === 'date' ? (
              <TextInput
                className="where"
                id="sendAt"
                type="datetime-local"
                label={t('invite.sendAt')}
                description={t('invite.sendAtHint', { zone: timeZone })}
                min={wallOf(now, timeZone)}
                value={sendAt}
                onChange={(event) => onSendAt(event.currentTarget.value)}
              />
            ) : null}
          </div>
        ))}
      </div>
    </fieldset>
  )
}
