import { type RawBuilder, sql } from 'kysely'
import type { BareTx, Tx } from '../../platform/database/database.ts'
import type { ClaimedMessage, MessageState } from './message.ts'

/** Minutes a worker may hold a message before another one takes it over; it renews what it still holds. */
export const LEASE_MINUTES = 3

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

/** Holds claimed messages for longer. @returns those that are still this worker's */
export async function renewLeases(tx: BareTx, claims: Claim[]): Promise<Set<string>> {
  const renewed = await sql<{ id: string }>`
    with mine as (
      select d.tenant_id, d.message_id
      from unnest(${claims.map((claim) => claim.tenantId)}::uuid[], ${claims.map((claim) => claim.messageId)}::uuid[],
          ${claims.map((claim) => claim.fence)}::bigint[]) as c (tenant_id, message_id, fence)
        join messages_due d using (tenant_id, message_id, fence)
      where d.lease_until is not null
      order by d.message_id for update of d
    )
    update messages_due d set lease_until = lanyard_now() + make_interval(mins => ${LEASE_MINUTES})
    from mine where d.tenant_id = mine.tenant_id and d.message_id = mine.message_id
    returning d.message_id as id`.execute(tx)
  return new Set(renewed.rows.map((row) => row.id))
}

/** Milliseconds until the next message may be tried; null when none waits. */
export async function msUntilDue(tx: BareTx): Promise<number | null> {
  const found = await sql<{ ms: number | null }>`
    select extract(epoch from greatest(min(greatest(next_try_at, lease_until)), (select look_again_at from mail_trouble))
      - lanyard_now())::float8 * 1000 as ms
    from messages_due having count(*) > 0`.execute(tx)
  return found.rows[0]?.ms ?? null
}

/**
 * The row of a claim `c`, locked, if it is still this worker's. One look-up for each claim: a join would read all that
 * is due, since right after a large change the planner believes that to be little.
 */
const held = sql`
  select d.tenant_id, d.message_id from messages_due d
  where d.tenant_id = current_tenant() and d.message_id = c.message_id and d.fence = c.fence and d.lease_until is not null
  for update`

export interface StartedMessage extends ClaimedMessage {
  kind: string
  attempts: number
  ageHours: number
  /** An earlier attempt ended in silence, or its worker was stopped in the middle of it. */
  mayHaveLeft: boolean
}

/**
 * Marks claimed messages as being sent and reads what their writers need. One that was cancelled, or taken over by
 * another worker, is left out. An attempt that its worker never finished is written into the story.
 */
export async function startAttempts(tx: Tx, claims: Claim[]): Promise<StartedMessage[]> {
  const started = await sql<StartedMessage>`
    with mine as (
      select d.message_id, m.state = 'sending' as cut_short
      from (
          select * from unnest(${claims.map((claim) => claim.messageId)}::uuid[], ${claims.map((claim) => claim.fence)}::bigint[])
            as c (message_id, fence) order by message_id
        ) c
        cross join lateral (${held}) d
        join messages m on m.tenant_id = d.tenant_id and m.id = d.message_id
    ),
    ended as (
      insert into delivery_events (message_id, state, explanation)
      select message_id, 'unknown', 'cut_short' from mine where cut_short
    ),
    marked as (
      update messages m set state = 'sending', attempts = attempts + 1, next_try_at = null
      from mine where m.tenant_id = current_tenant() and m.id = mine.message_id
      returning m.*, mine.cut_short
    )
    select m.id, m.kind, m.organisation_id as "organisationId", o.name as "organisationName",
      m.account_id as "accountId", m.to_address as "to", m.subject_ids as "subjectIds", t.base_url as "baseUrl",
      m.attempts, extract(epoch from (select lanyard_now()) - m.created_at)::float8 / 3600 as "ageHours",
      m.cut_short or (m.attempts > 1 and exists (
        select from delivery_events e where e.tenant_id = m.tenant_id and e.message_id = m.id and e.state = 'unknown'
      )) as "mayHaveLeft"
    from marked m
      join organisations o on o.tenant_id = m.tenant_id and o.id = m.organisation_id
      join tenant_addresses t on t.tenant_id = m.tenant_id`.execute(tx)
  return started.rows
}

