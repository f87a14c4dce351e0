import { useTranslation } from 'react-i18next'
import type { Person } from '../../api/types.ts'
import { WAYS, type Way } from './leaving-ways.ts'

type WayChoiceProps = { person: Person; way: Way; onWay: (way: Way) => void }

/** The ways out, each in one sentence. What makes no sense as they stand is absent; what is not yours says why. */
export function WayChoice({ person, way, onWay }: WayChoiceProps) {
  const { t } = useTranslation()
  const offered = WAYS.flatMap((each) => {
    const action = person.actions.find(({ action }) => action === `person.${each}`)
    return action ? [{ ...action, way: each }] : []
  })
  return (
    <fieldset>
      <legend className="in legend">{t('leave.how')}</legend>
      <div className="choices">
        {offered.map((each) => (
          <div
            key={each.way}
            className={`choice${each.way === way ? ' on' : ''}${each.allowed ? '' : ' off'}`}
          >
            <input
              type="radio"
              name="way"
              id={`way-${each.way}`}
              checked={each.way === way}
              disabled={!each.allowed}
              onChange={() => onWay(each.way)}
            />
            <label htmlFor={`way-${each.way}`}>
              <b>{t(`leave.way.${each.way}`)}</b>
              <span>{t(`leave.means.${each.way}`)}</span>
              {each.allowed || !each.reason ? null : <span className="reason">{each.reason}</span>}
            </label>
          </div>
        ))}
      </div>
    </fieldset>
  )
}
