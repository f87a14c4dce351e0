import { Button, Modal } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../../api/client.ts'
import type { StaffList } from '../../api/types.ts'
import { announce } from '../../ui/notice.tsx'
import { problemOf } from '../../ui/problem.ts'
import { useSentence } from '../../ui/states.tsx'

/** Asks once before a draft, and what was fixed in it, is forgotten. */
export function DiscardDialog({ list, onClose }: { list: StaffList; onClose: () => void }) {
  const { t } = useTranslation()
  const sentence = useSentence()
  const queries = useQueryClient()
  const discard = api.useMutation('delete', '/api/v1/staff-lists/{id}')
  function go() {
    if (discard.isPending) return
    discard.mutate(
      { params: { path: { id: list.id } } },
      {
        onSuccess: async () => {
          await queries.invalidateQueries({ queryKey: ['get', '/api/v1/organisations/{id}/staff-lists'] })
          announce(t('staffLists.history.discarded', { name: list.fileName }))
          onClose()
        },
      },
    )
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('staffLists.history.discardTitle')}
      closeButtonProps={{ 'aria-label': t('staffLists.history.keepIt') }}
    >
      <div className="confirm">
        <p>{t('staffLists.history.discardText', { name: list.fileName })}</p>
        {discard.error ? (
          <p role="alert" className="wrong">
            {sentence(problemOf(discard.error))}
          </p>
        ) : null}
        <div className="buttons">
          <Button data-autofocus onClick={go} aria-disabled={discard.isPending || undefined}>
            {t('staffLists.history.discard')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('staffLists.history.keepIt')}
          </Button>
        </div>
      </div>
    </Modal>
  )
}
