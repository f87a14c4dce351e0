import { useTranslation } from 'react-i18next'
import { api } from '../../api/client.ts'
import type { Retention } from '../../api/types.ts'
import { usePlace } from '../../app/place.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Loaded } from '../../ui/states.tsx'
import { StatusGlyph } from '../../ui/status-chip.tsx'
import { ArchivedReviews } from './archived-reviews.tsx'
import './data-page.css'
import { Holds } from './holds.tsx'
import { KeptForm } from './kept-form.tsx'
import { OnePerson } from './one-person.tsx'
import { ProcessingRecord } from './processing-record.tsx'
import { SettingsTabs } from './settings-tabs.tsx'

/** How long things are kept, who should be decided about, what is on hold, and erasing one person who asked for it. */
export function DataPage() {
  const { t } = useTranslation()
  const { organisation } = usePlace()
  const query = api.useQuery('get', '/api/v1/organisations/{id}/retention', {
    params: { path: { id: organisation.id } },
  })
  return (
    <div className="sheet data-settings">
      <PageHead title={t('settings.title')} lead={t('data.lead')} />
      <SettingsTabs current="data" />
      <Loaded query={query} rows={6}>
        {(data) => (
          <>
            {data.held ? <AllHeld /> : null}
            <KeptForm key={amountsOf(data)} data={data} />
            <ArchivedReviews data={data} />
            <Holds data={data} />
            <ProcessingRecord data={data} />
            <OnePerson data={data} />
          </>
        )}
      </Loaded>
    </div>
  )
}

/** What the fields begin with: they begin anew when it changes on the server. */
const amountsOf = (data: Retention) => data.kinds.map(({ amount }) => amount).join(' ')

function AllHeld() {
  const { t } = useTranslation()
  return (
    <div className="in banner">
      <span className="mark">
        <StatusGlyph glyph="note" />
      </span>
      <p>{t('data.allHeld')}</p>
    </div>
  )
}
