import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { may, type PersonDetail } from '../../api/types.ts'
import { paths } from '../../app/paths.ts'
import { usePlace } from '../../app/place.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Timeline } from '../../ui/timeline.tsx'
import { WaitingEmail } from '../accounts/waiting-email.tsx'
import { nameOf, type PersonAction } from './person-actions.tsx'
import { PersonAside } from './person-aside.tsx'
import { eventsOf, useTimeZone } from './person-happenings.tsx'

const NEWEST = 8

/** An address breaks after its @ where it has to break. */
function Words({ text }: { text: string }) {
  const [before, after] = text.split(/(?<=@)/)
  return after ? (
    <>
      {before}
      <wbr />
      {after}
    </>
  ) : (
    text
  )
}

type PersonOverviewProps = { person: PersonDetail; onChoose: (action: PersonAction) => void }

/** What is known of somebody, field by field with its source, what happened last, and beside it how they get in. */
export function PersonOverview({ person, onChoose }: PersonOverviewProps) {
  const { t } = useTranslation()
  const { organisation } = usePlace()
  const timeZone = useTimeZone(person)
  const edit = may(person.actions, 'person.edit')
  const newest = [...person.timeline].sort((a, b) => b.at.localeCompare(a.at)).slice(0, NEWEST)
  return (
    <div className="overview">
      <div className="known">
        {person.waitingEmail ? (
          <WaitingEmail id={person.id} waiting={person.waitingEmail} may={edit.allowed} />
        ) : null}
        <Facts
          caption={t('person.facts', { name: nameOf(person) })}
          facts={person.fields.map(({ label, value, source }) => ({
            label,
            value: value ? <Words text={value} /> : <span className="muted">{t('person.notGiven')}</span>,
            source,
          }))}
        />
        {edit.allowed ? (
          <p className="in edit-facts">
            <Link {...paths.personEdit({ slug: organisation.slug, id: person.id })}>
              {t('people.editDetails')}
            </Link>
          </p>
        ) : null}
        <div className="in section across">
          <h2>{t('person.timeline')}</h2>
          {person.timeline.length > NEWEST ? (
            <Link {...paths.personTab({ slug: organisation.slug, id: person.id, tab: 'activity' })}>
              {t('person.allActivity')}
            </Link>
          ) : null}
        </div>
        {newest.length > 0 ? (
          <Timeline
            events={eventsOf(newest)}
            timeZone={timeZone}
            troubled={person.problem !== null}
            seconds
          />
        ) : (
          <p className="in muted">{t('person.noTimeline')}</p>
        )}
      </div>
      <PersonAside person={person} onChoose={onChoose} />
    </div>
  )
}
