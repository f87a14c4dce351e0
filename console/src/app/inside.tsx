import { Link, Outlet, useParams } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { api, drawFor } from '../api/client.ts'
import { Failure, Loading } from '../ui/states.tsx'
import { ConfirmPassword } from './confirm-password.tsx'
import { seesOnlySeats } from './only-seats.ts'
import { OnlySeats } from './only-seats-page.tsx'
import { paths } from './paths.ts'
import { PlaceContext } from './place.tsx'
import { Shell, useTheme } from './shell.tsx'

const LAST = 'lanyard.place'

/** Everything that needs a signed-in person: finds out who they are and where they are looking, then shows the page. */
export function Inside() {
  useTheme()
  const { t } = useTranslation()
  const { slug } = useParams({ strict: false })
  const me = api.useQuery('get', '/api/v1/me')
  const organisations = api.useQuery('get', '/api/v1/organisations')
  const failed = me.error ?? organisations.error
  const all = organisations.data?.data
  const wanted = slug ?? sessionStorage.getItem(LAST)
  const organisation = all?.find((one) => one.slug === wanted)
  const fallback = all?.find((one) => one.id === me.data?.organisations[0]?.id) ?? all?.[0]

  const personId = me.data?.id
  useEffect(() => {
    if (personId) drawFor(personId)
  }, [personId])

  // Pages that belong to no organisation stand inside the one looked at last.
  useEffect(() => {
    if (organisation) sessionStorage.setItem(LAST, organisation.slug)
  }, [organisation])

  if (!me.data || !all) {
    if (!failed) return <Loading rows={0} />
    const retry = () => Promise.all([me.refetch(), organisations.refetch()])
    return (
      <main className="sheet alone">
        <h1 className="unseen">{t('state.failedTitle')}</h1>
        <Failure error={failed} onRetry={retry} />
      </main>
    )
  }
  const here = organisation ?? fallback
  if (!here) {
    return (
      <main className="sheet alone">
        <div className="in say">
          <h1>{t('nowhere.title')}</h1>
          <p>{t('nowhere.lead')}</p>
        </div>
      </main>
    )
  }
  const place = {
    organisation: here,
    parent: all.find((one) => one.id === here.parentId),
    organisations: all,
    me: me.data,
  }
  return (
    <PlaceContext value={place}>
      <Shell>
        {slug && !organisation ? (
          <PlaceMissing slug={here.slug} name={here.name} />
        ) : slug && seesOnlySeats(here) ? (
          <OnlySeats slug={slug} />
        ) : (
          <Outlet />
        )}
      </Shell>
      <ConfirmPassword />
    </PlaceContext>
  )
}

/** An organisation that is not there, or not yours to see; the two look the same on purpose. */
function PlaceMissing({ slug, name }: { slug: string; name: string }) {
  const { t } = useTranslation()
  return (
    <div className="sheet">
      <div className="in say">
        <h1>{t('missing.title')}</h1>
        <p>{t('missing.place')}</p>
        <p>
          <Link {...paths.home({ slug })}>{t('missing.home', { name })}</Link>
        </p>
      </div>
    </div>
  )
}
