import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { InviteOptions } from '../../api/types.ts'
import type { Decision, Row } from './invite-rows.ts'
import { RecognisedRow } from './recognised-row.tsx'

type RecognisedListProps = {
  rows: Row[]
  removed: number
  options: InviteOptions
  /** The role of the batch, for those without one of their own. */
  role: string
  onDecide: (key: string, decision: Decision) => void
  onPutBack: () => void
}

/** Everybody recognised, one ruled line each, at most as many as can be invited at once. */
export const RecognisedList = memo(function RecognisedList({
  rows,
  removed,
  options,
  role,
  onDecide,
  onPutBack,
}: RecognisedListProps) {
  const { t } = useTranslation()
  return (
    <>
      {rows.length > 0 ? (
        <ul className="marginlist recognised" aria-label={t('invite.list')}>
          {rows.slice(0, options.pageLimit).map((row) => (
            <RecognisedRow key={row.key} row={row} options={options} role={role} onDecide={onDecide} />
          ))}
        </ul>
      ) : null}
      {rows.length > options.pageLimit ? (
        <p className="in more-rows">{t('invite.moreRows', { count: rows.length - options.pageLimit })}</p>
      ) : null}
      {removed > 0 ? (
        <p className="in more-rows">
          {t('invite.removed', { count: removed })}{' '}
          <button type="button" className="link-button" onClick={onPutBack}>
            {t('invite.putBack')}
          </button>
        </p>
      ) : null}
    </>
  )
})
