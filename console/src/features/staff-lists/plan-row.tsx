import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { StaffListRow } from '../../api/types.ts'
import { ChangeAct, ChangeWhat, NewAct, ReturnAct } from './change-cells.tsx'
import { ConflictAct, ConflictWhat } from './conflict-cells.tsx'
import { LeaverAct, LeaverWhat } from './leaver-cells.tsx'
import { usePlan } from './plan-context.ts'
import { ProblemAct, ProblemWhat } from './problem-cells.tsx'
import { LeftOutAct, LeftOutWhat } from './still-cells.tsx'

type Line = { key: string; what: ReactNode; act: ReactNode }

/** Somebody in the plan: as many lines as there are things to decide about them, so that each answer stands beside its question. */
export function PlanRow({ row }: { row: StaffListRow }) {
  const { t } = useTranslation()
  const lines = linesOf(row)
  return lines.map(({ key, what, act }, index) => (
    <tr key={key} data-place={row.place} className={index < lines.length - 1 ? 'goes-on' : undefined}>
      {index === 0 ? (
        <>
          <td className="margin" rowSpan={lines.length} />
          <td className="row-number" rowSpan={lines.length}>
            <span className="unseen">{row.n === null ? t('staffLists.check.noRow') : null}</span>
            <span aria-hidden={row.n === null || undefined}>{row.n ?? '–'}</span>
          </td>
          <th scope="row" rowSpan={lines.length}>
            <PersonCell row={row} />
          </th>
        </>
      ) : null}
      <td className="what">
        {what}
        {index === lines.length - 1 ? <Notes row={row} /> : null}
      </td>
      <td className="act">{act}</td>
    </tr>
  ))
}

function linesOf(row: StaffListRow): Line[] {
  const one = (what: ReactNode, act: ReactNode): Line[] => [{ key: String(row.place), what, act }]
  switch (row.outcome) {
    case 'error':
      return row.problems.map((_, index) => ({
        key: `${row.place}:${index}`,
        what: <ProblemWhat row={row} index={index} />,
        act: <ProblemAct row={row} index={index} />,
      }))
    case 'conflict':
      return one(<ConflictWhat row={row} />, <ConflictAct row={row} />)
    case 'not_on_list':
      return one(<LeaverWhat row={row} />, <LeaverAct row={row} />)
    case 'add':
      return one(row.email, <NewAct row={row} />)
    case 'reactivate':
      return [...one(row.email, <ReturnAct row={row} />), ...changeLines(row)]
    case 'update':
      return changeLines(row)
    case 'skipped':
      return one(<LeftOutWhat row={row} />, <LeftOutAct row={row} />)
    case 'unchanged':
      // What was changed here by hand and is kept can still be taken.
      return row.changes.length > 0 ? changeLines(row) : one(row.email, null)
  }
}

const changeLines = (row: StaffListRow): Line[] =>
  row.changes.map((change) => ({
    key: `${row.place}:${change.field}`,
    what: <ChangeWhat change={change} />,
    act: <ChangeAct row={row} change={change} />,
  }))

/** Who it is and what they do. */
function PersonCell({ row }: { row: StaffListRow }) {
  const { t } = useTranslation()
  const { changes } = usePlan()
  const decided = row.decision === 'same' || row.decision === 'different'
  return (
    <>
      <b>{row.name || row.email || t('staffLists.check.noName')}</b>
      {row.about ? <span className="sub">{row.about}</span> : null}
      {decided ? (
        <button
          type="button"
          className="link-button again"
          onClick={() => changes.row(row.place, { decision: null })}
        >
          {t('staffLists.check.decideAgain')}
          <span className="unseen"> {t('staffLists.check.about', { name: row.name })}</span>
        </button>
      ) : null}
    </>
  )
}

/** How somebody was recognised, and what to know of them before it is done. */
function Notes({ row }: { row: StaffListRow }) {
  if (row.outcome === 'skipped') return null
  const recognised = row.outcome === 'update' || row.outcome === 'reactivate' ? row.matchedBy : null
  return (
    <>
      {recognised ? <span className="sub recognised">{recognised.sentence}</span> : null}
      {row.warnings.map(({ code, detail }) => (
        <span key={code + detail} className="sub warning">
          {detail}
        </span>
      ))}
    </>
  )
}
