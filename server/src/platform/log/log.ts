import { type Logger, pino } from 'pino'

export type Log = Logger

/** Structured log on standard error. Link tokens, cookies and addresses never reach it: requests are logged by route pattern. */
export function openLog(level: string): Log {
  return pino(
    { level, base: null, redact: ['req.headers', 'headers', 'email', 'password', 'token'] },
    pino.destination({ fd: 2, sync: false }),
  )
}
