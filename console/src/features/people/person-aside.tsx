import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { may, type Person, type PersonDetail } from '../../api/types.ts'
import { paths } from '../../app/paths.ts'
import { usePlace } from '../../app/place.tsx'
import { sayDate, sayMoment } from '../../ui/dates.ts'
import type { PersonAction } from './person-actions.tsx'
import { useTimeZone } from './person-happenings.tsx'
import { nextStep } from './person-head.tsx'
import { SuggestedRole } from './suggested-role.tsx'

type Invitation = NonNullable<Person['invitation']>
type PersonAsideProps = { person: Person; onChoose: (action: PersonAction) => void }

/** Beside the facts: what somebody may do here, and the invitation that is still open. */
export function PersonAside({ person, onChoose }: PersonAsideProps & { person: PersonDetail }) {
  const { t } = useTranslation()
  const { organisation } = usePlace()
  const edit = may(person.actions, 'roles.edit')
  return (
    <aside className="beside-facts">
      <section>
        <h2>{t('person.accessTitle')}</h2>
        <AccessNote person={person} />
        <ul>
          {person.roles.map((role) => (
            <li key={role.role + role.scope}>
              <b>{role.label}</b>
              <span>{role.scope ?? person.organisation.name}</span>
            </li>
          ))}
          {person.units.map((unit) => (
            <li key={unit.id}>
              <b>{unit.name}</b>
              <span>{t('person.memberOf')}</span>
            </li>
          ))}
        </ul>
        {person.roles.length === 0 ? <p>{t('people.noRole')}</p> : null}
        {edit.allowed && nextStep[person.status] ? (
          <p>
            <Link {...paths.personRoles({ slug: organisation.slug, id: person.id })}>
              {t('people.editRoles')}
            </Link>
          </p>
        ) : null}
      </section>
      {person.suggestion ? <SuggestedRole person={person} sentence={person.suggestion.sentence} /> : null}
      {person.invitation ? (
        <InvitationBlock person={person} invitation={person.invitation} onChoose={onChoose} />
      ) : null}
    </aside>
  )
}

/** Roles take effect with the registration, and rest while somebody is inactive. */
function AccessNote({ person }: { person: Person }) {
  const { t } = useTranslation()
  const name = person.givenName || person.email
  if (['not_invited', 'pending', 'expired'].includes(person.status))
    return <p>{t('person.accessLater', { name })}</p>
  if (person.status === 'awaiting_approval') return <p>{t('person.accessApproved')}</p>
  return person.status === 'inactive' ? <p>{t('person.accessEnded')}</p> : null
}

type InvitationBlockProps = PersonAsideProps & { invitation: Invitation }

function InvitationBlock({ person, invitation, onChoose }: InvitationBlockProps) {
  const { t, i18n } = useTranslation()
  const zone = { timeZone: useTimeZone(person), locale: i18n.language }
  const { inviter, sentAt, sendAt, expiresAt, delivery } = invitation
  const lines: ReactNode[] = [
    inviter ? t('person.invitedBy', { name: inviter }) : null,
    sentAt
      ? t('person.sentOn', { moment: sayMoment(sentAt, zone) })
      : sendAt && delivery?.state === 'queued'
        ? t('person.sendsOn', { moment: sayMoment(sendAt, zone) })
        : null,
    delivery?.stateLabel ?? null,
    delivery?.nextTryAt ? t('person.nextTry', { moment: sayMoment(delivery.nextTryAt, zone) }) : null,
    expiresAt
      ? t(person.status === 'expired' ? 'person.endedOn' : 'person.endsOn', {
          day: sayDate(expiresAt, zone),
        })
      : null,
  ]
  const words = {
    'invitation.resend': t('people.resend'),
    'invitation.copy_link': t('people.copyLink'),
    'invitation.cancel': t('people.cancelInvitation'),
  }
  const offered = (['invitation.resend', 'invitation.copy_link', 'invitation.cancel'] as const).filter(
    (action) => may(person.actions, action).allowed,
  )
  return (
    <section>
      <h2>{t('person.invitation')}</h2>
      <ul className="lines">
        {lines.filter(Boolean).map((line) => (
          <li key={String(line)}>{line}</li>
        ))}
      </ul>
      <p className="ways">
        {offered.map((action) => (
          <button key={action} type="button" className="link-button" onClick={() => onChoose(action)}>
            {words[action]}
          </button>
        ))}
      </p>
    </section>
  )
}
