import { useTranslation } from 'react-i18next'
import type { StaffList } from '../../api/types.ts'
import { usePlace } from '../../app/place.tsx'
import { sayDay, sayTime } from '../../ui/dates.ts'
import { usePageTitle } from '../../ui/page-head.tsx'
import { emphasised, sumPieces } from './plan.ts'
import { Pieces } from './words-of.tsx'

/** What applying would do, in a sentence; the file and the sums beside it, so that nobody has to take it on trust. */
export function CheckHead({ list, title }: { list: StaffList; title: string }) {
  const { t } = useTranslation()
  const { me } = usePlace()
  const heading = usePageTitle(title)
  const when = useWhen(list.madeAt)
  const uploadedBy = (name: string) =>
    name === me.name
      ? t('staffLists.check.uploadedByYou', { when })
      : t('staffLists.check.uploaded', { name, when })
  return (
    <header className="in head plan-head">
      <div>
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {list.summary ? (
          <p className="summary" role="status">
            <Pieces pieces={emphasised(list.summary)} />
          </p>
        ) : null}
      </div>
      <ul className="ledger" aria-label={t('staffLists.check.ledger')}>
        <li>
          <b>{list.fileName}</b>
          {list.madeBy ? uploadedBy(list.madeBy.name) : null}
        </li>
        {list.sums.map((sum) => (
          <li key={sum}>
            <Pieces pieces={sumPieces(sum)} />
          </li>
        ))}
      </ul>
    </header>
  )
}

/** “at 09:02” today, “on 3 Sept” before. */
function useWhen(iso: string): string {
  const { t, i18n } = useTranslation()
  const { organisation } = usePlace()
  const clock = { timeZone: organisation.timeZone, locale: i18n.language, now: Date.now() }
  const today = sayDay(iso, clock) === sayDay(new Date(clock.now).toISOString(), clock)
  return today
    ? t('staffLists.check.atTime', { time: sayTime(iso, clock) })
    : t('staffLists.check.onDay', { day: sayDay(iso, clock) })
}

/** What is odd about the whole list, and what differs from the plan one looked at before. */
export function CheckNotes({ list }: { list: StaffList }) {
  const { t } = useTranslation()
  return (
    <>
      {list.problem ? (
        <div className="in banner trouble" role="alert">
          <span className="mark" aria-hidden>
            !
          </span>
          <p>
            <b>
              {t(list.problem.code === 'stale_plan' ? 'staffLists.check.stale' : 'staffLists.check.trouble')}
            </b>{' '}
            {list.problem.detail}
          </p>
        </div>
      ) : null}
      {list.notes.map((note) => (
        <div key={note} className="in banner">
          <span className="mark" aria-hidden>
            !
          </span>
          <p>
            <b>{note}</b>
          </p>
        </div>
      ))}
    </>
  )
}
