/** Where in an invitation this entry of the browser's history stands. Without a stop, the server says where to go on. */
export type Landing = { token: string; stop?: Stop }
export type Stop = 'start' | 'name' | 'mobile' | 'password' | 'notMe'

/**
 * Takes the link out of the address bar, where it could be read, shared or sent along: it is as good as a password
 * until it is used. The tab's own history keeps it, so that Back and reloading work.
 */
export function land(): Landing | null {
  const [, , token, page] = location.pathname.split('/')
  if (!token) return landingIn(history.state)
  const landing: Landing = {
    token: token,
    ...(page === 'not-me' ? { stop: 'notMe' } : {}),
  }
  history.replaceState(landing, '', '/i')
  return landing
}

/** What an entry of the history holds, if it is one of an invitation. */
export function landingIn(state: unknown): Landing | null {
  return typeof state === 'object' && state !== null && 'token' in state ? (state as Landing) : null
}

/** A new entry, so that Back leads to where the person was. */
export const moveTo = (landing: Landing): void => history.pushState(landing, '', '/i')

/** Opens at a later question with the earlier ones before it, so that Back leads through them here too. */
export function moveThrough(token: string, stops: Stop[]): void {
  stops.forEach((stop, index) => {
    if (index === 0) history.replaceState({ token, stop }, '', '/i')
    else moveTo({ token, stop })
  })
}
