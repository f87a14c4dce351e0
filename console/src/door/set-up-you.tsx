import type { FormEvent } from 'react'
import { looksLikeEmail } from './forgot.tsx'
import { type Errors, Field, PasswordField, Submit } from './pieces.tsx'
import type { SetUpPage } from './set-up-checks.tsx'
import { t } from './words.ts'

/** Page 2: the owner. */
export function SetUpYou({ wish, setWish, errors, setErrors, onNext }: SetUpPage & { onNext: () => void }) {
  const { owner } = wish
  const field = (name: keyof typeof owner) => ({
    name: `owner.${name}`,
    error: errors[`owner.${name}`],
    value: owner[name],
    onChange: (event: { target: { value: string } }) =>
      setWish((was) => ({ ...was, owner: { ...was.owner, [name]: event.target.value } })),
  })

  function next(event: FormEvent) {
    event.preventDefault()
    const found: Errors = {}
    if (!owner.givenName.trim()) found['owner.givenName'] = t('setUp.you.givenNameMissing')
    if (!owner.familyName.trim()) found['owner.familyName'] = t('setUp.you.familyNameMissing')
    if (!owner.email.trim()) found['owner.email'] = t('field.emailMissing')
    else if (!looksLikeEmail(owner.email)) found['owner.email'] = t('field.emailFormat')
    if (!owner.password) found['owner.password'] = t('field.passwordMissing')
    else if (Array.from(owner.password).length < 12) found['owner.password'] = t('field.passwordShort')
    setErrors(found)
    if (Object.keys(found).length === 0) onNext()
  }

  return (
    <form onSubmit={next} noValidate>
      <p className="lead">{t('setUp.you.lead')}</p>
      <div className="pair">
        <Field label={t('setUp.you.givenName')} autoComplete="given-name" {...field('givenName')} />
        <Field label={t('setUp.you.familyName')} autoComplete="family-name" {...field('familyName')} />
      </div>
      <Field
        label={t('setUp.you.email')}
        hint={t('setUp.you.emailHint')}
        type="email"
        autoComplete="username"
        {...field('email')}
      />
      <PasswordField
        label={t('setUp.you.password')}
        hint={t('setUp.you.passwordHint')}
        autoComplete="new-password"
        minimum={12}
        {...field('password')}
      />
      <Submit label={t('setUp.continue')} working={t('setUp.working')} busy={false} />
    </form>
  )
}
