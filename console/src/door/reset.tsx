import { type FormEvent, useEffect, useState } from 'react'
import { errorsByField } from '../ui/problem.ts'
import { type Door, type ResetLink, send } from './api.ts'
import {
  CoverPage,
  type Errors,
  PasswordField,
  ProblemSummary,
  Submit,
  sentenceOf,
  useTitle,
} from './pieces.tsx'
import { t } from './words.ts'

type Dead = 'used' | 'expired' | 'revoked' | 'unknown' | 'lost'
type State =
  | { is: 'looking' }
  | { is: 'live'; link: ResetLink }
  | { is: 'dead'; why: Dead }
  | { is: 'saved' }
  | { is: 'failed'; why: string }

const deadByCode: Record<string, Dead> = {
  link_used: 'used',
  link_expired: 'expired',
  link_revoked: 'revoked',
  link_unknown: 'unknown',
}

/** A new password from a mailed link. Opening the page only looks at the link; the button spends it. */
export function Reset({ door, token }: { door: Door; token: string }) {
  const [state, setState] = useState<State>(token ? { is: 'looking' } : { is: 'dead', why: 'lost' })
  const place = state.is === 'live' ? state.link.organisation.name : (door.organisation?.name ?? t('product'))
  const heading = headingOf(state)
  useTitle(heading, place)

  useEffect(() => {
    if (!token) return
    // The link is as good as a password: it must not stay in the address bar, the history or a referrer.
    history.replaceState(null, '', '/reset')
    send<ResetLink>('GET', `/api/v1/password-resets/${encodeURIComponent(token)}`).then((answer) => {
      if (!answer.problem) return setState({ is: 'live', link: answer.body })
      const why = deadByCode[answer.problem.code]
      setState(why ? { is: 'dead', why } : { is: 'failed', why: sentenceOf(answer.problem) })
    })
  }, [token])

  if (state.is === 'looking') return <CoverPage door={door}>{null}</CoverPage>
  return (
    <CoverPage door={door}>
      {state.is === 'live' ? (
        <NewPassword token={token} link={state.link} heading={heading} place={place} onState={setState} />
      ) : (
        <>
          <h1 tabIndex={-1} ref={(element) => element?.focus()}>
            {heading}
          </h1>
          {state.is === 'saved' ? <p className="lead">{t('reset.doneLead')}</p> : null}
          {state.is === 'dead' ? <p className="lead">{t(`reset.${state.why}`)}</p> : null}
          {state.is === 'failed' ? <p className="lead">{state.why}</p> : null}
          <div className="stack">
            {state.is === 'saved' ? null : (
              <a className="button filled" href="/forgot">
                {t('reset.askAgain')}
              </a>
            )}
            <a className={state.is === 'saved' ? 'button filled' : 'button plain'} href="/sign-in">
              {t('reset.signIn')}
            </a>
          </div>
        </>
      )}
    </CoverPage>
  )
}

function headingOf(state: State): string {
  if (state.is === 'saved') return t('reset.doneTitle')
  if (state.is === 'dead') return t(`reset.${state.why}Title`)
  if (state.is === 'failed') return t('problem.title')
  return t(state.is === 'live' && state.link.kind === 'first_password' ? 'reset.firstTitle' : 'reset.title')
}

type NewPasswordProps = {
  token: string
  link: ResetLink
  heading: string
  place: string
  onState: (state: State) => void
}

function NewPassword({ token, heading, place, onState }: NewPasswordProps) {
  const [password, setPassword] = useState('')
  const [errors, setErrors] = useState<Errors>({})
  const [busy, setBusy] = useState(false)

  async function save(event: FormEvent) {
    event.preventDefault()
    if (busy) return
    setErrors(password ? {} : { password: t('field.passwordMissing') })
    if (!password) return
    setBusy(true)
    const { problem } = await send('POST', `/api/v1/password-resets/${encodeURIComponent(token)}`, {
      password,
    })
    setBusy(false)
    if (!problem) return onState({ is: 'saved' })
    const dead = deadByCode[problem.code]
    if (dead) return onState({ is: 'dead', why: dead })
    const byField = errorsByField(problem)
    const aboutPassword = byField.password ?? (problem.code.startsWith('password_') ? problem.detail : '')
    setErrors(aboutPassword ? { password: aboutPassword } : { '': sentenceOf(problem) })
  }

  return (
    <>
      <ProblemSummary errors={errors} />
      <h1>{heading}</h1>
      <p className="lead">{t('reset.lead', { place })}</p>
      <form onSubmit={save} noValidate>
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
        <Submit label={t('reset.submit')} working={t('reset.working')} busy={busy} />
      </form>
    </>
  )
}
