/** A mail server on loopback that takes every letter, throws it away, and counts. */
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { obey } from './child.ts'

/** `count`: waits until that many letters came since the last order. Anything else: says where it listens. */
export interface Counting {
  count?: number
}

export interface Counted {
  port: number
  letters: number
  /** Different recipients among them. */
  recipients: number
  bytes: number
}

if (import.meta.main) {
  let letters = 0
  let bytes = 0
  const recipients = new Set<string>()
  let arrived = () => {}
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, session, done) {
      stream.on('data', (chunk: Buffer) => {
        bytes += chunk.length
      })
      stream.on('end', () => {
        letters++
        for (const recipient of session.envelope.rcptTo) recipients.add(recipient.address)
        done(null, '2.0.0 OK: queued')
        arrived()
      })
    },
  })
  server.on('error', () => {})
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const { port } = server.server.address() as AddressInfo
  await obey(async ({ count = 0 }: Counting): Promise<Counted> => {
    while (letters < count)
      await new Promise<void>((go) => {
        arrived = go
      })
    const counted = { port, letters, recipients: recipients.size, bytes }
    letters = 0
    bytes = 0
    recipients.clear()
    return counted
  })
  server.close()
}
