import { Button, Modal } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../../api/client.ts'
import type { Job } from '../../api/types.ts'
import { problemOf } from '../../ui/problem.ts'
import { useSentence } from '../../ui/states.tsx'

/** Asks once before a job is taken back, and says what that does not bring back. */
export function UndoDialog({ job, onClose }: { job: Job; onClose: () => void }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const sentence = useSentence()
  const undo = api.useMutation('post', '/api/v1/jobs/{id}/undo')
  async function go() {
    const promised = await undo.mutateAsync({ params: { path: { id: job.id } } }).catch(() => undefined)
    await queries.invalidateQueries()
    if (promised) onClose()
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('many.undoTitle', { count: job.counts.done })}
      closeButtonProps={{ 'aria-label': t('many.undoNot') }}
    >
      <div className="confirm">
        <p>{t(job.action === 'label' ? 'many.undoLabel' : 'many.undoLead')}</p>
        {undo.error ? (
          <p role="alert" className="wrong">
            {sentence(problemOf(undo.error))}
          </p>
        ) : null}
        <div className="buttons">
          <Button data-autofocus onClick={go} aria-disabled={undo.isPending || undefined}>
            {t('many.undoGo', { count: job.counts.done })}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('many.undoNot')}
          </Button>
        </div>
      </div>
    </Modal>
  )
}
