import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api/client.ts'
import { paths } from '../../app/paths.ts'
import { usePlace } from '../../app/place.tsx'
import { problemOf } from '../../ui/problem.ts'
import { useSentence } from '../../ui/states.tsx'
import { CorrectAddress } from './correct-address.tsx'
import { OutcomeMark } from './outcome-mark.tsx'
import { type LeftPerson, leftOf, type Sent } from './sent.ts'

type LeftRowProps = { person: LeftPerson; sent: Sent; onChange: (next: Sent) => void }

/** One who got no invitation: why, and what can be done about it here. */
export function LeftRow({ person, sent, onChange }: LeftRowProps) {
  const { t } = useTranslation()
  return (
    <li>
      <OutcomeMark outcome="not_sent" />
      <div className="line">
        {person.name ? <b>{person.name}</b> : <span className="muted">{t('invite.noName')}</span>}
        <span className="address">{person.email}</span>
      </div>
      <p className="note">{person.detail}</p>
      <Way person={person} sent={sent} onChange={onChange} />
    </li>
  )
}

function Way({ person, sent, onChange }: LeftRowProps) {
  const { t } = useTranslation()
  const { organisation } = usePlace()
  const known = person.person && { slug: organisation.slug, id: person.person.id }
  const name = person.person?.name ?? ''
  switch (person.wayOn) {
    case 'correct':
      return <SendCorrected person={person} sent={sent} onChange={onChange} />
    case 'resend':
      return person.person ? <Resend id={person.person.id} name={name} /> : null
    case 'add_roles':
      return known ? (
        <p>
          <Link {...paths.personRoles(known)}>{t('invite.addRoles', { name })}</Link>
        </p>
      ) : null
    case 'open':
    case 'reactivate':
      return known ? (
        <p>
          <Link {...paths.person(known)}>{t('invite.openPerson', { name })}</Link>
        </p>
      ) : null
    case 'wait':
    case undefined:
      return null
    default:
      return person.wayOn satisfies never
  }
}

/** Sends to the corrected address with the terms of the batch; it joins those above, or says again why not. */
function SendCorrected({ person, sent, onChange }: LeftRowProps) {
  const { t } = useTranslation()
  const { organisation } = usePlace()
  const queries = useQueryClient()
  const sentence = useSentence()
  const [open, setOpen] = useState(false)
  const send = api.useMutation('post', '/api/v1/organisations/{id}/invitations')
  if (!open) {
    return (
      <div className="decide">
        <button type="button" className="button-link small" onClick={() => setOpen(true)}>
          {t('invite.correctAndSend')}
          <span className="unseen"> {person.email}</span>
        </button>
      </div>
    )
  }
  function go(email: string) {
    const [givenName = '', ...rest] = (person.name ?? '').split(' ')
    const named = { email, ...(givenName ? { givenName, familyName: rest.join(' ') } : {}) }
    send.mutate(
      { params: { path: { id: organisation.id } }, body: { people: [named], ...sent.wish } },
      {
        onSuccess: async ({ batchId, results }) => {
          const others = sent.left.filter((each) => each !== person)
          const [result] = results
          if (!result) return
          onChange(
            result.outcome === 'not_sent'
              ? { ...sent, left: [...others, leftOf(result, person.name)] }
              : {
                  ...sent,
                  batches: [...sent.batches, batchId],
                  at: Date.now(),
                  people: [...sent.people, { email: result.email, name: person.name, batchId }],
                  left: others,
                },
          )
          await queries.invalidateQueries()
        },
      },
    )
  }
  return (
    <CorrectAddress
      email={person.suggestion ?? person.email}
      submit={t('invite.send', { count: 1 })}
      error={send.isError ? sentence(problemOf(send.error)) : undefined}
      busy={send.isPending}
      onCorrect={go}
      onCancel={() => setOpen(false)}
    />
  )
}

/** Sends the open invitation of somebody again. */
function Resend({ id, name }: { id: string; name: string }) {
  const { t } = useTranslation()
  const { organisation } = usePlace()
  const sentence = useSentence()
  const resend = api.useMutation('post', '/api/v1/organisations/{id}/invitations/resend')
  const refused = resend.data?.results.find((result) => result.outcome === 'not_sent')
  const said = resend.isError
    ? sentence(problemOf(resend.error))
    : resend.data
      ? (refused?.detail ?? t('people.againQueued', { name }))
      : ''
  return (
    <div className="decide">
      {resend.isSuccess ? null : (
        <button
          type="button"
          className="button-link small"
          aria-disabled={resend.isPending || undefined}
          onClick={() =>
            !resend.isPending &&
            resend.mutate({ params: { path: { id: organisation.id } }, body: { people: [id] } })
          }
        >
          {t('people.resend')}
          <span className="unseen"> {name}</span>
        </button>
      )}
      <span role="status">{said}</span>
    </div>
  )
}
