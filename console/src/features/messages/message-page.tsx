import { Link, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { api } from '../../api/client.ts'
import { type MessageStory, may } from '../../api/types.ts'
import { paths } from '../../app/paths.ts'
import { usePlace } from '../../app/place.tsx'
import { ActionLink } from '../../ui/action-link.tsx'
import { sayMoment } from '../../ui/dates.ts'
import { type Fact, Facts } from '../../ui/facts.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Loaded } from '../../ui/states.tsx'
import { StatusChip } from '../../ui/status-chip.tsx'
import { Timeline } from '../../ui/timeline.tsx'
import { MessageContent } from './message-content.tsx'
import { isMoving, lookOf, needsSomebody } from './message-state.ts'
import './messages-page.css'
import { ServerWords } from './server-words.tsx'

const LOOK_AGAIN_MS = 2_000

/** One message: what became of it and what to do, every attempt to send it, and, where it may be read, what it says. */
export function MessagePage() {
  const { id = '' } = useParams({ strict: false })
  const query = api.useQuery(
    'get',
    '/api/v1/messages/{id}',
    { params: { path: { id } } },
    { refetchInterval: ({ state: { data } }) => (data && isMoving(data.state) ? LOOK_AGAIN_MS : false) },
  )
  return (
    <div className="sheet wide">
      <Loaded query={query}>{(message) => <MessageSheet message={message} />}</Loaded>
    </div>
  )
}

function MessageSheet({ message }: { message: MessageStory }) {
  const { t } = useTranslation()
  const { organisation } = usePlace()
  const { slug } = organisation
  const { person } = message
  const readable = may(message.actions, 'read_content')
  return (
    <>
      <PageHead
        title={message.subject ?? message.kindLabel}
        back={{ link: paths.email({ slug }), label: t('email.title') }}
        lead={<State message={message} />}
        action={
          person ? (
            <ActionLink
              link={paths.person({ slug, id: person.id })}
              label={t('email.seePerson', { name: person.name })}
              allowed
            />
          ) : null
        }
      />
      {message.serverAnswer ? (
        <div className="in">
          <ServerWords text={message.serverAnswer} />
        </div>
      ) : null}
      {person && needsSomebody(message.state) ? (
        <p className="in way-on">{t('email.wayOn', { name: person.name })}</p>
      ) : null}
      <Known message={message} />
      <div className="in section">
        <h2>{t('email.story')}</h2>
      </div>
      <Story message={message} />
      {readable.allowed ? <MessageContent id={message.id} /> : null}
      {readable.allowed ? null : (
        <div className="in say">
          <h2>{t('email.closed')}</h2>
          <p>{readable.reason ?? t('email.closedWhy')}</p>
        </div>
      )}
    </>
  )
}

function State({ message }: { message: MessageStory }) {
  const { t, i18n } = useTranslation()
  const { organisation } = usePlace()
  const { attempts, nextTryAt, explanation } = message
  return (
    <span className="message-state">
      <StatusChip {...lookOf(message.state)} label={message.stateLabel} />
      <span>
        {explanation}{' '}
        {nextTryAt && attempts > 0
          ? t('email.nextTryOn', {
              moment: sayMoment(nextTryAt, { timeZone: organisation.timeZone, locale: i18n.language }),
            })
          : null}
      </span>
    </span>
  )
}

function Known({ message }: { message: MessageStory }) {
  const { t, i18n } = useTranslation()
  const { organisation } = usePlace()
  const { slug, timeZone } = organisation
  const { person, accountId } = message
  const facts: Fact[] = [
    {
      label: t('email.to'),
      value: accountId ? (
        <>
          {message.to}
          <span className="sub">
            <Link {...paths.email({ slug })} search={{ person: accountId }}>
              {t('email.allTo', { name: person?.name ?? message.to })}
            </Link>
          </span>
        </>
      ) : (
        message.to
      ),
    },
    { label: t('email.what'), value: message.kindLabel },
    {
      label: t('email.written'),
      value: sayMoment(message.createdAt, { timeZone, locale: i18n.language }),
    },
    { label: t('email.tries'), value: t('email.triesCount', { count: message.attempts }) },
  ]
  return <Facts caption={t('email.facts')} facts={facts} />
}

function Story({ message }: { message: MessageStory }) {
  const { t } = useTranslation()
  const { organisation } = usePlace()
  return (
    <Timeline
      timeZone={organisation.timeZone}
      troubled={needsSomebody(message.state)}
      seconds
      events={[
        { at: message.createdAt, sentence: t('email.written') },
        ...message.story.map(({ at, state, stateLabel, serverAnswer, explanation }) => ({
          at,
          sentence: stateLabel,
          problem: needsSomebody(state),
          serverAnswer: serverAnswer ?? undefined,
          explanation: explanation ?? undefined,
        })),
      ]}
    />
  )
}
