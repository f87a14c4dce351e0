import { Link, useNavigate } from '@tanstack/react-router'
import { ArrowDown, ArrowUp, CornerDownLeft, Pencil, ShieldCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { may, type Person } from '../../api/types.ts'
import { paths } from '../../app/paths.ts'
import { usePlace } from '../../app/place.tsx'
import { sayDay, sayMoment } from '../../ui/dates.ts'
import { Disc } from '../../ui/disc.tsx'
import { RowAction, RowMenu } from '../../ui/row-menu.tsx'
import { StatusChip } from '../../ui/status-chip.tsx'
import './people-table.css'

type Sort = 'name' | 'urgency'
type PeopleTableProps = {
  people: Person[]
  withSchool: boolean
  sort: Sort
  stale: boolean
  onSort: (sort: Sort) => void
}

/** A row is a membership: at a trust, somebody in two schools has two rows and one name. */
export function PeopleTable({ people, withSchool, sort, stale, onSort }: PeopleTableProps) {
  const { t } = useTranslation()
  const { organisation } = usePlace()
  const by = sort === 'name' ? t('people.byName') : t('people.byUrgency')
  return (
    <table className={`register people${withSchool ? ' with-school' : ''}${stale ? ' stale' : ''}`}>
      <caption className="unseen">{t('people.caption', { place: organisation.name, by })}</caption>
      <colgroup>
        <col className="w-margin" />
        <col className="w-name" />
        <col />
        <col className="w-role" />
        {withSchool ? <col className="w-school" /> : null}
        <col className="w-last" />
        <col className="w-actions" />
      </colgroup>
      <thead>
        <tr>
          <td className="margin" />
          <SortHead
            label={t('people.name')}
            className="lead"
            on={sort === 'name'}
            direction="ascending"
            onSort={() => onSort('name')}
          />
          <SortHead
            label={t('people.status')}
            className=""
            on={sort === 'urgency'}
            direction="descending"
            onSort={() => onSort('urgency')}
          />
          <th scope="col" className="role">
            {t('people.role')}
          </th>
          {withSchool ? (
            <th scope="col" className="school">
              {t('people.school')}
            </th>
          ) : null}
          <th scope="col" className="last">
            {t('people.lastActive')}
          </th>
          <th scope="col">
            <span className="unseen">{t('people.actions')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <Row key={person.id} person={person} withSchool={withSchool} />
        ))}
      </tbody>
    </table>
  )
}

type SortHeadProps = {
  label: string
  className: string
  on: boolean
  direction: 'ascending' | 'descending'
  onSort: () => void
}

function SortHead({ label, className, on, direction, onSort }: SortHeadProps) {
  const Arrow = direction === 'ascending' ? ArrowUp : ArrowDown
  return (
    <th scope="col" className={className} {...(on ? { 'aria-sort': direction } : {})}>
      <button type="button" onClick={onSort}>
        {label}
        {on ? <Arrow size={16} strokeWidth={1.5} aria-hidden /> : null}
      </button>
    </th>
  )
}

function Row({ person, withSchool }: { person: Person; withSchool: boolean }) {
  const { t, i18n } = useTranslation()
  const { organisation } = usePlace()
  const navigate = useNavigate()
  const name = `${person.givenName} ${person.familyName}`
  const target = { slug: organisation.slug, id: person.id }
  const when = { now: Date.now(), timeZone: organisation.timeZone, locale: i18n.language }
  const open = may(person.actions, 'open')
  const edit = may(person.actions, 'roles.edit')
  const icon = { size: 18, strokeWidth: 1.5, 'aria-hidden': true } as const
  return (
    <tr>
      <td className="margin">
        <Disc givenName={person.givenName} familyName={person.familyName} />
      </td>
      <th scope="row" className="lead">
        <Link {...paths.person(target)} className="together">
          {name}
        </Link>
        {person.isAdmin ? (
          <span className="flag" role="img" aria-label={t('people.admin')}>
            <ShieldCheck {...icon} />
          </span>
        ) : null}
        <span className="sub">{person.email}</span>
      </th>
      <td className="status-cell">
        <StatusChip glyph={person.status} tone={person.statusTone} label={person.statusLabel} />
        {person.statusDetail ? <span className="sub">{person.statusDetail}</span> : null}
      </td>
      <td className="role">
        <Roles person={person} />
      </td>
      {withSchool ? <td className="school">{person.organisation.name}</td> : null}
      <td className="last">
        {person.lastActiveAt ? (
          <time dateTime={person.lastActiveAt} title={sayMoment(person.lastActiveAt, when)}>
            {sayDay(person.lastActiveAt, when)}
          </time>
        ) : (
          <span className="muted">{t('people.never')}</span>
        )}
      </td>
      <td className="actions">
        <RowMenu label={t('people.actionsFor', { name })}>
          <RowAction
            icon={<CornerDownLeft {...icon} />}
            label={t('people.open')}
            {...open}
            onChoose={() => navigate(paths.person(target))}
          />
          <RowAction
            icon={<Pencil {...icon} />}
            label={t('people.editRoles')}
            {...edit}
            onChoose={() => navigate(paths.personRoles(target))}
          />
        </RowMenu>
      </td>
    </tr>
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
