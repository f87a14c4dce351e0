import { Link, type LinkProps } from '@tanstack/react-router'
import { Printer } from 'lucide-react'
import { useTranslation } from 'react-i18next'

type PagerProps = {
  from: number
  shown: number
  total: number | undefined
  first?: LinkProps | undefined
  next?: LinkProps | undefined
}

/** Where you are in a list, and the way on. Pages follow one another; Back in the browser returns to the one before. */
export function Pager({ from, shown, total, first, next }: PagerProps) {
  const { t } = useTranslation()
  return (
    <nav className="in pager" aria-label={t('pager.label')}>
      <span className="num">
        {total === undefined
          ? t('pager.range', { first: from + 1, last: from + shown })
          : t('pager.rangeOf', { first: from + 1, last: from + shown, total })}
      </span>
      {first ? <Link {...first}>{t('pager.first')}</Link> : null}
      {next ? <Link {...next}>{t('pager.next')}</Link> : null}
      <button className="end" type="button" onClick={() => window.print()}>
        <Printer size={18} strokeWidth={1.5} aria-hidden />
        {t('pager.print')}
      </button>
    </nav>
  )
}
