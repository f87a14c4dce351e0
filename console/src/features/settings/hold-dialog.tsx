import { Button, Modal, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../api/client.ts'
import { announce } from '../../ui/notice.tsx'
import { problemOf } from '../../ui/problem.ts'
import { useSentence } from '../../ui/states.tsx'

type Named = { id: string; name: string }
const REASON_MAX = 500

/** Asks why before a person, or everything of an organisation, is held. */
export function HoldDialog({
  on,
  onClose,
}: {
  on: { person: Named } | { everything: Named }
  onClose: () => void
}) {
  const { t } = useTranslation()
  const sentence = useSentence()
  const queries = useQueryClient()
  const [reason, setReason] = useState('')
  const what = 'person' in on ? on.person.name : t('data.everythingAt', { place: on.everything.name })
  const place = useMutation({
    mutationFn: async () => {
      const { error } =
        'person' in on
          ? await client.PUT('/api/v1/people/{id}/hold', {
              params: { path: { id: on.person.id } },
              body: { reason },
            })
          : await client.PUT('/api/v1/organisations/{id}/hold', {
              params: { path: { id: on.everything.id } },
              body: { reason },
            })
      if (error) throw error
    },
    onSuccess: async () => {
      onClose()
      announce(t('data.placed', { what }))
      await queries.invalidateQueries()
    },
  })

  function go(event: FormEvent) {
    event.preventDefault()
    if (reason.trim()) place.mutate()
  }

  return (
    <Modal
      opened
      size={560}
      onClose={onClose}
      title={t('data.holdTitle', { what })}
      closeButtonProps={{ 'aria-label': t('form.cancel') }}
    >
      <form className="confirm" noValidate onSubmit={go}>
        <p>{t('data.holdMeans')}</p>
        <TextInput
          label={t('data.reason')}
          description={t('data.reasonHint')}
          autoComplete="off"
          maxLength={REASON_MAX}
          value={reason}
          error={place.error ? sentence(problemOf(place.error)) : undefined}
          data-autofocus
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <div className="buttons">
          <Button type="submit" loading={place.isPending} aria-disabled={!reason.trim() || undefined}>
            {t('data.hold')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('form.cancel')}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
