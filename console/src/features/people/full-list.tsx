import { useTranslation } from 'react-i18next'
import type { PeopleList } from '../../api/types.ts'
import { usePlace } from '../../app/place.tsx'
import { sayDate } from '../../ui/dates.ts'
import { StatusGlyph } from '../../ui/status-chip.tsx'

/** What those who may have left are told by: the last list of everyone, with a warning once it is too old to tell. */
export function FullList({ list: { at, old } }: { list: NonNullable<PeopleList['fullList']> }) {
  const { t, i18n } = useTranslation()
  const { organisation } = usePlace()
  const day = at ? sayDate(at, { timeZone: organisation.timeZone, locale: i18n.language }) : ''
  if (!old) return <p className="in muted full-list">{at ? t('leavers.by', { day }) : t('leavers.none')}</p>
  return (
    <div className="in banner">
      <span className="mark">
        <StatusGlyph glyph="note" />
      </span>
      <p>{t('leavers.old', { day })}</p>
    </div>
  )
}
