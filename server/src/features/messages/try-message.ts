import type { App } from '../../platform/app.ts'
import type { Outcome } from '../../platform/mail/outcome.ts'
import { explain } from './explain.ts'
import { minutesToNextTry, RETRY_HOURS, type WrittenMessage } from './message.ts'
import type { AttemptResult, StartedMessage } from './messages.queries.ts'
import { renderMail } from './render-mail.ts'

/** A message in a worker's hands. Without words it is no longer wanted. */
export interface Attempt extends StartedMessage {
  tenantId: string
  fence: number
  written: WrittenMessage | undefined
}

export interface Tried {
  result: AttemptResult
  outcome: Outcome | null
}

/** Tries one message: hands it over, or keeps it here when mail is not set up. */
export async function tryMessage(app: App, attempt: Attempt): Promise<Tried> {
  const { written } = attempt
  if (!written) return { result: ended(attempt, notWanted(attempt)), outcome: null }
  const { subject, html, text } = renderMail(written)
  if (app.mail.mode === 'captured') {
    const content = app.keys.seal(
      'message-content',
      contentContext(attempt.tenantId, attempt.id),
      Buffer.from(JSON.stringify({ subject, html, text })),
    )
    const kept = { captured: true, content, contentUntil: written.contentUntil }
    return {
      result: ended(attempt, { subject, state: 'suppressed', explanation: 'captured', ...kept }),
      outcome: null,
    }
  }
  const outcome = await app.mail.send({
    to: attempt.to,
    fromName: senderName(attempt.organisationName),
    ...(written.replyTo ? { replyTo: written.replyTo } : {}),
    subject,
    html,
    text,
    messageId: `${attempt.id}@${new URL(app.config.publicUrl).hostname}`,
  })
  return { result: ended(attempt, { subject, ...whatFollows(attempt, outcome) }), outcome }
}

export const senderName = (organisation: string) => `${organisation} via Lanyard`

/** What binds captured content to its row. */
export const contentContext = (tenantId: string, messageId: string) =>
  `${tenantId}|messages|content|${messageId}`

/** Gives a message back that was never tried, because the mail server takes nothing or the worker stops. */
export function givenBack(attempt: Attempt): AttemptResult {
  const state = attempt.mayHaveLeft ? 'unknown' : attempt.attempts > 1 ? 'deferred' : 'queued'
  return ended(attempt, { state, tried: false, retryMinutes: 0 })
}

type End = Pick<AttemptResult, 'state'> & Partial<AttemptResult>

function ended({ id, fence }: Attempt, end: End): AttemptResult {
  return {
    messageId: id,
    fence,
    tried: true,
    subject: null,
    answer: null,
    explanation: null,
    retryMinutes: null,
    captured: false,
    content: null,
    contentUntil: null,
    ...end,
  }
}

const notWanted = ({ mayHaveLeft }: Attempt): End =>
  mayHaveLeft
    ? { state: 'unknown', explanation: 'unknown_not_wanted' }
    : { state: 'suppressed', explanation: 'not_wanted' }

/** Trouble with the server itself costs a message none of its tries, however long it lasts. */
function whatFollows(attempt: Attempt, outcome: Outcome): End {
  const { state, answer } = outcome
  const explanation = explain(outcome)
  if (state !== 'deferred' && state !== 'unknown') return { state, answer, explanation }
  if (outcome.trouble) return { state, answer, explanation, retryMinutes: minutesToNextTry(1) }
  if (attempt.ageHours < RETRY_HOURS)
    return { state, answer, explanation, retryMinutes: minutesToNextTry(attempt.attempts) }
  return state === 'unknown' || attempt.mayHaveLeft
    ? { state: 'unknown', answer, explanation: 'unknown_gave_up' }
    : { state: 'failed', answer, explanation: 'gave_up' }
}
