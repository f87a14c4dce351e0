import { Link, type LinkProps } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { paths } from '../../app/paths.ts'
import { usePlace } from '../../app/place.tsx'
import '../../ui/tab-links.css'
import { GROUPS, type Outcome, planRows } from './plan.ts'
import { usePlan } from './plan-context.ts'

/** The groups as tabs, with how many are in each. Rows to fix are a step of their own, so their tab is its address. */
export function PlanTabs({ show }: { show: Outcome | undefined }) {
  const { t } = useTranslation()
  const { organisation } = usePlace()
  const { list } = usePlan()
  const counts = list.counts
  if (!counts) return null
  const place = { slug: organisation.slug, id: list.id }
  const check = paths.staffListCheck(place)
  const groups = GROUPS.filter(({ outcome }) => counts[outcome] > 0 || outcome === show)
  return (
    <nav className="tab-links plan-tabs" aria-label={t('staffLists.check.groups')}>
      <ul className="in">
        <Tab link={check} current={!show} label={t('staffLists.check.everything')} count={planRows(counts)} />
        {groups.map(({ outcome, mark, tone }) => (
          <Tab
            key={outcome}
            link={outcome === 'error' ? paths.staffListFix(place) : { ...check, search: { show: outcome } }}
            current={show === outcome}
            label={t(`staffLists.check.outcome.${outcome}`)}
            count={counts[outcome]}
            mark={mark}
            tone={tone}
          />
        ))}
      </ul>
    </nav>
  )
}

type TabProps = {
  link: LinkProps
  current: boolean
  label: string
  count: number
  mark?: string
  tone?: string
}

function Tab({ link, current, label, count, mark, tone }: TabProps) {
  return (
    <li>
      <Link
        {...link}
        {...(current ? { 'aria-current': 'page' as const } : {})}
        activeOptions={{ exact: true, includeSearch: true }}
        activeProps={{}}
        resetScroll={false}
      >
        {mark ? (
          <b className={`mark ${tone}`} aria-hidden>
            {mark}
          </b>
        ) : null}
        <span>{label}</span>
        <span className="count">{count}</span>
      </Link>
    </li>
  )
}
