import { type Dispatch, type FormEvent, type SetStateAction, useState } from 'react'
import { type SetUpState, send } from './api.ts'
import { Mark } from './marks.tsx'
import { type Errors, Field, Submit, sentenceOf } from './pieces.tsx'
import { codeOf, type SetUpWish } from './set-up-wish.ts'
import { t } from './words.ts'

export type SetUpPage = {
  wish: SetUpWish
  setWish: Dispatch<SetStateAction<SetUpWish>>
  errors: Errors
  setErrors: (errors: Errors) => void
}

/** Page 1: what the server says of itself, and the code that proves the person at the keyboard started it. */
export function SetUpChecks(
  props: SetUpPage & { state: SetUpState | undefined; onAgain: () => void; onNext: () => void },
) {
  const { wish, setWish, errors, setErrors, state, onAgain, onNext } = props
  const [busy, setBusy] = useState(false)
  const problems = state?.checks.some((check) => check.state === 'problem')

  async function next(event: FormEvent) {
    event.preventDefault()
    if (busy) return
    const code = codeOf(wish.code)
    setErrors(code ? {} : { code: t('setUp.checks.codeMissing') })
    if (!code) return
    setBusy(true)
    const { problem } = await send('POST', '/api/v1/setup/code', { code })
    setBusy(false)
    if (!problem) return onNext()
    const aboutCode = problem.code === 'setup_code_wrong' || problem.errors.length > 0
    setErrors({ [aboutCode ? 'code' : '']: problem.errors[0]?.detail ?? sentenceOf(problem) })
  }

  return (
    <>
      <p className="lead">{t('setUp.checks.lead')}</p>
      <ul className="checks" aria-busy={!state}>
        {state?.checks.map((check) => (
          <li key={check.check} data-state={check.state}>
            <Mark state={check.state} />
            <b>{t(`setUp.checks.${check.check}`)}</b>
            <span className="unseen">{t(`setUp.checks.${check.state}`)}: </span>
            <span className="detail">
              {check.detail}
              {check.setting && check.state === 'problem'
                ? ` ${t('setUp.checks.setting', { setting: check.setting })}`
                : ''}
            </span>
          </li>
        ))}
      </ul>
      {problems ? (
        <button className="link" type="button" onClick={onAgain}>
          {t('setUp.checks.again')}
        </button>
      ) : null}
      <form onSubmit={next} noValidate>
        <Field
          name="code"
          label={t('setUp.checks.code')}
          hint={t('setUp.checks.codeHint')}
          error={errors.code}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          size={12}
          value={wish.code}
          onChange={(event) => setWish((was) => ({ ...was, code: event.target.value }))}
        />
        <Submit label={t('setUp.continue')} working={t('setUp.working')} busy={busy} />
      </form>
    </>
  )
}
