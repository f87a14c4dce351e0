import { Link } from '@tanstack/react-router'
import { ShieldCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Person } from '../../api/types.ts'
import { paths } from '../../app/paths.ts'
import { usePlace } from '../../app/place.tsx'
import { sayDay, sayMoment } from '../../ui/dates.ts'
import { Disc } from '../../ui/disc.tsx'
import { RowMenu } from '../../ui/row-menu.tsx'
import { Marked } from './marked.tsx'
import { nameOf, type PersonAction, PersonActions } from './person-actions.tsx'
import { SecondLine, Status } from './status.tsx'

export type Columns = { tick: boolean; school: boolean; inviter: boolean }

type PersonRowProps = {
  person: Person
  columns: Columns
  search: string | undefined
  ticked: boolean
  onTick: (on: boolean, range: boolean) => void
  onChoose: (action: PersonAction) => void
}

/** A row is a membership: at a trust, somebody in two schools has two rows and one name. */
export function PersonRow({ person, columns, search, ticked, onTick, onChoose }: PersonRowProps) {
  const { t } = useTranslation()
  const { organisation } = usePlace()
  const name = nameOf(person)
  return (
    <tr className={ticked ? 'ticked' : undefined}>
      <td className="margin">
        {columns.tick ? (
          <input
            type="checkbox"
            className="tick"
            aria-label={t('people.tick', { name })}
            checked={ticked}
            onChange={(event) =>
              onTick(
                event.currentTarget.checked,
                event.nativeEvent instanceof MouseEvent && event.nativeEvent.shiftKey,
              )
            }
          />
        ) : null}
      </td>
      <th scope="row" className="lead">
        <div className="who">
          <Disc givenName={person.givenName} familyName={person.familyName} />
          <div>
            <Link {...paths.person({ slug: organisation.slug, id: person.id })}>
              <Marked text={name} search={search} />
            </Link>
            {person.isAdmin ? (
              <span className="flag" role="img" aria-label={t('people.admin')}>
                <ShieldCheck size={18} strokeWidth={1.5} aria-hidden />
              </span>
            ) : null}
            {name === person.email ? null : (
              <span className="sub">
                <Marked text={person.email} search={search} />
              </span>
            )}
            {person.outsideDomains ? <span className="sub">{t('people.outside')}</span> : null}
            <StaffNumber person={person} search={search} />
          </div>
        </div>
      </th>
      <td className="status-cell">
        <Status person={person} />
        <SecondLine person={person} />
      </td>
      <td className="role">
        <Roles person={person} />
      </td>
      <td className="unit">
        <Several names={person.units.map((unit) => unit.name)} />
      </td>
      {columns.school ? <td className="school">{person.organisation.name}</td> : null}
      <td className="last">
        {columns.inviter ? <InvitedBy person={person} /> : <LastActive person={person} />}
      </td>
      <td className="actions">
        <RowMenu label={t('people.actionsFor', { name })}>
          <PersonActions person={person} onChoose={onChoose} />
        </RowMenu>
      </td>
    </tr>
  )
}

/** A staff number is shown where it is what the search found. */
function StaffNumber({ person, search }: { person: Person; search: string | undefined }) {
  const { t } = useTranslation()
  const typed = search?.trim()
  if (!person.staffNumber || !typed || !person.staffNumber.toLowerCase().includes(typed.toLowerCase()))
    return null
  return (
    <span className="sub">
      {t('people.staffNumber')} <Marked text={person.staffNumber} search={search} />
    </span>
  )
}

function LastActive({ person }: { person: Person }) {
  const { t, i18n } = useTranslation()
  const { organisation } = usePlace()
  if (!person.lastActiveAt) return <span className="muted">{t('people.never')}</span>
  const when = { now: Date.now(), timeZone: organisation.timeZone, locale: i18n.language }
  return (
    <time dateTime={person.lastActiveAt} title={sayMoment(person.lastActiveAt, when)}>
      {sayDay(person.lastActiveAt, when)}
    </time>
  )
}

function InvitedBy({ person: { invitation } }: { person: Person }) {
  const { t } = useTranslation()
  return (
    <>
      {invitation?.inviter ?? <span className="muted">{t('people.inviterNone')}</span>}
      {invitation?.delivery ? <span className="sub">{invitation.delivery.stateLabel}</span> : null}
    </>
  )
}

function Several({ names: [first, ...others] }: { names: string[] }) {
  const { t } = useTranslation()
  if (!first) {
    return (
      <span className="muted">
        <span aria-hidden>—</span>
        <span className="unseen">{t('people.noUnit')}</span>
      </span>
    )
  }
  return (
    <>
      {first}
      {others.length > 0 ? (
        <span className="sub" title={others.join(', ')}>
          {t('people.moreUnits', { count: others.length })}
        </span>
      ) : null}
    </>
  )
}

function Roles({ person }: { person: Person }) {
  const { t, i18n } = useTranslation()
  const list = new Intl.ListFormat(i18n.language)
  const [first, ...others] = person.roles
  if (!first) return <span className="muted">{t('people.noRole')}</span>
  const more = [
    ...(others.length > 0 ? [t('people.moreRoles', { count: others.length })] : []),
    ...(person.grants > 0 ? [t('people.morePermissions', { count: person.grants })] : []),
  ]
  return (
    <>
      {first.label}
      {more.length > 0 ? <span className="sub">{t('people.more', { list: list.format(more) })}</span> : null}
    </>
  )
}
