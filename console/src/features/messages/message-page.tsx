import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api/client.ts'
import { type Message, may } from '../../api/types.ts'
import { paths } from '../../app/paths.ts'
import { usePlace } from '../../app/place.tsx'
import { sayMoment } from '../../ui/dates.ts'
import { type Fact, Facts } from '../../ui/facts.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Loaded } from '../../ui/states.tsx'
import { StatusChip } from '../../ui/status-chip.tsx'
import { LetterFrame } from './letter-frame.tsx'
import { lookOf } from './message-state.ts'
import './messages-page.css'

/** One message: what became of it, and, where it may be read, what it says. */
export function MessagePage() {
  const { t } = useTranslation()
  const { id = '' } = useParams({ strict: false })
  const { organisation } = usePlace()
  const list = api.useQuery('get', '/api/v1/organisations/{id}/messages', {
    params: { path: { id: organisation.id }, query: { limit: 50 } },
  })
  const message = list.data?.data.find((one) => one.id === id)
  const readable = message ? may(message.actions, 'read_content') : { allowed: true }
  return (
    <div className="sheet">
      <PageHead
        title={message?.subject ?? t('email.message')}
        back={{ link: paths.email({ slug: organisation.slug }), label: t('email.title') }}
      />
      <Loaded query={list}>{() => (message ? <MessageFacts message={message} /> : null)}</Loaded>
      {list.data && readable.allowed ? <Content id={id} /> : null}
      {message && !readable.allowed ? (
        <div className="in say">
          <h2>{t('email.closed')}</h2>
          <p>{readable.reason ?? t('email.closedWhy')}</p>
        </div>
      ) : null}
    </div>
  )
}

function MessageFacts({ message }: { message: Message }) {
  const { t, i18n } = useTranslation()
  const { organisation } = usePlace()
  const zone = { timeZone: organisation.timeZone, locale: i18n.language }
  const facts: Fact[] = [
    { label: t('email.to'), value: message.to },
    { label: t('email.what'), value: message.kindLabel },
    {
      label: t('email.state'),
      value: (
        <>
          <StatusChip {...lookOf(message)} label={message.stateLabel} />
          {message.explanation}
        </>
      ),
    },
    ...(message.serverAnswer
      ? [{ label: t('email.serverSaid'), value: <code className="server">{message.serverAnswer}</code> }]
      : []),
    { label: t('email.written'), value: sayMoment(message.createdAt, zone) },
    {
      label: t('email.tries'),
      value: message.nextTryAt
        ? t('email.triesNext', { count: message.attempts, moment: sayMoment(message.nextTryAt, zone) })
        : t('email.triesCount', { count: message.attempts }),
    },
  ]
  return <Facts caption={t('email.facts')} facts={facts} />
}

function Content({ id }: { id: string }) {
  const { t } = useTranslation()
  const [view, setView] = useState<'html' | 'text'>('html')
  const query = api.useQuery('get', '/api/v1/messages/{id}/content', { params: { path: { id } } })
  return (
    <Loaded query={query} rows={4}>
      {(content) => (
        <section className="in" aria-labelledby="content">
          <h2 id="content" className="section">
            {t('email.content')}
          </h2>
          <fieldset className="view-tabs" aria-label={t('email.content')}>
            {(['html', 'text'] as const).map((name) => (
              <button key={name} type="button" aria-pressed={view === name} onClick={() => setView(name)}>
                {t(`email.${name}`)}
              </button>
            ))}
          </fieldset>
          <div className="message-views">
            {view === 'html' ? (
              <LetterFrame html={content.html} title={t('email.frame', { subject: content.subject })} />
            ) : (
              // biome-ignore lint/a11y/noNoninteractiveTabindex: a long letter scrolls, and the keyboard must reach it
              <pre tabIndex={0}>{content.text}</pre>
            )}
          </div>
        </section>
      )}
    </Loaded>
  )
}
