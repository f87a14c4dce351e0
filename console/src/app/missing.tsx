import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { PageHead } from '../ui/page-head.tsx'
import { paths } from './paths.ts'
import { usePlace } from './place.tsx'

/** An address of the console that leads nowhere. */
export function Missing() {
  const { t } = useTranslation()
  const { organisation } = usePlace()
  const { slug, name } = organisation
  return (
    <div className="sheet">
      <PageHead title={t('missing.title')} lead={t('missing.lead')} />
      <div className="in">
        <Link {...paths.home({ slug })}>{t('missing.home', { name })}</Link>
      </div>
    </div>
  )
}
