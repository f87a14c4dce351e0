import { z } from 'zod'
import { route } from '../../platform/http/route.ts'
import { idParams } from '../../platform/http/shapes.ts'
import { STATUS_ORDER } from '../people/status.ts'
import { archivePerson, bringPersonBack, pausePerson } from './move-person.ts'
import { seeConsequences } from './see-consequences.ts'

const tag = 'People'
const access = 'person'

/** Longest reason, in characters. */
const REASON_MAX = 500
const reason = z
  .string()
  .trim()
  .max(REASON_MAX)
  .optional()
  .describe('Kept in the record, and shown only there')

const moved = z.object({
  status: z.enum(STATUS_ORDER),
  statusLabel: z.string(),
  statusDetail: z.string().nullable(),
  sentence: z.string().describe('What was done, in words to show'),
})

const refusals = ['forbidden', 'not_yourself', 'person_above_yours']
const leavingRefusals = [...refusals, 'already_inactive', 'awaiting_approval', 'last_admin']

export const leavingRoutes = [
  route({
    method: 'GET',
    path: '/api/v1/people/{id}/consequences',
    operation: 'getConsequences',
    summary: 'What pausing, archiving or reactivating a person would change, and what stands in the way',
    tag,
    access,
    params: idParams,
    query: z.strictObject({ action: z.enum(['pause', 'archive', 'reactivate']).default('archive') }),
    status: 200,
    answer: z.object({
      action: z.enum(['person.pause', 'person.archive', 'person.reactivate']),
      blocks: z
        .array(z.object({ code: z.string(), sentence: z.string() }))
        .describe('Why it can’t be done; empty when it can'),
      changes: z.array(z.string()),
      keeps: z.array(z.string()),
      leavingDate: z.string().describe('Day to offer as the last day of work'),
      today: z.string().describe('The last day that can be given'),
    }),
    refusals: ['forbidden'],
    handle: (app, { actor, params, query }) =>
      seeConsequences(app, actor, params.id, `person.${query.action}`),
  }),
  route({
    method: 'POST',
    path: '/api/v1/people/{id}/pause',
    operation: 'pausePerson',
    summary: 'Pause a person: access ends at once, and everything is kept for when they come back',
    tag,
    access,
    params: idParams,
    body: z.strictObject({ reason }),
    status: 200,
    answer: moved,
    refusals: leavingRefusals,
    handle: (app, { actor, params, body }) => pausePerson(app, actor, params.id, body),
  }),
  route({
    method: 'POST',
    path: '/api/v1/people/{id}/archive',
    operation: 'archivePerson',
    summary: 'Archive a person who has left: access ends at once',
    tag,
    access,
    params: idParams,
    body: z.strictObject({
      leavingDate: z.iso.date().optional().describe('Last day of work, not after today'),
      reason,
    }),
    status: 200,
    answer: moved,
    refusals: [...leavingRefusals, 'leaving_date_to_come'],
    handle: (app, { actor, params, body }) => archivePerson(app, actor, params.id, body),
  }),
  route({
    method: 'POST',
    path: '/api/v1/people/{id}/reactivate',
    operation: 'reactivatePerson',
    summary: 'Bring back a person who was paused or archived, with the roles they had',
    tag,
    access,
    params: idParams,
    status: 200,
    answer: moved,
    refusals: [...refusals, 'not_inactive'],
    handle: (app, { actor, params }) => bringPersonBack(app, actor, params.id),
  }),
]
