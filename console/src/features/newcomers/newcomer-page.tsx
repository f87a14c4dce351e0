import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api/client.ts'
import { may } from '../../api/types.ts'
import { paths } from '../../app/paths.ts'
import { usePlace } from '../../app/place.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Loaded } from '../../ui/states.tsx'
import { MailBanner } from '../messages/mail-banner.tsx'
import '../invitations/invite-page.css'
import './newcomers.css'
import { nobodyYet, type Who } from './newcomer.ts'
import { NewcomerForm } from './newcomer-form.tsx'

/** Adds one person: who they are stays when another place is chosen for them. */
export function NewcomerPage() {
  const { t } = useTranslation()
  const { organisation, organisations } = usePlace()
  const [where, setWhere] = useState(organisation.id)
  const [who, setWho] = useState<Who>(nobodyYet)
  const query = api.useQuery('get', '/api/v1/organisations/{id}/people/new', {
    params: { path: { id: where } },
  })
  const places = organisations.filter((each) => may(each.actions, 'users.create').allowed)
  return (
    <div className="sheet">
      <PageHead
        title={t('newcomer.title')}
        lead={t('newcomer.lead')}
        back={{ link: paths.people({ slug: organisation.slug }), label: t('people.title') }}
      />
      <Loaded query={query}>
        {(options) => (
          <>
            <MailBanner mail={options.mail} />
            <NewcomerForm
              key={where}
              options={options}
              places={places}
              who={who}
              onWho={setWho}
              onWhere={setWhere}
            />
          </>
        )}
      </Loaded>
    </div>
  )
}
