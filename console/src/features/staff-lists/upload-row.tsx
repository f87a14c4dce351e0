import { Link } from '@tanstack/react-router'
import { Download, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { may, type StaffList } from '../../api/types.ts'
import { paths } from '../../app/paths.ts'
import { usePlace } from '../../app/place.tsx'
import { sayDay, sayMoment } from '../../ui/dates.ts'
import { RowAction, RowMenu } from '../../ui/row-menu.tsx'
import { StatusChip } from '../../ui/status-chip.tsx'
import { countsOf, isHeld, markOf, pageOf } from './history.ts'

type UploadRowProps = { list: StaffList; school: boolean; onDiscard: (list: StaffList) => void }

/** One upload: what it is called, who made it when, what it changed, and how long it can be taken back. */
export function UploadRow({ list, school, onDiscard }: UploadRowProps) {
  const { t, i18n } = useTranslation()
  const { organisation } = usePlace()
  const zone = { timeZone: organisation.timeZone, locale: i18n.language }
  const day = (at: string) => sayDay(at, { ...zone, now: Date.now() })
  const discard = list.actions.find(({ action }) => action === 'discard')
  const hasResult = list.state === 'applied' || list.state === 'undone'
  return (
    <tr>
      <td className="margin" />
      <th scope="row" className="lead">
        <Link {...pageOf(list, organisation)}>{list.fileName}</Link>
        <span className="sub">
          <time dateTime={list.madeAt} title={sayMoment(list.madeAt, zone)}>
            {day(list.madeAt)}
          </time>{' '}
          {list.madeBy
            ? t('staffLists.history.by', { name: list.madeBy.name })
            : t('staffLists.history.someone')}
        </span>
      </th>
      {school ? <td className="school">{list.organisationName}</td> : null}
      <td className="what">
        <What list={list} />
      </td>
      <td className="status-cell">
        <StatusChip {...markOf(list)} label={isHeld(list) ? t('staffLists.history.held') : list.stateLabel} />
        <span className="sub">
          {list.undoneAt ? day(list.undoneAt) : null}
          {list.undoUntil && may(list.actions, 'undo').allowed ? (
            <Link {...paths.staffListUndo({ slug: organisation.slug, id: list.id })}>
              {t('staffLists.history.undoUntil', { day: dayAndMonth(list.undoUntil, zone) })}
            </Link>
          ) : null}
        </span>
      </td>
      <td className="actions">
        {hasResult || discard ? (
          <RowMenu label={t('people.actionsFor', { name: list.fileName })}>
            {hasResult ? (
              <RowAction
                icon={<Download size={18} strokeWidth={1.5} aria-hidden />}
                label={t('staffLists.history.result')}
                allowed
                onChoose={() => location.assign(`/api/v1/staff-lists/${list.id}/result?format=xlsx`)}
              />
            ) : null}
            {discard ? (
              <RowAction
                icon={<Trash2 size={18} strokeWidth={1.5} aria-hidden />}
                label={t('staffLists.history.discard')}
                allowed={discard.allowed}
                reason={discard.reason}
                onChoose={() => onDiscard(list)}
              />
            ) : null}
          </RowMenu>
        ) : null}
      </td>
    </tr>
  )
}

/** Before applying: how many of each. Afterwards: what was done, in the server's words. */
function What({ list }: { list: StaffList }) {
  const { t } = useTranslation()
  if (list.problem) return <span className="sub danger">{list.problem.detail}</span>
  if (list.state !== 'ready')
    return (
      <>
        {list.summary}
        {isHeld(list) && list.held ? <span className="sub">{list.held.detail}</span> : null}
      </>
    )
  const counts = countsOf(list.counts)
  if (counts.every(({ kind }) => kind === 'unchanged' || kind === 'skipped'))
    return t('staffLists.history.nothing')
  return counts
    .map(({ kind, count }) => t(`staffLists.history.count.${kind}`, { count }))
    .map(together)
    .join(' · ')
}

/** A number stays on the line of its word. */
const together = (words: string) => words.replaceAll(' ', '\u00a0')

/** A day to come: 5 Dec. */
const dayAndMonth = (iso: string, { timeZone, locale }: { timeZone: string; locale: string }) =>
  new Intl.DateTimeFormat(locale, { timeZone, day: 'numeric', month: 'short' })
    .format(new Date(iso))
    .replaceAll(' ', '\u00a0')
