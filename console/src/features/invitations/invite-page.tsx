import { useLocation } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { api } from '../../api/client.ts'
import { paths } from '../../app/paths.ts'
import { usePlace } from '../../app/place.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Loaded } from '../../ui/states.tsx'
import { MailBanner } from '../messages/mail-banner.tsx'
import './invite-page.css'
import { InviteForm } from './invite-form.tsx'
import type { Handed } from './terms.ts'

/** Invite by email: paste whatever there is, see who was recognised, decide, send. */
export function InvitePage() {
  const { t } = useTranslation()
  const { organisation } = usePlace()
  const { state, key } = useLocation({
    select: ({ state }) => ({ state: state as Handed, key: state.__TSR_key ?? '' }),
    structuralSharing: true,
  })
  const query = api.useQuery('get', '/api/v1/organisations/{id}/invitations/options', {
    params: { path: { id: organisation.id } },
  })
  return (
    <div className="sheet">
      <PageHead
        title={t('invite.title')}
        lead={t('invite.lead')}
        back={{ link: paths.people({ slug: organisation.slug }), label: t('people.title') }}
      />
      <Loaded query={query}>
        {(options) => (
          <>
            <MailBanner mail={options.mail} />
            <InviteForm key={`${organisation.id} ${key}`} options={options} handed={state} />
          </>
        )}
      </Loaded>
    </div>
  )
}
