import { Link } from '@tanstack/react-router'
import { Check, Ellipsis, X } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Invitation, may } from '../../api/types.ts'
import { paths } from '../../app/paths.ts'
import { usePlace } from '../../app/place.tsx'
import { sayMoment } from '../../ui/dates.ts'
import { LinkDialog } from '../people/link-dialog.tsx'
import { type Fate, fateOf, type Sent, wasStopped } from './sent.ts'

type SentListProps = { invitations: Invitation[]; sent: Sent | undefined }

/** Everybody an invitation was made for, with how far it has come in the server’s words. */
export function SentList({ invitations, sent }: SentListProps) {
  const { t } = useTranslation()
  const [linkFor, setLinkFor] = useState<Invitation>()
  const open = new Map(invitations.map((each) => [each.email, each]))
  const people =
    sent?.people ?? invitations.map(({ email, name }) => ({ email, name: name === email ? undefined : name }))
  if (people.length === 0) return null
  return (
    <section aria-label={t('invite.sentList')}>
      <ul className="marginlist sent">
        {people.map((person) => (
          <SentRow
            key={person.email}
            email={person.email}
            name={person.name}
            invitation={open.get(person.email)}
            stopped={wasStopped(sent, person.email)}
            onLink={setLinkFor}
          />
        ))}
      </ul>
      {linkFor ? (
        <LinkDialog
          person={{ givenName: linkFor.name, familyName: '', email: linkFor.email, invitation: linkFor }}
          onClose={() => setLinkFor(undefined)}
        />
      ) : null}
    </section>
  )
}

type SentRowProps = {
  email: string
  name: string | undefined
  invitation: Invitation | undefined
  stopped: boolean
  onLink: (invitation: Invitation) => void
}

function SentRow({ email, name, invitation, stopped, onLink }: SentRowProps) {
  const { t, i18n } = useTranslation()
  const { organisation } = usePlace()
  const fate = fateOf(invitation, Date.now())
  const clock = { timeZone: organisation.timeZone, locale: i18n.language }
  const known = name ?? (invitation && invitation.name !== email ? invitation.name : undefined)
  const who = known ? <b>{known}</b> : <span className="muted">{t('invite.noName')}</span>
  const words = !invitation
    ? t(stopped ? 'invite.wasStopped' : 'invite.noLonger')
    : fate === 'scheduled' && invitation.sendAt
      ? t('invite.goesOut', { moment: sayMoment(invitation.sendAt, clock) })
      : (invitation.delivery?.stateLabel ?? t('invite.waiting'))
  const next = fate === 'retried' ? invitation?.delivery?.nextTryAt : null
  const link = invitation && may(invitation.actions, 'invitation.copy_link').allowed ? invitation : undefined
  return (
    <li className={fate}>
      <FateMark fate={fate} />
      <div className="line">
        {invitation ? (
          <Link {...paths.person({ slug: organisation.slug, id: invitation.personId })}>{who}</Link>
        ) : (
          <span>{who}</span>
        )}
        <span className="address">{email}</span>
        <span className="state">{words}</span>
        {link ? (
          <button type="button" className="link-button" onClick={() => onLink(link)}>
            {t('people.copyLink')}
            <span className="unseen"> {known ?? email}</span>
          </button>
        ) : null}
      </div>
      {invitation?.delivery?.explanation ? <p className="note">{invitation.delivery.explanation}</p> : null}
      {next ? <p className="note">{t('person.nextTry', { moment: sayMoment(next, clock) })}</p> : null}
    </li>
  )
}

function FateMark({ fate }: { fate: Fate }) {
  const icon = { size: 18, strokeWidth: 2, 'aria-hidden': true } as const
  return (
    <span className={`mark ${fate}`} aria-hidden>
      {fate === 'sent' ? (
        <Check {...icon} />
      ) : fate === 'refused' || fate === 'retried' ? (
        '!'
      ) : fate === 'ended' ? (
        <X {...icon} />
      ) : (
        <Ellipsis {...icon} />
      )}
    </span>
  )
}
