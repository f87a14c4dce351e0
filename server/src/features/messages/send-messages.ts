import type { App } from '../../platform/app.ts'
import { inTenant, outsideTenants, type Tx } from '../../platform/database/database.ts'
import { explain, type MailKinds, minutesToNextTry, RETRY_HOURS, type WrittenMessage } from './message.ts'
import {
  type AttemptResult,
  type Claim,
  claimDue,
  finishAttempts,
  msUntilDue,
  type StartedMessage,
  startAttempts,
} from './messages.queries.ts'
import { renderMail } from './render-mail.ts'

/** Messages claimed at once; their letters travel over the pooled connections side by side. */
const BATCH = 50

/**
 * Sends what is due, until nothing is. Each message is tried at least once; a repeat after a crash or a lost
 * connection carries the same Message-ID. Nothing is sent inside a transaction.
 * @returns how many messages were tried
 */
export async function sendDueMessages(app: App, kinds: MailKinds): Promise<number> {
  let tried = 0
  for (;;) {
    const claims = await outsideTenants(app.database, (tx) => claimDue(tx, BATCH))
    const byTenant = Map.groupBy(claims, (claim) => claim.tenantId)
    await Promise.all([...byTenant].map(([tenantId, mine]) => sendForTenant(app, kinds, tenantId, mine)))
    tried += claims.length
    if (claims.length < BATCH) return tried
  }
}

/** Milliseconds until a message is due next; null when none waits. */
export const msUntilNextMessage = (app: App): Promise<number | null> =>
  outsideTenants(app.database, msUntilDue)

interface Attempt extends StartedMessage {
  written: WrittenMessage | undefined
}

async function sendForTenant(app: App, kinds: MailKinds, tenantId: string, claims: Claim[]): Promise<void> {
  const fences = new Map(claims.map((claim) => [claim.messageId, claim.fence]))
  const attempts = await inTenant(app.database, tenantId, async (tx): Promise<Attempt[]> => {
    const started = await startAttempts(tx, claims)
    const written = new Map<string, WrittenMessage>()
    for (const [key, messages] of Map.groupBy(started, (message) => message.kind)) {
      const kind = kinds[key]
      if (!kind) throw new Error(`No feature writes mail of the kind “${key}”`)
      for (const [id, words] of await kind.write(app, tx, messages)) written.set(id, words)
    }
    return started.map((message) => ({ ...message, written: written.get(message.id) }))
  })
  const results = await Promise.all(attempts.map((attempt) => tryOne(app, tenantId, attempt)))
  await inTenant(app.database, tenantId, async (tx) => {
    const mine = await finishAttempts(
      tx,
      results.map((result) => ({ ...result, fence: fences.get(result.messageId) ?? -1 })),
    )
    await tellKinds(
      app,
      kinds,
      tx,
      attempts,
      results.filter((result) => mine.has(result.messageId)),
    )
  })
}

/** Tells the features what became of the messages they wanted. */
async function tellKinds(
  app: App,
  kinds: MailKinds,
  tx: Tx,
  attempts: Attempt[],
  results: Tried[],
): Promise<void> {
  const about = new Map(attempts.map((attempt) => [attempt.id, attempt]))
  for (const [key, mine] of Map.groupBy(results, (result) => about.get(result.messageId)?.kind ?? ''))
    await kinds[key]?.settled?.(
      app,
      tx,
      mine.map(({ messageId, state, captured }) => ({
        messageId,
        subjectIds: about.get(messageId)?.subjectIds ?? {},
        state,
        handedOver: captured || state === 'accepted' || state === 'unknown',
      })),
    )
}

type Tried = Omit<AttemptResult, 'fence'>

async function tryOne(app: App, tenantId: string, attempt: Attempt): Promise<Tried> {
  const nothing = {
    messageId: attempt.id,
    subject: null,
    answer: null,
    retryMinutes: null,
    captured: false,
    content: null,
    contentUntil: null,
  }
  if (!attempt.written)
    return attempt.mayHaveLeft
      ? { ...nothing, state: 'unknown', explanation: 'unknown_not_wanted' }
      : { ...nothing, state: 'suppressed', explanation: 'not_wanted' }
  const { subject, html, text } = renderMail(attempt.written)
  if (app.mail.mode === 'captured') {
    const content = app.keys.seal(
      'message-content',
      contentContext(tenantId, attempt.id),
      Buffer.from(JSON.stringify({ subject, html, text })),
    )
    return {
      ...nothing,
      subject,
      state: 'suppressed',
      explanation: 'captured',
      captured: true,
      content,
      contentUntil: attempt.written.contentUntil,
    }
  }
  const { state, answer } = await app.mail.send({
    to: attempt.to,
    fromName: `${attempt.organisationName} via Lanyard`,
    subject,
    html,
    text,
    messageId: `${attempt.id}@${new URL(app.config.publicUrl).hostname}`,
  })
  const again = state === 'deferred' || state === 'unknown'
  if (again && attempt.ageHours >= RETRY_HOURS)
    return { ...nothing, subject, state: 'failed', answer, explanation: 'gave_up' }
  return {
    ...nothing,
    subject,
    state,
    answer,
    explanation: explain(state, answer),
    retryMinutes: again ? minutesToNextTry(attempt.attempts) : null,
  }
}

/** What binds captured content to its row. */
export const contentContext = (tenantId: string, messageId: string) =>
  `${tenantId}|messages|content|${messageId}`