export interface AttemptResult {
  messageId: string
  fence: number
  state: MessageState
  /** False: it was given back without having been tried, which leaves no trace. */
  tried: boolean
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
 * Writes down what became of attempts, in the message and in its story. A worker whose lease went to another in the
 * meantime changes nothing: its fence is too low.
 * @returns the messages that were still this worker's
 */
export async function finishAttempts(tx: Tx, results: AttemptResult[]): Promise<Set<string>> {
  const column = <T>(pick: (result: AttemptResult) => T) => results.map(pick)
  const finished = await sql<{ id: string }>`
    with result as (
      select * from unnest(
        ${column((r) => r.messageId)}::uuid[], ${column((r) => r.fence)}::bigint[], ${column((r) => r.tried)}::boolean[],
        ${column((r) => r.state)}::text[],
        ${column((r) => r.subject)}::text[], ${column((r) => r.answer)}::text[], ${column((r) => r.explanation)}::text[],
        ${column((r) => r.retryMinutes)}::int[], ${column((r) => r.captured)}::boolean[],
        ${column((r) => r.content)}::bytea[], ${column((r) => r.contentUntil)}::timestamptz[]
      ) as r (message_id, fence, tried, state, subject, answer, explanation, retry_minutes, captured, content, content_until)
    ),
    mine as (
      select c.* from (select * from result order by message_id) c cross join lateral (${held}) d
    ),
    settled as (
      delete from messages_due d using mine
      where d.tenant_id = current_tenant() and d.message_id = mine.message_id and mine.retry_minutes is null
    ),
    again as (
      update messages_due d
      set lease_until = null, next_try_at = (select lanyard_now()) + make_interval(mins => mine.retry_minutes)
      from mine where d.tenant_id = current_tenant() and d.message_id = mine.message_id and mine.retry_minutes is not null
    ),
    told as (
      insert into delivery_events (message_id, at, state, server_answer, explanation)
      select message_id, (select lanyard_now()), state, answer, explanation from mine where tried
    )
    update messages m set
      state = mine.state, attempts = m.attempts - case when mine.tried then 0 else 1 end,
      subject = coalesce(mine.subject, m.subject),
      server_answer = case when mine.tried then mine.answer else m.server_answer end,
      explanation = case when mine.tried then mine.explanation else m.explanation end, captured = mine.captured, content = mine.content, content_until = mine.content_until,
      next_try_at = (select lanyard_now()) + make_interval(mins => mine.retry_minutes),
      settled_at = case when mine.retry_minutes is null then (select lanyard_now()) end
    from mine where m.tenant_id = current_tenant() and m.id = mine.message_id
    returning m.id`.execute(tx)
  return new Set(finished.rows.map((row) => row.id))
}

export interface Cancelled {
  messageId: string
  subjectIds: Record<string, string>
}

/**
 * Takes messages that no worker holds out of the queue and settles them: as not sent, or as unknown where an attempt
 * ended in silence. Those that a worker holds stay. Lock order is messages_due by id, then messages, as everywhere.
 */
export async function takeFromQueue(
  tx: Tx,
  which: { messageIds: string[] } | { subject: string; ids: string[] },
): Promise<(Cancelled & { stopped: boolean })[]> {
  const meant =
    'messageIds' in which
      ? sql`d.message_id = any(${which.messageIds}::uuid[])`
      : sql`m.subject_ids ->> ${which.subject} = any(${which.ids}::text[])`
  const found = await sql<Cancelled & { stopped: boolean }>`
    with waiting as (
      select d.message_id, m.subject_ids, (d.lease_until is null or d.lease_until <= lanyard_now()) as free,
        m.state in ('sending', 'unknown') or exists (
          select from delivery_events e where e.tenant_id = m.tenant_id and e.message_id = m.id and e.state = 'unknown'
        ) as may_have_left
      from messages_due d join messages m on m.tenant_id = d.tenant_id and m.id = d.message_id
      where d.tenant_id = current_tenant() and ${meant}
      order by d.message_id for update of d for no key update of m
    ),
    gone as (
      delete from messages_due d using waiting w
      where d.tenant_id = current_tenant() and d.message_id = w.message_id and w.free
    ),
    told as (
      insert into delivery_events (message_id, state, explanation)
      select message_id, case when may_have_left then 'unknown' else 'suppressed' end,
        case when may_have_left then 'unknown_not_wanted' else 'not_wanted' end
      from waiting where free
    ),
    settled as (
      update messages m set next_try_at = null, settled_at = lanyard_now(),
        state = case when w.may_have_left then 'unknown' else 'suppressed' end,
        explanation = case when w.may_have_left then 'unknown_not_wanted' else 'not_wanted' end
      from waiting w where m.tenant_id = current_tenant() and m.id = w.message_id and w.free
    )
    select message_id as "messageId", subject_ids as "subjectIds", free and not may_have_left as stopped
    from waiting`.execute(tx)
  return found.rows
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

/** Which messages of an organisation. Empty lists and nulls narrow nothing. */
export interface MessageQuestion {
  states: MessageState[]
  kinds: string[]
  /** Part of the address. */
  q: string | null
  accountId: string | null
  /** Older than this one. */
  before: string | null
}

/** Messages of an organisation, newest first. */
export async function listMessages(
  tx: Tx,
  organisationId: string,
  question: MessageQuestion,
  limit: number,
): Promise<MessageRow[]> {
  const found = await sql<MessageRow>`
    select ${messageColumns} from messages m where ${matching(organisationId, question)}
    order by m.id desc limit ${limit}`.execute(tx)
  return found.rows
}

/** How many there are on all pages. @param most how far to count; null: to the end */
export async function countMessages(
  tx: Tx,
  organisationId: string,
  question: MessageQuestion,
  most: number | null,
): Promise<number> {
  const found = await sql<{ total: number }>`
    select count(*)::int as total from (
      select from messages m where ${matching(organisationId, { ...question, before: null })} limit ${most}) m`.execute(
    tx,
  )
  return found.rows[0]?.total ?? 0
}

function matching(
  organisationId: string,
  { states, kinds, q, accountId, before }: MessageQuestion,
): RawBuilder<unknown> {
  const narrowed = [
    sql`m.tenant_id = current_tenant() and m.organisation_id = ${organisationId}`,
    ...(states.length > 0 ? [sql`m.state = any(${states}::text[])`] : []),
    ...(kinds.length > 0 ? [sql`m.kind = any(${kinds}::text[])`] : []),
    ...(q ? [sql`position(lower(${q}) in m.to_address) > 0`] : []),
    ...(accountId ? [sql`m.account_id = ${accountId}::uuid`] : []),
    ...(before ? [sql`m.id < ${before}::uuid`] : []),
  ]
  return sql.join(narrowed, sql` and `)
}

/** How many messages of an organisation would go now if the mail server took them. */
export async function countWaiting(tx: Tx, organisationId: string): Promise<number> {
  const found = await sql<{ waiting: number }>`
    select count(*)::int as waiting from messages_due d join messages m on m.tenant_id = d.tenant_id and m.id = d.message_id
    where d.tenant_id = current_tenant() and m.organisation_id = ${organisationId}
      and d.next_try_at <= lanyard_now() + interval '2 minutes'`.execute(tx)
  return found.rows[0]?.waiting ?? 0
}

export interface DeliveryEvent {
  at: Date
  state: MessageState
  serverAnswer: string | null
  explanation: string | null
}

/** What became of each attempt to send a message, oldest first. */
export async function findStory(tx: Tx, messageId: string): Promise<DeliveryEvent[]> {
  const found = await sql<DeliveryEvent>`
    select at, state, server_answer as "serverAnswer", explanation from delivery_events
    where tenant_id = current_tenant() and message_id = ${messageId} order by id`.execute(tx)
  return found.rows
}

/** The recipient's membership in the organisation in whose name a message went. */
export async function findRecipient(
  tx: Tx,
  message: MessageRow,
): Promise<{ id: string; name: string } | undefined> {
  if (!message.accountId) return undefined
  const found = await sql<{ id: string; name: string }>`
    select s.id, coalesce(nullif(trim(concat_ws(' ', a.given_name, a.family_name)), ''), a.email) as name
    from memberships s join accounts a on a.tenant_id = s.tenant_id and a.id = s.account_id
    where s.tenant_id = current_tenant() and s.organisation_id = ${message.organisationId}
      and s.account_id = ${message.accountId} and s.state not in ('deleted', 'rejected')`.execute(tx)
  return found.rows[0]
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
