import { Fragment, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Activity } from '../../api/types.ts'
import { usePlace } from '../../app/place.tsx'
import { sayHeadingDay, sayTime } from '../../ui/dates.ts'
import '../../ui/timeline.css'
import { ActivityDetails } from './activity-details.tsx'
import { ActivitySentence } from './activity-sentence.tsx'
import { runsOf } from './runs.ts'

/** From so many on, what was done to many at once is folded together under the first of them. */
const FOLD_FROM = 3

/** What happened, newest first, a heading for each day and the times in the margin. */
export function ActivityList({ entries, stale }: { entries: Activity[]; stale: boolean }) {
  const { i18n } = useTranslation()
  const { organisation } = usePlace()
  const zone = { timeZone: organisation.timeZone, locale: i18n.language, now: Date.now() }
  const runs = runsOf(entries)
  const dayOf = (run: Activity[] | undefined) => (run?.[0] ? sayHeadingDay(run[0].at, zone) : '')
  return (
    <ol className={stale ? 'timeline activity stale' : 'timeline activity'}>
      {runs.map((run, index) => (
        <Fragment key={run[0]?.id}>
          {dayOf(runs[index - 1]) === dayOf(run) ? null : <li className="day">{dayOf(run)}</li>}
          <Run run={run} zone={zone} />
        </Fragment>
      ))}
    </ol>
  )
}

type Zone = Parameters<typeof sayTime>[1]

function Run({ run, zone }: { run: Activity[]; zone: Zone }) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(run.length < FOLD_FROM)
  const [first, ...others] = run
  if (!first) return null
  return (
    <>
      <Row entry={first} zone={zone}>
        {run.length < FOLD_FROM ? null : (
          <button type="button" className="more-like" aria-expanded={open} onClick={() => setOpen(!open)}>
            {t(open ? 'activity.fold' : 'activity.unfold', { count: others.length })}
          </button>
        )}
      </Row>
      {open ? others.map((entry) => <Row key={entry.id} entry={entry} zone={zone} />) : null}
    </>
  )
}

function Row({ entry, zone, children }: { entry: Activity; zone: Zone; children?: React.ReactNode }) {
  const { t } = useTranslation()
  const { organisation } = usePlace()
  const elsewhere =
    entry.organisation && entry.organisation.id !== organisation.id ? entry.organisation.name : null
  return (
    <li>
      <time dateTime={entry.at}>{sayTime(entry.at, zone)}</time>
      <span className="what">
        <ActivitySentence entry={entry} />
      </span>
      <div className="row-foot">
        <span className="sub">{[elsewhere, entry.doorLabel].filter(Boolean).join(' · ')}</span>
        {children}
        <details>
          <summary aria-label={`${t('activity.details')}: ${entry.sentence}`}>
            {t('activity.details')}
          </summary>
          <ActivityDetails entry={entry} zone={zone} />
        </details>
      </div>
    </li>
  )
}
