import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StaffList, StaffListRow } from '../../api/types.ts'
import { paths } from '../../app/paths.ts'
import { usePlace } from '../../app/place.tsx'
import { type Counts, type Group, groupsShown } from './plan.ts'
import { usePlanRows } from './plan-rows.ts'

/** What became of each row, group by group; opened by those who want to know. */
export function ResultTable({ list, counts }: { list: StaffList; counts: Counts }) {
  const { t } = useTranslation()
  return (
    <section aria-labelledby="rows-title">
      <div className="in section">
        <h2 id="rows-title">{t('staffLists.done.rows')}</h2>
      </div>
      <table className="plan result">
        <caption className="unseen">{t('staffLists.done.rows')}</caption>
        <colgroup>
          <col className="w-margin" />
          <col className="w-row" />
          <col className="w-person" />
          <col />
        </colgroup>
        <thead>
          <tr>
            <td className="margin" />
            <th scope="col" className="row-number">
              {t('staffLists.check.row')}
            </th>
            <th scope="col">{t('staffLists.check.person')}</th>
            <th scope="col">{t('staffLists.done.became')}</th>
          </tr>
        </thead>
        {groupsShown(counts, undefined).map((group) => (
          <ResultGroup key={group.outcome} list={list} group={group} count={counts[group.outcome]} />
        ))}
      </table>
    </section>
  )
}

type ResultGroupProps = { list: StaffList; group: Group; count: number }

function ResultGroup({ list, group: { outcome, mark, tone }, count }: ResultGroupProps) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  const query = usePlanRows(list.id, outcome, open)
  const rows = query.data?.pages.flatMap((page) => page.data) ?? []
  return (
    <tbody>
      <tr className="group-head">
        <td className={`margin ${tone}`}>
          <span aria-hidden>{mark}</span>
        </td>
        <th colSpan={3} scope="rowgroup">
          <div>
            <h3>
              {t(`staffLists.check.outcome.${outcome}`)} <span className="count">{count}</span>
            </h3>
            <button type="button" className="link-button" aria-expanded={open} onClick={() => setOpen(!open)}>
              {t(open ? 'staffLists.done.hide' : 'staffLists.done.show', { count })}
              <span className="unseen"> {t(`staffLists.check.outcome.${outcome}`)}</span>
            </button>
          </div>
        </th>
      </tr>
      {open ? rows.map((row) => <ResultRow key={row.place} row={row} />) : null}
      {open && query.hasNextPage ? (
        <tr className="more">
          <td className="margin" />
          <td />
          <td colSpan={2}>
            <button type="button" className="link-button" onClick={() => query.fetchNextPage()}>
              {t('staffLists.check.showMore', { count: count - rows.length })}
            </button>
          </td>
        </tr>
      ) : null}
    </tbody>
  )
}

function ResultRow({ row }: { row: StaffListRow }) {
  const { t } = useTranslation()
  const { organisation } = usePlace()
  const name = row.name || row.email || t('staffLists.check.noName')
  return (
    <tr>
      <td className="margin" />
      <td className="row-number">{row.n ?? '–'}</td>
      <th scope="row">
        {row.personId ? (
          <Link {...paths.person({ slug: organisation.slug, id: row.personId })}>
            <b>{name}</b>
          </Link>
        ) : (
          <b>{name}</b>
        )}
        {row.about ? <span className="sub">{row.about}</span> : null}
      </th>
      <td className="what">
        {row.result ?? t('staffLists.done.leftAlone')}
        {[...row.problems, ...row.warnings].map(({ code, detail }) => (
          <span key={code + detail} className="sub">
            {detail}
          </span>
        ))}
      </td>
    </tr>
  )
}
