import { useTranslation } from 'react-i18next'
import type { SeatList } from '../../api/types.ts'
import { sayCalendarDay } from '../../ui/dates.ts'
import { Facts } from '../../ui/facts.tsx'

/** How many there were: at each school, and when each month ended. */
export function SeatCounts({ list }: { list: SeatList }) {
  const { t, i18n } = useTranslation()
  const number = new Intl.NumberFormat(i18n.language)
  return (
    <div className="end-of-sheet">
      {list.places.length > 1 ? (
        <section aria-labelledby="by-place">
          <div className="in section">
            <h2 id="by-place">{t(list.on ? 'seats.bySchoolThen' : 'seats.bySchool')}</h2>
          </div>
          <Facts
            caption={t('seats.bySchool')}
            facts={list.places.map(({ name, open }) => ({ label: name, value: number.format(open) }))}
          />
        </section>
      ) : null}
      {list.months.length > 0 ? (
        <section aria-labelledby="by-month">
          <div className="in section">
            <h2 id="by-month">{t('seats.byMonth')}</h2>
          </div>
          <Facts
            caption={t('seats.byMonth')}
            facts={list.months.map(({ lastDay, open }) => ({
              label: sayCalendarDay(lastDay, i18n.language),
              value: number.format(open),
            }))}
          />
        </section>
      ) : null}
    </div>
  )
}
