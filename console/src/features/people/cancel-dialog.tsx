import { Button, Modal } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { api } from '../../api/client.ts'
import type { Person } from '../../api/types.ts'
import { nameOf } from './person-actions.tsx'
import type { Done } from './use-outcome.ts'

type CancelDialogProps = {
  person: Person
  /** Hears the sentence once the server has answered, or the refusal. */
  onDone: (doing: Promise<Done>) => void
  onClose: () => void
}

/** Asks once, by name, before somebody's invitation stops working. */
export function CancelDialog({ person, onDone, onClose }: CancelDialogProps) {
  const { t } = useTranslation()
  const name = nameOf(person)
  const cancel = api.useMutation('post', '/api/v1/invitations/{id}/cancel')
  function go() {
    const id = person.invitation?.id ?? ''
    const done = cancel
      .mutateAsync({ params: { path: { id } } })
      .then(() => ({ words: t('people.cancelled', { name }) }))
    onDone(done)
    onClose()
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('people.cancelTitle', { name })}
      closeButtonProps={{ 'aria-label': t('people.cancelKeep') }}
    >
      <div className="confirm">
        <p>{t('people.cancelLead', { name, email: person.email })}</p>
        <div className="buttons">
          <Button data-autofocus onClick={go}>
            {t('people.cancelInvitation')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('people.cancelKeep')}
          </Button>
        </div>
      </div>
    </Modal>
  )
}
