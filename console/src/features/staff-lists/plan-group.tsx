import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StaffListGroup } from '../../api/types.ts'
import { problemOf } from '../../ui/problem.ts'
import { useSentence } from '../../ui/states.tsx'
import { Aside } from './aside.tsx'
import { ColumnsKept } from './columns-kept.tsx'
import type { Group } from './plan.ts'
import { usePlan } from './plan-context.ts'
import { PlanRow } from './plan-row.tsx'
import { usePlanRows } from './plan-rows.ts'
import { ProblemFiles } from './problem-files.tsx'
import { TakeGroup } from './take-group.tsx'
import { TickLeavers } from './tick-leavers.tsx'

/** How many of a group stand on the page before one asks for the others. */
const SHOWN_AT_FIRST = 3

type PlanGroupProps = {
  group: Group
  fixes: StaffListGroup[]
  /** Whether it is the only group on the page, and so shown whole. */
  alone: boolean
}

/** One kind of change, under its mark: what it means, what can be done with all of it, and the people. */
export function PlanGroup({ group: { outcome, mark, tone }, fixes, alone }: PlanGroupProps) {
  const { t } = useTranslation()
  const sentence = useSentence()
  const { list, open } = usePlan()
  const [asked, setAsked] = useState(false)
  const [explained, setExplained] = useState(false)
  const count = list.counts?.[outcome] ?? 0
  const hidden = outcome === 'unchanged' && !alone && !asked
  const query = usePlanRows(list.id, outcome, !hidden && count > 0)
  const rows = query.data?.pages.flatMap((page) => page.data).filter((row) => row.outcome === outcome) ?? []
  const openAt = rows.findIndex((row) => open?.startsWith(`${row.place}:`))
  const whole = alone || asked || openAt >= SHOWN_AT_FIRST || count <= SHOWN_AT_FIRST + 1
  const shown = hidden ? [] : whole ? rows : rows.slice(0, SHOWN_AT_FIRST)
  const others = count - shown.length
  // What mends one row alone stands in that row.
  const [first, ...more] = fixes.filter((fix) => fix.rows > 1)

  const files = outcome === 'error' && count > 0
  const why = outcome === 'not_on_list'
  let act: ReactNode = null
  if (first) act = <FixButton fix={first} />
  else if (hidden)
    act = (
      <button type="button" className="link-button" onClick={() => setAsked(true)}>
        {t('staffLists.check.showThem')}
      </button>
    )
  else if (why)
    act = (
      <button
        type="button"
        className="link-button"
        aria-expanded={explained}
        onClick={() => setExplained(!explained)}
      >
        {t('staffLists.check.whyLeaver')}
      </button>
    )
  else act = <TakeGroup outcome={outcome} rows={rows} />

  return (
    <tbody data-group={outcome}>
      <tr className="group-head">
        <td className={`margin ${tone}`}>
          <span aria-hidden>{mark}</span>
        </td>
        <th colSpan={3} scope="rowgroup">
          <div>
            <h2 tabIndex={-1}>
              {t(`staffLists.check.outcome.${outcome}`)} <span className="count">{count}</span>
            </h2>
            <p>{first?.detail ?? t(`staffLists.check.meaning.${outcome}`)}</p>
          </div>
        </th>
        <td className="act">{act}</td>
      </tr>
      {more.map((fix) => (
        <Aside key={fix.key} act={<FixButton fix={fix} />}>
          {fix.detail}
        </Aside>
      ))}
      {why && explained ? <Aside>{t('staffLists.check.whyLeaverText')}</Aside> : null}
      {why ? <TickLeavers rows={rows} /> : null}
      {why && list.held ? <Aside warns>{list.held.detail}</Aside> : null}
      {outcome === 'update' ? <ColumnsKept rows={rows} /> : null}
      {query.isError ? (
        <Aside
          act={
            <button type="button" className="button-link small" onClick={() => query.refetch()}>
              {t('state.retry')}
            </button>
          }
        >
          {sentence(problemOf(query.error))}
        </Aside>
      ) : null}
      {shown.map((row) => (
        <PlanRow key={row.place} row={row} />
      ))}
      {!hidden && shown.length === 0 && query.isPending && count > 0 ? <Waiting /> : null}
      {!hidden && !query.isPending && (others > 0 || files) ? (
        <tr className="more">
          <td className="margin" />
          <td />
          <td colSpan={3}>
            {others > 0 ? (
              <button
                type="button"
                className="link-button"
                aria-disabled={query.isFetchingNextPage || undefined}
                onClick={() => {
                  if (!whole) setAsked(true)
                  else if (query.hasNextPage && !query.isFetchingNextPage) query.fetchNextPage()
                }}
              >
                {t(
                  !whole && !query.hasNextPage ? 'staffLists.check.showOthers' : 'staffLists.check.showMore',
                  {
                    count: others,
                  },
                )}
                <span className="unseen"> {t(`staffLists.check.outcome.${outcome}`)}</span>
              </button>
            ) : null}
            {files ? <ProblemFiles /> : null}
          </td>
        </tr>
      ) : null}
    </tbody>
  )
}

function FixButton({ fix }: { fix: StaffListGroup }) {
  const { changes } = usePlan()
  return (
    <button
      type="button"
      className="button-link small"
      aria-disabled={changes.busy || undefined}
      onClick={() => !changes.busy && changes.fix(fix.key)}
    >
      {fix.fix}
    </button>
  )
}

function Waiting() {
  return Array.from({ length: SHOWN_AT_FIRST }, (_, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the rows are all alike and never move
    <tr key={index} className="waiting" aria-hidden>
      <td className="margin" />
      <td />
      <td>
        <span className="skeleton" />
      </td>
      <td>
        <span className="skeleton" />
      </td>
      <td />
    </tr>
  ))
}
