import { Button } from '@mantine/core'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { api } from '../../api/client.ts'
import type { PeopleList } from '../../api/types.ts'
import { paths } from '../../app/paths.ts'
import { usePlace } from '../../app/place.tsx'
import { Empty } from '../../ui/states.tsx'
import { isNarrowed, readPeopleSearch, unfiltered } from './people-search.ts'

const route = getRouteApi('/inside/s/$slug/people')

/** No match: what was asked for, where else they are, and the way out of it. */
export function Nobody({ list }: { list: PeopleList }) {
  const { t } = useTranslation()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  if (!isNarrowed(search)) return <Empty title={t(`people.noneIn.${search.view ?? 'everyone'}`)} />
  return (
    <>
      <NotListed addresses={list.addresses} />
      <Empty
        title={search.q ? t('people.noMatchFor', { q: search.q }) : t('people.noMatch')}
        action={
          <Button variant="default" onClick={() => navigate({ search: unfiltered, resetScroll: false })}>
            {t('people.clearAll')}
          </Button>
        }
      >
        {t('people.noMatchNext')}
      </Empty>
      <Elsewhere elsewhere={list.elsewhere} />
    </>
  )
}

/** Who has the words or addresses in the archive here, and in other organisations. */
function Elsewhere({ elsewhere }: { elsewhere: PeopleList['elsewhere'] }) {
  const { t } = useTranslation()
  const { organisation } = usePlace()
  const { q, emails } = route.useSearch()
  const known = api.useQuery('get', '/api/v1/organisations', {})
  if (!elsewhere || elsewhere.archived + elsewhere.organisations.length === 0) return null
  const slugs = new Map(known.data?.data.map(({ id, slug }) => [id, slug]))
  const same = readPeopleSearch({ q, emails })
  return (
    <ul className="in elsewhere">
      {elsewhere.archived > 0 ? (
        <li>
          {t('peopleList.inArchive', { count: elsewhere.archived })}{' '}
          <Link
            {...paths.people({ slug: organisation.slug })}
            search={readPeopleSearch({ ...same, view: 'archived' })}
          >
            {t('peopleList.showArchive')}
          </Link>
        </li>
      ) : null}
      {elsewhere.organisations.map(({ id, name, count }) => {
        const slug = slugs.get(id)
        return (
          <li key={id}>
            {t('peopleList.inPlace', { count, place: name })}{' '}
            {slug ? (
              <Link {...paths.people({ slug })} search={same}>
                {t('peopleList.lookThere', { place: name })}
              </Link>
            ) : null}
          </li>
        )
      })}
    </ul>
  )
}

/** Addresses that were looked for and are not in the list. */
export function NotListed({ addresses }: { addresses: PeopleList['addresses'] }) {
  const { t, i18n } = useTranslation()
  if (!addresses || addresses.archived.length + addresses.missing.length === 0) return null
  const named = (emails: string[]) => new Intl.ListFormat(i18n.language).format(emails)
  return (
    <div className="in not-listed">
      {addresses.missing.length > 0 ? (
        <p>
          <b>{t('peopleList.missing', { count: addresses.missing.length })}</b> {named(addresses.missing)}
        </p>
      ) : null}
      {addresses.archived.length > 0 ? (
        <p>
          <b>{t('peopleList.archived', { count: addresses.archived.length })}</b> {named(addresses.archived)}
        </p>
      ) : null}
    </div>
  )
}
