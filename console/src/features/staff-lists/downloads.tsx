import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../api/client.ts'
import { usePlace } from '../../app/place.tsx'
import type { ExportFormat } from '../people/export-dialog.tsx'
import './downloads.css'

const ExportDialog = lazy(() =>
  import('../people/export-dialog.tsx').then((found) => ({ default: found.ExportDialog })),
)

const FORMATS = ['xlsx', 'csv'] as const

/** Files to start from: everybody here now, and an empty list. Both come back in without any matching. */
export function Downloads() {
  const { t } = useTranslation()
  const { organisation } = usePlace()
  const [taking, setTaking] = useState<ExportFormat>()
  const words = (format: ExportFormat) =>
    t(format === 'xlsx' ? 'staffLists.common.excel' : 'staffLists.common.csv')
  const named = (what: 'current' | 'template', format: ExportFormat) =>
    t('staffLists.common.download', { what: t(`staffLists.common.${what}`), format: words(format) })
  return (
    <section>
      <h2 className="in section">{t('staffLists.common.downloads')}</h2>
      <ul className="marginlist downloads">
        {(['current', 'template'] as const).map((what) => (
          <li key={what}>
            <div>
              <b>{t(`staffLists.common.${what}`)}</b>
              <span className="sub">{t(`staffLists.common.${what}Hint`)}</span>
            </div>
            <span className="formats">
              {FORMATS.map((format) =>
                what === 'current' ? (
                  <button
                    key={format}
                    type="button"
                    className="as-file"
                    aria-label={named(what, format)}
                    onClick={() => setTaking(format)}
                  >
                    {words(format)}
                  </button>
                ) : (
                  <a
                    key={format}
                    download
                    href={`/api/v1/organisations/${organisation.id}/staff-list-template?format=${format}`}
                    aria-label={named(what, format)}
                  >
                    {words(format)}
                  </a>
                ),
              )}
            </span>
          </li>
        ))}
      </ul>
      {taking ? (
        <Suspense>
          <ExportDialog
            title={t('staffLists.common.current')}
            take={(reason) =>
              client.GET('/api/v1/organisations/{id}/staff-list-export', {
                params: { path: { id: organisation.id }, query: { ...reason, format: taking } },
                parseAs: 'blob',
              })
            }
            onClose={() => setTaking(undefined)}
          />
        </Suspense>
      ) : null}
    </section>
  )
}
