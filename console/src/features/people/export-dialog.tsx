import { Button, Modal, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProblem } from '../../ui/form.tsx'
import { announce } from '../../ui/notice.tsx'
import { nameIn, saveFile } from '../../ui/save-file.ts'
import { useSentence } from '../../ui/states.tsx'

export type ExportFormat = 'xlsx' | 'csv'

/** The longest reason the server takes, in characters. */
const REASON_MAX = 200

type ExportDialogProps = {
  title: string
  /** Asks the server for the file; the password is asked for on the way, if it has to be. */
  take: (reason: { reason?: string }) => Promise<{ data?: unknown; error?: unknown; response: Response }>
  onClose: () => void
}

/** Asks why people are taken away as a file, and says what the server says when they may not be. */
export function ExportDialog({ title, take, onClose }: ExportDialogProps) {
  const { t } = useTranslation()
  const sentence = useSentence()
  const [reason, setReason] = useState('')
  const file = useMutation({
    mutationFn: async () => {
      const said = reason.trim()
      const { data, error, response } = await take(said ? { reason: said } : {})
      if (!data) throw error
      const name = nameIn(response)
      saveFile(data as Blob, name)
      return name
    },
    onMutate: () => announce(''),
    onSuccess: (name) => {
      announce(t('exporting.saved', { name }))
      onClose()
    },
  })
  const { problem, of } = useProblem(file.error)

  function go(event: FormEvent) {
    event.preventDefault()
    // A dialog is a portal, but React passes its submit on to the form behind it.
    event.stopPropagation()
    if (!file.isPending) file.mutate()
  }

  return (
    <Modal
      opened
      onClose={onClose}
      // While the password is asked for, Esc is for that.
      closeOnEscape={!file.isPending}
      title={title}
      closeButtonProps={{ 'aria-label': t('exporting.close') }}
    >
      <form className="confirm" noValidate onSubmit={go}>
        <p>{t('exporting.lead')}</p>
        <TextInput
          data-autofocus
          id="export-reason"
          label={t('exporting.reason')}
          description={t('exporting.reasonHint')}
          maxLength={REASON_MAX}
          autoComplete="off"
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={of('reason')}
        />
        {problem && !of('reason') ? (
          <p role="alert" className="wrong">
            {sentence(problem)}
          </p>
        ) : null}
        <div className="buttons">
          <Button type="submit" aria-disabled={file.isPending || undefined}>
            {t('exporting.save')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('exporting.cancel')}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
