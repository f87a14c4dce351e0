import { z } from 'zod'
import { route } from '../../platform/http/route.ts'
import {
  actionShape,
  cursorOf,
  idParams,
  idShape,
  listOf,
  listQuery,
  SEARCH_MAX,
} from '../../platform/http/shapes.ts'
import { type MailKinds, type MessageState, STATE_LABELS } from './message.ts'
import { seeMessage } from './see-message.ts'
import { readContent, seeMessages } from './see-messages.ts'
import { testMail } from './test-mail.ts'
import { TEST_STATES, TEST_STEPS, type TestedMail } from './test-mail-story.ts'

const state = z.enum(Object.keys(STATE_LABELS) as MessageState[])

const message = z.object({
  id: idShape,
  accountId: idShape.nullable().describe('The recipient, when a person known here'),
  to: z.string(),
  kind: z.string(),
  kindLabel: z.string(),
  subject: z.string().nullable(),
  state,
  stateLabel: z.string(),
  captured: z.boolean().describe('Mail is not set up: kept here instead of sent'),
  attempts: z.number().int(),
  nextTryAt: z.string().nullable(),
  serverAnswer: z.string().nullable().describe('The mail server’s own words'),
  explanation: z.string().nullable(),
  createdAt: z.string(),
  actions: z.array(actionShape),
})

const messageStory = message.extend({
  person: z.object({ id: idShape, name: z.string() }).nullable().describe('The recipient’s place here'),
  story: z
    .array(
      z.object({
        at: z.string(),
        state,
        stateLabel: z.string(),
        serverAnswer: z.string().nullable(),
        explanation: z.string().nullable(),
      }),
    )
    .describe('What became of every attempt, oldest first'),
})

const mail = z.object({
  mode: z.enum(['captured', 'sending']),
  sentence: z.string(),
  trouble: z
    .object({
      sentence: z.string(),
      serverAnswer: z.string(),
      since: z.string(),
      waiting: z.number().int().describe('Messages of this organisation that wait for its end'),
    })
    .nullable()
    .describe('What keeps every email from going at the moment'),
})

const filters = z.object({
  states: z.array(z.object({ key: state, label: z.string() })),
  kinds: z.array(z.object({ key: z.string(), label: z.string() })),
})

const testedMail = z.object({
  state: z.enum(Object.keys(TEST_STATES) as TestedMail['state'][]),
  stateLabel: z.string(),
  steps: z.array(
    z.object({
      step: z.enum(TEST_STEPS),
      ok: z.boolean().nullable().describe('null: it did not come to that, or wasn’t needed'),
      detail: z.string(),
    }),
  ),
  conversation: z
    .array(z.object({ who: z.enum(['server', 'lanyard']), line: z.string() }))
    .describe('Every line that was said, secrets withheld'),
  serverAnswer: z.string().nullable(),
  explanation: z.string().nullable(),
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
    query: listQuery.extend({
      state: z
        .string()
        .max(SEARCH_MAX)
        .transform((text) => text.split(','))
        .pipe(z.array(state))
        .optional()
        .describe('One or more, with commas'),
      kind: z.string().max(SEARCH_MAX).optional().describe('One or more, with commas'),
      q: z.string().trim().max(SEARCH_MAX).optional().describe('Part of the address'),
      person: idShape.optional().describe('Those to one person, by the id of the account'),
    }),
    status: 200,
    answer: listOf(message, { mail, filters, actions: z.array(actionShape) }),
    refusals: ['forbidden'],
    handle: (app, { actor, params, query }) => {
      const after = cursorOf(query.after, ['id'])
      return seeMessages(app, kinds, actor, params.id, {
        states: query.state ?? [],
        kinds: query.kind?.split(',') ?? [],
        q: query.q ?? null,
        accountId: query.person ?? null,
        limit: query.limit,
        count: query.count,
        before: (after?.[0] as string | undefined) ?? null,
      })
    },
  }),
  route({
    method: 'POST',
    path: '/api/v1/organisations/{id}/messages/test',
    operation: 'testMail',
    summary: 'Send a test email, and hear what the mail server said',
    tag: 'Email',
    access: 'person',
    params: idParams,
    body: z.strictObject({ to: z.string().max(320) }),
    status: 200,
    answer: testedMail,
    refusals: ['forbidden', 'email_format', 'slow_down'],
    handle: (app, { actor, params, body }) => testMail(app, actor, params.id, body.to),
  }),
  route({
    method: 'GET',
    path: '/api/v1/messages/{id}',
    operation: 'getMessage',
    summary: 'One email, with what became of every attempt to send it',
    tag: 'Email',
    access: 'person',
    params: idParams,
    status: 200,
    answer: messageStory,
    handle: (app, { actor, params }) => seeMessage(app, kinds, actor, params.id),
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
