/** The bare pool: hands one letter after the other to a mail server over as many connections as the product uses. */
import { createTransport } from 'nodemailer'
import { obey } from './child.ts'

export interface Sending {
  port: number
  letters: number
  connections: number
  subject: string
  text: string
  html: string
}

export interface Sent {
  seconds: number
}

if (import.meta.main)
  await obey(async ({ port, letters, connections, subject, text, html }: Sending): Promise<Sent> => {
    const pool = createTransport({
      pool: true,
      maxConnections: connections,
      maxMessages: Number.POSITIVE_INFINITY,
      host: '127.0.0.1',
      port,
      ignoreTLS: true,
    })
    const started = performance.now()
    await Promise.all(
      Array.from({ length: letters }, (_, n) =>
        pool.sendMail({
          from: { name: 'Reed Primary via Lanyard', address: 'lanyard@localhost' },
          to: { name: '', address: `person${n}@reed.example` },
          subject,
          text,
          html,
        }),
      ),
    )
    const seconds = (performance.now() - started) / 1000
    pool.close()
    return { seconds }
  })
