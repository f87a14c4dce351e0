import { type ReactNode, StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import '../ui/tokens.css'
import '../ui/fonts.css'
import '../ui/base.css'
import './door.css'
import './cover.css'
import './form.css'
import './question.css'
import { type Door, send } from './api.ts'
import { ConfirmEmail } from './confirm-email.tsx'
import { FirstPassword } from './first-password.tsx'
import { Forgot } from './forgot.tsx'
import { Invitation } from './invitation.tsx'
import { land } from './landing.ts'
import { Failed, NotFound } from './not-found.tsx'
import { Reset } from './reset.tsx'
import { SetUp } from './set-up.tsx'
import { SignIn } from './sign-in.tsx'
import { loadWords } from './words.ts'

/** The page for this address, or the address to go to instead. Until an owner exists, every public page is set-up. */
function pageFor(path: string, door: Door): ReactNode | { goTo: string } {
  const [, first, token] = path.split('/')
  if (first === 'setup') return <SetUp door={door} />
  if (!door.setUp) return { goTo: '/setup' }
  if (first === 'sign-in') return <SignIn door={door} />
  if (first === 'choose-password') return <FirstPassword door={door} />
  if (first === 'forgot') return <Forgot door={door} />
  if (first === 'reset') return <Reset door={door} token={token ?? ''} />
  if (first === 'e') return <ConfirmEmail door={door} token={token ?? ''} />
  if (first === 'i') return <Invitation door={door} landing={land()} />
  return <NotFound door={door} />
}

async function open(): Promise<void> {
  const answer = await send<Door>('GET', '/api/v1/door')
  await loadWords(answer.body?.locale ?? 'en-GB')
  const page = answer.problem ? <Failed problem={answer.problem} /> : pageFor(location.pathname, answer.body)
  if (page && typeof page === 'object' && 'goTo' in page) return location.replace(page.goTo)
  const root = document.getElementById('root')
  if (root) createRoot(root).render(<StrictMode>{page}</StrictMode>)
}

open()
