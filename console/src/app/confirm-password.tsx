import { Button, Modal, TextInput } from '@mantine/core'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../api/client.ts'
import { offerToAsk } from '../api/reauth.ts'
import { problemOf } from '../ui/problem.ts'
import { useSentence } from '../ui/states.tsx'

/** Asks for the password before something that matters, then lets the call that asked go on. Esc gives it up. */
export function ConfirmPassword() {
  const { t } = useTranslation()
  const sentence = useSentence()
  const [open, setOpen] = useState(false)
  const [shown, setShown] = useState(false)
  const [password, setPassword] = useState('')
  const answer = useRef<(confirmed: boolean) => void>(() => {})
  const confirm = api.useMutation('post', '/api/v1/sessions/current/confirm')

  useEffect(
    () =>
      offerToAsk(() => {
        setOpen(true)
        return new Promise((resolve) => {
          answer.current = resolve
        })
      }),
    [],
  )

  function close(confirmed: boolean) {
    setOpen(false)
    setPassword('')
    setShown(false)
    confirm.reset()
    answer.current(confirmed)
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
      opened={open}
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
