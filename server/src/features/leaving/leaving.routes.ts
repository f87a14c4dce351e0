import { z } from 'zod'
import { route } from '../../platform/http/route.ts'
import { idParams, idShape } from '../../platform/http/shapes.ts'
import { LEAVING_ACTIONS } from '../people/leaving-actions.policy.ts'
import { STATUS_ORDER } from '../people/status.ts'
import { deletePerson } from './delete-person.ts'
import { movePerson } from './move-elsewhere.ts'
import { archivePerson, bringPersonBack, letPersonStay, pausePerson } from './move-person.ts'
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

const on = z.iso
  .date()
  .optional()
  .describe('Last day with access, today or later: it ends with that day there. Left out: it ends now')
const tell = z.boolean().default(false).describe('Whether they are told by email')

const handOverTo = idShape
  .optional()
  .describe('Who leads at once the units there that nobody would lead any more, by membership')

const moved = z.object({
  status: z.enum(STATUS_ORDER),
  statusLabel: z.string(),
  statusDetail: z.string().nullable(),
  sentence: z.string().describe('What was done, in words to show'),
})

const refusals = ['forbidden', 'not_yourself', 'person_above_yours']
const leavingRefusals = [...refusals, 'already_inactive', 'awaiting_approval', 'last_admin', 'end_past']
const handingOverRefusals = [
  ...['successor_unknown', 'successor_leaves', 'successor_not_active', 'successor_elsewhere'],
  ...['not_your_own_roles', 'role_above_yours', 'reauth_required'],
]

export const leavingRoutes = [
  route({
    method: 'GET',
    path: '/api/v1/people/{id}/consequences',
    operation: 'getConsequences',
    summary:
      'What an action would change for a person, what somebody else takes over, and what stands in the way',
    tag,
    access,
    params: idParams,
    query: z.strictObject({
      action: z.enum(['pause', 'archive', 'stay', 'reactivate', 'delete', 'move']).default('archive'),
      on: z.iso.date().optional().describe('Last day with access; left out: it ends now'),
    }),
    status: 200,
    answer: z.object({
      action: z.enum(LEAVING_ACTIONS),
      blocks: z
        .array(z.object({ code: z.string(), sentence: z.string() }))
        .describe('Why it can’t be done; empty when it can'),
      changes: z.array(z.string()),
      keeps: z.array(z.string()),
      handsOver: z.array(z.string()).describe('What somebody else has to take over'),
      handOver: z
        .object({ units: z.number().int(), allowed: z.boolean(), reason: z.string().nullable() })
        .nullable()
        .describe('Of pausing and archiving: how many units `handOverTo` could be given, if any'),
      leavingDate: z.string().describe('Day to offer as the last day of work'),
      today: z.string().describe('The day it is there'),
      name: z.string().describe('Their name as it is shown, to be typed before they are deleted'),
      destinations: z
        .array(z.object({ id: idShape, name: z.string() }))
        .describe('Of a move: where they could go'),
    }),
    refusals: ['forbidden', 'end_past'],
    handle: (app, { actor, params, query }) =>
      seeConsequences(app, actor, params.id, `person.${query.action}`, query.on),
  }),
  route({
    method: 'POST',
    path: '/api/v1/people/{id}/pause',
    operation: 'pausePerson',
    summary: 'Pause a person, now or at the end of a day: access ends, and everything is kept',
    tag,
    access,
    params: idParams,
    body: z.strictObject({ on, reason, tell, handOverTo }).nullish(),
    status: 200,
    answer: moved,
    refusals: [...leavingRefusals, ...handingOverRefusals],
    handle: (app, { actor, params, body }) => pausePerson(app, actor, params.id, body ?? {}),
  }),
  route({
    method: 'POST',
    path: '/api/v1/people/{id}/archive',
    operation: 'archivePerson',
    summary: 'Archive a person who has left, or leaves at the end of a day: access ends',
    tag,
    access,
    params: idParams,
    body: z
      .strictObject({
        leavingDate: z.iso
          .date()
          .optional()
          .describe('Last day of work, not after the last day with access; left out with `on`, that day'),
        on,
        reason,
        tell,
        handOverTo,
      })
      .nullish(),
    status: 200,
    answer: moved,
    refusals: [...leavingRefusals, 'leaving_date_to_come', ...handingOverRefusals],
    handle: (app, { actor, params, body }) => archivePerson(app, actor, params.id, body ?? {}),
  }),
  route({
    method: 'POST',
    path: '/api/v1/people/{id}/reactivate',
    operation: 'reactivatePerson',
    summary: 'Bring back a person who was paused or archived, with the roles they had',
    tag,
    access,
    params: idParams,
    body: z.strictObject({ tell }).nullish(),
    status: 200,
    answer: moved,
    refusals: [...refusals, 'not_inactive'],
    handle: (app, { actor, params, body }) => bringPersonBack(app, actor, params.id, { tell: body?.tell }),
  }),
  route({
    method: 'POST',
    path: '/api/v1/people/{id}/stay',
    operation: 'letPersonStay',
    summary: 'Call off the day on which a person was to be paused or archived',
    tag,
    access,
    params: idParams,
    status: 200,
    answer: moved,
    refusals: [...refusals, 'no_planned_end'],
    handle: (app, { actor, params }) => letPersonStay(app, actor, params.id),
  }),
  route({
    method: 'POST',
    path: '/api/v1/people/{id}/move',
    operation: 'movePerson',
    summary: 'Move a person to another organisation: archived here, a member there, with the same account',
    tag,
    access,
    params: idParams,
    body: z.strictObject({
      to: idShape.describe('The organisation they go to'),
      roles: z
        .array(z.string().max(60))
        .max(20)
        .optional()
        .describe(
          'For the whole organisation there; left out: those they hold here that you may give there, or else User',
        ),
      units: z.array(idShape).max(50).optional().describe('Units they belong to there'),
    }),
    status: 200,
    answer: moved.extend({ movedTo: idShape.describe('Who they are there') }),
    refusals: [
      ...leavingRefusals.filter((each) => each !== 'end_past'),
      ...['nowhere_to_move', 'organisation_unknown', 'unit_unknown', 'role_unknown'],
      ...['role_above_yours', 'role_not_given_here', 'reauth_required'],
    ],
    handle: (app, { actor, params, body }) => movePerson(app, actor, params.id, body),
  }),
  route({
    method: 'DELETE',
    path: '/api/v1/people/{id}',
    operation: 'deletePerson',
    summary: 'Delete a person for good: nothing brings them back',
    tag,
    access,
    params: idParams,
    body: z.strictObject({
      name: z.string().max(400).describe('Their name as it is shown, or their address if they have none'),
    }),
    status: 200,
    answer: z.object({ sentence: z.string().describe('What was done, in words to show') }),
    refusals: [...refusals, 'last_admin', 'still_listed', 'on_hold', 'name_does_not_match'],
    handle: (app, { actor, params, body }) => deletePerson(app, actor, params.id, body),
  }),
]
