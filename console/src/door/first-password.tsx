import { type FormEvent, useEffect, useState } from 'react'
import { errorsByField } from '../ui/problem.ts'
import { type FirstPassword as Choosing, type Door, send } from './api.ts'
import {
  CoverPage,
  type Errors,
  PasswordField,
  ProblemSummary,
  Submit,
  sentenceOf,
  useTitle,
} from './pieces.tsx'
import { safeNext } from './safe-next.ts'
import { t } from './words.ts'

type State = { is: 'looking' } | { is: 'choosing'; who: Choosing } | { is: 'ended'; why: string }

const PATH = '/api/v1/sessions/current/first-password'

/** Somebody signed in with a one-time password: nothing opens before they have chosen one of their own. */
export function FirstPassword({ door }: { door: Door }) {
  const [state, setState] = useState<State>({ is: 'looking' })
  useTitle(t('firstPassword.title'), door.organisation?.name ?? t('product'))
  useEffect(() => {
    send<Choosing>('GET', PATH).then((answer) =>
      setState(
        answer.problem
          ? { is: 'ended', why: sentenceOf(answer.problem) }
          : { is: 'choosing', who: answer.body },
      ),
    )
  }, [])
  return (
    <CoverPage door={door}>
      {state.is === 'choosing' ? (
        <Choose who={state.who} onEnded={(why) => setState({ is: 'ended', why })} />
      ) : null}
      {state.is === 'ended' ? (
        <>
          <h1 tabIndex={-1} ref={(element) => element?.focus()}>
            {t('firstPassword.endedTitle')}
          </h1>
          <p className="lead">{state.why}</p>
          <div className="stack">
            <a className="button filled" href="/sign-in">
              {t('reset.signIn')}
            </a>
            <a className="button plain" href="/forgot">
              {t('firstPassword.askLink')}
            </a>
          </div>
        </>
      ) : null}
    </CoverPage>
  )
}

function Choose({ who, onEnded }: { who: Choosing; onEnded: (why: string) => void }) {
  const [password, setPassword] = useState('')
  const [errors, setErrors] = useState<Errors>({})
  const [busy, setBusy] = useState(false)

  async function save(event: FormEvent) {
    event.preventDefault()
    if (busy) return
    setErrors(password ? {} : { password: t('field.passwordMissing') })
    if (!password) return
    setBusy(true)
    const { problem } = await send('POST', PATH, { password })
    if (!problem)
      return location.replace(safeNext(new URLSearchParams(location.search).get('next'), location.origin))
    setBusy(false)
    if (problem.code === 'signed_out' || problem.code === 'one_time_over') return onEnded(sentenceOf(problem))
    const { password: aboutPassword } = errorsByField(problem)
    setErrors(aboutPassword ? { password: aboutPassword } : { '': sentenceOf(problem) })
  }

  return (
    <>
      <ProblemSummary errors={errors} />
      <h1 tabIndex={-1} ref={(element) => element?.focus()}>
        {t('firstPassword.title')}
      </h1>
      <p className="lead">{t('firstPassword.lead', { name: who.givenName || who.email })}</p>
      <form onSubmit={save} noValidate>
        <input type="hidden" name="username" autoComplete="username" value={who.email} readOnly />
        <PasswordField
          name="password"
          label={t('reset.password')}
          hint={t('reset.hint')}
          error={errors.password}
          autoComplete="new-password"
          value={password}
          onChange={(event) => setPassword(event.target.value)}
          minimum={12}
        />
        <Submit label={t('firstPassword.submit')} working={t('reset.working')} busy={busy} />
      </form>
      <p className="foot">{t('firstPassword.foot', { organisation: who.organisation })}</p>
    </>
  )
}
