import type { Actor } from '../../kernel/actor.ts'
import { type Page, writeCursor } from '../../kernel/paging.ts'
import { notFound, Refusal } from '../../kernel/refusal.ts'
import type { App } from '../../platform/app.ts'
import { inTenant, type Tx } from '../../platform/database/database.ts'
import { authorize, levelAt } from '../access/authorize.policy.ts'
import { findPlace, holdingsOf } from '../access/places.queries.ts'
import { type Action, allowedAt, mayNot } from '../access/require.ts'
import { record } from '../audit/record.ts'
import { EXPLANATIONS, type MailKinds, type MessageState, STATE_LABELS } from './message.ts'
import { findMessage, listMessages, type MessageRow } from './messages.queries.ts'
import { contentContext } from './try-message.ts'

export interface SeenMessage {
  id: string
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

/** How mail leaves this installation, for every screen that speaks of it. */
export function mailSentence(app: App): { mode: 'captured' | 'sending'; sentence: string } {
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
  page: { limit: number; before: string | null },
): Promise<Page<SeenMessage> & { mail: { mode: 'captured' | 'sending'; sentence: string } }> {
  return inTenant(app.database, actor.tenantId, async (tx) => {
    const place = allowedAt(actor, 'users.view', await findPlace(tx, organisationId))
    const rows = await listMessages(tx, organisationId, page.before, page.limit + 1)
    const shown = rows.slice(0, page.limit)
    const last = shown.at(-1)
    const canRead = authorize(actor, 'invitations.copy_link', place)
    return {
      data: shown.map((row) => asSeen(row, kinds, canRead)),
      next: rows.length > page.limit && last ? writeCursor([last.id]) : null,
      mail: mailSentence(app),
    }
  })
}

/**
 * The captured content of one message: for who may copy personal links here and stands no lower than its recipient,
 * since whoever reads a link can use it. Each reading is recorded.
 * @throws Refusal not_found, forbidden, content_gone
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
    if (!authorize(actor, 'invitations.copy_link', place)) throw mayNot('invitations.copy_link')
    if (actor.kind === 'person' && (await recipientLevel(tx, message)) > levelAt(actor.holdings, place))
      throw new Refusal(
        'forbidden',
        'person_above_yours',
        'This email is to someone who stands above you, so you can’t read it.',
      )
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

/** The highest level the recipient has anywhere: a link opens all they can do. */
async function recipientLevel(tx: Tx, message: MessageRow): Promise<number> {
  if (!message.accountId) return 0
  const holdings = await holdingsOf(tx, message.accountId)
  return Math.max(
    0,
    ...holdings.map((holding) =>
      levelAt([holding], { organisationId: holding.organisation.id, path: holding.organisation.path }),
    ),
  )
}

function asSeen(row: MessageRow, kinds: MailKinds, canRead: boolean): SeenMessage {
  const reason = !row.captured
    ? 'It went to the mail server; no copy is kept.'
    : !row.readable
      ? 'Its link has ended, so the content was erased.'
      : mayNot('invitations.copy_link').message
  const allowed = row.readable && canRead
  return {
    id: row.id,
    to: row.to,
    kind: row.kind,
    kindLabel: kinds[row.kind]?.label ?? row.kind,
    subject: row.subject,
    state: row.state,
    stateLabel: row.captured ? 'Captured, not sent' : STATE_LABELS[row.state],
    captured: row.captured,
    attempts: row.attempts,
    nextTryAt: row.nextTryAt?.toISOString() ?? null,
    serverAnswer: row.serverAnswer,
    explanation: row.explanation ? (EXPLANATIONS[row.explanation] ?? null) : null,
    createdAt: row.createdAt.toISOString(),
    actions: [{ action: 'read_content', allowed, ...(allowed ? {} : { reason }) }],
  }
}
