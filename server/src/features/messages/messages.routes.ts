import { z } from 'zod'
import { route } from '../../platform/http/route.ts'
import { actionShape, cursorOf, idParams, idShape, listOf, listQuery } from '../../platform/http/shapes.ts'
import { type MailKinds, type MessageState, STATE_LABELS } from './message.ts'
import { readContent, seeMessages } from './see-messages.ts'

const message = z.object({
  id: idShape,
  to: z.string(),
  kind: z.string(),
  kindLabel: z.string(),
  subject: z.string().nullable(),
  state: z.enum(Object.keys(STATE_LABELS) as MessageState[]),
  stateLabel: z.string(),
  captured: z.boolean().describe('Mail is not set up: kept here instead of sent'),
  attempts: z.number().int(),
  nextTryAt: z.string().nullable(),
  serverAnswer: z.string().nullable().describe('The mail server’s own words'),
  explanation: z.string().nullable(),
  createdAt: z.string(),
  actions: z.array(actionShape),
})

/** @param kinds every kind of mail there is, for their names */
export const messageRoutes = (kinds: MailKinds) => [
  route({
    method: 'GET',
    path: '/api/v1/organisations/{id}/messages',
    operation: 'listMessages',
    summary: 'Every email of an organisation and what became of it',
    tag: 'Email',
    access: 'person',
    params: idParams,
    query: listQuery.omit({ count: true }),
    status: 200,
    answer: listOf(message, {
      mail: z.object({ mode: z.enum(['captured', 'sending']), sentence: z.string() }),
    }),
    refusals: ['forbidden'],
    handle: (app, { actor, params, query }) => {
      const after = cursorOf(query.after, ['id'])
      return seeMessages(app, kinds, actor, params.id, {
        limit: query.limit,
        before: (after?.[0] as string | undefined) ?? null,
      })
    },
  }),
  route({
    method: 'GET',
    path: '/api/v1/messages/{id}/content',
    operation: 'getMessageContent',
    summary: 'The content of captured mail; each reading is recorded',
    tag: 'Email',
    access: 'person',
    params: idParams,
    status: 200,
    answer: z.object({ subject: z.string(), html: z.string(), text: z.string() }),
    refusals: ['forbidden', 'person_above_yours', 'content_gone'],
    handle: (app, { actor, params }) => readContent(app, actor, params.id),
  }),
]
