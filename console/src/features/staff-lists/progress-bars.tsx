import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StaffList } from '../../api/types.ts'
import { usePlace } from '../../app/place.tsx'
import { sayMoment } from '../../ui/dates.ts'
import { mailGoesOut } from './applying.ts'
import { isAtWork } from './list-query.ts'

const SPOKEN_EVERY_MS = 5_000

/** How far the accounts are, and the emails after them. The words are the server’s; they are spoken at most every 5 seconds. */
export function ProgressBars({ list }: { list: StaffList }) {
  const { t, i18n } = useTranslation()
  const { organisation } = usePlace()
  const { progress, invitations, invite } = list
  const now = Date.now()
  const accounts = isAtWork(list)
  const mail = mailGoesOut(list, now)
  const waits = invite !== null && invite !== 'now' && invite !== 'later' && Date.parse(invite) > now
  const mailWords = invitations
    ? t('staffLists.done.mail', {
        done: invitations.handedOver + invitations.problems,
        count: invitations.total,
      })
    : ''
  const spoken = useSlowly(
    [accounts ? progress.sentence : '', mail ? mailWords : ''].filter(Boolean).join('. '),
  )
  const clock = { timeZone: organisation.timeZone, locale: i18n.language }
  return (
    <>
      <p className="unseen" role="status">
        {spoken}
      </p>
      {accounts ? (
        <Bar
          name={t('staffLists.done.accounts')}
          words={progress.sentence || t('staffLists.done.starting')}
          done={progress.done}
          total={progress.total}
        />
      ) : null}
      {invitations && list.state === 'applying' ? (
        <Bar name={t('staffLists.done.invitations')} words={mailWords} done={0} total={invitations.total} />
      ) : null}
      {invitations && mail ? (
        <Bar
          name={t('staffLists.done.invitations')}
          words={mailWords}
          done={invitations.handedOver + invitations.problems}
          total={invitations.total}
        />
      ) : null}
      {invitations && waits && list.state === 'applied' ? (
        <p className="in progress">
          {t('staffLists.done.mailWaits', { count: invitations.total, moment: sayMoment(invite, clock) })}
        </p>
      ) : null}
    </>
  )
}

type BarProps = { name: string; words: string; done: number; total: number }

function Bar({ name, words, done, total }: BarProps) {
  return (
    <div className="in progress">
      <p aria-hidden>{words}</p>
      <div
        className="bar"
        role="progressbar"
        aria-label={name}
        aria-valuemin={0}
        aria-valuemax={Math.max(total, 1)}
        aria-valuenow={done}
        aria-valuetext={words}
      >
        <div style={{ width: `${total > 0 ? Math.min(100, (done / total) * 100) : 0}%` }} />
      </div>
    </div>
  )
}

/** Words that change often, no oftener than can be listened to. */
function useSlowly(words: string): string {
  const [said, setSaid] = useState(words)
  const at = useRef(0)
  useEffect(() => {
    const wait = Math.max(0, at.current + SPOKEN_EVERY_MS - Date.now())
    const timer = setTimeout(() => {
      at.current = Date.now()
      setSaid(words)
    }, wait)
    return () => clearTimeout(timer)
  }, [words])
  return said
}
