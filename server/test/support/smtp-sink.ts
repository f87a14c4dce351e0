import type { AddressInfo } from 'node:net'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'

/**
 * What the mail server does with a letter. `hang`: never answers to the recipient. `drop`: takes the letter and hangs up
 * instead of saying so. `mute`: takes it and says nothing.
 */
export type Behaviour = 'accept' | 'refuse' | 'defer' | 'hang' | 'drop' | 'mute'

export interface Letter {
  to: string[]
  from: string
  mail: Email
  raw: string
}

/** One attempt to hand something over, as the mail server saw it. */
export interface JournalEntry {
  to: string
  did: Behaviour
  /** Of the letter, when it came to that. */
  messageId: string | null
  /** What was answered last; null: nothing. */
  said: string | null
}

export interface Mailbox {
  url: string
  behave(behaviour: Behaviour): void
  /** Behaves differently to each recipient: `nth` counts the attempts to reach them, from 1. */
  behaveTo(choose: (to: string, nth: number) => Behaviour): void
  /** Every attempt so far, in order. */
  journal(): JournalEntry[]
  /** Waits until so many attempts were made, however long that takes. */
  attempts(n: number): Promise<void>
  all(): Letter[]
  /** Waits for the n-th letter (from 1), or fails after ten seconds. */
  letter(n: number): Promise<Letter>
  close(): Promise<void>
}

const PATIENCE_MS = 10_000

/** A real mail server on the loopback address that keeps what it accepts, and misbehaves when told to. */
export async function openMailbox(): Promise<Mailbox> {
  const letters: Letter[] = []
  const journal: JournalEntry[] = []
  const plans = new Map<string, Behaviour>()
  const tries = new Map<string, number>()
  let choose = (_to: string, _nth: number): Behaviour => 'accept'
  let arrived = () => {}
  let noted = () => {}

  function note(entry: JournalEntry): void {
    journal.push(entry)
    noted()
  }
  const REFUSALS = {
    refuse: { code: 550, words: '5.1.1 No such user here' },
    defer: { code: 450, words: '4.7.1 Greylisted, try again' },
  }

  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    closeTimeout: 200,
    onRcptTo({ address: to }, session, done) {
      const nth = (tries.get(to) ?? 0) + 1
      tries.set(to, nth)
      const did = choose(to, nth)
      plans.set(session.id, did)
      if (did === 'hang') return note({ to, did, messageId: null, said: null })
      if (did === 'refuse' || did === 'defer') {
        const { code, words } = REFUSALS[did]
        note({ to, did, messageId: null, said: `${code} ${words}` })
        return done(Object.assign(new Error(words), { responseCode: code }))
      }
      done()
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', async () => {
        const raw = Buffer.concat(chunks).toString('utf8')
        const to = session.envelope.rcptTo.map((recipient) => recipient.address)
        const from = session.envelope.mailFrom ? session.envelope.mailFrom.address : ''
        const mail = await PostalMime.parse(raw)
        letters.push({ to, from, raw, mail })
        const did = plans.get(session.id) ?? 'accept'
        const words = `2.0.0 OK: queued as ${letters.length}`
        note({
          to: to[0] ?? '',
          did,
          messageId: mail.messageId ?? null,
          said: did === 'accept' ? `250 ${words}` : null,
        })
        arrived()
        if (did === 'accept') done(null, words)
        if (did === 'drop') connectionOf(server, session.id)?._socket.destroy()
      })
    },
  })
  server.on('error', () => {})
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.server.address() as AddressInfo

  return {
    url: `smtp://127.0.0.1:${port}`,
    behave: (next) => {
      choose = () => next
    },
    behaveTo: (next) => {
      choose = next
    },
    journal: () => [...journal],
    async attempts(n) {
      while (journal.length < n)
        await new Promise<void>((go) => {
          noted = go
        })
    },
    all: () => [...letters],
    async letter(n) {
      const deadline = Date.now() + PATIENCE_MS
      while (letters.length < n) {
        const left = deadline - Date.now()
        if (left <= 0) throw new Error(`Only ${letters.length} letters came, not ${n}`)
        await new Promise<void>((go) => {
          const timer = setTimeout(go, left)
          arrived = () => {
            clearTimeout(timer)
            go()
          }
        })
      }
      return letters[n - 1] as Letter
    },
    close: () =>
      new Promise<void>((closed) => {
        for (const connection of connectionsOf(server)) connection._socket.destroy()
        server.close(() => closed())
      }),
  }
}

interface Connection {
  session: { id: string }
  _socket: { destroy(): void }
}

/** The connections open at this moment; the library keeps them without naming them in its types. */
function connectionsOf(server: SMTPServer): Set<Connection> {
  return (server as unknown as { connections: Set<Connection> }).connections
}

const connectionOf = (server: SMTPServer, sessionId: string) =>
  [...connectionsOf(server)].find((connection) => connection.session.id === sessionId)
