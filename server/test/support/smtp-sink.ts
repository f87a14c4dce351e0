import type { AddressInfo } from 'node:net'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'

/** What the mail server does with the next letters. */
export type Behaviour = 'accept' | 'refuse' | 'defer' | 'hang' | 'drop'

export interface Letter {
  to: string[]
  from: string
  mail: Email
  raw: string
}

export interface Mailbox {
  url: string
  behave(behaviour: Behaviour): void
  all(): Letter[]
  /** Waits for the n-th letter (from 1), or fails after ten seconds. */
  letter(n: number): Promise<Letter>
  close(): Promise<void>
}

const PATIENCE_MS = 10_000

/** A real mail server on the loopback address that keeps what it accepts, and misbehaves when told to. */
export async function openMailbox(): Promise<Mailbox> {
  const letters: Letter[] = []
  let behaviour: Behaviour = 'accept'
  let arrived = () => {}

  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    closeTimeout: 200,
    onRcptTo(_address, _session, done) {
      if (behaviour === 'refuse')
        return done(Object.assign(new Error('5.1.1 No such user here'), { responseCode: 550 }))
      if (behaviour === 'defer')
        return done(Object.assign(new Error('4.7.1 Greylisted, try again'), { responseCode: 450 }))
      if (behaviour === 'hang') return
      done()
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', async () => {
        const raw = Buffer.concat(chunks).toString('utf8')
        const to = session.envelope.rcptTo.map((recipient) => recipient.address)
        const from = session.envelope.mailFrom ? session.envelope.mailFrom.address : ''
        letters.push({ to, from, raw, mail: await PostalMime.parse(raw) })
        arrived()
        if (behaviour === 'drop') {
          for (const connection of connectionsOf(server)) connection._socket.destroy()
          return
        }
        done(null, '2.0.0 OK: queued')
      })
    },
  })
  server.on('error', () => {})
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.server.address() as AddressInfo

  return {
    url: `smtp://127.0.0.1:${port}`,
    behave: (next) => {
      behaviour = next
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

/** The connections open at this moment; the library keeps them without naming them in its types. */
function connectionsOf(server: SMTPServer): Set<{ _socket: { destroy(): void } }> {
  return (server as unknown as { connections: Set<{ _socket: { destroy(): void } }> }).connections
}
