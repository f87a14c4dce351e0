import { useTranslation } from 'react-i18next'
import { paths } from '../../app/paths.ts'
import { usePlace } from '../../app/place.tsx'
import { TabLinks } from '../../ui/tab-links.tsx'

/** The pages of the settings, side by side. */
export function SettingsTabs({ current }: { current: 'place' | 'data' }) {
  const { t } = useTranslation()
  const { organisation } = usePlace()
  const place = { slug: organisation.slug }
  return (
    <TabLinks
      name={t('settings.title')}
      tabs={[
        {
          key: 'place',
          label: t(`settings.tab.${organisation.type}`),
          link: paths.settings(place),
          current: current === 'place',
        },
        {
          key: 'data',
          label: t('settings.tab.data'),
          link: paths.settingsData(place),
          current: current === 'data',
        },
      ]}
    />
  )
}
