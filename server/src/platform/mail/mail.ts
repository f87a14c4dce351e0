import type { Config } from '../config/config.ts'
import { composeLetter, type Letter } from './compose-letter.ts'
import { type Conversation, holdConversation } from './conversation.ts'
import type { Outcome } from './outcome.ts'
import { openSessions } from './sessions.ts'
import { smtpServerOf } from './smtp-server.ts'

export interface Mail {
  /** captured: no mail server is set, letters are kept on the Email page instead. */
  mode: 'captured' | 'sending'
  /** Hands one letter to the mail server. Never throws for what the server says or does. */
  send(letter: Letter): Promise<Outcome>
  /** The same on a connection of its own, with every line that was said. */
  converse(letter: Letter): Promise<Conversation>
  close(): void
}

/** Letters that travel at the same time, as long as the server answers. */
export const CONNECTIONS = 5
/** Connections at most: one that waits for the server lets another letter go in its place. */
export const CONNECTIONS_AT_MOST = 20

/** @param patienceMs longest a server may keep one letter waiting; tests have less of it */
export function openMail(config: Config, patienceMs?: number): Mail {
  if (!config.mail) return { mode: 'captured', send: refuse, converse: refuse, close: () => {} }
  const from = config.mailFrom
  const server = smtpServerOf(config.mail, patienceMs)
  const sessions = openSessions(server)
  return {
    mode: 'sending',
    send: (letter) => sessions.send(from, letter.to, composeLetter(letter, from)),
    converse: (letter) => holdConversation(server, from, letter.to, composeLetter(letter, from)),
    close: sessions.close,
  }
}

async function refuse(): Promise<never> {
  throw new Error('Mail is not set up, so nothing may be handed to a mail server')
}
