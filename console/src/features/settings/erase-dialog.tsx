import { Button, Modal, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api/client.ts'
import { announce } from '../../ui/notice.tsx'
import { problemOf } from '../../ui/problem.ts'
import { useSentence } from '../../ui/states.tsx'

const REFERENCE_MAX = 60

/** Asks for the name before somebody is erased, and says what that means. */
export function EraseDialog({
  person,
  onClose,
}: {
  person: { id: string; name: string }
  onClose: () => void
}) {
  const { t } = useTranslation()
  const sentence = useSentence()
  const queries = useQueryClient()
  const [name, setName] = useState('')
  const [reference, setReference] = useState('')
  const erase = api.useMutation('post', '/api/v1/people/{id}/erase')

  function go(event: FormEvent) {
    event.preventDefault()
    erase.mutate(
      {
        params: { path: { id: person.id } },
        body: { name, ...(reference.trim() ? { reference: reference.trim() } : {}) },
      },
      {
        onSuccess: async (done) => {
          onClose()
          announce(done.sentence)
          await queries.invalidateQueries()
        },
      },
    )
  }

  return (
    <Modal
      opened
      size={560}
      onClose={onClose}
      title={t('data.eraseTitle', { name: person.name })}
      closeButtonProps={{ 'aria-label': t('form.cancel') }}
    >
      <form className="confirm" noValidate onSubmit={go}>
        <p>{t('data.eraseMeans')}</p>
        <TextInput
          label={t('data.eraseType', { name: person.name })}
          autoComplete="off"
          value={name}
          error={erase.error ? sentence(problemOf(erase.error)) : undefined}
          data-autofocus
          onChange={(event) => {
            erase.reset()
            setName(event.currentTarget.value)
          }}
        />
        <TextInput
          label={t('data.reference')}
          description={t('data.referenceHint')}
          autoComplete="off"
          maxLength={REFERENCE_MAX}
          value={reference}
          onChange={(event) => setReference(event.currentTarget.value)}
        />
        <div className="buttons">
          <Button type="submit" loading={erase.isPending}>
            {t('data.eraseDo')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('form.cancel')}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
