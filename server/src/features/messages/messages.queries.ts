import { sql } from 'kysely'
import type { BareTx, Tx } from '../../platform/database/database.ts'
import type { ClaimedMessage, MessageState } from './message.ts'

/** Minutes a worker may hold a message before another one takes it over. */
const LEASE_MINUTES = 3

export interface Claim {
  tenantId: string
  messageId: string
  fence: number
}

/** Takes what is due, oldest first, for this worker alone. */
export async function claimDue(tx: BareTx, limit: number): Promise<Claim[]> {
  const claimed = await sql<{ tenantId: string; messageId: string; fence: string }>`
    update messages_due d
    set lease_until = lanyard_now() + make_interval(mins => ${LEASE_MINUTES}), fence = d.fence + 1
    from (
      select tenant_id, message_id from messages_due
      where next_try_at <= lanyard_now() and (lease_until is null or lease_until <= lanyard_now())
      order by next_try_at limit ${limit} for update skip locked
    ) due
    where d.tenant_id = due.tenant_id and d.message_id = due.message_id
    returning d.tenant_id as "tenantId", d.message_id as "messageId", d.fence`.execute(tx)
  return claimed.rows.map((row) => ({ ...row, fence: Number(row.fence) }))
}

/** Milliseconds until the next message is due; null when none waits. */
export async function msUntilDue(tx: BareTx): Promise<number | null> {
  const found = await sql<{ ms: number | null }>`
    select extract(epoch from min(greatest(next_try_at, coalesce(lease_until, next_try_at))) - lanyard_now())::float8 * 1000 as ms
    from messages_due`.execute(tx)
  return found.rows[0]?.ms ?? null
}

/** Marks claimed messages as being sent and reads what their writers need. */
export async function startAttempt(
  tx: Tx,
  messageIds: string[],
): Promise<(ClaimedMessage & { kind: string; attempts: number; ageHours: number })[]> {
  const started = await sql<ClaimedMessage & { kind: string; attempts: number; ageHours: number }>`
    update messages m set state = 'sending', attempts = attempts + 1, next_try_at = null
    from organisations o, tenant_addresses t
    where m.tenant_id = current_tenant() and m.id = any(${messageIds}::uuid[])
      and o.tenant_id = m.tenant_id and o.id = m.organisation_id and t.tenant_id = m.tenant_id
    returning m.id, m.kind, m.organisation_id as "organisationId", o.name as "organisationName",
      m.account_id as "accountId", m.to_address as "to", m.subject_ids as "subjectIds", t.base_url as "baseUrl",
      m.attempts, extract(epoch from lanyard_now() - m.created_at)::float8 / 3600 as "ageHours"`.execute(tx)
  return started.rows
}

export interface AttemptResult {
  messageId: string
  fence: number
  state: string
  subject: string | null
  answer: string | null
  explanation: string | null
  /** Minutes until it is tried again; null: settled. */
  retryMinutes: number | null
  captured: boolean
  content: Buffer | null
  contentUntil: Date | null
}

/**
 * Writes down what became of an attempt. A worker whose lease went to another in the meantime changes nothing: its
 * fence is too low.
 */
export async function finishAttempts(tx: Tx, results: AttemptResult[]): Promise<void> {
  const column = <T>(pick: (result: AttemptResult) => T) => results.map(pick)
  await sql`
    with result as (
      select * from unnest(
        ${column((r) => r.messageId)}::uuid[], ${column((r) => r.fence)}::bigint[], ${column((r) => r.state)}::text[],
        ${column((r) => r.subject)}::text[], ${column((r) => r.answer)}::text[], ${column((r) => r.explanation)}::text[],
        ${column((r) => r.retryMinutes)}::int[], ${column((r) => r.captured)}::boolean[],
        ${column((r) => r.content)}::bytea[], ${column((r) => r.contentUntil)}::timestamptz[]
      ) as r (message_id, fence, state, subject, answer, explanation, retry_minutes, captured, content, content_until)
    ),
    mine as (
      select r.* from result r join messages_due d
        on d.tenant_id = current_tenant() and d.message_id = r.message_id and d.fence = r.fence
      for update of d
    ),
    settled as (
      delete from messages_due d using mine
      where d.tenant_id = current_tenant() and d.message_id = mine.message_id and mine.retry_minutes is null
    ),
    again as (
      update messages_due d set lease_until = null, next_try_at = lanyard_now() + make_interval(mins => mine.retry_minutes)
      from mine where d.tenant_id = current_tenant() and d.message_id = mine.message_id and mine.retry_minutes is not null
    )
    update messages m set
      state = mine.state, subject = coalesce(mine.subject, m.subject), server_answer = mine.answer,
      explanation = mine.explanation, captured = mine.captured, content = mine.content, content_until = mine.content_until,
      next_try_at = lanyard_now() + make_interval(mins => mine.retry_minutes),
      settled_at = case when mine.retry_minutes is null then lanyard_now() end
    from mine where m.tenant_id = current_tenant() and m.id = mine.message_id`.execute(tx)
}

export interface MessageRow {
  id: string
  organisationId: string
  accountId: string | null
  to: string
  kind: string
  subject: string | null
  state: MessageState
  captured: boolean
  attempts: number
  nextTryAt: Date | null
  serverAnswer: string | null
  explanation: string | null
  createdAt: Date
  readable: boolean
}

const messageColumns = sql<MessageRow>`
  m.id, m.organisation_id as "organisationId", m.account_id as "accountId", m.to_address as "to", m.kind, m.subject,
  m.state, m.captured, m.attempts, m.next_try_at as "nextTryAt", m.server_answer as "serverAnswer", m.explanation,
  m.created_at as "createdAt", (m.content is not null and m.content_until > lanyard_now()) as readable`

/** Messages of an organisation, newest first, older than `before`. */
export async function listMessages(
  tx: Tx,
  organisationId: string,
  before: string | null,
  limit: number,
): Promise<MessageRow[]> {
  const older = before ? sql`m.id < ${before}::uuid` : sql`true`
  const found = await sql<MessageRow>`
    select ${messageColumns} from messages m
    where m.tenant_id = current_tenant() and m.organisation_id = ${organisationId} and ${older}
    order by m.id desc limit ${limit}`.execute(tx)
  return found.rows
}

export async function findMessage(
  tx: Tx,
  id: string,
): Promise<(MessageRow & { content: Buffer | null }) | undefined> {
  const found = await sql<MessageRow & { content: Buffer | null }>`
    select ${messageColumns}, m.content from messages m where m.tenant_id = current_tenant() and m.id = ${id}`.execute(
    tx,
  )
  return found.rows[0]
}

/** Erases captured content whose link has ended. @returns how many */
export async function eraseOldContent(tx: Tx): Promise<number> {
  const erased = await sql`
    update messages set content = null where tenant_id = current_tenant() and content is not null and content_until <= lanyard_now()`.execute(
    tx,
  )
  return Number(erased.numAffectedRows ?? 0)
}
