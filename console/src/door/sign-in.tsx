import { type FormEvent, useState } from 'react'
import { type Door, send } from './api.ts'
import {
  CoverPage,
  type Errors,
  Field,
  PasswordField,
  ProblemSummary,
  Submit,
  sentenceOf,
  useTitle,
} from './pieces.tsx'
import { safeNext } from './safe-next.ts'
import { t } from './words.ts'

/** Email and password. The answer to a wrong one never says whether the account exists; those words are the server's. */
export function SignIn({ door }: { door: Door }) {
  useTitle(t('signIn.title'), door.organisation?.name ?? t('product'))
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [errors, setErrors] = useState<Errors>({})
  const [busy, setBusy] = useState(false)
  const query = new URLSearchParams(location.search)

  async function signIn(event: FormEvent) {
    event.preventDefault()
    if (busy) return
    const missing: Errors = {
      ...(email.trim() ? {} : { email: t('field.emailMissing') }),
      ...(password ? {} : { password: t('field.passwordMissing') }),
    }
    setErrors(missing)
    if (Object.keys(missing).length > 0) return
    setBusy(true)
    const answer = await send<{ next: string | null }>('POST', '/api/v1/sessions', {
      email: email.trim(),
      password,
    })
    if (answer.problem) {
      const field = answer.problem.code === 'sign_in_failed' ? 'password' : ''
      setErrors({ [field]: sentenceOf(answer.problem) })
    } else if (answer.body.next === 'change_password') {
      location.replace(`/choose-password${location.search}`)
      return
    } else if (answer.body.next) {
      setErrors({ '': t('signIn.nextStep') })
    } else {
      location.replace(safeNext(query.get('next'), location.origin))
      return
    }
    setBusy(false)
  }

  return (
    <CoverPage door={door}>
      <ProblemSummary errors={errors} />
      <h1>{t('signIn.title')}</h1>
      <p className="lead">{query.has('saved') ? t('signIn.changed') : t('signIn.lead')}</p>
      <form onSubmit={signIn} noValidate>
        <Field
          name="email"
          label={t('signIn.email')}
          error={errors.email}
          type="email"
          autoComplete="username"
          value={email}
          onChange={(event) => setEmail(event.target.value)}
        />
        <PasswordField
          name="password"
          label={t('signIn.password')}
          error={errors.password}
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.target.value)}
          aside={<a href="/forgot">{t('signIn.forgotten')}</a>}
        />
        <Submit label={t('signIn.submit')} working={t('signIn.working')} busy={busy} />
      </form>
      <p className="foot">{t('signIn.new')}</p>
    </CoverPage>
  )
}
