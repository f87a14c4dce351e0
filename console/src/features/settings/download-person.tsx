import { useTranslation } from 'react-i18next'
import { client } from '../../api/client.ts'
import { DataDownload } from '../../ui/data-download.tsx'

/** Saves everything kept about somebody, to be handed to them. */
export function DownloadPerson({ person }: { person: { id: string; name: string } }) {
  const { t } = useTranslation()
  return (
    <DataDownload
      name={person.name}
      label={t('data.download')}
      spoken={t('data.downloadName', { name: person.name })}
      fetchFile={() =>
        client.GET('/api/v1/people/{id}/data', { params: { path: { id: person.id } }, parseAs: 'blob' })
      }
    />
  )
}
