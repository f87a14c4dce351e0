import type { Tx } from '../../platform/database/database.ts'
import { timelineOf } from '../audit/timeline.ts'
import { EXPLANATIONS, type MailKinds, stateLabel } from '../messages/message.ts'
import { listMessageEvents, type MessageEvent } from './person-timeline.queries.ts'

/** Something that happened to a person here. */
export interface Happening {
  at: string
  event: string
  sentence: string
  kind: 'change' | 'message'
  problem: boolean
  serverAnswer?: string
  explanation?: string
  messageId?: string
}

const PROBLEMS = new Set(['bounced', 'failed', 'unknown'])

/** What happened to somebody in an organisation, newest first: changes and, if they may be read, every attempt of their messages. */
export async function happeningsOf(
  tx: Tx,
  kinds: MailKinds,
  person: { accountId: string; organisationId: string },
  withMessages: boolean,
): Promise<Happening[]> {
  const changes = await timelineOf(tx, person.accountId, person.organisationId)
  const events = withMessages ? await listMessageEvents(tx, person.accountId, person.organisationId) : []
  return [
    ...changes.map((each) => ({ ...each, kind: 'change' as const, problem: false })),
    ...events.map((event) => asHappening(event, kinds)),
  ].sort((one, other) => (one.at < other.at ? 1 : one.at > other.at ? -1 : 0))
}

function asHappening(event: MessageEvent, kinds: MailKinds): Happening {
  const { state, explanation } = event
  const became = stateLabel(state, event.captured)
  const meaning = explanation === null ? undefined : EXPLANATIONS[explanation]
  return {
    at: event.at.toISOString(),
    event: `message.${state}`,
    sentence: `${kinds[event.kind]?.label ?? event.kind}: ${became.charAt(0).toLowerCase()}${became.slice(1)}`,
    kind: 'message',
    problem: PROBLEMS.has(state),
    messageId: event.messageId,
    ...(event.serverAnswer === null ? {} : { serverAnswer: event.serverAnswer }),
    ...(meaning === undefined ? {} : { explanation: meaning }),
  }
}
