import { Fragment, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Activity } from '../../api/types.ts'
import { usePlace } from '../../app/place.tsx'
import { sayHeadingDay, sayTime } from '../../ui/dates.ts'
import '../../ui/timeline.css'
import { ActivityDetails } from './activity-details.tsx'
import { ActivitySentence } from './activity-sentence.tsx'
import { type Run, runsOf } from './runs.ts'

/** From so many on, what belongs together is folded under one line. */
const FOLD_FROM = 3

/** What happened, newest first, a heading for each day and the times in the margin. */
export function ActivityList({ entries, stale }: { entries: Activity[]; stale: boolean }) {
  const { i18n } = useTranslation()
  const { organisation } = usePlace()
  const zone = { timeZone: organisation.timeZone, locale: i18n.language, now: Date.now() }
  const dayOf = (entry: Activity | undefined) => (entry ? sayHeadingDay(entry.at, zone) : '')
  const runs = runsOf(entries, dayOf)
  return (
    <ol className={stale ? 'timeline activity stale' : 'timeline activity'}>
      {runs.map((run, index) => {
        const day = dayOf(run.entries[0])
        return (
          <Fragment key={run.entries[0]?.id}>
            {dayOf(runs[index - 1]?.entries[0]) === day ? null : <li className="day">{day}</li>}
            {run.entries.length < FOLD_FROM ? (
              <Rows entries={run.entries} zone={zone} />
            ) : (
              <Folded run={run} zone={zone} />
            )}
          </Fragment>
        )
      })}
    </ol>
  )
}

type Zone = Parameters<typeof sayTime>[1]

const Rows = ({ entries, zone }: { entries: Activity[]; zone: Zone }) =>
  entries.map((entry) => (
    <Row key={entry.id} entry={entry} zone={zone}>
      <Details entry={entry} zone={zone} />
    </Row>
  ))

/** One line for many: of what was done at once the first of them, of what happened again how often and from when to when. */
function Folded({ run: { entries, as }, zone }: { run: Run<Activity>; zone: Zone }) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  const [first, ...others] = entries
  const last = others.at(-1)
  if (!first || !last) return null
  const again = as === 'again'
  const unfold = again
    ? t(open ? 'activity.foldEach' : 'activity.unfoldEach')
    : t(open ? 'activity.fold' : 'activity.unfold', { count: others.length })
  const span = { count: entries.length, from: sayTime(last.at, zone), to: sayTime(first.at, zone) }
  return (
    <>
      <Row
        entry={first}
        zone={zone}
        times={again ? t(span.from === span.to ? 'activity.timesAtOnce' : 'activity.times', span) : undefined}
      >
        <button
          type="button"
          className="more-like"
          aria-expanded={open}
          aria-label={again ? `${unfold}: ${first.sentence}` : undefined}
          onClick={() => setOpen(!open)}
        >
          {unfold}
        </button>
        {again ? null : <Details entry={first} zone={zone} />}
      </Row>
      {open ? <Rows entries={again ? entries : others} zone={zone} /> : null}
    </>
  )
}

type RowProps = { entry: Activity; zone: Zone; times?: string | undefined; children: ReactNode }

function Row({ entry, zone, times, children }: RowProps) {
  const { organisation } = usePlace()
  const elsewhere =
    entry.organisation && entry.organisation.id !== organisation.id ? entry.organisation.name : null
  return (
    <li>
      <time dateTime={entry.at}>{sayTime(entry.at, zone)}</time>
      <span className="what">
        <ActivitySentence entry={entry} />
        {times ? <b> {times}</b> : null}
      </span>
      <div className="row-foot">
        <span className="sub">{[elsewhere, entry.doorLabel].filter(Boolean).join(' · ')}</span>
        {children}
      </div>
    </li>
  )
}

function Details({ entry, zone }: { entry: Activity; zone: Zone }) {
  const { t } = useTranslation()
  return (
    <details>
      <summary aria-label={`${t('activity.details')}: ${entry.sentence}`}>{t('activity.details')}</summary>
      <ActivityDetails entry={entry} zone={zone} />
    </details>
  )
}
