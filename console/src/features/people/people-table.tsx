import { ArrowDown, ArrowUp } from 'lucide-react'
import { lazy, Suspense, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Person } from '../../api/types.ts'
import { usePlace } from '../../app/place.tsx'
import { classOf, isWide } from './columns.ts'
import { type Columns, PersonRow } from './people-row.tsx'
import type { Sort } from './people-search.ts'
import './people-table.css'
import type { PersonAction } from './person-actions.tsx'
import { type Selection, tick, tickAll, ticked } from './selection.ts'
import { useListKeys } from './use-list-keys.ts'

const PersonPeek = lazy(() => import('./person-peek.tsx').then((found) => ({ default: found.PersonPeek })))

type PeopleTableProps = {
  people: Person[]
  columns: Columns
  sort: Sort
  search: string | undefined
  stale: boolean
  chosen: Selection<Person>
  onSort: (sort: Sort) => void
  onTick: (chosen: Selection<Person>) => void
  onChoose: (action: PersonAction, person: Person) => void
  /** What is said when a key can't do what it stands for. */
  onRefused: (reason: string) => void
}

/** The people as a ruled table, with the tick boxes in the margin. On a phone each row is a block. */
export function PeopleTable(props: PeopleTableProps) {
  const { people, columns, sort, search, stale, chosen, onSort, onTick, onChoose, onRefused } = props
  const { t } = useTranslation()
  const { organisation } = usePlace()
  // Where the last tick was made, so that Shift can take all between there and the next.
  const anchor = useRef<string>(undefined)
  const by = sort === 'urgency' ? 'byUrgency' : sort.endsWith('name') ? 'byName' : 'byLastActive'
  const table = useRef<HTMLTableElement>(null)
  const active = useListKeys({ table, people, chosen, onTick, onChoose, onRefused })
  const wide = isWide(columns.chosen)
  const looks = [
    'register people',
    columns.school ? 'with-school' : '',
    wide ? 'wide' : '',
    stale ? 'stale' : '',
  ].join(' ')
  const drawn = (
    <table className={looks} ref={table}>
      <caption className="unseen">
        {t('people.caption', { place: organisation.name, by: t(`people.${by}`) })}
      </caption>
      <colgroup>
        <col className="w-margin" />
        <col className="w-name" />
        <col />
        {columns.school ? <col className="w-school" /> : null}
        {columns.chosen.map((column) => (
          <col
            key={column}
            className={columns.inviter && column === 'lastActive' ? 'w-last wide' : `w-${classOf(column)}`}
          />
        ))}
        <col className="w-actions" />
      </colgroup>
      <thead>
        <tr>
          <td className="margin">
            {columns.tick ? <TickPage people={people} chosen={chosen} onTick={onTick} /> : null}
          </td>
          <SortHead
            label={t('people.name')}
            className="lead"
            first="name"
            second="-name"
            rising="name"
            sort={sort}
            onSort={onSort}
          />
          <SortHead label={t('people.status')} first="urgency" sort={sort} onSort={onSort} />
          {columns.school ? (
            <th scope="col" className="school">
              {t('people.school')}
            </th>
          ) : null}
          {columns.chosen.map((column) =>
            column === 'lastActive' && !columns.inviter ? (
              <SortHead
                key={column}
                label={t('people.lastActive')}
                className="last"
                first="-lastActiveAt"
                second="lastActiveAt"
                rising="lastActiveAt"
                sort={sort}
                onSort={onSort}
              />
            ) : (
              <th key={column} scope="col" className={classOf(column)}>
                {column === 'lastActive' ? t('people.invitedBy') : t(`peopleList.column.${column}`)}
              </th>
            ),
          )}
          <th scope="col">
            <span className="unseen">{t('people.actions')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <PersonRow
            key={person.id}
            person={person}
            columns={columns}
            search={search}
            ticked={chosen.has(person.id)}
            active={person.id === active.id}
            peeked={person === active.peeked}
            onActive={() => active.set(person.id)}
            onTick={(on, range) => {
              onTick(tick(chosen, people, person.id, on, range ? anchor.current : undefined))
              anchor.current = person.id
            }}
            onChoose={(action) => onChoose(action, person)}
          />
        ))}
      </tbody>
    </table>
  )
  // More columns than there is room for are reached by scrolling; names stay where they are.
  return (
    <>
      {wide ? (
        <section className="people-scroll" aria-label={t('people.title')}>
          {drawn}
        </section>
      ) : (
        drawn
      )}
      {active.peeked ? (
        <Suspense>
          <PersonPeek person={active.peeked} onStep={active.step} onClose={active.endPeek} />
        </Suspense>
      ) : null}
    </>
  )
}

type TickPageProps = {
  people: Person[]
  chosen: Selection<Person>
  onTick: (chosen: Selection<Person>) => void
}

function TickPage({ people, chosen, onTick }: TickPageProps) {
  const { t } = useTranslation()
  const state = ticked(chosen, people)
  return (
    <input
      type="checkbox"
      className="tick"
      aria-label={t('people.tickPage')}
      checked={state === 'all'}
      ref={(box) => {
        if (box) box.indeterminate = state === 'some'
      }}
      onChange={() => onTick(tickAll(chosen, people, state !== 'all'))}
    />
  )
}

type SortHeadProps = {
  label: string
  className?: string
  /** The order of the first press, and what a second one turns it into. */
  first: Sort
  second?: Sort
  /** Which of the two counts upwards. */
  rising?: Sort
  sort: Sort
  onSort: (sort: Sort) => void
}

/** A heading that sorts. Pressed again it turns the order round, where there is another way round. */
function SortHead({ label, className, first, second, rising, sort, onSort }: SortHeadProps) {
  const on = sort === first || sort === second
  const Arrow = sort === rising ? ArrowUp : ArrowDown
  const direction = sort === rising ? ('ascending' as const) : ('descending' as const)
  return (
    <th scope="col" className={className} {...(on ? { 'aria-sort': direction } : {})}>
      <button type="button" onClick={() => onSort(sort === first && second ? second : first)}>
        {label}
        {on ? <Arrow size={16} strokeWidth={1.5} aria-hidden /> : null}
      </button>
    </th>
  )
}
