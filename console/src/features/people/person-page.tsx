import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { api } from '../../api/client.ts'
import { may, type PersonDetail } from '../../api/types.ts'
import { paths } from '../../app/paths.ts'
import { usePlace } from '../../app/place.tsx'
import { ActionLink } from '../../ui/action-link.tsx'
import { sayDate, sayDay } from '../../ui/dates.ts'
import { Disc } from '../../ui/disc.tsx'
import { type Fact, Facts } from '../../ui/facts.tsx'
import { BackLink, usePageTitle } from '../../ui/page-head.tsx'
import { Loaded } from '../../ui/states.tsx'
import { StatusChip } from '../../ui/status-chip.tsx'
import { Timeline } from '../../ui/timeline.tsx'
import './person-page.css'

/** One person in one organisation: a sentence on how they stand, the facts, and what happened. */
export function PersonPage() {
  const { id = '' } = useParams({ strict: false })
  const query = api.useQuery('get', '/api/v1/people/{id}', { params: { path: { id } } })
  return (
    <div className="sheet wide">
      <Loaded query={query}>{(person) => <PersonSheet key={person.id} person={person} />}</Loaded>
    </div>
  )
}

function PersonSheet({ person }: { person: PersonDetail }) {
  const { t, i18n } = useTranslation()
  const { organisation, organisations } = usePlace()
  const name = `${person.givenName} ${person.familyName}`
  const heading = usePageTitle(name)
  const slug = organisation.slug
  // Dates are said in the time zone of the place the person works at, which may be below the one being looked at.
  const timeZone =
    organisations.find((one) => one.id === person.organisation.id)?.timeZone ?? organisation.timeZone
  const zone = { timeZone, locale: i18n.language }
  const facts: Fact[] = [
    {
      label: t('person.email'),
      value: person.email,
      source: person.emailProvedAt
        ? t('person.proved', { day: sayDate(person.emailProvedAt, zone) })
        : t('person.notProved'),
    },
    { label: t('person.roles'), value: <RoleWords person={person} /> },
    { label: t('person.worksAt'), value: person.organisation.name },
    ...(person.jobTitle ? [{ label: t('person.job'), value: person.jobTitle }] : []),
    {
      label: t('person.lastActive'),
      value: person.lastActiveAt ? (
        <time dateTime={person.lastActiveAt}>
          {sayDay(person.lastActiveAt, { ...zone, now: Date.now() })}
        </time>
      ) : (
        <span className="muted">{t('people.never')}</span>
      ),
    },
    { label: t('person.known'), value: sayDate(person.accountCreatedAt, zone) },
  ]
  return (
    <>
      <header className="in person-head">
        <BackLink link={paths.people({ slug })} label={t('people.title')} />
        <Disc givenName={person.givenName} familyName={person.familyName} large />
        <div className="line">
          <h1 ref={heading} tabIndex={-1}>
            {name}
          </h1>
          <ActionLink
            link={paths.personRoles({ slug, id: person.id })}
            label={t('people.editRoles')}
            {...may(person.actions, 'roles.edit')}
          />
        </div>
        <div className="sentence">
          <StatusChip glyph={person.status} tone={person.statusTone} label={person.statusLabel} />
          <span>
            {t(`person.sentence.${person.status}`, { name: person.givenName })}
            {person.statusDetail ? ` ${person.statusDetail}.` : ''}
          </span>
        </div>
      </header>
      <Facts caption={t('person.facts', { name })} facts={facts} />
      <div className="in section">
        <h2>{t('person.timeline')}</h2>
      </div>
      {person.timeline.length > 0 ? (
        <Timeline events={person.timeline} timeZone={timeZone} />
      ) : (
        <p className="in muted">{t('person.noTimeline')}</p>
      )}
    </>
  )
}

function RoleWords({ person }: { person: PersonDetail }) {
  const { t } = useTranslation()
  if (person.roles.length === 0) return <span className="muted">{t('people.noRole')}</span>
  return (
    <>
      {person.roles.map((role) => (
        <span key={role.role + role.scope} className="one-role">
          {role.scope ? t('person.roleAt', { role: role.label, scope: role.scope }) : role.label}
          <br />
        </span>
      ))}
      {person.grants > 0 ? (
        <span className="sub">
          {t('people.more', { list: t('people.morePermissions', { count: person.grants }) })}
        </span>
      ) : null}
    </>
  )
}
