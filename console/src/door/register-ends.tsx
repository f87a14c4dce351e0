import { useState } from 'react'
import type { Problem } from '../ui/problem.ts'
import { type Door, type Registration, send } from './api.ts'
import { hasTurned } from './invitation-page.ts'
import { type Errors, sentenceOf } from './pieces.tsx'
import { QuestionPage } from './question-page.tsx'
import { endingOf } from './registration.ts'
import { t } from './words.ts'

type DeadEndProps = {
  problem: Problem
  address: string
  door: Door
  onLook: () => Promise<void>
  onNotMe: () => void
}

/** A link that leads no further. What happened is said in the server's words; what to do about it is a button. */
export function DeadEnd({ problem, address, door, onLook, onNotMe }: DeadEndProps) {
  const [errors, setErrors] = useState<Errors>({})
  const [busy, setBusy] = useState(false)
  const [answer, setAnswer] = useState('')
  const ending = endingOf(problem)
  const place = door.organisation?.name ?? t('product')

  async function press(act: () => Promise<Problem | undefined>) {
    if (busy) return
    setErrors({})
    setBusy(true)
    const failed = await act()
    setBusy(false)
    if (!failed) return
    if (hasTurned(failed)) await onLook()
    else setErrors({ '': sentenceOf(failed) })
  }
  const askForLink = async () => {
    const asked = await send<{ detail: string }>('POST', `${address}/new-link`)
    if (!asked.problem) setAnswer(asked.body.detail)
    return asked.problem
  }
  const signOut = async () => {
    const { problem: failed } = await send('DELETE', '/api/v1/sessions/current')
    if (failed && failed.code !== 'signed_out') return failed
    await onLook()
    return undefined
  }
  const lookAgain = async () => {
    await onLook()
    return undefined
  }
  const button = (key: string, act: () => Promise<Problem | undefined>) => (
    <button
      className="button filled"
      type="button"
      aria-disabled={busy || undefined}
      onClick={() => press(act)}
    >
      {t(busy ? 'register.working' : key)}
    </button>
  )

  if (answer)
    return (
      <QuestionPage title={t('ended.askedTitle')} place={place} foot={t('ended.foot')}>
        <p className="lead">{door.mail === 'captured' ? t('ended.captured') : answer}</p>
      </QuestionPage>
    )
  return (
    <QuestionPage
      title={ending ? t(`ended.${ending}Title`) : t('problem.title')}
      place={place}
      errors={errors}
      first
      foot={t('ended.foot')}
    >
      <p className="lead">{sentenceOf(problem)}</p>
      <div className="stack">
        {ending === 'expired' ? button('ended.newLink', askForLink) : null}
        {ending === 'somebodyElse' ? button('ended.signOut', signOut) : null}
        {ending === 'somebodyElse' ? (
          <a className="button plain" href="/">
            {t('ended.stay')}
          </a>
        ) : null}
        {ending === 'used' ? (
          <a className="button filled" href="/">
            {t('signIn.submit')}
          </a>
        ) : null}
        {ending === 'unknown' ? (
          <a className="button plain" href="/">
            {t('ended.haveAccount')}
          </a>
        ) : null}
        {ending ? null : button('problem.retry', lookAgain)}
      </div>
      {ending === 'somebodyElse' ? (
        <button className="link below" type="button" onClick={onNotMe}>
          {t('join.notMe')}
        </button>
      ) : null}
    </QuestionPage>
  )
}

/** The page was opened without its link, as from a bookmark. */
export function LostLink({ place }: { place: string }) {
  return (
    <QuestionPage title={t('ended.lostTitle')} place={place} first foot={t('ended.foot')}>
      <p className="lead">{t('ended.lost')}</p>
      <a className="button plain" href="/">
        {t('signIn.submit')}
      </a>
    </QuestionPage>
  )
}

type YouAreInProps = { link: Registration; givenName: string; home: string }

/** Registered or joined, and signed in: what to keep in mind, and the way in. */
export function YouAreIn({ link, givenName, home }: YouAreInProps) {
  const place = link.organisation.name
  return (
    <QuestionPage title={t('youAreIn.title', { name: givenName || link.email })} place={place}>
      <p className="lead">
        {t(link.needs === 'join' ? 'youAreIn.joined' : 'youAreIn.registered', { place })}
      </p>
      {link.needs === 'join' ? null : (
        <ul className="facts">
          <li>
            <b>{t('youAreIn.nextTime')}</b>
            <span>{t('youAreIn.nextTimeHow', { address: location.host, email: link.email })}</span>
          </li>
          <li>
            <b>{t('youAreIn.own')}</b>
            <span>{t('youAreIn.ownHow')}</span>
          </li>
        </ul>
      )}
      <a className="button filled" href={home}>
        {t('youAreIn.go', { place })}
      </a>
    </QuestionPage>
  )
}
