import { useEffect, useState } from 'react'
import type { Problem } from '../ui/problem.ts'
import { type Door, type Registration, send } from './api.ts'
import { hasTurned } from './invitation-page.ts'
import { type Landing, landingIn, moveThrough, moveTo, type Stop } from './landing.ts'
import { NotMe } from './not-me.tsx'
import { sentenceOf } from './pieces.tsx'
import { Register } from './register.tsx'
import { DeadEnd, LostLink, YouAreIn } from './register-ends.tsx'
import { JoinAsYourself, SignInFirst } from './register-join.tsx'
import { type Answers, answersOf, endingOf, stepsOf, stepToOpen } from './registration.ts'
import { loadWords, t } from './words.ts'

type State =
  | { is: 'looking' }
  | { is: 'open'; link: Registration }
  | { is: 'refused'; problem: Problem }
  | { is: 'in'; link: Registration; givenName: string; home: string }

/** The pages behind an invitation's link. Opening them asks the server once and changes nothing; every change is a button. */
export function Invitation({ door, landing }: { door: Door; landing: Landing | null }) {
  const [state, setState] = useState<State>({ is: 'looking' })
  // Kept here, so that looking elsewhere and coming back loses nothing.
  const [answers, setAnswers] = useState<Answers>(unanswered)
  const [stop, setStop] = useState<Stop | undefined>(landing?.stop)
  const [moved, setMoved] = useState(false)
  const token = landing?.token ?? ''
  const address = `/api/v1/registrations/${encodeURIComponent(token)}`

  async function look() {
    const answer = await send<Registration>('GET', address)
    if (answer.problem) return setState({ is: 'refused', problem: answer.problem })
    await loadWords(answer.body.language)
    setAnswers(answersOf(answer.body))
    setState({ is: 'open', link: answer.body })
    if (!landing?.stop) openAt(answer.body)
  }

  function openAt(link: Registration) {
    const step = stepToOpen(link)
    const steps = stepsOf(link.askMobile)
    if (link.needs === 'register') moveThrough(token, steps.slice(0, steps.indexOf(step) + 1))
    setStop(step)
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at once, when the page opens
  useEffect(() => {
    if (!token) return
    look()
    const onBack = (event: PopStateEvent) => {
      setMoved(true)
      setStop(landingIn(event.state)?.stop)
    }
    addEventListener('popstate', onBack)
    return () => removeEventListener('popstate', onBack)
  }, [])

  function go(next: Stop) {
    moveTo({ token, stop: next })
    setMoved(true)
    setStop(next)
    scrollTo(0, 0)
  }

  const end = (problem: Problem) => (hasTurned(problem) ? look() : setState({ is: 'refused', problem }))

  function arrive(link: Registration, home: string, givenName = link.givenName) {
    // The link is spent, so reloading goes on to what it opened.
    history.replaceState(null, '', home)
    setState({ is: 'in', link, home, givenName })
  }
  const place = door.organisation?.name ?? t('product')

  if (!token) return <LostLink place={place} />
  if (state.is === 'looking')
    return (
      <main className="page question" aria-busy="true">
        <p className="opening">{t('register.opening')}</p>
      </main>
    )
  if (state.is === 'in') return <YouAreIn {...state} />
  const ending = state.is === 'refused' ? endingOf(state.problem) : undefined
  if (stop === 'notMe' && (state.is === 'open' || ending === 'somebodyElse'))
    return (
      <NotMe
        {...notMeOf(state, place)}
        address={address}
        first={!moved}
        onEnded={end}
        onItIsMe={() => go(state.is === 'open' ? stepToOpen(state.link) : 'start')}
      />
    )
  if (state.is === 'refused')
    return (
      <DeadEnd
        problem={state.problem}
        address={address}
        door={door}
        onLook={look}
        onNotMe={() => go('notMe')}
      />
    )

  const { link } = state
  const page = { link, address, first: !moved, onEnded: end }
  if (link.needs === 'sign_in') return <SignInFirst {...page} token={token} onNotMe={() => go('notMe')} />
  if (link.needs === 'join')
    return <JoinAsYourself {...page} onNotMe={() => go('notMe')} onIn={(home) => arrive(link, home)} />
  return (
    <Register
      {...page}
      answers={answers}
      setAnswers={setAnswers}
      step={stop && stop !== 'notMe' ? stop : 'start'}
      onGo={go}
      onIn={() => arrive(link, '/', answers.givenName)}
    />
  )
}

const unanswered: Answers = { givenName: '', familyName: '', mobile: '', password: '' }

/** What is known of whom the letter was for. Somebody else who is signed in learns only what the server tells them. */
function notMeOf(state: State & { is: 'open' | 'refused' }, place: string) {
  if (state.is === 'refused') return { place, lead: sentenceOf(state.problem), inviter: null }
  const { organisation, inviter, email } = state.link
  return { place: organisation.name, lead: t('notMe.lead', { email }), inviter }
}
