import { getRouteApi } from '@tanstack/react-router'
import { X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ActivityList } from '../../api/types.ts'
import { FilterChip } from '../../ui/filter-chip.tsx'
import { SearchBox } from '../../ui/search-box.tsx'
import { type ActivitySearch, askAgain, chosenIn, isNarrowed } from './activity-search.ts'

const route = getRouteApi('/inside/s/$slug/activity')

/** Who, what, how and when. All of it stands in the address of the page. */
export function ActivityFilters({ filters }: { filters: ActivityList['filters'] }) {
  const { t } = useTranslation()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const set = (change: Partial<ActivitySearch>, replace = false) =>
    navigate({ search: (now) => askAgain(now, change), replace, resetScroll: false })
  const options = {
    what: filters.groups.map(({ key, label }) => ({ value: key, label })),
    door: filters.doors.map(({ key, label }) => ({ value: key, label })),
  }
  return (
    <div className="in activity-tools">
      <SearchBox
        label={t('activity.search')}
        hint={t('activity.searchHint')}
        clearLabel={t('activity.clearSearch')}
        value={search.q ?? ''}
        onSearch={(q) => set({ q }, true)}
      />
      <div className="filters">
        {(['actor', 'subject'] as const).map((part) =>
          search[part] ? (
            <span key={part} className="chips on">
              <span className="chip">
                <span>
                  {t(`activity.${part}`)}: <b>{filters[part] ?? t('activity.somebody')}</b>
                </span>
              </span>
              <button
                className="chip"
                type="button"
                aria-label={t(part === 'actor' ? 'activity.clearActor' : 'activity.clearSubject')}
                onClick={() => set({ [part]: '' })}
              >
                <X size={16} strokeWidth={1.5} aria-hidden />
              </button>
            </span>
          ) : null,
        )}
        {(['what', 'door'] as const).map((filter) => (
          <FilterChip
            key={filter}
            name={t(`activity.${filter}`)}
            options={options[filter]}
            chosen={chosenIn(search, filter)}
            clearLabel={t(filter === 'what' ? 'activity.clearWhat' : 'activity.clearDoor')}
            onChange={(next) => set({ [filter]: next.join(',') })}
          />
        ))}
        {(['since', 'until'] as const).map((part) => (
          <label key={part} className="day-field">
            {t(`activity.${part}`)}
            <input
              type="date"
              value={search[part] ?? ''}
              onChange={(event) => set({ [part]: event.currentTarget.value }, true)}
            />
          </label>
        ))}
        {isNarrowed(search) ? (
          <button
            type="button"
            className="plain-button"
            onClick={() => navigate({ search: {}, resetScroll: false })}
          >
            {t('activity.clearAll')}
          </button>
        ) : null}
      </div>
    </div>
  )
}
