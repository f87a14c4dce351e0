import type { FormEvent } from 'react'
import type { Registration } from './api.ts'
import { helperOf } from './invitation-page.ts'
import { type Errors, Field, PasswordField, Submit } from './pieces.tsx'
import type { Answers } from './registration.ts'
import { t } from './words.ts'

type QuestionProps = {
  link: Registration
  answers: Answers
  setAnswers: (change: (was: Answers) => Answers) => void
  errors: Errors
  /** Says what has to be mended before the server is asked. */
  mend: (errors: Errors) => void
  busy: boolean
}

/** Who asks, for whom, and how long it takes. The button is the first thing that changes anything. */
export function Start(props: {
  link: Registration
  busy: boolean
  onStart: () => void
  onNotMe: () => void
}) {
  const { link, busy, onStart, onNotMe } = props
  const place = link.organisation.name
  const name = `${link.givenName} ${link.familyName}`.trim()
  return (
    <form onSubmit={answered(onStart)}>
      <p className="lead">
        {link.inviter
          ? t('register.start.lead', { inviter: link.inviter, place })
          : t('register.start.leadNobody', { place })}
      </p>
      {link.message ? (
        <figure className="quote">
          <blockquote>{t('register.start.message', { message: link.message })}</blockquote>
          {link.inviter ? <figcaption>{link.inviter}</figcaption> : null}
        </figure>
      ) : null}
      <Submit label={t('register.start.submit')} working={t('register.working')} busy={busy} />
      <button className="link below" type="button" onClick={onNotMe}>
        {name ? t('register.start.notMeNamed', { name }) : t('register.start.notMe')}
      </button>
    </form>
  )
}

/** First and last name. The address stands beside them and cannot be changed here. */
export function AskName(props: QuestionProps & { onAnswered: (answers: Partial<Answers>) => void }) {
  const { link, answers, errors, mend, busy, onAnswered } = props
  const { givenName, familyName } = answers

  function save() {
    const missing: Errors = {
      ...(givenName.trim() ? {} : { givenName: t('register.name.givenNameMissing') }),
      ...(familyName.trim() ? {} : { familyName: t('register.name.familyNameMissing') }),
    }
    if (Object.keys(missing).length > 0) return mend(missing)
    onAnswered({ givenName: givenName.trim(), familyName: familyName.trim() })
  }

  return (
    <form onSubmit={answered(save)} noValidate>
      <p className="lead">{t('register.name.lead')}</p>
      <Field
        label={t('register.name.givenName')}
        autoComplete="given-name"
        autoCapitalize="words"
        {...field('givenName', props)}
        error={errors.givenName}
      />
      <Field
        label={t('register.name.familyName')}
        autoComplete="family-name"
        autoCapitalize="words"
        {...field('familyName', props)}
        error={errors.familyName}
      />
      <dl className="given">
        <dt>{t('register.name.email')}</dt>
        <dd>{link.email}</dd>
        <dd className="hint">{t('register.name.emailWrong', { helper: helperOf(link) })}</dd>
      </dl>
      <Submit label={t('register.continue')} working={t('register.working')} busy={busy} />
    </form>
  )
}

/** A mobile number, kept as it is typed. Where it may be left out, a button says so. */
export function AskMobile(props: QuestionProps & { onAnswered: (answers: Partial<Answers>) => void }) {
  const { link, answers, errors, mend, busy, onAnswered } = props
  const required = link.askMobile === 'required'

  function save() {
    if (required && !answers.mobile.trim()) return mend({ mobile: t('register.mobile.missing') })
    onAnswered({ mobile: answers.mobile.trim() })
  }

  return (
    <form onSubmit={answered(save)} noValidate>
      <p className="lead">{t('register.mobile.lead')}</p>
      <Field
        label={t(required ? 'register.mobile.label' : 'register.mobile.labelOptional')}
        hint={t('register.mobile.hint')}
        type="tel"
        autoComplete="tel"
        {...field('mobile', props)}
        error={errors.mobile}
      />
      <div className="stack">
        <Submit label={t('register.continue')} working={t('register.working')} busy={busy} />
        {required ? null : (
          <button className="button plain" type="button" onClick={() => onAnswered({ mobile: '' })}>
            {t('register.mobile.skip')}
          </button>
        )}
      </div>
    </form>
  )
}

/** The password, and with it the account. The address goes along unseen, so that password managers keep the pair. */
export function AskPassword(props: QuestionProps & { onAnswered: () => void }) {
  const { link, answers, errors, mend, busy, onAnswered } = props
  const { password } = answers
  const minimum = link.passwordMin

  function save() {
    if (!password) return mend({ password: t('field.passwordMissing') })
    if (Array.from(password).length < minimum)
      return mend({ password: t('register.password.short', { minimum }) })
    onAnswered()
  }

  return (
    <form onSubmit={answered(save)} noValidate>
      <p className="lead">{t('register.password.lead', { email: link.email })}</p>
      <input
        className="unseen"
        type="email"
        name="username"
        autoComplete="username"
        value={link.email}
        readOnly
        tabIndex={-1}
        aria-hidden="true"
      />
      <PasswordField
        label={t('register.password.label')}
        hint={t('register.password.hint', { minimum })}
        autoComplete="new-password"
        minimum={minimum}
        {...field('password', props)}
        error={errors.password}
      />
      <Submit label={t('register.password.submit')} working={t('register.password.working')} busy={busy} />
    </form>
  )
}

const answered = (then: () => void) => (event: FormEvent) => {
  event.preventDefault()
  then()
}

function field(name: keyof Answers, { answers, setAnswers }: Pick<QuestionProps, 'answers' | 'setAnswers'>) {
  return {
    name,
    value: answers[name],
    onChange: (event: { target: { value: string } }) =>
      setAnswers((was) => ({ ...was, [name]: event.target.value })),
  }
}
