import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { may, type Person, type PersonDetail } from '../../api/types.ts'
import { paths } from '../../app/paths.ts'
import { usePlace } from '../../app/place.tsx'
import { Empty } from '../../ui/states.tsx'
import { Timeline, type TimelineEvent } from '../../ui/timeline.tsx'

type Happening = PersonDetail['timeline'][number]

/** Dates are said in the time zone of the place the person works at, which may be below the one being looked at. */
export function useTimeZone(person: Person): string {
  const { organisation, organisations } = usePlace()
  return organisations.find((one) => one.id === person.organisation.id)?.timeZone ?? organisation.timeZone
}

export const eventsOf = (happenings: Happening[]): TimelineEvent[] =>
  happenings.map(({ at, sentence, problem, serverAnswer, explanation }) => ({
    at,
    sentence,
    problem,
    serverAnswer,
    explanation,
  }))

/** Every message to somebody, each attempt with the mail server's own answer. */
export function PersonEmails({ person }: { person: PersonDetail }) {
  const { t } = useTranslation()
  const { organisation } = usePlace()
  const timeZone = useTimeZone(person)
  const messages = person.timeline.filter((one) => one.kind === 'message')
  if (messages.length === 0)
    return <Empty title={t('person.noEmails', { name: person.givenName || person.email })} />
  const events = messages.map((message, index) => ({
    ...(eventsOf([message])[0] as TimelineEvent),
    // Once for each message, at its newest event.
    ...(message.messageId && messages.findIndex((one) => one.messageId === message.messageId) === index
      ? {
          more: {
            link: paths.message({ slug: organisation.slug, id: message.messageId }),
            label: t('person.openMessage'),
          },
        }
      : {}),
  }))
  return (
    <section className="end-of-sheet">
      <h2 className="unseen">{t('person.tab.emails')}</h2>
      <Timeline events={events} timeZone={timeZone} troubled={person.problem !== null} seconds />
    </section>
  )
}

/** What was changed about somebody here, and by whom, a sentence each. */
export function PersonActivity({ person }: { person: PersonDetail }) {
  const { t } = useTranslation()
  const timeZone = useTimeZone(person)
  const { organisation } = usePlace()
  const changes = person.timeline.filter((one) => one.kind === 'change')
  if (changes.length === 0) return <Empty title={t('person.noTimeline')} />
  return (
    <section className="end-of-sheet">
      <h2 className="unseen">{t('person.tab.activity')}</h2>
      <Timeline events={eventsOf(changes)} timeZone={timeZone} />
      {may(organisation.actions, 'audit.view').allowed ? (
        <p className="in person-foot">
          <Link {...paths.activity({ slug: organisation.slug })} search={{ subject: person.personId }}>
            {t('person.inActivity')}
          </Link>
        </p>
      ) : null}
    </section>
  )
}
