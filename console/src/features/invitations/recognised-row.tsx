import { Link } from '@tanstack/react-router'
import { memo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { InviteOptions } from '../../api/types.ts'
import { paths } from '../../app/paths.ts'
import { usePlace } from '../../app/place.tsx'
import { CorrectAddress } from './correct-address.tsx'
import type { Decision, Row } from './invite-rows.ts'
import { OutcomeMark } from './outcome-mark.tsx'
import { RowTerms } from './row-terms.tsx'

type RecognisedRowProps = {
  row: Row
  options: InviteOptions
  role: string
  onDecide: (key: string, decision: Decision) => void
}

/** One line: who it is, where the email would go, what to know of it, and what can be decided here. */
export const RecognisedRow = memo(
  function RecognisedRow({ row, options, role, onDecide }: RecognisedRowProps) {
    const { t } = useTranslation()
    const { outcome, email, entry } = row
    const name = row.name ?? email
    const detail = row.sameAs ? t('invite.sameAs', { name: row.sameAs }) : row.detail
    return (
      <li className={outcome}>
        <OutcomeMark outcome={outcome} />
        <div className="line">
          {row.name ? <b>{row.name}</b> : <Nameless outcome={outcome} />}
          <Address email={email} doubtful={outcome === 'check'} />
          {outcome === 'ready' ? (
            <RowTerms row={row} name={name} options={options} role={role} onDecide={onDecide} />
          ) : null}
          {outcome === 'repeat' ? null : (
            <button
              type="button"
              className="link-button"
              onClick={() => onDecide(row.key, { removed: true })}
            >
              {t('invite.remove')}
              <span className="unseen"> {name}</span>
            </button>
          )}
        </div>
        {detail ? (
          <p className="note">
            {detail}
            {outcome === 'check' ? ` ${t('invite.untilYouChoose')}` : ''}
          </p>
        ) : null}
        <Decide row={row} onDecide={onDecide} />
        {entry.person ? <OpenPerson id={entry.person.id} name={entry.person.name} /> : null}
      </li>
    )
  },
  (before, after) =>
    before.role === after.role &&
    before.options === after.options &&
    JSON.stringify(before.row) === JSON.stringify(after.row),
)

function Nameless({ outcome }: { outcome: Row['outcome'] }) {
  const { t } = useTranslation()
  const words =
    outcome === 'repeat'
      ? t('invite.repeat')
      : outcome === 'invalid'
        ? t('invite.notAnAddress')
        : t('invite.noName')
  return <span className="muted">{words}</span>
}

/** The address; where it looks wrong, the part after the @ stands out. */
function Address({ email, doubtful }: { email: string; doubtful: boolean }) {
  const at = email.lastIndexOf('@') + 1
  if (!doubtful || at === 0) return <span className="address">{email}</span>
  return (
    <span className="address">
      {email.slice(0, at)}
      <b className="attend">{email.slice(at)}</b>
    </span>
  )
}

/** What to do about an address that looks wrong, or is none. */
function Decide({ row, onDecide }: Pick<RecognisedRowProps, 'row' | 'onDecide'>) {
  const { t } = useTranslation()
  const [correcting, setCorrecting] = useState(false)
  const { outcome, suggestion, email, key } = row
  if (outcome !== 'check' && outcome !== 'invalid') return null
  if (correcting) {
    return (
      <CorrectAddress
        email={email}
        submit={t('invite.useThis')}
        onCorrect={(corrected) => {
          onDecide(key, { email: corrected })
          setCorrecting(false)
        }}
        onCancel={() => setCorrecting(false)}
      />
    )
  }
  return (
    <div className="decide">
      {suggestion ? (
        <button
          type="button"
          className="button-link small"
          onClick={() => onDecide(key, { email: suggestion })}
        >
          {t('invite.use', { address: differenceOf(suggestion, email) })}
        </button>
      ) : null}
      {outcome === 'check' ? (
        <button type="button" className="button-link small" onClick={() => onDecide(key, { kept: true })}>
          {t('invite.keep', { address: suggestion ? differenceOf(email, suggestion) : email })}
        </button>
      ) : null}
      <button type="button" className="button-link small" onClick={() => setCorrecting(true)}>
        {t('invite.correct')}
        <span className="unseen"> {email}</span>
      </button>
    </div>
  )
}

/** What of an address tells it from the other: the part after the @ when only that differs. */
function differenceOf(email: string, other: string): string {
  const at = email.lastIndexOf('@')
  return email.slice(0, at) === other.slice(0, other.lastIndexOf('@')) ? email.slice(at + 1) : email
}

function OpenPerson({ id, name }: { id: string; name: string }) {
  const { t } = useTranslation()
  const { organisation } = usePlace()
  return (
    <p>
      <Link {...paths.person({ slug: organisation.slug, id })} target="_blank">
        {t('invite.openInTab', { name })}
      </Link>
    </p>
  )
}
