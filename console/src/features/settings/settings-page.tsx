import { useTranslation } from 'react-i18next'
import { usePlace } from '../../app/place.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { EditOrganisation } from '../organisations/edit-organisation.tsx'
import { SettingsTabs } from './settings-tabs.tsx'

/** What this organisation is called, and how people are invited to it. */
export function SettingsPage() {
  const { t } = useTranslation()
  const { organisation } = usePlace()
  return (
    <div className="sheet">
      <PageHead title={t('settings.title')} lead={t(`settings.lead.${organisation.type}`)} />
      <SettingsTabs current="place" />
      <EditOrganisation key={organisation.id} organisation={organisation} />
    </div>
  )
}
