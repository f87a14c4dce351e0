import { z } from 'zod'
import { NAME_MAX } from '../../kernel/plain-words.ts'
import { route } from '../../platform/http/route.ts'
import { idParams, idShape } from '../../platform/http/shapes.ts'
import { ORGANISATION_TYPES } from '../organisations/organisation.ts'
import { seeDoor } from './see-door.ts'
import { seeSetUp } from './see-set-up.ts'
import { seeTasks } from './see-tasks.ts'
import { setUpWithCode } from './set-up.ts'
import { checkSetUpCode } from './set-up-code.ts'

const code = z.string().min(1).max(40)
const name = z.string().trim().min(1).max(NAME_MAX)

export const setUpRoutes = [
  route({
    method: 'GET',
    path: '/api/v1/door',
    operation: 'getDoor',
    summary: 'What a public page may know',
    tag: 'Set-up',
    access: 'public',
    status: 200,
    answer: z.object({
      setUp: z.boolean(),
      organisation: z.object({ name: z.string(), type: z.string() }).nullable(),
      mail: z.enum(['captured', 'sending']),
      locale: z.string(),
    }),
    handle: (app, { actor }) => seeDoor(app, actor),
  }),
  route({
    method: 'GET',
    path: '/api/v1/setup',
    operation: 'getSetUp',
    summary: 'Checks before the first set-up; gone afterwards',
    tag: 'Set-up',
    access: 'public',
    status: 200,
    answer: z.object({
      checks: z.array(
        z.object({
          check: z.string(),
          state: z.enum(['ok', 'note', 'problem']),
          detail: z.string(),
          setting: z.string().optional(),
        }),
      ),
      timeZone: z.string(),
    }),
    refusals: ['not_found'],
    handle: (app, { actor }) => seeSetUp(app, actor),
  }),
  route({
    method: 'POST',
    path: '/api/v1/setup/code',
    operation: 'checkSetUpCode',
    summary: 'Whether a set-up code is right',
    tag: 'Set-up',
    access: 'public',
    body: z.strictObject({ code }),
    status: 204,
    refusals: ['not_found', 'setup_code_wrong', 'slow_down'],
    handle: (app, { actor, body }) => checkSetUpCode(app, body.code, actor.request.address),
  }),
  route({
    method: 'POST',
    path: '/api/v1/setup',
    operation: 'setUp',
    summary: 'The first set-up: an organisation and its owner',
    tag: 'Set-up',
    access: 'public',
    body: z.strictObject({
      code,
      owner: z.strictObject({
        givenName: name,
        familyName: name,
        email: z.string().min(1).max(320),
        password: z.string().min(1).max(1024),
      }),
      organisation: z.strictObject({
        name,
        type: z.enum(ORGANISATION_TYPES),
        domains: z.array(z.string().max(253)).max(50).default([]),
        timeZone: z.string().max(64).default('Europe/London'),
      }),
    }),
    status: 201,
    answer: z.object({ organisationId: idShape, personId: idShape }),
    refusals: [
      ...['not_found', 'setup_code_wrong', 'slow_down', 'email_format', 'domain_format', 'time_zone_unknown'],
      ...['password_short', 'password_long', 'password_known', 'password_personal', 'busy'],
    ],
    handle: async (app, { actor, body }) => {
      const { organisationId, personId } = await setUpWithCode(app, actor.request, body.code, body)
      return { organisationId, personId }
    },
  }),
  route({
    method: 'GET',
    path: '/api/v1/organisations/{id}/tasks',
    operation: 'listTasks',
    summary: 'What is left to do after set-up, for you',
    tag: 'Set-up',
    access: 'person',
    params: idParams,
    status: 200,
    answer: z.object({
      data: z.array(
        z.object({ task: z.string(), state: z.enum(['to_do', 'done', 'optional']), detail: z.string() }),
      ),
      next: z.null(),
    }),
    handle: async (app, { actor, params }) => ({ data: await seeTasks(app, actor, params.id), next: null }),
  }),
]
