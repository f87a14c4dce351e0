import { keepPreviousData } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { api } from '../../api/client.ts'
import { paths } from '../../app/paths.ts'
import { usePlace } from '../../app/place.tsx'
import { FilterChip } from '../../ui/filter-chip.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Pager } from '../../ui/pager.tsx'
import { Empty, Loaded } from '../../ui/states.tsx'
import { askAgain, chosenStatuses, statuses } from './people-search.ts'
import { PeopleTable } from './people-table.tsx'

const route = getRouteApi('/inside/s/$slug/people')
const PAGE_ROWS = 50

/** The register: everybody here, one status each. The address holds the whole state of the list. */
export function PeoplePage() {
  const { t } = useTranslation()
  const { organisation } = usePlace()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const trust = organisation.type === 'trust'
  const query = api.useQuery(
    'get',
    '/api/v1/organisations/{id}/people',
    {
      params: {
        path: { id: organisation.id },
        query: {
          ...(trust && !search.only ? { include: 'below' as const } : {}),
          ...(search.status ? { status: search.status } : {}),
          ...(search.after ? { after: search.after } : {}),
          sort: search.sort ?? 'urgency',
          limit: PAGE_ROWS,
          count: 'exact',
        },
      },
    },
    { placeholderData: keepPreviousData },
  )
  const chosen = chosenStatuses(search.status)
  const set = (change: Parameters<typeof askAgain>[1]) => navigate({ search: askAgain(search, change) })
  const link = paths.people({ slug: organisation.slug })

  return (
    <div className="sheet">
      <PageHead
        title={t('people.title')}
        lead={query.data ? headline(query.data.header, trust, t) : '\u00a0'}
      />
      {query.isError && !query.data ? null : (
        <div className="in filters">
          <FilterChip
            name={t('people.status')}
            options={statuses.map((status) => ({ value: status, label: t(`status.${status}`) }))}
            chosen={chosen}
            clearLabel={t('people.clearStatus')}
            onChange={(next) => set({ status: next.join(',') })}
          />
          {trust ? (
            <FilterChip
              name={t('people.school')}
              options={[{ value: 'only', label: t('people.onlyHere', { name: organisation.name }) }]}
              chosen={search.only ? ['only'] : []}
              clearLabel={t('people.clearSchool')}
              onChange={(next) => set({ only: next.length > 0 })}
            />
          ) : null}
          {chosen.length > 0 && query.data?.total !== undefined ? (
            <span className="end" role="status">
              {t('people.match', { count: query.data.total })}
            </span>
          ) : null}
        </div>
      )}
      <Loaded query={query}>
        {({ data, next, total }) =>
          data.length === 0 ? (
            <Empty title={chosen.length > 0 ? t('people.noMatch') : t('people.none')}>
              {chosen.length > 0 ? t('people.noMatchNext') : t('people.noneNext')}
            </Empty>
          ) : (
            <>
              <PeopleTable
                people={data}
                withSchool={trust}
                sort={search.sort ?? 'urgency'}
                stale={query.isPlaceholderData}
                onSort={(sort) => set({ sort })}
              />
              <Pager
                from={search.from ?? 0}
                shown={data.length}
                total={total}
                first={search.after ? { ...link, search: askAgain(search, {}) } : undefined}
                next={
                  next
                    ? { ...link, search: { ...search, after: next, from: (search.from ?? 0) + data.length } }
                    : undefined
                }
              />
            </>
          )
        }
      </Loaded>
    </div>
  )
}

type Header = { people: number; places: number; registered: number }

/** "182 people, 166 registered (91%)"; at a trust, one person can hold several places, so both are said. */
function headline({ people, places, registered }: Header, trust: boolean, t: TFunction): string {
  const who =
    trust && places !== people
      ? t('people.inPlaces', { people: t('people.count', { count: people }), count: places })
      : t('people.count', { count: people })
  const share = people > 1 ? t('people.share', { percent: Math.round((registered / people) * 100) }) : ''
  return t('people.headline', { who, registered, share })
}
