import type { Actor } from '../../kernel/actor.ts'
import { notFound } from '../../kernel/refusal.ts'
import type { App } from '../../platform/app.ts'
import { inTenant } from '../../platform/database/database.ts'
import { authorize } from '../access/authorize.policy.ts'
import { findPlace } from '../access/places.queries.ts'
import { inSight } from '../access/require.ts'
import type { MailKinds, MessageState } from './message.ts'
import { findMessage, findRecipient, findStory } from './messages.queries.ts'
import { asSeen, inWords, type SeenMessage, whyNotRead } from './see-messages.ts'

export interface SeenAttempt {
  at: string
  state: MessageState
  stateLabel: string
  serverAnswer: string | null
  explanation: string | null
}

export interface MessageStory extends SeenMessage {
  /** The recipient's place here, when they have one. */
  person: { id: string; name: string } | null
  /** What became of every attempt, oldest first. */
  story: SeenAttempt[]
}

/** One message with its whole story, for who sees the email log it stands in. @throws Refusal not_found */
export async function seeMessage(
  app: App,
  kinds: MailKinds,
  actor: Actor,
  messageId: string,
): Promise<MessageStory> {
  return inTenant(app.database, actor.tenantId, async (tx) => {
    const message = await findMessage(tx, messageId)
    const place = message && inSight(actor, await findPlace(tx, message.organisationId))
    if (!place || !authorize(actor, 'users.view', place)) throw notFound()
    const story = await findStory(tx, message.id)
    return {
      ...asSeen(message, kinds, await whyNotRead(tx, actor, place, message)),
      person: (await findRecipient(tx, message)) ?? null,
      story: story.map(({ at, state, serverAnswer, explanation }) => ({
        at: at.toISOString(),
        state,
        serverAnswer,
        ...inWords(message.captured, state, explanation),
      })),
    }
  })
}
