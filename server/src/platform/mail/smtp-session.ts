import type { Readable, Writable } from 'node:stream'
import SmtpConnection from 'nodemailer/lib/smtp-connection'
import { type Outcome, outcomeOf, type SmtpError } from './outcome.ts'
import type { SmtpServer } from './smtp-server.ts'

export interface Line {
  who: 'server' | 'lanyard'
  line: string
}

/** `hungUp`: the server ended the connection before any of the letter was on its way. */
export type Handed = Outcome & { hungUp: boolean }

export interface SmtpSession {
  /** Hands over one letter. Never throws for what the server says or does. */
  hand(from: string, to: string, letter: Buffer): Promise<Handed>
  /** Letters it has taken on so far. */
  readonly letters: number
  /** Whether it can take another one. */
  readonly open: boolean
  readonly encrypted: boolean
  readonly signedIn: boolean
  /** Says goodbye. */
  close(): void
}

/**
 * Opens a connection to the mail server, encrypted and signed in as the settings say: it never goes on in clear where
 * encryption is required. Each step of it, and each letter, has the server's patience at most, however slowly it
 * trickles; a letter that takes longer ends the connection.
 * @param heard is told each line of the conversation, without secrets
 * @throws Error as the library makes them, when it can't be opened
 */
export async function openSession(server: SmtpServer, heard?: (line: Line) => void): Promise<SmtpSession> {
  const { auth, patienceMs, ...options } = server
  const connection = new SmtpConnection({
    ...options,
    connectionTimeout: Math.min(10_000, patienceMs),
    greetingTimeout: Math.min(10_000, patienceMs),
    socketTimeout: patienceMs,
    ...(heard ? { logger: listener(heard), transactionLog: true } : {}),
  })
  let open = false
  let letters = 0
  let lost: (error: Error) => void = () => {}
  connection.on('error', (error: Error) => {
    open = false
    lost(error)
  })
  connection.once('end', () => {
    open = false
    lost(Object.assign(new Error('The connection was closed'), { code: 'ECONNECTION' }))
  })

  /** Runs one step; whatever ends the connection, or a server too slow for it, ends the step. */
  const step = <T>(run: (done: (error?: Error | null, result?: T) => void) => void): Promise<T | undefined> =>
    new Promise((resolve, reject) => {
      const late = setTimeout(() => {
        reject(
          Object.assign(new Error(`No answer within ${Math.round(patienceMs / 1000)} seconds`), {
            code: 'ETIMEDOUT',
          }),
        )
        end()
      }, patienceMs)
      const settle = (act: () => void) => {
        clearTimeout(late)
        lost = () => {}
        act()
      }
      lost = (error) => settle(() => reject(error))
      run((error, result) => settle(() => (error ? reject(error) : resolve(result))))
    })
  const end = () => {
    open = false
    connection.close()
  }

  try {
    await step((done) => connection.connect((error) => done(error)))
    if (auth && !connection.allowsAuth)
      throw Object.assign(new Error('The server offers no way to sign in'), { code: 'ENOAUTH' })
    if (auth) await step((done) => connection.login({ credentials: auth }, (error) => done(error)))
  } catch (error) {
    end()
    throw error
  }
  open = true

  return {
    get letters() {
      return letters
    },
    get open() {
      return open
    },
    get encrypted() {
      return connection.secure === true
    },
    signedIn: auth !== undefined,
    close() {
      if (!open) return
      open = false
      connection.quit()
    },
    async hand(from, to, letter) {
      letters++
      let handedOver = false
      // The library asks for the letter when the server has said that it takes it.
      const source = {
        pipe(target: Writable) {
          handedOver = true
          target.end(letter)
        },
      } as unknown as Readable
      try {
        const sent = await step<{ response: string }>((done) =>
          connection.send({ from, to: [to] }, source, (error, info) =>
            done(error, info as { response: string } | undefined),
          ),
        )
        return { state: 'accepted', answer: sent?.response ?? '', trouble: null, hungUp: false }
      } catch (error) {
        const problem = error as SmtpError
        // What was refused in words was this letter; the connection is as good as before once it is reset.
        const answered = problem.responseCode !== undefined && problem.responseCode !== 421
        if (open && answered) await step((done) => connection.reset((failure) => done(failure))).catch(end)
        else end()
        const hungUp = !handedOver && !answered && problem.code !== 'ETIMEDOUT'
        return { ...outcomeOf(problem, handedOver), hungUp }
      }
    },
  }
}

/** Picks the lines of the conversation from what the library logs. Secrets are withheld here once more. */
function listener(heard: (line: Line) => void) {
  let secret = false
  const note = (entry: { tnx?: string }, ...words: unknown[]) => {
    if (entry.tnx !== 'client' && entry.tnx !== 'server') return
    for (const line of String(words[0] ?? '').split(/\r?\n/)) {
      const who = entry.tnx === 'client' ? 'lanyard' : 'server'
      if (who === 'server') secret = line.startsWith('334')
      const hidden = who === 'lanyard' && (secret || /^AUTH /i.test(line))
      const shown = hidden
        ? line.replace(/^(AUTH \S+)?.*$/i, (_, verb = '') => `${verb} (hidden)`.trim())
        : line
      heard({ who, line: shown })
    }
  }
  const none = () => {}
  return { level: none, trace: note, debug: note, info: none, warn: none, error: none, fatal: none }
}
