import { type FormEvent, useState } from 'react'
import { type Door, send } from './api.ts'
import { Back } from './marks.tsx'
import { CoverPage, type Errors, Field, ProblemSummary, Submit, sentenceOf, useTitle } from './pieces.tsx'
import { t } from './words.ts'

/** One field, and one answer whatever was typed. Where mail goes nowhere, the page says so and says whom to ask. */
export function Forgot({ door }: { door: Door }) {
  const [email, setEmail] = useState('')
  const [errors, setErrors] = useState<Errors>({})
  const [busy, setBusy] = useState(false)
  const [answer, setAnswer] = useState('')
  const captured = door.mail === 'captured'
  const title = answer ? t(captured ? 'forgot.capturedTitle' : 'forgot.sentTitle') : t('forgot.title')
  useTitle(title, door.organisation?.name ?? t('product'))

  async function ask(event: FormEvent) {
    event.preventDefault()
    if (busy) return
    const wrong = !email.trim()
      ? t('field.emailMissing')
      : looksLikeEmail(email)
        ? ''
        : t('field.emailFormat')
    setErrors(wrong ? { email: wrong } : {})
    if (wrong) return
    setBusy(true)
    const reply = await send<{ detail: string }>('POST', '/api/v1/password-resets', { email: email.trim() })
    setBusy(false)
    if (!reply.problem) return setAnswer(reply.body.detail)
    const first = reply.problem.errors[0]
    setErrors(first ? { email: first.detail } : { '': sentenceOf(reply.problem) })
  }

  return (
    <CoverPage door={door}>
      <Back href="/sign-in" label={t('forgot.back')} />
      {answer ? (
        <>
          <h1 tabIndex={-1} ref={(heading) => heading?.focus()}>
            {title}
          </h1>
          <p className="lead">{answer}</p>
          {captured ? <Captured /> : <p className="lead">{t('forgot.sentNext')}</p>}
          <button className="link" type="button" onClick={() => setAnswer('')}>
            {t('forgot.again')}
          </button>
        </>
      ) : (
        <>
          <ProblemSummary errors={errors} />
          <h1>{title}</h1>
          <p className="lead">{t('forgot.lead')}</p>
          {captured ? <Captured /> : null}
          <form onSubmit={ask} noValidate>
            <Field
              name="email"
              label={t('forgot.email')}
              error={errors.email}
              type="email"
              autoComplete="username"
              value={email}
              onChange={(event) => setEmail(event.target.value)}
            />
            <Submit label={t('forgot.submit')} working={t('forgot.working')} busy={busy} />
          </form>
        </>
      )}
    </CoverPage>
  )
}

function Captured() {
  return (
    <div className="note">
      <p>
        <b>{t('forgot.captured')}</b>
      </p>
      <p>{t('forgot.capturedMeans')}</p>
      <p>{t('forgot.ownerMeans')}</p>
      <code>{t('forgot.command')}</code>
    </div>
  )
}

/** Only what saves a journey; the server decides what an address is. */
export const looksLikeEmail = (text: string): boolean => /^[^\s@]+@[^\s@]+$/.test(text.trim())
