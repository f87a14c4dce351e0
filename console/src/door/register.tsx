import { useState } from 'react'
import type { Problem } from '../ui/problem.ts'
import { send } from './api.ts'
import { ends, helperOf, type InvitationPage } from './invitation-page.ts'
import type { Stop } from './landing.ts'
import { type Errors, sentenceOf } from './pieces.tsx'
import { QuestionPage } from './question-page.tsx'
import { AskMobile, AskName, AskPassword, Start } from './register-questions.tsx'
import { type Answers, placeRefusal, type Step, stepsOf, stepToOpen } from './registration.ts'
import { t } from './words.ts'

type RegisterProps = InvitationPage & {
  answers: Answers
  setAnswers: (change: (was: Answers) => Answers) => void
  step: Step
  onGo: (stop: Stop) => void
  onIn: () => void
}

/** The questions of registration, one a page. Each answer is saved as it is given, so another device can go on from here. */
export function Register(props: RegisterProps) {
  const { link, address, answers, setAnswers, step, first, onGo, onIn } = props
  const [refused, setRefused] = useState<{ step: Step; errors: Errors }>()
  const [busy, setBusy] = useState(false)
  const steps = stepsOf(link.askMobile)
  const errors = refused?.step === step ? refused.errors : noErrors

  const mend = (found: Errors) => setRefused({ step, errors: found })

  function take(problem: Problem) {
    if (ends(problem, props.onEnded)) return
    const kept = problem.code === 'offline' ? t('register.offline') : sentenceOf(problem)
    const placed = placeRefusal(problem, step, kept)
    if (placed.step !== step) onGo(placed.step)
    setRefused(placed)
  }

  async function ask(method: 'PATCH' | 'POST', body: object, then: () => void) {
    if (busy) return
    setRefused(undefined)
    setBusy(true)
    const { problem } = await send(method, address, body)
    setBusy(false)
    if (problem) take(problem)
    else then()
  }

  const number = steps.indexOf(step)
  const next = steps[number + 1] ?? step
  const saveAndGo = (saved: Partial<Answers>) => {
    setAnswers((was) => ({ ...was, ...saved }))
    ask('PATCH', { step: next, ...saved }, () => onGo(next))
  }
  function finish() {
    const { mobile, ...rest } = answers
    const body = link.askMobile === 'no' || !mobile.trim() ? rest : answers
    ask('POST', body, onIn)
  }

  const title =
    step === 'start' && link.givenName
      ? t('register.start.titleNamed', { name: link.givenName })
      : t(`register.${step}.title`)
  const question = { link, answers, setAnswers, errors, mend, busy }
  return (
    <QuestionPage
      title={title}
      place={link.organisation.name}
      progress={[number + 1, steps.length]}
      first={first}
      back={number > 0 ? () => history.back() : undefined}
      errors={errors}
      foot={<Foot link={link} />}
    >
      {first && step !== 'start' && step === stepToOpen(link) ? (
        <p className="lead">{t('register.welcomeBack')}</p>
      ) : null}
      {step === 'start' ? (
        <Start link={link} busy={busy} onStart={() => saveAndGo({})} onNotMe={() => onGo('notMe')} />
      ) : step === 'name' ? (
        <AskName {...question} onAnswered={saveAndGo} />
      ) : step === 'mobile' ? (
        <AskMobile {...question} onAnswered={saveAndGo} />
      ) : (
        <AskPassword {...question} onAnswered={finish} />
      )}
    </QuestionPage>
  )
}

const noErrors: Errors = {}

/** Until when the link works, and whom to ask. */
function Foot({ link }: Pick<InvitationPage, 'link'>) {
  return (
    <>
      <p>{t('register.until', { date: link.expiresOn.replaceAll(' ', '\u00a0') })}</p>
      <p>{t('register.stuck', { helper: helperOf(link) })}</p>
    </>
  )
}
