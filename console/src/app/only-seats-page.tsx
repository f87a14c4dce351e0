import { Navigate, Outlet, useRouterState } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { PageHead } from '../ui/page-head.tsx'
import { paths } from './paths.ts'

/** The pages of an organisation for who sees its seats and nothing else: the home page leads there, and the others are not theirs. */
export function OnlySeats({ slug }: { slug: string }) {
  const { t } = useTranslation()
  const page = useRouterState({ select: (state) => state.location.pathname.split('/')[3] })
  if (!page) return <Navigate {...paths.seats({ slug })} replace />
  if (page === 'seats') return <Outlet />
  return (
    <div className="sheet">
      <PageHead title={t('state.forbiddenTitle')} lead={t('state.forbidden')} />
    </div>
  )
}
