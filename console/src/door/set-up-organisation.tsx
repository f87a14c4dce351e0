import { type FormEvent, useState } from 'react'
import { type Errors, Field, Submit } from './pieces.tsx'
import type { SetUpPage } from './set-up-checks.tsx'
import { t } from './words.ts'

const zones = Intl.supportedValuesOf('timeZone')

/** Page 3: what the person is setting up. The last page; its button makes everything at once. */
export function SetUpOrganisation({
  wish,
  setWish,
  errors,
  setErrors,
  onCreate,
}: SetUpPage & { onCreate: () => Promise<void> }) {
  const [busy, setBusy] = useState(false)
  const { organisation } = wish
  const set = (change: Partial<typeof organisation>) =>
    setWish((was) => ({ ...was, organisation: { ...was.organisation, ...change } }))

  async function create(event: FormEvent) {
    event.preventDefault()
    if (busy) return
    const found: Errors = {}
    if (!organisation.type) found['organisation.type'] = t('setUp.organisation.typeMissing')
    if (!organisation.name.trim()) found['organisation.name'] = t('setUp.organisation.nameMissing')
    setErrors(found)
    if (Object.keys(found).length > 0) return
    setBusy(true)
    await onCreate()
    setBusy(false)
  }

  const typeError = errors['organisation.type']
  return (
    <form onSubmit={create} noValidate>
      <p className="lead">{t('setUp.organisation.lead')}</p>
      <fieldset className={typeError ? 'field wrong' : 'field'}>
        <legend>{t('setUp.organisation.type')}</legend>
        {typeError ? <p className="message">{typeError}</p> : null}
        <div className="choices">
          {(['school', 'trust'] as const).map((type, index) => (
            <label key={type}>
              <input
                type="radio"
                name="organisation.type"
                id={index === 0 ? 'organisation.type' : undefined}
                checked={organisation.type === type}
                onChange={() => set({ type })}
              />
              <b>{t(`setUp.organisation.${type}`)}</b>
              <span>{t(`setUp.organisation.${type}Means`)}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <Field
        name="organisation.name"
        label={t('setUp.organisation.name')}
        hint={t('setUp.organisation.nameHint')}
        error={errors['organisation.name']}
        autoComplete="organization"
        value={organisation.name}
        onChange={(event) => set({ name: event.target.value })}
      />
      <Field
        name="organisation.domains"
        label={t('setUp.organisation.domains')}
        hint={t('setUp.organisation.domainsHint')}
        error={errors['organisation.domains']}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        value={organisation.domains}
        onChange={(event) => set({ domains: event.target.value })}
      />
      <div className={errors['organisation.timeZone'] ? 'field wrong' : 'field'}>
        <label htmlFor="organisation.timeZone">{t('setUp.organisation.timeZone')}</label>
        {errors['organisation.timeZone'] ? (
          <p className="message">{errors['organisation.timeZone']}</p>
        ) : null}
        <select
          className="input"
          id="organisation.timeZone"
          value={organisation.timeZone}
          onChange={(event) => set({ timeZone: event.target.value })}
        >
          {[...new Set([organisation.timeZone, ...zones])].filter(Boolean).map((zone) => (
            <option key={zone} value={zone}>
              {zone.replaceAll('_', ' ')}
            </option>
          ))}
        </select>
      </div>
      <Submit label={t('setUp.organisation.submit')} working={t('setUp.organisation.working')} busy={busy} />
    </form>
  )
}
