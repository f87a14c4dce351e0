import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StaffList } from '../../api/types.ts'
import { FieldMatch } from './field-match.tsx'
import { type Column, matchingOf } from './match-rows.ts'
import type { ChangeMapping } from './use-mapping.ts'

type MatchTableProps = {
  list: StaffList
  reading: NonNullable<StaffList['reading']>
  busy: boolean
  onChange: ChangeMapping
}

/** Our fields down the side, the column each comes from, what stands in it, and why we think so. */
export function MatchTable({ list, reading, busy, onChange }: MatchTableProps) {
  const { t } = useTranslation()
  const [all, setAll] = useState(false)
  const { rows, more, unused, left } = matchingOf(reading)
  // Rows stay where they were when the page opened, whatever is chosen in them.
  const [order] = useState(() => [...rows, ...more].map(({ field }) => field))
  const [first] = useState(() => new Set(rows.map(({ field }) => field)))
  const sorted = [...rows, ...more].sort((a, b) => order.indexOf(a.field) - order.indexOf(b.field))
  const hidden = all ? [] : more.filter(({ field }) => !first.has(field))
  const shown = sorted.filter((row) => !hidden.includes(row))
  const inBrowser = list.originalSentences.length > 0
  return (
    <>
      {reading.remembered ? <p className="in remembered">{t('staffLists.match.remembered')}</p> : null}
      <table className="register matches" aria-busy={busy}>
        <caption className="unseen">{t('staffLists.match.table')}</caption>
        <colgroup>
          <col className="w-margin" />
          <col className="w-ours" />
          <col className="w-yours" />
          <col className="w-sample" />
          <col />
        </colgroup>
        <thead>
          <tr>
            <td className="margin" />
            <th scope="col" className="lead">
              {t('staffLists.match.ours')}
            </th>
            <th scope="col">{t('staffLists.match.yours')}</th>
            <th scope="col">{t('staffLists.match.sample')}</th>
            <th scope="col">{t('staffLists.match.why')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <FieldMatch key={row.field} row={row} reading={reading} busy={busy} onChange={onChange} />
          ))}
          {hidden.length > 0 ? (
            <tr className="more-fields">
              <td className="margin" />
              <td colSpan={4} className="lead">
                <button type="button" className="link-button" onClick={() => setAll(true)}>
                  {t('staffLists.match.showMore', { count: hidden.length })}
                </button>
              </td>
            </tr>
          ) : null}
        </tbody>
        {unused.length > 0 ? (
          <Rest
            title={t('staffLists.match.unused')}
            hint={t('staffLists.match.unusedHint')}
            columns={unused}
          />
        ) : null}
        {left.length > 0 ? (
          <tbody className="rest">
            <Kind
              title={t('staffLists.match.private')}
              hint={t(inBrowser ? 'staffLists.match.removed' : 'staffLists.match.notKept')}
            />
            <tr>
              <td className="margin" />
              <td className="lead ours" />
              <th scope="row" colSpan={3} className="yours">
                {left.map(({ heading }) => heading).join(', ')}
              </th>
            </tr>
          </tbody>
        ) : null}
      </table>
    </>
  )
}

/** Columns that nothing is taken from, under a word that says so. */
function Rest({ title, hint, columns }: { title: string; hint: string; columns: Column[] }) {
  return (
    <tbody className="rest">
      <Kind title={title} hint={hint} />
      {columns.map((column) => (
        <tr key={column.index}>
          <td className="margin" />
          <td className="lead ours" />
          <th scope="row" className="yours">
            {column.heading}
          </th>
          <td className="sample">{column.samples.join(', ')}</td>
          <td className="why">{column.why}</td>
        </tr>
      ))}
    </tbody>
  )
}

function Kind({ title, hint }: { title: string; hint: string }) {
  return (
    <tr className="kind">
      <td className="margin" />
      <th colSpan={4} scope="rowgroup" className="lead">
        <h2>{title}</h2>
        <span>{hint}</span>
      </th>
    </tr>
  )
}
