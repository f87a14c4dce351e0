import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { sayDate, sayTime } from './dates.ts'
import './timeline.css'

/** What happened, newest first, a heading for each day and the times in the margin. */
export function Timeline({
  events,
  timeZone,
}: {
  events: { at: string; sentence: string }[]
  timeZone: string
}) {
  const { i18n } = useTranslation()
  const zone = { timeZone, locale: i18n.language }
  const newestFirst = [...events].sort((a, b) => b.at.localeCompare(a.at))
  return (
    <ol className="timeline">
      {newestFirst.map((event, index) => {
        const day = sayDate(event.at, zone)
        const before = newestFirst[index - 1]
        return (
          <Fragment key={event.at + event.sentence}>
            {before && sayDate(before.at, zone) === day ? null : <li className="day">{day}</li>}
            <li>
              <time dateTime={event.at}>{sayTime(event.at, zone)}</time>
              {event.sentence}
            </li>
          </Fragment>
        )
      })}
    </ol>
  )
}
