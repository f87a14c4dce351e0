import { useState } from 'react'
import { send } from './api.ts'
import { ends, helperOf, type InvitationPage } from './invitation-page.ts'
import { type Errors, Submit, sentenceOf } from './pieces.tsx'
import { QuestionPage } from './question-page.tsx'
import { t } from './words.ts'

type JoinProps = InvitationPage & { onNotMe: () => void; onIn: (home: string) => void }

/** Somebody signed in as exactly the invited person: one button adds the place to their account. */
export function JoinAsYourself(props: JoinProps) {
  const { link, address, first, onNotMe, onIn } = props
  const [errors, setErrors] = useState<Errors>({})
  const [busy, setBusy] = useState(false)
  const place = link.organisation.name

  async function join() {
    if (busy) return
    setErrors({})
    setBusy(true)
    const answer = await send<{ organisation: { slug: string } }>('POST', `${address}/join`)
    setBusy(false)
    if (!answer.problem) return onIn(`/s/${answer.body.organisation.slug}`)
    if (!ends(answer.problem, props.onEnded)) setErrors({ '': sentenceOf(answer.problem) })
  }

  return (
    <QuestionPage
      title={t('join.title', { place })}
      place={place}
      first={first}
      errors={errors}
      foot={t('register.stuck', { helper: helperOf(link) })}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          join()
        }}
      >
        <p className="lead">{t('join.lead', { name: link.givenName || link.email, email: link.email })}</p>
        <p className="lead">{t('join.keeps')}</p>
        <Submit label={t('join.submit', { place })} working={t('join.working')} busy={busy} />
        <button className="link below" type="button" onClick={onNotMe}>
          {t('join.notMe')}
        </button>
      </form>
    </QuestionPage>
  )
}

/** The invited person has an account already. Signing in leads back here, to the one button. */
export function SignInFirst(props: InvitationPage & { token: string; onNotMe: () => void }) {
  const { link, token, first, onNotMe } = props
  const place = link.organisation.name
  const next = encodeURIComponent(`/i/${encodeURIComponent(token)}`)
  return (
    <QuestionPage
      title={t('join.signInTitle', { place })}
      place={place}
      first={first}
      foot={t('register.stuck', { helper: helperOf(link) })}
    >
      <p className="lead">{t('join.signInLead', { email: link.email })}</p>
      <a className="button filled" href={`/sign-in?next=${next}`}>
        {t('signIn.submit')}
      </a>
      <button className="link below" type="button" onClick={onNotMe}>
        {t('join.notMe')}
      </button>
    </QuestionPage>
  )
}
