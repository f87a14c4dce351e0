import { Button, Modal, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api/client.ts'
import type { Person } from '../../api/types.ts'
import { usePlace } from '../../app/place.tsx'
import { sayDate } from '../../ui/dates.ts'
import { problemOf } from '../../ui/problem.ts'
import { useSentence } from '../../ui/states.tsx'
import { nameOf } from './person-actions.tsx'

type Linked = Pick<Person, 'givenName' | 'familyName' | 'email'> & { invitation: { id: string } | null }

/** Makes a link that registers one person, after saying what that means. It is shown this once. */
export function LinkDialog({ person, onClose }: { person: Linked; onClose: () => void }) {
  const { t, i18n } = useTranslation()
  const { organisation } = usePlace()
  const sentence = useSentence()
  const queries = useQueryClient()
  const name = nameOf(person)
  const make = api.useMutation('post', '/api/v1/invitations/{id}/link')
  const link = make.data

  function go() {
    const id = person.invitation?.id ?? ''
    make.mutate({ params: { path: { id } } }, { onSettled: () => queries.invalidateQueries() })
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('people.linkTitle', { name })}
      closeButtonProps={{ 'aria-label': t('people.linkClose') }}
    >
      {link ? (
        <div className="confirm">
          <p>{link.sentence}</p>
          <Copyable
            label={t('people.linkLabel', { name })}
            text={link.url}
            until={t('people.linkUntil', {
              day: sayDate(link.expiresAt, { timeZone: organisation.timeZone, locale: i18n.language }),
            })}
          />
          <div className="buttons">
            <Button variant="default" onClick={onClose}>
              {t('people.linkDone')}
            </Button>
          </div>
        </div>
      ) : (
        <div className="confirm">
          <p>{t('people.linkLead', { name })}</p>
          <p>{t('people.linkTold', { email: person.email })}</p>
          {make.isError ? (
            <p role="alert" className="wrong">
              {sentence(problemOf(make.error))}
            </p>
          ) : null}
          <div className="buttons">
            <Button data-autofocus onClick={go} aria-disabled={make.isPending || undefined}>
              {t('people.linkMake')}
            </Button>
            <Button variant="default" onClick={onClose}>
              {t('people.linkNot')}
            </Button>
          </div>
        </div>
      )}
    </Modal>
  )
}

/** A text with the button that copies it. Where the browser does not let us, it is selected, ready for the keyboard. */
function Copyable({ label, text, until }: { label: string; text: string; until: string }) {
  const { t } = useTranslation()
  const input = useRef<HTMLInputElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const [said, setSaid] = useState('')
  useEffect(() => button.current?.focus(), [])
  async function copy() {
    input.current?.select()
    await navigator.clipboard.writeText(text).then(
      () => setSaid(t('people.linkCopied')),
      () => setSaid(t('people.linkSelected')),
    )
  }
  return (
    <div>
      <div className="beside">
        <TextInput
          ref={input}
          label={label}
          readOnly
          value={text}
          onFocus={(event) => event.currentTarget.select()}
        />
        <Button ref={button} onClick={copy}>
          {t('people.linkCopy')}
        </Button>
      </div>
      <p className="sub">{until}</p>
      <p role="status">{said}</p>
    </div>
  )
}
