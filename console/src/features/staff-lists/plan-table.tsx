import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../../api/client.ts'
import { groupsShown, type Outcome } from './plan.ts'
import { usePlan } from './plan-context.ts'
import { PlanGroup } from './plan-group.tsx'
import { useFocusKept } from './use-focus-kept.ts'

/** Everybody the upload is about, grouped by what will happen to them. */
export function PlanTable({ show }: { show: Outcome | undefined }) {
  const { t } = useTranslation()
  const { list } = usePlan()
  const table = useFocusKept()
  const fixes = useQuery(
    api.queryOptions('get', '/api/v1/staff-lists/{id}/groups', { params: { path: { id: list.id } } }),
  )
  if (!list.counts) return null
  const groups = groupsShown(list.counts, show)
  return (
    <table className="plan" ref={table}>
      <caption className="unseen">{t('staffLists.check.caption')}</caption>
      <colgroup>
        <col className="w-margin" />
        <col className="w-row" />
        <col className="w-person" />
        <col />
        <col className="w-act" />
      </colgroup>
      <thead>
        <tr>
          <td className="margin" />
          <th scope="col" className="row-number">
            {t('staffLists.check.row')}
          </th>
          <th scope="col">{t('staffLists.check.person')}</th>
          <th scope="col">{t('staffLists.check.what')}</th>
          <th scope="col">{t('staffLists.check.doIt')}</th>
        </tr>
      </thead>
      {groups.map((group) => (
        <PlanGroup
          key={group.outcome}
          group={group}
          fixes={fixes.data?.data.filter((fix) => fix.outcome === group.outcome) ?? []}
          alone={show === group.outcome}
        />
      ))}
    </table>
  )
}
