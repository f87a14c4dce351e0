import { Button, Modal, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../api/client.ts'
import { problemOf } from '../ui/problem.ts'
import { useSentence } from '../ui/states.tsx'
import { useOpening } from '../ui/use-opening.ts'

/** The password, asked for once more. It hears whether it was right, or given up. */
export function ConfirmDialog({
  opened,
  onClose,
}: {
  opened: boolean
  onClose: (confirmed: boolean) => void
}) {
  const { t } = useTranslation()
  const sentence = useSentence()
  const [shown, setShown] = useState(false)
  const [password, setPassword] = useState('')
  const confirm = api.useMutation('post', '/api/v1/sessions/current/confirm')

  function close(confirmed: boolean) {
    setPassword('')
    setShown(false)
    confirm.reset()
    onClose(confirmed)
  }

  async function send(event: FormEvent) {
    event.preventDefault()
    // A dialog is a portal, but React passes its submit on to the form behind it.
    event.stopPropagation()
    await confirm.mutateAsync({ body: { password } }).then(
      () => close(true),
      () => {},
    )
  }

  return (
    <Modal
      opened={useOpening(opened)}
      onClose={() => close(false)}
      title={t('confirm.title')}
      closeButtonProps={{ 'aria-label': t('confirm.close') }}
    >
      <form onSubmit={send} className="confirm">
        <p>{t('confirm.lead')}</p>
        <div className="beside">
          <TextInput
            data-autofocus
            id="confirm-password"
            label={t('confirm.password')}
            type={shown ? 'text' : 'password'}
            autoComplete="current-password"
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
            error={confirm.isError ? sentence(problemOf(confirm.error)) : undefined}
          />
          <Button
            variant="default"
            aria-label={t(shown ? 'confirm.hideName' : 'confirm.showName')}
            onClick={() => setShown(!shown)}
          >
            {t(shown ? 'confirm.hide' : 'confirm.show')}
          </Button>
        </div>
        <div className="buttons">
          <Button type="submit" aria-disabled={confirm.isPending}>
            {t('confirm.submit')}
          </Button>
          <Button variant="subtle" onClick={() => close(false)}>
            {t('confirm.cancel')}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
