import { Button, Modal } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { api } from '../../api/client.ts'
import type { Person } from '../../api/types.ts'
import { nameOf } from './person-actions.tsx'
import type { Done } from './use-outcome.ts'

export type AccountAct = 'account.reset_password' | 'account.sign_out'

type AccountDialogProps = {
  person: Person
  act: AccountAct
  /** Hears the sentence once the server has answered, or the refusal. */
  onDone: (doing: Promise<Done>) => void
  onClose: () => void
}

/** Says once, by name, what a reset or a sign-out does before it is done. */
export function AccountDialog({ person, act, onDone, onClose }: AccountDialogProps) {
  const { t } = useTranslation()
  const about = { name: nameOf(person), email: person.email }
  const reset = api.useMutation('post', '/api/v1/people/{id}/reset-password')
  const signOut = api.useMutation('post', '/api/v1/people/{id}/sign-out')
  const word = act === 'account.sign_out' ? 'signOut' : 'reset'
  function go() {
    const asked = { params: { path: { id: person.id } } }
    const done = act === 'account.sign_out' ? signOut.mutateAsync(asked) : reset.mutateAsync(asked)
    onDone(done.then(({ sentence }) => ({ words: sentence })))
    onClose()
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(`account.title.${word}`, about)}
      closeButtonProps={{ 'aria-label': t('account.not') }}
    >
      <div className="confirm">
        <p>{t(`account.lead.${word}`, about)}</p>
        <div className="buttons">
          <Button data-autofocus onClick={go}>
            {t(`account.go.${word}`)}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('account.not')}
          </Button>
        </div>
      </div>
    </Modal>
  )
}
