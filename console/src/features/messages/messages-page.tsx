import { Button } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { type MessageList, may } from '../../api/types.ts'
import { paths } from '../../app/paths.ts'
import { usePlace } from '../../app/place.tsx'
import { ActionLink } from '../../ui/action-link.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Pager } from '../../ui/pager.tsx'
import { Empty, Loaded } from '../../ui/states.tsx'
import { MailBanner } from './mail-banner.tsx'
import { MessageFilters } from './message-filters.tsx'
import { askAgain, isNarrowed } from './message-search.ts'
import { MessageTable } from './message-table.tsx'
import './messages-page.css'
import { useMessages } from './use-messages.ts'

const route = getRouteApi('/inside/s/$slug/email')

/** Every message of this organisation, and what became of it in the server's own words. */
export function MessagesPage() {
  const { t } = useTranslation()
  const { organisation } = usePlace()
  const query = useMessages()
  const list = query.data
  return (
    <div className="sheet">
      <PageHead
        title={t('email.title')}
        lead={t('email.lead')}
        action={
          list && may(list.actions, 'mail.test').allowed ? (
            <ActionLink link={paths.testEmail({ slug: organisation.slug })} label={t('email.test')} allowed />
          ) : null
        }
      />
      {list ? <MailBanner mail={list.mail} /> : null}
      {list ? <MessageFilters filters={list.filters} /> : null}
      <Loaded query={query}>{(data) => <MessageSheet list={data} stale={query.isPlaceholderData} />}</Loaded>
    </div>
  )
}

/** The rows, or why there are none. */
function MessageSheet({ list: { data, next, total }, stale }: { list: MessageList; stale: boolean }) {
  const { t } = useTranslation()
  const { organisation } = usePlace()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const from = search.from ?? 0
  const link = paths.email({ slug: organisation.slug })
  if (data.length === 0)
    return isNarrowed(search) ? (
      <Empty
        title={search.q ? t('email.noMatchFor', { q: search.q }) : t('email.noMatch')}
        action={
          <Button variant="default" onClick={() => navigate({ search: {}, resetScroll: false })}>
            {t('email.clearAll')}
          </Button>
        }
      />
    ) : (
      <Empty title={t('email.none')}>{t('email.noneNext')}</Empty>
    )
  return (
    <>
      <MessageTable messages={data} stale={stale} />
      <Pager
        from={from}
        shown={data.length}
        total={total}
        first={search.after ? { ...link, search: askAgain(search, {}) } : undefined}
        next={next ? { ...link, search: { ...search, after: next, from: from + data.length } } : undefined}
      />
    </>
  )
}
