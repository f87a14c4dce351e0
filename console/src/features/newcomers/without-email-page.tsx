import { useTranslation } from 'react-i18next'
import { api } from '../../api/client.ts'
import { may } from '../../api/types.ts'
import { paths } from '../../app/paths.ts'
import { usePlace } from '../../app/place.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Loaded } from '../../ui/states.tsx'
import './newcomers.css'
import { WithoutEmailForm } from './without-email-form.tsx'
import { WithoutEmailRow } from './without-email-row.tsx'

/** Most that are shown; a school has a few. */
const SHOWN = 200

/** Staff who have no address yet: why they cannot sign in, who they are, and what makes a person of them. */
export function WithoutEmailPage() {
  const { t } = useTranslation()
  const { organisation } = usePlace()
  const query = api.useQuery('get', '/api/v1/organisations/{id}/staff-without-email', {
    params: { path: { id: organisation.id }, query: { limit: SHOWN, count: 'exact' } },
  })
  return (
    <div className="sheet">
      <PageHead
        title={t('withoutEmail.title')}
        lead={t('withoutEmail.lead')}
        back={{ link: paths.people({ slug: organisation.slug }), label: t('people.title') }}
      />
      <Loaded query={query}>
        {({ data, total = data.length, actions }) => (
          <>
            {data.length === 0 ? <p className="in empty-line">{t('withoutEmail.nobody')}</p> : null}
            {data.length > 0 ? (
              <ul className="marginlist without-email" aria-label={t('withoutEmail.title')}>
                {data.map((staff) => (
                  <WithoutEmailRow key={staff.id} staff={staff} may={may(actions, 'users.create').allowed} />
                ))}
              </ul>
            ) : null}
            {total > data.length ? (
              <p className="in muted">{t('withoutEmail.more', { count: total - data.length })}</p>
            ) : null}
            {may(actions, 'users.create').allowed ? <WithoutEmailForm /> : null}
          </>
        )}
      </Loaded>
    </div>
  )
}
