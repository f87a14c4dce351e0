import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { Download } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { client } from '../../api/client.ts'
import { may, type Retention } from '../../api/types.ts'
import { announce } from '../../ui/notice.tsx'
import { problemOf } from '../../ui/problem.ts'
import { nameIn, saveFile } from '../../ui/save-file.ts'
import { useSentence } from '../../ui/states.tsx'

/** Saves the record of processing, for who decides about the tenant; others read where it is kept. */
export function ProcessingRecord({ data }: { data: Retention }) {
  const { t } = useTranslation()
  const sentence = useSentence()
  const download = may(data.actions, 'processing_record.download')
  const file = useMutation({
    mutationFn: async () => {
      const {
        data: content,
        error,
        response,
      } = await client.GET('/api/v1/organisations/{id}/processing-record', {
        params: { path: { id: data.decidedAt.id } },
        parseAs: 'blob',
      })
      if (!content) throw error
      saveFile(content as unknown as Blob, nameIn(response))
    },
    onMutate: () => announce(''),
    onSuccess: () => announce(t('processingRecord.saved')),
    onError: (error) => announce(sentence(problemOf(error))),
  })
  return (
    <section aria-labelledby="processing-record">
      <div className="in section">
        <h2 id="processing-record">{t('processingRecord.title')}</h2>
        <p>{t('processingRecord.lead')}</p>
      </div>
      <p className="in below">
        {download.allowed ? (
          <Button
            variant="default"
            loading={file.isPending}
            leftSection={<Download size={18} strokeWidth={1.5} aria-hidden />}
            onClick={() => file.mutate()}
          >
            {t('processingRecord.download')}
          </Button>
        ) : (
          download.reason
        )}
      </p>
    </section>
  )
}
