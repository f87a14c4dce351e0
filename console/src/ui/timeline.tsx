import { Link, type LinkProps } from '@tanstack/react-router'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { sayHeadingDay, sayTime } from './dates.ts'
import './timeline.css'

export type TimelineEvent = {
  at: string
  sentence: string
  /** It went wrong. Only the newest of these is coloured, and only while `troubled` says that it still matters. */
  problem?: boolean | undefined
  /** A mail server's own words, kept as they are. */
  serverAnswer?: string | undefined
  explanation?: string | undefined
  more?: { link: LinkProps; label: string } | undefined
}

type TimelineProps = {
  events: TimelineEvent[]
  timeZone: string
  troubled?: boolean
  /** To the second, where times are compared with a mail server's. */
  seconds?: boolean
}

/** What happened, newest first, a heading for each day and the times in the margin. */
export function Timeline({ events, timeZone, troubled = false, seconds = false }: TimelineProps) {
  const { t, i18n } = useTranslation()
  const zone = { timeZone, locale: i18n.language, now: Date.now() }
  const newestFirst = [...events].sort((a, b) => b.at.localeCompare(a.at))
  const worst = troubled ? newestFirst.find((event) => event.problem) : undefined
  return (
    <ol className="timeline">
      {newestFirst.map((event, index) => {
        const day = sayHeadingDay(event.at, zone)
        const before = newestFirst[index - 1]
        return (
          <Fragment key={event.at + event.sentence}>
            {before && sayHeadingDay(before.at, zone) === day ? null : <li className="day">{day}</li>}
            <li className={event === worst ? 'worst' : undefined}>
              <time dateTime={event.at}>{sayTime(event.at, { ...zone, seconds })}</time>
              <span className={event.problem ? 'what problem-event' : 'what'}>{event.sentence}</span>
              {event.serverAnswer ? (
                <div className="answer">
                  <span>{t('person.serverSaid')}</span>
                  <code>{event.serverAnswer}</code>
                </div>
              ) : null}
              {event.explanation ? <p>{event.explanation}</p> : null}
              {event.more ? (
                <Link {...event.more.link} className="more">
                  {event.more.label}
                </Link>
              ) : null}
            </li>
          </Fragment>
        )
      })}
    </ol>
  )
}
