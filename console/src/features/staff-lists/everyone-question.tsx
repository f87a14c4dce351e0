import { useTranslation } from 'react-i18next'
import { usePlace } from '../../app/place.tsx'

type EveryoneQuestionProps = {
  answer: boolean | undefined
  onAnswer: (everyone: boolean) => void
}

/** The question that decides whether anybody can be a leaver. It has no answer until a person gives one. */
export function EveryoneQuestion({ answer, onAnswer }: EveryoneQuestionProps) {
  const { t } = useTranslation()
  const { organisation } = usePlace()
  return (
    <fieldset id="everyone" tabIndex={-1}>
      <legend className="in section legend">
        <h2>{t('staffLists.file.everyone', { name: organisation.name })}</h2>
        <p>{t(`staffLists.file.everyoneHint.${organisation.type}`)}</p>
      </legend>
      <div className="choices">
        {([true, false] as const).map((everyone) => {
          const key = everyone ? 'yes' : 'no'
          return (
            <div key={key} className={answer === everyone ? 'choice on' : 'choice'}>
              <input
                type="radio"
                name="everyone"
                id={`everyone-${key}`}
                checked={answer === everyone}
                onChange={() => onAnswer(everyone)}
              />
              <label htmlFor={`everyone-${key}`}>
                <b>{t(`staffLists.file.${key}`)}</b>
                <span>{t(`staffLists.file.${key}Means`)}</span>
              </label>
            </div>
          )
        })}
      </div>
    </fieldset>
  )
}
