import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api/client.ts'
import type { StaffList } from '../../api/types.ts'
import { paths } from '../../app/paths.ts'
import { usePlace } from '../../app/place.tsx'
import { keptLeavers, leftAlone } from './applying.ts'
import { type Counts, GROUPS, type Outcome } from './plan.ts'

/** How many of those who are kept are named; more would be a list, and that is a page back. */
const NAMED = 3

type WillDoProps = {
  list: StaffList
  counts: Counts
  /** Whether the accounts of those who are added are set up, so that they count without registering. */
  setsUp: boolean
}

/** What applying does, one line to a kind, under the mark it had in the plan; and what it leaves alone. */
export function WillDo({ list, counts, setsUp }: WillDoProps) {
  const { t } = useTranslation()
  const { taking } = counts
  const seats = taking.archive > 0 ? 'staffLists.apply.seatsBack' : 'staffLists.apply.seats'
  return (
    <section className="will-do" aria-label={t('staffLists.apply.willDo')}>
      <ul className="marginlist marks">
        {taking.add > 0 ? <Will list={list} kind="add" count={taking.add} /> : null}
        {taking.update > 0 ? <Will list={list} kind="update" count={taking.update} /> : null}
        {taking.reactivate > 0 ? <Will list={list} kind="reactivate" count={taking.reactivate} /> : null}
        {taking.archive > 0 ? (
          <Will list={list} kind="not_on_list" count={taking.archive}>
            <Kept list={list} counts={counts} />
          </Will>
        ) : null}
        {taking.archive === 0 && counts.not_on_list > 0 ? (
          <Will list={list} kind="not_on_list" count={counts.not_on_list} quiet />
        ) : null}
        {leftAlone(counts).map(({ kind, count }) => (
          <Will key={kind} list={list} kind={kind} count={count} quiet />
        ))}
      </ul>
      <p className="in seats">
        {setsUp
          ? t('staffLists.apply.seatsSetUp', { count: taking.add })
          : t(seats, { count: taking.archive })}
      </p>
    </section>
  )
}

type WillProps = {
  list: StaffList
  kind: Exclude<Outcome, 'unchanged'>
  count: number
  quiet?: boolean
  children?: ReactNode
}

function Will({ list, kind, count, quiet, children }: WillProps) {
  const { t } = useTranslation()
  const { organisation } = usePlace()
  const group = GROUPS.find(({ outcome }) => outcome === kind)
  const place = { slug: organisation.slug, id: list.id }
  return (
    <li className={quiet ? 'quietly' : undefined}>
      <span className={`mark ${quiet ? 'plain' : group?.tone}`} aria-hidden>
        {group?.mark}
      </span>
      <div className="line">
        <span>
          <b>
            {quiet && kind === 'not_on_list'
              ? t('staffLists.apply.allStay', { count })
              : t(`staffLists.apply.will.${kind}`, { count })}
          </b>
          {children}
        </span>
        <Link
          {...(kind === 'error'
            ? paths.staffListFix(place)
            : { ...paths.staffListCheck(place), search: { show: kind } })}
        >
          {t('staffLists.apply.seeWho')}
          <span className="unseen"> {t(`staffLists.check.outcome.${kind}`)}</span>
        </Link>
      </div>
    </li>
  )
}

/** “of 8; you kept Ana Reyes” */
function Kept({ list, counts }: { list: StaffList; counts: Counts }) {
  const { t, i18n } = useTranslation()
  const rows = api.useQuery('get', '/api/v1/staff-lists/{id}/rows', {
    params: { path: { id: list.id }, query: { outcome: 'not_on_list', limit: 200 } },
  })
  const all = counts.not_on_list
  if (all === counts.taking.archive) return null
  const kept = keptLeavers(rows.data?.data ?? [])
  const whole = all <= 200 && kept.length > 0 && kept.length <= NAMED
  const names = new Intl.ListFormat(i18n.language).format(kept)
  return whole
    ? ` ${t('staffLists.apply.ofKept', { count: all, names })}`
    : ` ${t('staffLists.apply.of', { count: all })}`
}
