import { TextInput } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { How } from './use-foretold.ts'

const KEY_MAX = 40
const VALUE_MAX = 80
/** After the last key pressed, so that not every letter is asked about. */
const SETTLED_MS = 300

/** One label, to be given to everybody or taken from whoever has it. */
export function LabelFields({ how, onHow }: { how: How; onHow: (how: How) => void }) {
  const { t } = useTranslation()
  const [remove, setRemove] = useState((how.labels?.remove ?? []).length > 0)
  const [key, setKey] = useState(Object.keys(how.labels?.set ?? {})[0] ?? how.labels?.remove?.[0] ?? '')
  const [value, setValue] = useState(Object.values(how.labels?.set ?? {})[0] ?? '')
  const label = key.trim()
  const given = value.trim()
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what is typed is to be told, not who is told of it
  useEffect(() => {
    const wanted = remove ? label !== '' : label !== '' && given !== ''
    const labels = wanted ? (remove ? { remove: [label] } : { set: { [label]: given } }) : undefined
    const timer = setTimeout(() => onHow({ ...how, labels }), SETTLED_MS)
    return () => clearTimeout(timer)
  }, [remove, label, given])
  return (
    <>
      <fieldset>
        <legend className="unseen">{t('many.labelHow')}</legend>
        <div className="choices">
          {([false, true] as const).map((takes) => (
            <div key={String(takes)} className={remove === takes ? 'choice on' : 'choice'}>
              <label>
                <input type="radio" name="how" checked={remove === takes} onChange={() => setRemove(takes)} />
                <b>{t(takes ? 'many.labelRemove' : 'many.labelGive')}</b>
                <span>{t(takes ? 'many.labelRemoveHint' : 'many.labelGiveHint')}</span>
              </label>
            </div>
          ))}
        </div>
      </fieldset>
      <div className="in fields">
        <TextInput
          label={t('many.labelKey')}
          description={t('many.labelKeyHint')}
          autoComplete="off"
          maxLength={KEY_MAX}
          value={key}
          onChange={(event) => setKey(event.currentTarget.value)}
        />
        {remove ? null : (
          <TextInput
            label={t('many.labelValue')}
            autoComplete="off"
            maxLength={VALUE_MAX}
            value={value}
            onChange={(event) => setValue(event.currentTarget.value)}
          />
        )}
      </div>
    </>
  )
}
