import { useTranslation } from 'react-i18next'
import { usePlace } from '../../app/place.tsx'
import './downloads.css'

const FORMATS = ['xlsx', 'csv'] as const

/** Files to start from: everybody here now, and an empty list. Both come back in without any matching. */
export function Downloads() {
  const { t } = useTranslation()
  const { organisation } = usePlace()
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
              {FORMATS.map((format) => {
                const words = t(format === 'xlsx' ? 'staffLists.common.excel' : 'staffLists.common.csv')
                return (
                  <a
                    key={format}
                    download
                    href={addressOf(organisation.id, what, format)}
                    aria-label={t('staffLists.common.download', {
                      what: t(`staffLists.common.${what}`),
                      format: words,
                    })}
                  >
                    {words}
                  </a>
                )
              })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

const addressOf = (id: string, what: 'current' | 'template', format: string) =>
  `/api/v1/organisations/${id}/staff-list-${what === 'current' ? 'export' : 'template'}?format=${format}`
