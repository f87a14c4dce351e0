import { type FormEvent, useEffect, useState } from 'react'
import { type Door, type EmailChange, send } from './api.ts'
import { CoverPage, type Errors, ProblemSummary, Submit, sentenceOf, useTitle } from './pieces.tsx'
import { t } from './words.ts'

type State =
  | { is: 'looking' }
  | { is: 'live'; change: EmailChange }
  | { is: 'ended'; title: string; why: string }
  | { is: 'done'; email: string; signedIn: boolean }

const titles: Record<string, 'confirmEmail.usedTitle' | 'confirmEmail.deadTitle'> = {
  link_used: 'confirmEmail.usedTitle',
}

/** A new address, confirmed with a mailed link. Opening the page only looks at the link; the button spends it. */
export function ConfirmEmail({ door, token }: { door: Door; token: string }) {
  const [state, setState] = useState<State>(
    token
      ? { is: 'looking' }
      : { is: 'ended', title: t('confirmEmail.lostTitle'), why: t('confirmEmail.lost') },
  )
  const [errors, setErrors] = useState<Errors>({})
  const [busy, setBusy] = useState(false)
  const place =
    state.is === 'live' ? state.change.organisation.name : (door.organisation?.name ?? t('product'))
  const heading =
    state.is === 'ended'
      ? state.title
      : t(state.is === 'done' ? 'confirmEmail.doneTitle' : 'confirmEmail.title')
  useTitle(heading, place)
  const address = `/api/v1/email-changes/${encodeURIComponent(token)}`

  useEffect(() => {
    if (!token) return
    // The link is worth an account: it must not stay in the address bar, the history or a referrer.
    history.replaceState(null, '', '/e')
    send<EmailChange>('GET', `/api/v1/email-changes/${encodeURIComponent(token)}`).then((answer) => {
      if (!answer.problem) return setState({ is: 'live', change: answer.body })
      const title = t(titles[answer.problem.code] ?? 'confirmEmail.deadTitle')
      setState({ is: 'ended', title, why: sentenceOf(answer.problem) })
    })
  }, [token])

  async function confirm(event: FormEvent) {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    setErrors({})
    const { body, problem } = await send<EmailChange & { signedIn: boolean }>('POST', address)
    setBusy(false)
    if (!problem) return setState({ is: 'done', email: body.email, signedIn: body.signedIn })
    if (!problem.code.startsWith('link_')) return setErrors({ '': sentenceOf(problem) })
    const title = t(titles[problem.code] ?? 'confirmEmail.deadTitle')
    setState({ is: 'ended', title, why: sentenceOf(problem) })
  }

  if (state.is === 'looking') return <CoverPage door={door}>{null}</CoverPage>
  if (state.is === 'live')
    return (
      <CoverPage door={door}>
        <ProblemSummary errors={errors} />
        <h1>{heading}</h1>
        <p className="lead">{t('confirmEmail.lead', { place, email: state.change.email })}</p>
        <form onSubmit={confirm}>
          <Submit label={t('confirmEmail.submit')} working={t('confirmEmail.working')} busy={busy} />
        </form>
      </CoverPage>
    )
  return (
    <CoverPage door={door}>
      <h1 tabIndex={-1} ref={(element) => element?.focus()}>
        {heading}
      </h1>
      <p className="lead">
        {state.is === 'ended'
          ? state.why
          : t(state.signedIn ? 'confirmEmail.doneHere' : 'confirmEmail.done', { email: state.email })}
      </p>
      <div className="stack">
        {state.is === 'done' && state.signedIn ? (
          <a className="button filled" href="/">
            {t('confirmEmail.goOn')}
          </a>
        ) : (
          <a className="button filled" href="/sign-in">
            {t('confirmEmail.signIn')}
          </a>
        )}
      </div>
    </CoverPage>
  )
}
