import { Button } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ActivityList as List } from '../../api/types.ts'
import { paths } from '../../app/paths.ts'
import { usePlace } from '../../app/place.tsx'
import { sayDay, sayTime } from '../../ui/dates.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { Pager } from '../../ui/pager.tsx'
import { Empty, Loaded } from '../../ui/states.tsx'
import { ActivityFilters } from './activity-filters.tsx'
import { ActivityList } from './activity-list.tsx'
import './activity-page.css'
import { askAgain, isNarrowed } from './activity-search.ts'
import { ExportButton } from './export-button.tsx'
import { useActivity } from './use-activity.ts'
import { BrokenRecord, VerifyButton } from './verify-button.tsx'

const route = getRouteApi('/inside/s/$slug/activity')

/** Everything that was done here and by whom. The address holds the whole state of the list. */
export function ActivityPage() {
  const { t } = useTranslation()
  const query = useActivity()
  const list = query.data
  return (
    <div className="sheet wide">
      <PageHead
        title={t('activity.title')}
        lead={list ? <Seal record={list.record} /> : '\u00a0'}
        action={
          list ? (
            <div className="record-actions">
              <VerifyButton />
              <ExportButton />
            </div>
          ) : null
        }
      />
      {list?.record.lastCheck?.problem ? <BrokenRecord check={list.record.lastCheck} /> : null}
      {list ? <ActivityFilters filters={list.filters} /> : null}
      <Loaded query={query}>{(data) => <Sheet list={data} stale={query.isPlaceholderData} />}</Loaded>
    </div>
  )
}

/** What the record is worth: nobody can change it, and up to when it is sealed. */
function Seal({ record: { sealedThrough } }: { record: List['record'] }) {
  const { t, i18n } = useTranslation()
  const { organisation } = usePlace()
  if (!sealedThrough) return t('activity.notSealed')
  const zone = { now: Date.now(), timeZone: organisation.timeZone, locale: i18n.language }
  const time = sayTime(sealedThrough, zone)
  const day = sayDay(sealedThrough, zone)
  const today = day === sayDay(new Date(zone.now).toISOString(), zone)
  return t('activity.sealed', { moment: today ? time : `${day}, ${time}` })
}

/** The rows, or why there are none. */
function Sheet({ list: { data, next }, stale }: { list: List; stale: boolean }) {
  const { t } = useTranslation()
  const { organisation } = usePlace()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const from = search.from ?? 0
  const link = paths.activity({ slug: organisation.slug })
  if (data.length === 0)
    return isNarrowed(search) ? (
      <Empty
        title={t('activity.noMatch')}
        action={
          <Button variant="default" onClick={() => navigate({ search: {}, resetScroll: false })}>
            {t('activity.clearAll')}
          </Button>
        }
      />
    ) : (
      <Empty title={t('activity.none')}>{t('activity.noneNext')}</Empty>
    )
  return (
    <>
      <ActivityList entries={data} stale={stale} />
      <Pager
        from={from}
        shown={data.length}
        total={undefined}
        first={search.after ? { ...link, search: askAgain(search, {}) } : undefined}
        next={next ? { ...link, search: { ...search, after: next, from: from + data.length } } : undefined}
      />
    </>
  )
}
