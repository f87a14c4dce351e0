import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { Download } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { announce } from './notice.tsx'
import { problemOf } from './problem.ts'
import { saveFile } from './save-file.ts'
import { useSentence } from './states.tsx'

type Fetched = { data?: unknown; error?: unknown }

/**
 * A button that saves everything kept about a person as a file.
 * @param fetchFile gets it as a blob
 */
export function DataDownload({
  name,
  label,
  spoken,
  fetchFile,
}: {
  /** Whom the file is about. */
  name: string
  label: string
  /** What it is called where several stand under each other. */
  spoken?: string
  fetchFile: () => Promise<Fetched>
}) {
  const { t } = useTranslation()
  const sentence = useSentence()
  const file = useMutation({
    mutationFn: async () => {
      const { data, error } = await fetchFile()
      if (!data) throw error
      saveFile(data as Blob, `${t('data.fileOf', { name })}.json`)
    },
    onMutate: () => announce(''),
    onSuccess: () => announce(t('data.downloaded')),
    onError: (error) => announce(sentence(problemOf(error))),
  })
  return (
    <Button
      variant="default"
      maw="100%"
      h="auto"
      mih={36}
      py={6}
      styles={{ label: { whiteSpace: 'normal' } }}
      loading={file.isPending}
      leftSection={<Download size={18} strokeWidth={1.5} aria-hidden />}
      {...(spoken ? { 'aria-label': spoken } : {})}
      onClick={() => file.mutate()}
    >
      {label}
    </Button>
  )
}
