import { getRouteApi } from '@tanstack/react-router'
import type { TFunction } from 'i18next'
import { SlidersHorizontal, X } from 'lucide-react'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api/client.ts'
import type { PeopleList } from '../../api/types.ts'
import { usePlace } from '../../app/place.tsx'
import { FilterChip } from '../../ui/filter-chip.tsx'
import type { Option } from '../../ui/listbox.tsx'
import { SearchBox } from '../../ui/search-box.tsx'
import {
  askAgain,
  chosenIn,
  emailsIn,
  type Filter,
  filterOf,
  filters,
  fixed,
  isNarrowed,
  isSingle,
  type PeopleSearch,
  unfiltered,
} from './people-search.ts'

const route = getRouteApi('/inside/s/$slug/people')
const PasteOffer = lazy(() => import('./paste-offer.tsx').then((found) => ({ default: found.PasteOffer })))

/** Filters that stand in the bar only once they are asked for, or chosen. */
const more: Filter[] = ['label', 'relationship', 'source', 'admin', 'listed']

/** The search, and what else narrows the list. All of it stands in the address. */
export function PeopleFilters({ list, children }: { list: PeopleList; children: ReactNode }) {
  const { t } = useTranslation()
  const { organisation } = usePlace()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const [pasted, setPasted] = useState<string[]>([])
  const [all, setAll] = useState(false)
  // The address is asked anew at each change: a search typed a moment ago may not be drawn yet.
  const set = (change: { [Key in keyof PeopleSearch]?: string }, replace = false) =>
    navigate({ search: (now) => askAgain(now, change), replace, resetScroll: false })
  const narrowed = isNarrowed(search)
  const shown = filters.filter(
    (filter) =>
      (filter !== 'school' || organisation.type === 'trust') &&
      (all || !more.includes(filter) || search[filter] !== undefined),
  )
  return (
    <div className="in people-tools">
      <SearchBox
        label={t('people.search')}
        hint={t('people.searchHint')}
        clearLabel={t('people.clearSearch')}
        value={search.q ?? ''}
        onSearch={(q) => set({ q }, true)}
        onPaste={(text) => {
          const emails = emailsIn(text)
          if (emails.length > 1) setPasted(emails)
          return emails.length > 1
        }}
      />
      <div className="filters">
        {search.emails ? <Addresses emails={search.emails} onClear={() => set({ emails: '' })} /> : null}
        {shown.map((filter) => (
          <Chip
            key={filter}
            filter={filter}
            list={list}
            onChange={(next) => set({ [filter]: next.join(',') })}
          />
        ))}
        <button type="button" className="plain-button more" aria-expanded={all} onClick={() => setAll(!all)}>
          <SlidersHorizontal size={16} strokeWidth={1.5} aria-hidden />
          {t(all ? 'peopleList.fewer' : 'peopleList.more')}
        </button>
        {narrowed ? (
          <button
            type="button"
            className="plain-button"
            onClick={() => navigate({ search: unfiltered, resetScroll: false })}
          >
            {t('people.clearAll')}
          </button>
        ) : null}
      </div>
      {children}
      <span className="match num" role="status">
        {narrowed && list.total !== undefined ? t('people.match', { count: list.total }) : ''}
      </span>
      {pasted.length > 0 ? (
        <Suspense>
          <PasteOffer
            emails={pasted}
            onTake={() => {
              setPasted([])
              void set({ emails: pasted.join(','), q: '' })
            }}
            onLeave={() => setPasted([])}
          />
        </Suspense>
      ) : null}
    </div>
  )
}

/** One filter. How many each of its values would leave is looked up once it is open. */
function Chip({
  filter,
  list,
  onChange,
}: {
  filter: Filter
  list: PeopleList
  onChange: (chosen: string[]) => void
}) {
  const { t } = useTranslation()
  const { organisation } = usePlace()
  const search = route.useSearch()
  const [asked, setAsked] = useState(false)
  const chosen = chosenIn(search, filter)
  const counted = api.useQuery(
    'get',
    '/api/v1/organisations/{id}/people/options',
    {
      params: {
        path: { id: organisation.id },
        query: {
          ...filterOf(search, organisation.type === 'trust'),
          of: filter,
        },
      },
    },
    { enabled: asked },
  )
  const counts = new Map(counted.data?.data.map(({ value, count }) => [value, count]))
  const known = knownOptions(filter, list, t)
  const options: Option[] = (known ?? labelOptions(counted.data?.data ?? [], chosen)).map((option) => ({
    ...option,
    count: counted.data ? (counts.get(option.value) ?? 0) : undefined,
  }))
  if (known && options.length === 0 && chosen.length === 0) return null
  const name = t(`peopleList.filter.${filter}`)
  return (
    <FilterChip
      name={name}
      options={options}
      chosen={chosen}
      clearLabel={t('peopleList.clear', { name: name.toLowerCase() })}
      single={isSingle(filter)}
      onChange={onChange}
      onOpen={() => setAsked(true)}
    />
  )
}

/** The values of a filter that are known without asking; null where people made them up themselves. */
function knownOptions(filter: Filter, { filters }: PeopleList, t: TFunction): Option[] | null {
  switch (filter) {
    case 'role':
      return filters.roles.map(({ key, label }) => ({ value: key, label }))
    case 'unit':
      return named(filters.units)
    case 'school':
      return named(filters.schools)
    case 'label':
      return null
    case 'status':
      return fixed.status.map((value) => ({ value, label: t(`status.${value}`) }))
    default:
      return fixed[filter].map((value) => ({ value, label: t(`peopleList.value.${value}`) }))
  }
}

/** Labels there are, and those chosen that nobody has any more. */
function labelOptions(found: Option[], chosen: string[]): Option[] {
  const known = new Set(found.map(({ value }) => value))
  const gone = chosen.filter((value) => !known.has(value))
  const plain = (value: string) => value.replaceAll('%2C', ',').replaceAll('%25', '%').replace('=', ': ')
  return [...gone.map((value) => ({ value, label: plain(value) })), ...found]
}

const named = (list: { id: string; name: string }[]): Option[] =>
  list.map(({ id, name }) => ({ value: id, label: name }))

/** The addresses that the list is held to. */
function Addresses({ emails, onClear }: { emails: string; onClear: () => void }) {
  const { t } = useTranslation()
  return (
    <span className="chips on">
      <span className="chip">
        <span>
          {t('peopleList.addresses')}: <b>{emails.split(',').length}</b>
        </span>
      </span>
      <button className="chip" type="button" aria-label={t('peopleList.clearAddresses')} onClick={onClear}>
        <X size={16} strokeWidth={1.5} aria-hidden />
      </button>
    </span>
  )
}
