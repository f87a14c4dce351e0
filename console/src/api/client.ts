import createClient from 'openapi-fetch'
import createQueryClient from 'openapi-react-query'
import { createKey } from './idempotency.ts'
import { askPassword } from './reauth.ts'
import type { paths } from './schema.d.ts'

/** Typed calls. Signed out → the sign-in page; asked to confirm → the password dialog, and then the same call again. */
export const client = createClient<paths>({ baseUrl: '', credentials: 'same-origin', fetch: send })

/** The same calls as queries and mutations. */
export const api = createQueryClient(client)

const keys = createKey()

/** For whom the pages are drawn: every change says so, since in another tab somebody else may sign in. */
let drawnFor: string | undefined

/** Somebody else than before: what the page still shows is not theirs, so it is drawn anew. */
export function drawFor(personId: string): void {
  if (drawnFor && drawnFor !== personId) location.reload()
  else drawnFor = personId
}

export const forWhom = (): Record<string, string> => (drawnFor ? { 'Lanyard-Person': drawnFor } : {})

async function send(request: Request): Promise<Response> {
  const body = request.method === 'POST' ? await request.clone().text() : ''
  for (const [name, value] of Object.entries(forWhom())) request.headers.set(name, value)
  const sent = keys.sign(request, body)
  const [spare, again] = [sent.clone(), sent.clone()]
  let response = await fetch(sent).catch((error: unknown) => {
    // Given up by the page itself: nobody sends it again. What was lost on the way keeps its key for the next try.
    if (request.signal.aborted) keys.forget(request, body)
    throw error
  })
  let code = await codeOf(response)
  // Another answer on its way may just have brought this browser a new token: what was refused with the old one was not done.
  if (code === 'signed_out') {
    response = await fetch(again)
    code = await codeOf(response)
  }
  if (code === 'signed_out') return leaveForSignIn()
  if (code === 'reauth_required' && (await askPassword())) return fetch(spare)
  keys.settle(request, body, response.status)
  return response
}

/** The code of an answer that asks for somebody else, or for a proof. */
async function codeOf(response: Response): Promise<string> {
  if (response.status !== 401 && response.status !== 403) return ''
  const problem: unknown = await response
    .clone()
    .json()
    .catch(() => undefined)
  return typeof problem === 'object' && problem && 'code' in problem ? String(problem.code) : ''
}

/** Never settles: the page is on its way out, and nothing should flash in between. */
function leaveForSignIn(): Promise<Response> {
  const next = location.pathname + location.search
  location.assign(next === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(next)}`)
  return new Promise(() => {})
}
