import type { Actor, Place } from '../../kernel/actor.ts'
import { type Count, type Page, totalUpTo, writeCursor } from '../../kernel/paging.ts'
import { notFound, Refusal } from '../../kernel/refusal.ts'
import type { App } from '../../platform/app.ts'
import { inTenant, type Tx } from '../../platform/database/database.ts'
import { authorize, levelAt, standingAt } from '../access/authorize.policy.ts'
import { findPlace, holdingsOf } from '../access/places.queries.ts'
import { type Action, allowedAt, mayNot } from '../access/require.ts'
import { record } from '../audit/record.ts'
import { findTrouble } from './mail-trouble.queries.ts'
import { EXPLANATIONS, type MailKinds, type MessageState, STATE_LABELS, stateLabel } from './message.ts'
import {
  countMessages,
  countWaiting,
  findMessage,
  listMessages,
  type MessageQuestion,
  type MessageRow,
} from './messages.queries.ts'
import { contentContext } from './try-message.ts'

export interface SeenMessage {
  id: string
  /** The recipient, when a person known here. */
  accountId: string | null
  to: string
  kind: string
  kindLabel: string
  subject: string | null
  state: MessageState
  stateLabel: string
  captured: boolean
  attempts: number
  nextTryAt: string | null
  serverAnswer: string | null
  explanation: string | null
  createdAt: string
  actions: Action[]
}

/** What keeps every letter from going at the moment, and how many of this organisation wait for its end. */
export interface SeenTrouble {
  sentence: string
  serverAnswer: string
  since: string
  waiting: number
}

interface MailState {
  mode: 'captured' | 'sending'
  sentence: string
}

export interface SeenMessages extends Page<SeenMessage> {
  mail: MailState & { trouble: SeenTrouble | null }
  filters: { states: { key: MessageState; label: string }[]; kinds: { key: string; label: string }[] }
  actions: Action[]
}

/** How mail leaves this installation, for every screen that speaks of it. */
export function mailSentence(app: App): MailState {
  const sentence =
    app.mail.mode === 'captured'
      ? 'Email isn’t set up, so nothing is sent. What would have been sent is kept here until its link ends.'
      : `Email is handed to ${app.config.mail?.url.hostname ?? 'the mail server'}.`
  return { mode: app.mail.mode, sentence }
}

/** The email log of an organisation, newest first. @throws Refusal not_found, forbidden */
export async function seeMessages(
  app: App,
  kinds: MailKinds,
  actor: Actor,
  organisationId: string,
  { limit, count, ...question }: MessageQuestion & { limit: number; count: Count },
): Promise<SeenMessages> {
  return inTenant(app.database, actor.tenantId, async (tx) => {
    const place = allowedAt(actor, 'users.view', await findPlace(tx, organisationId))
    const rows = await listMessages(tx, organisationId, question, limit + 1)
    const shown = rows.slice(0, limit)
    const last = shown.at(-1)
    const refusal = authorize(actor, 'invitations.copy_link', place) ? null : mayNot('invitations.copy_link')
    return {
      data: shown.map((row) => asSeen(row, kinds, refusal)),
      next: rows.length > limit && last ? writeCursor([last.id]) : null,
      ...(await totalUpTo(count, (most) => countMessages(tx, organisationId, question, most))),
      mail: { ...mailSentence(app), trouble: await seeTrouble(app, tx, organisationId) },
      filters: {
        states: Object.entries(STATE_LABELS).map(([key, label]) => ({ key: key as MessageState, label })),
        kinds: Object.entries(kinds).map(([key, { label }]) => ({ key, label })),
      },
      actions: authorize(actor, 'settings.mail', place) ? [{ action: 'mail.test', allowed: true }] : [],
    }
  })
}

