import { Link, useLocation, useNavigate, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { api } from '../../api/client.ts'
import { paths } from '../../app/paths.ts'
import { usePlace } from '../../app/place.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Loaded } from '../../ui/states.tsx'
import { MailBanner } from '../messages/mail-banner.tsx'
import './invite-page.css'
import { LeftList } from './left-list.tsx'
import type { Sent } from './sent.ts'
import { SentList } from './sent-list.tsx'
import { StopBar } from './stop-bar.tsx'
import { SumUp } from './sum-up.tsx'
import { useBatches } from './use-batches.ts'

/** What became of a batch: who was sent to, how far each email has come, who got none and why. */
export function SentPage() {
  const { t } = useTranslation()
  const { batchId = '' } = useParams({ strict: false })
  const { organisation } = usePlace()
  const navigate = useNavigate()
  const sent = useLocation({ select: ({ state }) => (state as { sent?: Sent }).sent })
  const query = useBatches(organisation.id, sent?.batches ?? [batchId])
  const options = api.useQuery('get', '/api/v1/organisations/{id}/invitations/options', {
    params: { path: { id: organisation.id } },
  })
  const place = { slug: organisation.slug }

  /** Puts what came of something done here into the history entry, where reloading finds it. */
  function keep(next: Sent) {
    return navigate({
      ...paths.invited({ ...place, batchId }),
      replace: true,
      resetScroll: false,
      state: { sent: next } as object,
    })
  }

  return (
    <div className="sheet">
      <PageHead
        title={t('invite.sentTitle')}
        lead={query.data ? <SumUp invitations={query.data} sent={sent} /> : '\u00a0'}
        back={{ link: paths.people(place), label: t('people.title') }}
      />
      {options.data ? <MailBanner mail={options.data.mail} /> : null}
      {sent ? (
        <StopBar sent={sent} invitations={query.data} onStopped={(stopped) => keep({ ...sent, stopped })} />
      ) : null}
      <Loaded query={query} rows={3}>
        {(invitations) => <SentList invitations={invitations} sent={sent} />}
      </Loaded>
      {sent && sent.left.length > 0 ? <LeftList sent={sent} onChange={keep} /> : null}
      <div className="in foot">
        <Link
          {...paths.invite(place)}
          {...(sent ? { state: { keep: sent.keep } as object } : {})}
          className="button-link filled"
        >
          {t('invite.again')}
        </Link>
        <Link {...paths.people(place)} search={{ view: 'invitations' }}>
          {t('invite.seeInPeople')}
        </Link>
      </div>
    </div>
  )
}
