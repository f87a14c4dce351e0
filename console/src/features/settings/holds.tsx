import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { may, type Retention } from '../../api/types.ts'
import { usePlace } from '../../app/place.tsx'
import { sayDate } from '../../ui/dates.ts'
import { HoldDialog } from './hold-dialog.tsx'
import { useLift } from './use-lift.ts'

type Hold = Retention['holds'][number]

/** What must be kept although its time is over, and the way to hold everything here. */
export function Holds({ data }: { data: Retention }) {
  const { t } = useTranslation()
  const { organisation } = usePlace()
  const [placing, setPlacing] = useState(false)
  const place = may(data.actions, 'hold.place')
  const hereHeld = data.holds.some((hold) => hold.person === null && hold.organisation.id === organisation.id)
  return (
    <section aria-labelledby="holds">
      <div className="in section">
        <h2 id="holds">{t('data.holds')}</h2>
        <p>{t('data.holdsLead')}</p>
      </div>
      {data.holds.length > 0 ? (
        <ul className="marginlist people-kept">
          {data.holds.map((hold) => (
            <HoldRow key={hold.id} hold={hold} mayLift={place.allowed} />
          ))}
        </ul>
      ) : null}
      {place.allowed && !hereHeld ? (
        <p className="in below">
          <Button variant="default" onClick={() => setPlacing(true)}>
            {t('data.holdAll', { place: organisation.name })}
          </Button>
        </p>
      ) : null}
      {placing ? <HoldDialog on={{ everything: organisation }} onClose={() => setPlacing(false)} /> : null}
    </section>
  )
}

function HoldRow({ hold, mayLift }: { hold: Hold; mayLift: boolean }) {
  const { t, i18n } = useTranslation()
  const { organisation } = usePlace()
  const lift = useLift()
  const what = hold.person?.name ?? t('data.everythingAt', { place: hold.organisation.name })
  // One placed elsewhere is lifted there.
  const here = hold.organisation.id === organisation.id
  return (
    <li>
      <div>
        <b>{what}</b>
        <span className="sub">
          {hold.reason} ·{' '}
          {t(hold.placedBy ? 'data.placedBy' : 'data.placedOn', {
            name: hold.placedBy,
            day: sayDate(hold.placedAt, { timeZone: organisation.timeZone, locale: i18n.language }),
          })}
        </span>
      </div>
      {mayLift && here ? (
        <div className="buttons">
          <Button
            variant="default"
            loading={lift.busy}
            aria-label={t('data.liftName', { name: what })}
            onClick={() => lift.go(hold.person ? hold.person.membershipId : null, what)}
          >
            {t('data.lift')}
          </Button>
        </div>
      ) : null}
    </li>
  )
}