async function seeTrouble(app: App, tx: Tx, organisationId: string): Promise<SeenTrouble | null> {
  const trouble = app.mail.mode === 'captured' ? undefined : await findTrouble(tx)
  if (!trouble) return null
  return {
    sentence: EXPLANATIONS[trouble.kind] ?? 'The mail server takes nothing at the moment.',
    serverAnswer: trouble.serverAnswer,
    since: trouble.since.toISOString(),
    waiting: await countWaiting(tx, organisationId),
  }
}

/**
 * The captured content of one message: for who may copy personal links here and stands no lower than its recipient,
 * since whoever reads a link can use it. Each reading is recorded.
 * @throws Refusal not_found, forbidden, person_above_yours, content_gone
 */
export async function readContent(
  app: App,
  actor: Actor,
  messageId: string,
): Promise<{ subject: string; html: string; text: string }> {
  return inTenant(app.database, actor.tenantId, async (tx) => {
    const message = await findMessage(tx, messageId)
    if (!message) throw notFound()
    const place = allowedAt(actor, 'users.view', await findPlace(tx, message.organisationId))
    const refusal = await whyNotRead(tx, actor, place, message)
    if (refusal) throw refusal
    if (!message.content || !message.readable)
      throw new Refusal(
        'gone',
        'content_gone',
        'This email isn’t kept any more: its link has ended, or it was sent.',
      )
    const plain = app.keys.open(
      'message-content',
      contentContext(actor.tenantId, message.id),
      message.content,
    )
    await record(app, tx, actor, [
      {
        event: 'message.read',
        organisationId: message.organisationId,
        ...(message.accountId ? { subjectId: message.accountId } : {}),
        detail: { messageId: message.id, kind: message.kind },
      },
    ])
    return JSON.parse(plain.toString('utf8'))
  })
}

/** What keeps an actor from the content of a message; null: nothing. */
export async function whyNotRead(
  tx: Tx,
  actor: Actor,
  place: Place,
  message: MessageRow,
): Promise<Refusal | null> {
  if (!authorize(actor, 'invitations.copy_link', place)) return mayNot('invitations.copy_link')
  if (actor.kind === 'person' && (await recipientLevel(tx, message)) > levelAt(actor.holdings, place))
    return new Refusal(
      'forbidden',
      'person_above_yours',
      'This email is to someone who stands above you, so you can’t read it.',
    )
  return null
}

/** The highest level the recipient has or is offered anywhere: a link opens all they can do. */
async function recipientLevel(tx: Tx, message: MessageRow): Promise<number> {
  if (!message.accountId) return 0
  const holdings = await holdingsOf(tx, message.accountId)
  return Math.max(
    0,
    ...holdings.map((holding) =>
      standingAt([holding], { organisationId: holding.organisation.id, path: holding.organisation.path }),
    ),
  )
}

/** What a stored state and a stored explanation mean in words. */
export const inWords = (captured: boolean, state: MessageState, explanation: string | null) => ({
  stateLabel: stateLabel(state, captured),
  explanation: explanation ? (EXPLANATIONS[explanation] ?? null) : null,
})

/** @param refusal what keeps the reader from captured content */
export function asSeen(row: MessageRow, kinds: MailKinds, refusal: Refusal | null): SeenMessage {
  const reason = !row.captured
    ? 'It went to the mail server; no copy is kept.'
    : !row.readable
      ? 'Its link has ended, so the content was erased.'
      : refusal?.message
  return {
    id: row.id,
    accountId: row.accountId,
    to: row.to,
    kind: row.kind,
    kindLabel: kinds[row.kind]?.label ?? row.kind,
    subject: row.subject,
    state: row.state,
    ...inWords(row.captured, row.state, row.explanation),
    captured: row.captured,
    attempts: row.attempts,
    nextTryAt: row.nextTryAt?.toISOString() ?? null,
    serverAnswer: row.serverAnswer,
    createdAt: row.createdAt.toISOString(),
    actions: [{ action: 'read_content', allowed: reason === undefined, ...(reason ? { reason } : {}) }],
  }
}
