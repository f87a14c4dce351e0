import { Link } from '@tanstack/react-router'
import { ShieldCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Person } from '../../api/types.ts'
import { paths } from '../../app/paths.ts'
import { usePlace } from '../../app/place.tsx'
import { Disc } from '../../ui/disc.tsx'
import { RowMenu } from '../../ui/row-menu.tsx'
import { ColumnCell } from './column-cell.tsx'
import { type Column, classOf } from './columns.ts'
import { Marked } from './marked.tsx'
import { nameOf, type PersonAction, PersonActions } from './person-actions.tsx'
import { SecondLine, Status } from './status.tsx'

export type Columns = { tick: boolean; school: boolean; inviter: boolean; chosen: Column[] }

type PersonRowProps = {
  person: Person
  columns: Columns
  search: string | undefined
  ticked: boolean
  /** Whether the keyboard stands on it: only there a Tab stops, so that the whole list is one stop among others. */
  active: boolean
  /** Whether the panel beside the list shows them. */
  peeked: boolean
  onActive: () => void
  onTick: (on: boolean, range: boolean) => void
  onChoose: (action: PersonAction) => void
}

/** A row is a membership: at a trust, somebody in two schools has two rows and one name. */
export function PersonRow(props: PersonRowProps) {
  const { person, columns, search, ticked, active, peeked, onActive, onTick, onChoose } = props
  const { t } = useTranslation()
  const { organisation } = usePlace()
  const name = nameOf(person)
  const stop = active ? 0 : -1
  return (
    <tr
      className={[ticked ? 'ticked' : '', peeked ? 'peeked' : ''].join(' ').trim() || undefined}
      data-person={person.id}
      onFocus={onActive}
    >
      <td className="margin">
        {columns.tick ? (
          <input
            type="checkbox"
            className="tick"
            tabIndex={stop}
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
            <Link {...paths.person({ slug: organisation.slug, id: person.id })} tabIndex={stop}>
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
      {columns.school ? <td className="school">{person.organisation.name}</td> : null}
      {columns.chosen.map((column) => (
        <td key={column} className={classOf(column)}>
          {columns.inviter && column === 'lastActive' ? (
            <InvitedBy person={person} />
          ) : (
            <ColumnCell column={column} person={person} />
          )}
        </td>
      ))}
      <td className="actions">
        <RowMenu label={t('people.actionsFor', { name })} tabIndex={stop}>
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

function InvitedBy({ person: { invitation } }: { person: Person }) {
  const { t } = useTranslation()
  return (
    <>
      {invitation?.inviter ?? <span className="muted">{t('people.inviterNone')}</span>}
      {invitation?.delivery ? <span className="sub">{invitation.delivery.stateLabel}</span> : null}
    </>
  )
}
