/** Names of the cookies. The prefix makes the browser refuse them over http or from another host of the domain. */
export function cookieNames(baseUrl: string): { session: string; device: string; secure: boolean } {
  const secure = baseUrl.startsWith('https:')
  return { session: secure ? '__Host-sid' : 'sid', device: secure ? '__Host-did' : 'did', secure }
}

/** Days after which a browser drops the cookies at the latest; the server ends sessions by its own clock. */
export const SESSION_COOKIE_DAYS = 30
export const DEVICE_COOKIE_DAYS = 180

/** Cookies as a route may touch them. */
export interface Cookies {
  device: string | undefined
  /** As it came, whether it opens anything or not. */
  session: string | undefined
  keepSession(token: string): void
  keepDevice(token: string): void
  dropSession(): void
}
