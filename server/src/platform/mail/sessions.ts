import { type Outcome, type SmtpError, troubleOf } from './outcome.ts'
import type { SmtpServer } from './smtp-server.ts'
import { openSession, type SmtpSession } from './smtp-session.ts'

/** Some servers end a connection after so many letters; ours ends before. */
const LETTERS_A_SESSION = 200
const IDLE_MS = 10_000

export interface Sessions {
  /** Hands over one letter, on a connection that is free or on a new one: the caller limits how many at a time. */
  send(from: string, to: string, letter: Buffer): Promise<Outcome>
  close(): void
}

/** Connections to the mail server, kept open while there is work for them. */
export function openSessions(server: SmtpServer): Sessions {
  const idle = new Map<SmtpSession, NodeJS.Timeout>()
  let closed = false

  function takeIdle(): SmtpSession | undefined {
    for (const [session, timer] of idle) {
      idle.delete(session)
      clearTimeout(timer)
      if (session.open) return session
    }
    return undefined
  }

  function keep(session: SmtpSession): void {
    if (closed || session.letters >= LETTERS_A_SESSION) session.close()
    if (!session.open) return
    const timer = setTimeout(() => {
      idle.delete(session)
      session.close()
    }, IDLE_MS)
    idle.set(session, timer.unref())
  }

  return {
    async send(from, to, letter) {
      const used = takeIdle()
      if (used) {
        const { hungUp, ...outcome } = await used.hand(from, to, letter)
        keep(used)
        // A server may hang up on a connection that lay idle: the letter has not left and takes a new one.
        if (!hungUp) return outcome
      }
      try {
        const session = await openSession(server)
        const { hungUp: _, ...outcome } = await session.hand(from, to, letter)
        keep(session)
        return outcome
      } catch (error) {
        return troubleOf(error as SmtpError)
      }
    },
    close() {
      closed = true
      for (const [session, timer] of idle) {
        clearTimeout(timer)
        session.close()
      }
      idle.clear()
    },
  }
}
