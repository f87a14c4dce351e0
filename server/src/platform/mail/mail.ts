import { PassThrough } from 'node:stream'
import { createTransport } from 'nodemailer'
import type { Config } from '../config/config.ts'

export interface Letter {
  /** Canonical address; the envelope recipient is exactly this. */
  to: string
  /** Shown beside the sender's address, such as `Reed Primary via Lanyard`. */
  fromName: string
  subject: string
  text: string
  html: string
  /** The same at every attempt, so that a repeat is recognised. Without angle brackets. */
  messageId: string
}

/** What the mail server did with a letter, in its own words. */
export interface Outcome {
  state: 'accepted' | 'deferred' | 'bounced' | 'unknown'
  answer: string
}

export interface Mail {
  /** captured: no mail server is set, letters are kept on the Email page instead. */
  mode: 'captured' | 'sending'
  /** Hands one letter to the mail server. Never throws for what the server says or does. */
  send(letter: Letter): Promise<Outcome>
  close(): void
}

/** Longest a server may keep us waiting for an answer. */
const PATIENCE_MS = 60_000
const CONNECTIONS = 5

export function openMail(config: Config): Mail {
  if (!config.mail) return { mode: 'captured', send: refuseToSend, close: () => {} }
  const { url, requireTls } = config.mail
  const secure = url.protocol === 'smtps:'
  const transport = createTransport({
    pool: true,
    maxConnections: CONNECTIONS,
    maxMessages: 200,
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port || (secure ? 465 : 587)),
    secure,
    requireTLS: requireTls && !secure,
    ignoreTLS: !requireTls && !secure,
    ...(url.username
      ? { auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) } }
      : {}),
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: PATIENCE_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  // The library names a lost connection alike before and after the letter went out; the letter itself knows which.
  const handedOver = new Set<string>()
  transport.use('stream', (mail, done) => {
    mail.message.transform(() => {
      const letter = new PassThrough()
      letter.once('end', () => handedOver.add(mail.message.messageId()))
      return letter
    })
    done()
  })
  return {
    mode: 'sending',
    async send(letter) {
      const messageId = `<${letter.messageId}>`
      try {
        const sent = await transport.sendMail({
          from: { name: letter.fromName, address: config.mailFrom },
          to: { name: '', address: letter.to },
          envelope: { from: config.mailFrom, to: [letter.to] },
          subject: letter.subject,
          text: letter.text,
          html: letter.html,
          messageId,
          headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
        })
        return { state: 'accepted', answer: sent.response }
      } catch (error) {
        return outcomeOf(error as SmtpError, handedOver.has(messageId))
      } finally {
        handedOver.delete(messageId)
      }
    },
    close: () => transport.close(),
  }
}

async function refuseToSend(): Promise<Outcome> {
  throw new Error('Mail is not set up, so nothing may be handed to a mail server')
}

interface SmtpError extends Error {
  code?: string
  command?: string
  response?: string
  responseCode?: number
}

/** 4xx: later. 5xx to the letter or its recipient: never. Silence after the letter was sent: nobody knows. */
function outcomeOf(error: SmtpError, wasHandedOver: boolean): Outcome {
  const answer = error.response ?? error.message
  if (!error.responseCode && wasHandedOver) return { state: 'unknown', answer }
  const aboutUs = error.command === 'CONN' || error.command?.startsWith('AUTH') || error.code === 'EAUTH'
  if (error.responseCode && error.responseCode >= 500 && !aboutUs) return { state: 'bounced', answer }
  return { state: 'deferred', answer }
}
