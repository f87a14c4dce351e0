import { useTranslation } from 'react-i18next'
import type { Seat } from '../../api/types.ts'
import { usePlace } from '../../app/place.tsx'
import { sayDay, sayMoment } from '../../ui/dates.ts'

/** The seats as a ruled table, each from its opening to its closing. On a phone each row is a block. */
export function SeatTable({ seats, stale }: { seats: Seat[]; stale: boolean }) {
  const { t } = useTranslation()
  const { organisation } = usePlace()
  return (
    <table className={stale ? 'register seats stale' : 'register seats'}>
      <caption className="unseen">{t('seats.caption', { place: organisation.name })}</caption>
      <colgroup>
        <col className="w-margin" />
        <col />
        <col className="w-moment" />
        <col className="w-moment" />
      </colgroup>
      <thead>
        <tr>
          <td className="margin" />
          <th scope="col" className="lead">
            {t('seats.who')}
          </th>
          <th scope="col">{t('seats.opened')}</th>
          <th scope="col">{t('seats.closed')}</th>
        </tr>
      </thead>
      <tbody>
        {seats.map((seat) => (
          <Row key={seat.id} seat={seat} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ seat }: { seat: Seat }) {
  const { t } = useTranslation()
  const { organisation } = usePlace()
  return (
    <tr>
      <td className="margin" />
      <th scope="row" className="lead">
        <b>{seat.person.name}</b>
        {seat.person.email === seat.person.name ? null : <span className="sub">{seat.person.email}</span>}
        {organisation.type === 'trust' ? <span className="sub">{seat.organisation.name}</span> : null}
      </th>
      <td>
        <Moment label={t('seats.opened')} at={seat.openedAt} why={seat.openedWhyLabel} />
      </td>
      <td>
        {seat.closedAt ? (
          <Moment label={t('seats.closed')} at={seat.closedAt} why={seat.closedWhyLabel} />
        ) : (
          <span className="still-open">{t('seats.stillOpen')}</span>
        )}
      </td>
    </tr>
  )
}

/** When and why; the label stands before it where the head of the table is not shown. */
function Moment({ label, at, why }: { label: string; at: string; why: string | null }) {
  const { i18n } = useTranslation()
  const { organisation } = usePlace()
  const zone = { now: Date.now(), timeZone: organisation.timeZone, locale: i18n.language }
  return (
    <>
      <span className="narrow-label">{label} </span>
      <time dateTime={at} title={sayMoment(at, zone)}>
        {sayDay(at, zone)}
      </time>
      <span className="sub">{why}</span>
    </>
  )
}
