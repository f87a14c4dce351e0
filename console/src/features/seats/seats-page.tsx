import { keepPreviousData } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { api } from '../../api/client.ts'
import type { SeatList } from '../../api/types.ts'
import { paths } from '../../app/paths.ts'
import { usePlace } from '../../app/place.tsx'
import { sayCalendarDay } from '../../ui/dates.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { Pager } from '../../ui/pager.tsx'
import { Empty, Loaded } from '../../ui/states.tsx'
import { ExportSeats } from './export-seats.tsx'
import { SeatCounts } from './seat-counts.tsx'
import { SeatTable } from './seat-table.tsx'
import './seats-page.css'
import { seatsAt } from './seats-at.ts'

const route = getRouteApi('/inside/s/$slug/seats')
const PAGE_ROWS = 50

/** Who counts and since when: every seat that opened or closed and why, or those that were open on a day. */
export function SeatsPage() {
  const { t, i18n } = useTranslation()
  const { organisation } = usePlace()
  const search = route.useSearch()
  const { path, query } = seatsAt(organisation, search)
  const seats = api.useQuery(
    'get',
    '/api/v1/organisations/{id}/seats',
    {
      params: {
        path,
        query: {
          ...query,
          count: 'exact',
          limit: PAGE_ROWS,
          ...(search.after ? { after: search.after } : {}),
        },
      },
    },
    { placeholderData: keepPreviousData },
  )
  const list = seats.data
  const day = list?.on ? sayCalendarDay(list.on, i18n.language) : ''
  return (
    <div className="sheet">
      <PageHead
        title={t('seats.title')}
        lead={list ? t(list.on ? 'seats.openOn' : 'seats.openNow', { count: list.open, day }) : '\u00a0'}
        action={list ? <ExportSeats /> : null}
      />
      <DayField />
      <Loaded query={seats}>{(found) => <Ledger list={found} stale={seats.isPlaceholderData} />}</Loaded>
    </div>
  )
}

/** The day to look at; none shows the whole ledger. */
function DayField() {
  const { t } = useTranslation()
  const { on } = route.useSearch()
  const navigate = route.useNavigate()
  return (
    <div className="in seat-tools">
      <label className="day-field">
        {t('seats.day')}
        <input
          type="date"
          value={on ?? ''}
          onChange={({ currentTarget: { value } }) =>
            navigate({ search: value ? { on: value } : {}, replace: true, resetScroll: false })
          }
        />
      </label>
      {on ? (
        <button
          type="button"
          className="plain-button"
          onClick={() => navigate({ search: {}, resetScroll: false })}
        >
          {t('seats.everyDay')}
        </button>
      ) : null}
    </div>
  )
}

function Ledger({ list, stale }: { list: SeatList; stale: boolean }) {
  const { t } = useTranslation()
  const { organisation } = usePlace()
  const search = route.useSearch()
  const from = search.from ?? 0
  const link = paths.seats({ slug: organisation.slug })
  const day = search.on ? { on: search.on } : {}
  if (list.data.length === 0)
    return <Empty title={t(list.on ? 'seats.noneThen' : 'seats.none')}>{t('seats.noneNext')}</Empty>
  return (
    <>
      <SeatTable seats={list.data} stale={stale} />
      <Pager
        from={from}
        shown={list.data.length}
        total={list.total}
        first={search.after ? { ...link, search: day } : undefined}
        next={
          list.next
            ? { ...link, search: { ...day, after: list.next, from: from + list.data.length } }
            : undefined
        }
      />
      <SeatCounts list={list} />
    </>
  )
}
