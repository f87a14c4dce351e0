import { CircleCheck, CircleDashed, CircleSlash, type LucideIcon } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Person } from '../../api/types.ts'
import { usePlace } from '../../app/place.tsx'
import { sayDay, sayMoment } from '../../ui/dates.ts'
import type { Column } from './columns.ts'

/** What a column says of somebody. */
export function ColumnCell({ column, person }: { column: Column; person: Person }) {
  switch (column) {
    case 'role':
      return <Roles person={person} />
    case 'unit':
      return <Several names={person.units.map((unit) => unit.name)} />
    case 'jobTitle':
      return <Plain text={person.jobTitle} />
    case 'staffNumber':
      return <Plain text={person.staffNumber} />
    case 'labels':
      return <Several names={Object.entries(person.labels).map(([key, value]) => `${key}: ${value}`)} />
    case 'source':
    case 'relationship':
      return <Plain text={person.facts?.[column]} />
    case 'sync':
      return <Sync person={person} />
    case 'startDate':
    case 'leavingDate':
      return <Day day={person.facts?.[column]} />
    case 'lastActive':
      return <LastActive person={person} />
    default:
      return column satisfies never
  }
}

function Plain({ text }: { text: string | null | undefined }) {
  return text || <None />
}

function None() {
  const { t } = useTranslation()
  return (
    <span className="muted">
      <span aria-hidden>—</span>
      <span className="unseen">{t('people.noUnit')}</span>
    </span>
  )
}

function Day({ day }: { day: string | null | undefined }) {
  const { i18n } = useTranslation()
  if (!day) return <None />
  const said = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeZone: 'UTC' })
  return <time dateTime={day}>{said.format(new Date(`${day}T12:00:00Z`))}</time>
}

const marks = {
  synced: CircleCheck,
  not_syncing: CircleSlash,
  by_hand: CircleDashed,
} as const satisfies Record<string, LucideIcon>

/** Whether a staff list still names them: a mark with its words, and when it last did. */
function Sync({ person: { facts } }: { person: Person }) {
  if (!facts) return null
  const { state, label, detail } = facts.sync
  const Mark = marks[state]
  return (
    <>
      <span className={state === 'not_syncing' ? 'sync warn' : 'sync'}>
        <Mark size={16} strokeWidth={1.5} aria-hidden />
        {label}
      </span>
      {detail ? <span className="sub">{detail}</span> : null}
    </>
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

function Several({ names: [first, ...others] }: { names: string[] }) {
  const { t } = useTranslation()
  if (!first) return <None />
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
