import { Link, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { api } from '../../api/client.ts'
import { type Message, may } from '../../api/types.ts'
import { paths } from '../../app/paths.ts'
import { usePlace } from '../../app/place.tsx'
import { sayDay, sayMoment, sayTime } from '../../ui/dates.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { Pager } from '../../ui/pager.tsx'
import { Empty, Loaded } from '../../ui/states.tsx'
import { StatusChip, StatusGlyph } from '../../ui/status-chip.tsx'
import { lookOf } from './message-state.ts'
import './messages-page.css'

const PAGE_ROWS = 50

/** Every message of this organisation, and what became of it in the server's own words. */
export function MessagesPage() {
  const { t } = useTranslation()
  const { organisation } = usePlace()
  const { after, from = 0 } = useSearch({ from: '/inside/s/$slug/email' })
  const query = api.useQuery('get', '/api/v1/organisations/{id}/messages', {
    params: { path: { id: organisation.id }, query: { limit: PAGE_ROWS, ...(after ? { after } : {}) } },
  })
  const link = paths.email({ slug: organisation.slug })
  return (
    <div className="sheet">
      <PageHead title={t('email.title')} lead={t('email.lead')} />
      <Loaded query={query}>
        {({ data, next, total, mail }) => (
          <>
            {mail.mode === 'captured' ? (
              <div className="in banner">
                <span className="mark">
                  <StatusGlyph glyph="problem" />
                </span>
                <p>{mail.sentence}</p>
              </div>
            ) : null}
            {data.length === 0 ? (
              <Empty title={t('email.none')}>{t('email.noneNext')}</Empty>
            ) : (
              <>
                <MessageTable messages={data} />
                <Pager
                  from={from}
                  shown={data.length}
                  total={total}
                  first={after ? { ...link, search: {} } : undefined}
                  next={next ? { ...link, search: { after: next, from: from + data.length } } : undefined}
                />
              </>
            )}
          </>
        )}
      </Loaded>
    </div>
  )
}

function MessageTable({ messages }: { messages: Message[] }) {
  const { t } = useTranslation()
  const { organisation } = usePlace()
  return (
    <table className="register messages">
      <caption className="unseen">{t('email.caption', { place: organisation.name })}</caption>
      <colgroup>
        <col className="w-margin" />
        <col />
        <col className="w-what" />
        <col className="w-state" />
        <col className="w-tries" />
        <col className="w-when" />
      </colgroup>
      <thead>
        <tr>
          <td className="margin" />
          <th scope="col" className="lead">
            {t('email.to')}
          </th>
          <th scope="col" className="what">
            {t('email.what')}
          </th>
          <th scope="col">{t('email.state')}</th>
          <th scope="col" className="number tries">
            {t('email.tries')}
          </th>
          <th scope="col">{t('email.when')}</th>
        </tr>
      </thead>
      <tbody>
        {messages.map((message) => (
          <Row key={message.id} message={message} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ message }: { message: Message }) {
  const { t, i18n } = useTranslation()
  const { organisation } = usePlace()
  const zone = { now: Date.now(), timeZone: organisation.timeZone, locale: i18n.language }
  const read = may(message.actions, 'read_content')
  const look = lookOf(message)
  return (
    <tr>
      <td className="margin" />
      <th scope="row" className="lead">
        <Link {...paths.message({ slug: organisation.slug, id: message.id })}>{message.to}</Link>
        {message.subject ? <span className="sub">{message.subject}</span> : null}
      </th>
      <td className="what">
        {message.kindLabel}
        {read.allowed ? <span className="sub">{t('email.readable')}</span> : null}
      </td>
      <td>
        <StatusChip {...look} label={message.stateLabel} />
        {message.explanation ? (
          <span className={look.tone === 'danger' ? 'sub danger' : 'sub'}>{message.explanation}</span>
        ) : null}
        {message.nextTryAt ? (
          <span className="sub">{t('email.nextTry', { time: sayTime(message.nextTryAt, zone) })}</span>
        ) : null}
      </td>
      <td className="number tries">{message.attempts}</td>
      <td className="when">
        <time dateTime={message.createdAt} title={sayMoment(message.createdAt, zone)}>
          {sayDay(message.createdAt, zone)}, {sayTime(message.createdAt, zone)}
        </time>
      </td>
    </tr>
  )
}
