import type { MailConfig } from '../config/config.ts'

/** Longest a server may keep us waiting for one step. */
const PATIENCE_MS = 60_000

/** Where letters are handed over, in the words of the library. */
export interface SmtpServer {
  host: string
  port: number
  secure: boolean
  requireTLS: boolean
  ignoreTLS: boolean
  auth: { user: string; pass: string } | undefined
  patienceMs: number
}

/** Encryption is required unless the server is on this machine or the operator says none. */
export function smtpServerOf({ url, requireTls }: MailConfig, patienceMs = PATIENCE_MS): SmtpServer {
  const secure = url.protocol === 'smtps:'
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port || (secure ? 465 : 587)),
    secure,
    requireTLS: requireTls && !secure,
    ignoreTLS: !requireTls && !secure,
    auth: url.username
      ? { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) }
      : undefined,
    patienceMs,
  }
}
