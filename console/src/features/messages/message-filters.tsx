import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { MessageList } from '../../api/types.ts'
import { FilterChip } from '../../ui/filter-chip.tsx'
import { SearchBox } from '../../ui/search-box.tsx'
import { askAgain, chosenIn, isNarrowed, type MessageSearch, states } from './message-search.ts'

const route = getRouteApi('/inside/s/$slug/email')

/** The search by address, and what else narrows the list. All of it stands in the address of the page. */
export function MessageFilters({ filters }: { filters: MessageList['filters'] }) {
  const { t } = useTranslation()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const set = (change: Partial<MessageSearch>, replace = false) =>
    navigate({ search: (now) => askAgain(now, change), replace, resetScroll: false })
  const options = {
    state: states.map((key) => ({
      value: key as string,
      label: filters.states.find((one) => one.key === key)?.label ?? key,
    })),
    kind: filters.kinds.map(({ key, label }) => ({ value: key, label })),
  }
  return (
    <div className="in message-tools">
      <SearchBox
        label={t('email.search')}
        hint={t('email.searchHint')}
        clearLabel={t('email.clearSearch')}
        value={search.q ?? ''}
        onSearch={(q) => set({ q }, true)}
      />
      <div className="filters">
        {(['state', 'kind'] as const).map((filter) => (
          <FilterChip
            key={filter}
            name={t(filter === 'state' ? 'email.state' : 'email.kind')}
            options={options[filter]}
            chosen={chosenIn(search, filter)}
            clearLabel={t(filter === 'state' ? 'email.clearState' : 'email.clearKind')}
            onChange={(next) => set({ [filter]: next.join(',') })}
          />
        ))}
        {isNarrowed(search) ? (
          <button
            type="button"
            className="text-button"
            onClick={() => navigate({ search: {}, resetScroll: false })}
          >
            {search.person ? t('email.showAll') : t('email.clearAll')}
          </button>
        ) : null}
      </div>
    </div>
  )
}
