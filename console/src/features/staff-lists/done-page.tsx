import { useQueryClient } from '@tanstack/react-query'
import { Link, Navigate, useParams } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api/client.ts'
import { may, type StaffList } from '../../api/types.ts'
import { paths } from '../../app/paths.ts'
import { usePlace } from '../../app/place.tsx'
import { ActionLink } from '../../ui/action-link.tsx'
import { sayDay } from '../../ui/dates.ts'
import { usePageTitle } from '../../ui/page-head.tsx'
import { Loaded } from '../../ui/states.tsx'
import './apply.css'
import './check-head.css'
import { mailGoesOut } from './applying.ts'
import { DoneFacts } from './done-facts.tsx'
import { HeldLeavers } from './held-leavers.tsx'
import { isAtWork, useStaffList } from './list-query.ts'
import './plan.css'
import './plan-cells.css'
import { emphasised } from './plan.ts'
import { rowsKey } from './plan-rows.ts'
import { ProgressBars } from './progress-bars.tsx'
import { ResultTable } from './result-table.tsx'
import { Pieces } from './words-of.tsx'

const MAIL_AGAIN_MS = 3_000

/** An upload that is being applied, was applied or was undone. It can be left and come back to; the work goes on. */
export function DonePage() {
  const { id = '' } = useParams({ strict: false })
  const { query } = useStaffList(id)
  // The emails leave after the accounts are there; while they do, they are counted.
  api.useQuery(
    'get',
    '/api/v1/staff-lists/{id}',
    { params: { path: { id } } },
    {
      refetchInterval: ({ state }) =>
        state.data && mailGoesOut(state.data, Date.now()) ? MAIL_AGAIN_MS : false,
    },
  )
  return (
    <div className="sheet">
      <Loaded query={query}>{(list) => <Done key={list.id} list={list} />}</Loaded>
    </div>
  )
}

function Done({ list }: { list: StaffList }) {
  const { t, i18n } = useTranslation()
  const queries = useQueryClient()
  const { organisation } = usePlace()
  const place = { slug: organisation.slug, id: list.id }
  // What became of the rows is another thing once the work is done.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the state is what tells that it is done
  useEffect(() => {
    queries.invalidateQueries({ queryKey: rowsKey })
  }, [list.state, queries])
  if (list.state === 'ready' || list.state === 'analysing')
    return <Navigate {...paths.staffListCheck(place)} replace />

  const undo = may(list.actions, 'undo')
  const clock = { now: Date.now(), timeZone: organisation.timeZone, locale: i18n.language }
  const until = list.undoUntil ? sayDay(list.undoUntil, clock) : ''
  const added = list.counts?.done?.added ?? 0
  // People cannot be filtered by the upload they came with, so this says what is seen there, and no number.
  const seeNew = list.state === 'applied' && added > 0 && list.invite !== 'account'
  const status = list.invite && list.invite !== 'later' ? 'pending' : 'not_invited'
  return (
    <>
      <Head list={list} />
      {list.problem ? (
        <div className="in banner trouble" role="alert">
          <span className="mark" aria-hidden>
            !
          </span>
          <p>{list.problem.detail}</p>
        </div>
      ) : null}
      <ProgressBars list={list} />
      {list.state === 'applied' && list.held ? <HeldLeavers list={list} held={list.held} /> : null}
      {isAtWork(list) ? null : (
        <>
          <DoneFacts list={list} />
          {list.counts ? <ResultTable list={list} counts={list.counts} /> : null}
        </>
      )}
      <div className="in foot plan-foot">
        {isAtWork(list) ? null : (
          <Link
            {...paths.people({ slug: organisation.slug })}
            search={seeNew ? { status } : {}}
            className="button-link filled"
          >
            {t(seeNew ? `staffLists.done.see.${status}` : 'staffLists.done.seePeople')}
          </Link>
        )}
        {list.state === 'applied' ? (
          <ActionLink
            link={paths.staffListUndo(place)}
            label={until ? t('staffLists.done.undoUntil', { day: until }) : t('staffLists.done.undo')}
            allowed={undo.allowed}
            reason={undo.reason}
          />
        ) : null}
        <span className="end">
          <Link {...paths.staffLists({ slug: organisation.slug })} className="quiet">
            {t('staffLists.done.allUploads')}
          </Link>
        </span>
      </div>
    </>
  )
}

/** What is going on, or what was done, in a sentence. */
function Head({ list }: { list: StaffList }) {
  const { t } = useTranslation()
  const state = list.state === 'ready' || list.state === 'analysing' ? 'failed' : list.state
  const title = t(`staffLists.done.title.${state}`)
  const { done, total } = list.progress
  const counted = isAtWork(list) && total > 0 ? t('staffLists.done.tab', { done, total, title }) : title
  const heading = usePageTitle(counted)
  return (
    <header className="in head">
      <div>
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        <p className="summary" role="status">
          {isAtWork(list) ? (
            t('staffLists.done.leaveAnyTime')
          ) : list.summary ? (
            <Pieces pieces={emphasised(list.summary)} />
          ) : (
            list.stateLabel
          )}
        </p>
      </div>
    </header>
  )
}
