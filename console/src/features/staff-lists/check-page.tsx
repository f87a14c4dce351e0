import { Navigate, useLocation, useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StaffList } from '../../api/types.ts'
import { paths } from '../../app/paths.ts'
import { usePlace } from '../../app/place.tsx'
import { sayTime } from '../../ui/dates.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { Empty, Loaded, Loading } from '../../ui/states.tsx'
import { CheckFoot } from './check-foot.tsx'
import './check-head.css'
import { CheckHead, CheckNotes } from './check-head.tsx'
import { useStaffList } from './list-query.ts'
import { readCheckSearch } from './plan.ts'
import './plan.css'
import './plan-cells.css'
import { PlanContext } from './plan-context.ts'
import { PlanTable } from './plan-table.tsx'
import { PlanTabs } from './plan-tabs.tsx'
import { Steps } from './steps.tsx'
import { usePlanChanges } from './use-plan-changes.ts'

/** The plan of an upload: everybody it is about, what will happen to them, and what to decide before it does. */
export function CheckPage() {
  const { id = '' } = useParams({ strict: false })
  const { query } = useStaffList(id)
  return (
    <div className="sheet">
      <Loaded query={query}>{(list) => <Check key={list.id} list={list} />}</Loaded>
    </div>
  )
}

function Check({ list }: { list: StaffList }) {
  const { t, i18n } = useTranslation()
  const { organisation } = usePlace()
  const fixing = useLocation({ select: ({ pathname }) => pathname.endsWith('/fix') })
  const show = readCheckSearch(useSearch({ strict: false }) as Record<string, unknown>).show
  const changes = usePlanChanges(list)
  const [open, setOpen] = useState<string>()
  const place = { slug: organisation.slug, id: list.id }
  const step = fixing ? 'fix' : 'check'
  const title = t(fixing ? 'staffLists.check.fixTitle' : 'staffLists.check.title')

  if (list.state !== 'ready' && list.state !== 'analysing' && list.state !== 'failed')
    return <Navigate {...paths.staffListDone(place)} replace />
  if (list.reading && list.reading.questions.length > 0)
    return <Navigate {...paths.staffListMatch(place)} replace />
  if (list.state !== 'ready' || !list.counts) {
    return (
      <>
        <Steps current={step} list={list} />
        <PageHead title={title} lead={list.stateLabel} />
        {list.problem ? (
          <Empty title={t('staffLists.check.trouble')}>{list.problem.detail}</Empty>
        ) : (
          <Loading />
        )}
      </>
    )
  }
  const shown = fixing ? 'error' : show
  const clock = { timeZone: organisation.timeZone, locale: i18n.language }
  return (
    <PlanContext value={{ list, changes, open, setOpen }}>
      <Steps
        current={step}
        list={list}
        end={t('staffLists.check.saved', { time: sayTime(list.touchedAt, clock) })}
      />
      <CheckHead list={list} title={title} />
      <CheckNotes list={list} />
      <PlanTabs show={shown} />
      {shown && list.counts[shown] === 0 ? (
        <Empty title={t(fixing ? 'staffLists.check.allFixed' : 'staffLists.check.noneLeft')}>
          {fixing ? t('staffLists.check.allFixedHint') : null}
        </Empty>
      ) : (
        <PlanTable show={shown} />
      )}
      <CheckFoot fixing={fixing} />
    </PlanContext>
  )
}
