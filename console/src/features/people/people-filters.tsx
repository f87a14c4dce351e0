import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { PeopleList } from '../../api/types.ts'
import { usePlace } from '../../app/place.tsx'
import { FilterChip } from '../../ui/filter-chip.tsx'
import type { Option } from '../../ui/listbox.tsx'
import { SearchBox } from '../../ui/search-box.tsx'
import {
  askAgain,
  chosenIn,
  type Filter,
  isNarrowed,
  type PeopleSearch,
  statuses,
  unfiltered,
} from './people-search.ts'

const route = getRouteApi('/inside/s/$slug/people')

/** The search, and what else narrows the list. All of it stands in the address. */
export function PeopleFilters({
  filters,
  total,
}: {
  filters: PeopleList['filters']
  total: number | undefined
}) {
  const { t } = useTranslation()
  const { organisation } = usePlace()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  // The address is asked anew at each change: a search typed a moment ago may not be drawn yet.
  const set = (change: Partial<PeopleSearch>, replace = false) =>
    navigate({ search: (now) => askAgain(now, change), replace, resetScroll: false })
  const narrowed = isNarrowed(search)
  const chips: { filter: Filter; name: string; clear: string; options: Option[] }[] = [
    {
      filter: 'status',
      name: t('people.status'),
      clear: t('people.clearStatus'),
      options: statuses.map((status) => ({ value: status, label: t(`status.${status}`) })),
    },
    {
      filter: 'role',
      name: t('people.role'),
      clear: t('people.clearRole'),
      options: filters.roles.map(({ key, label }) => ({ value: key, label })),
    },
    { filter: 'unit', name: t('people.unit'), clear: t('people.clearUnit'), options: named(filters.units) },
    ...(organisation.type === 'trust'
      ? [
          {
            filter: 'school' as const,
            name: t('people.school'),
            clear: t('people.clearSchool'),
            options: named(filters.schools),
          },
        ]
      : []),
  ]
  return (
    <div className="in people-tools">
      <SearchBox
        label={t('people.search')}
        hint={t('people.searchHint')}
        clearLabel={t('people.clearSearch')}
        value={search.q ?? ''}
        onSearch={(q) => set({ q }, true)}
      />
      <div className="filters">
        {chips.map(({ filter, name, clear, options }) => {
          const chosen = chosenIn(search, filter)
          if (options.length === 0 && chosen.length === 0) return null
          return (
            <FilterChip
              key={filter}
              name={name}
              options={options}
              chosen={chosen}
              clearLabel={clear}
              onChange={(next) => set({ [filter]: next.join(',') })}
            />
          )
        })}
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
      <span className="match num" role="status">
        {narrowed && total !== undefined ? t('people.match', { count: total }) : ''}
      </span>
    </div>
  )
}

const named = (list: { id: string; name: string }[]): Option[] =>
  list.map(({ id, name }) => ({ value: id, label: name }))
