import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { type Message, may } from '../../api/types.ts'
import { paths } from '../../app/paths.ts'
import { usePlace } from '../../app/place.tsx'
import { sayDay, sayMoment, sayTime } from '../../ui/dates.ts'
import { StatusChip } from '../../ui/status-chip.tsx'
import { lookOf } from './message-state.ts'

/** The messages as a ruled table. On a phone each row is a block. */
export function MessageTable({ messages, stale }: { messages: Message[]; stale: boolean }) {
  const { t } = useTranslation()
  const { organisation } = usePlace()
  return (
    <table className={stale ? 'register messages stale' : 'register messages'}>
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
  const look = lookOf(message.state)
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
        {message.nextTryAt && message.attempts > 0 ? (
          <span className="sub">
            {t('email.nextTry', {
              time: `${sayDay(message.nextTryAt, zone)}, ${sayTime(message.nextTryAt, zone)}`,
            })}
          </span>
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
