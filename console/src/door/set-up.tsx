import { useEffect, useMemo, useState } from 'react'
import { Crest } from '../ui/crest.tsx'
import { type Door, type SetUpState, send } from './api.ts'
import { Back } from './marks.tsx'
import { type Errors, Heading, ProblemSummary, Progress, sentenceOf, useTitle } from './pieces.tsx'
import { SetUpChecks } from './set-up-checks.tsx'
import { SetUpOrganisation } from './set-up-organisation.tsx'
import { codeOf, domainsOf, placeProblem, type SetUpWish, type Step, stepOf, steps } from './set-up-wish.ts'
import { SetUpYou } from './set-up-you.tsx'
import { t } from './words.ts'

/** First run, one group of questions a page. The browser's Back works, and nothing typed is lost on the way. */
export function SetUp({ door }: { door: Door }) {
  const [state, setState] = useState<SetUpState>()
  const [refused, setRefused] = useState(door.setUp)
  const [failure, setFailure] = useState('')
  const [step, setStep] = useState<Step>('checks')
  const [errors, setErrors] = useState<Errors>({})
  const [wish, setWish] = useState<SetUpWish>({
    code: '',
    owner: { givenName: '', familyName: '', email: '', password: '' },
    organisation: { name: '', type: '', domains: '', timeZone: '' },
  })

  async function look() {
    const answer = await send<SetUpState>('GET', '/api/v1/setup')
    if (answer.problem)
      return answer.problem.status === 404 ? setRefused(true) : setFailure(sentenceOf(answer.problem))
    setFailure('')
    setState(answer.body)
    const { timeZone } = answer.body
    setWish((was) => ({
      ...was,
      organisation: { ...was.organisation, timeZone: was.organisation.timeZone || timeZone },
    }))
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at once, when the page opens
  useEffect(() => {
    if (door.setUp) return
    look()
    history.replaceState({ step: 'checks' }, '')
    const onBack = (event: PopStateEvent) =>
      setStep((was) => (was === 'done' ? was : (event.state?.step ?? 'checks')))
    addEventListener('popstate', onBack)
    return () => removeEventListener('popstate', onBack)
  }, [])

  function goTo(next: Step) {
    history.pushState({ step: next }, '')
    setErrors({})
    setStep(next)
    scrollTo(0, 0)
  }

  async function create() {
    const { domains, ...organisation } = wish.organisation
    const answer = await send('POST', '/api/v1/setup', {
      ...wish,
      code: codeOf(wish.code),
      organisation: { ...organisation, domains: domainsOf(domains) },
    })
    if (!answer.problem) return goTo('done')
    const placed = placeProblem(answer.problem, sentenceOf(answer.problem))
    if (placed.step !== step) goTo(placed.step)
    setErrors(placed.errors)
  }

  const number = steps.indexOf(step as (typeof steps)[number]) + 1
  const title = refused ? t('setUp.already.title') : t(`setUp.${step}.title`)
  useTitle(title, t('product'))
  // Only what can be mended on this page stands in its summary; the rest waits on the page it belongs to.
  const here = useMemo(
    () => Object.fromEntries(Object.entries(errors).filter(([field]) => !field || stepOf(field) === step)),
    [errors, step],
  )
  const summary = useMemo(() => (failure ? { '': failure } : here), [failure, here])
  const page = { wish, setWish, errors: here, setErrors }

  return (
    <main className="page ruled">
      <div className="top">
        {number > 1 ? <Back label={t('back')} onClick={() => history.back()} /> : <span />}
        {number > 0 && !refused ? <Progress step={number} steps={steps.length} /> : null}
      </div>
      <p className="whose shown">
        <Crest height={30} />
        {t('product')}
      </p>
      <ProblemSummary errors={summary} />
      <Heading key={title} title={title} quiet={number === 1 && !refused} />
      {refused ? (
        <Ending lead={t('setUp.already.lead')} button={t('setUp.already.signIn')} />
      ) : step === 'done' ? (
        <Ending
          lead={t('setUp.done.lead', { name: wish.organisation.name })}
          next={t('setUp.done.next')}
          button={t('setUp.done.signIn')}
        />
      ) : step === 'checks' ? (
        <SetUpChecks {...page} state={state} onAgain={look} onNext={() => goTo('you')} />
      ) : step === 'you' ? (
        <SetUpYou {...page} onNext={() => goTo('organisation')} />
      ) : (
        <SetUpOrganisation {...page} onCreate={create} />
      )}
    </main>
  )
}

function Ending({ lead, next, button }: { lead: string; next?: string; button: string }) {
  return (
    <>
      <p className="lead">{lead}</p>
      {next ? <p className="lead">{next}</p> : null}
      <a className="button filled" href="/sign-in">
        {button}
      </a>
    </>
  )
}
