import { Link } from '@tanstack/react-router'
import { Download } from 'lucide-react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { may } from '../../api/types.ts'
import { paths } from '../../app/paths.ts'
import { usePlace } from '../../app/place.tsx'
import { usePlan } from './plan-context.ts'
import { fileAddress } from './problem-files.tsx'
import { AFTER_PROBLEMS } from './use-problems.ts'

/** The way back, the way on, and the rows to fix first where there are any. */
export function CheckFoot({ fixing }: { fixing: boolean }) {
  const { t } = useTranslation()
  const { organisation } = usePlace()
  const { list, changes, open } = usePlan()
  const { wrong } = changes
  const described = useId()
  const place = { slug: organisation.slug, id: list.id }
  const count = list.counts?.error ?? 0
  const apply = may(list.actions, 'apply')
  const toFix = count > 0 && !fixing
  const goOn = count > 0 ? t('staffLists.check.continueWithout', { count }) : t('staffLists.check.continue')
  return (
    <div className="in foot plan-foot">
      {wrong && !open?.startsWith(`${wrong.place}:`) ? (
        <p className="wrong" role="alert">
          {wrong.words}
        </p>
      ) : null}
      <Link {...(fixing ? paths.staffListCheck(place) : paths.staffListMatch(place))} className="button-link">
        {t('staffLists.check.back')}
      </Link>
      {count > 0 ? (
        <a className="quiet" href={fileAddress(list.id, 'problem-rows', 'xlsx')} download>
          <Download size={18} strokeWidth={1.5} aria-hidden />
          {t('staffLists.check.downloadProblems')}
        </a>
      ) : null}
      <span className="end">
        {apply.allowed ? (
          <Link
            {...paths.staffListApply(place)}
            id={AFTER_PROBLEMS}
            className={toFix ? 'quiet' : 'button-link filled'}
          >
            {goOn}
          </Link>
        ) : (
          <>
            {apply.reason ? (
              <span className="sub" id={described}>
                {apply.reason}
              </span>
            ) : null}
            <button
              type="button"
              id={AFTER_PROBLEMS}
              className={toFix ? 'quiet' : 'button-link closed'}
              aria-disabled
              aria-describedby={described}
            >
              {goOn}
            </button>
          </>
        )}
        {toFix ? (
          <Link {...paths.staffListFix(place)} className="button-link filled">
            {t('staffLists.check.fixProblems', { count })}
          </Link>
        ) : null}
      </span>
    </div>
  )
}
