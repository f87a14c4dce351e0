import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import type { MessageState } from '../messages/message.ts'

/** Messages of a person that their page tells of. */
const MESSAGES = 30

/** What became of a message at some moment; the wish to send it is its first event. */
export interface MessageEvent {
  messageId: string
  kind: string
  at: Date
  state: MessageState
  captured: boolean
  serverAnswer: string | null
  explanation: string | null
}

/** The latest messages to somebody in the name of an organisation, each attempt by itself, and those that still wait. */
export async function listMessageEvents(
  tx: Tx,
  accountId: string,
  organisationId: string,
): Promise<MessageEvent[]> {
  const found = await sql<MessageEvent>`
    with latest as (
      select s.* from messages s
      where s.tenant_id = current_tenant() and s.account_id = ${accountId} and s.organisation_id = ${organisationId}
      order by s.id desc limit ${MESSAGES}
    )
    select s.id as "messageId", s.kind, s.created_at as at, s.state, s.captured,
      null as "serverAnswer", null as explanation
    from latest s where s.state in ('queued', 'sending')
    union all
    select s.id, s.kind, e.at, e.state, s.captured, e.server_answer, e.explanation
    from latest s join delivery_events e on e.tenant_id = s.tenant_id and e.message_id = s.id
    order by at desc`.execute(tx)
  return found.rows
}
