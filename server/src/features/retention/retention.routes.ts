import { z } from 'zod'
import { route } from '../../platform/http/route.ts'
import { actionShape, idParams, idShape } from '../../platform/http/shapes.ts'
import { changeRetention } from './change-retention.ts'
import { erasePerson } from './erase-person.ts'
import { keepPerson } from './keep-archived.ts'
import { liftHold, placeHold } from './place-hold.ts'
import { processingRecord } from './processing-record.ts'
import { KINDS, type Periods } from './retention.ts'
import { seeRetention } from './see-retention.ts'

const tag = 'Data'
const access = 'person'

/** Longest reason and longest reference, in characters. */
const REASON_MAX = 500
const REFERENCE_MAX = 60

const reason = z.strictObject({
  reason: z.string().trim().min(1).max(REASON_MAX).describe('Why, in words'),
})
const place = z.object({ id: idShape, name: z.string() })

const retention = z.object({
  decidedAt: place.describe('The organisation that decides for all'),
  kinds: z.array(
    z.object({
      kind: z.enum(KINDS),
      label: z.string(),
      means: z.string(),
      unit: z.enum(['days', 'months']),
      amount: z.number().int(),
      standard: z.number().int(),
      least: z.number().int(),
      most: z.number().int(),
      due: z
        .object({
          many: z.number().int(),
          held: z.number().int(),
          people: z.array(place).describe('Who, where the kind is about people; the first fifty'),
        })
        .nullable()
        .describe('What the next run would do; null for who doesn’t decide'),
      lastRun: z.object({ at: z.string(), many: z.number().int() }).nullable(),
    }),
  ),
  reviews: z
    .array(
      z.object({
        id: idShape.describe('Of the membership'),
        name: z.string(),
        organisation: place,
        archivedAt: z.string(),
        leavingDate: z.string().nullable(),
        restoredAs: z
          .enum(['archived', 'deleted'])
          .nullable()
          .describe('What had become of them after the backup was made that brought them back'),
        held: z.boolean(),
      }),
    )
    .describe('Archived people whose time is over, the longest archived first'),
  holds: z.array(
    z.object({
      id: idShape,
      organisation: place,
      person: z
        .object({ accountId: idShape, membershipId: idShape.nullable(), name: z.string() })
        .nullable()
        .describe('Null: everything of the organisation and below'),
      reason: z.string(),
      placedBy: z.string().nullable(),
      placedAt: z.string(),
    }),
  ),
  held: z.boolean().describe('Whether everything here is held, here or above'),
  actions: z.array(actionShape),
})

export const retentionRoutes = [
  route({
    method: 'GET',
    path: '/api/v1/organisations/{id}/retention',
    operation: 'getRetention',
    summary: 'How long things are kept, what is due, who came up for review and what is on hold',
    tag,
    access,
    params: idParams,
    status: 200,
    answer: retention,
    refusals: ['forbidden'],
    handle: (app, { actor, params }) => seeRetention(app, actor, params.id),
  }),
  route({
    method: 'PATCH',
    path: '/api/v1/organisations/{id}/retention',
    operation: 'changeRetention',
    summary: 'Change how long things are kept; what is past its time goes with the next run',
    tag,
    access,
    params: idParams,
    body: z.strictObject(
      Object.fromEntries(KINDS.map((kind) => [kind, z.number().int().optional()])) as Record<
        (typeof KINDS)[number],
        z.ZodOptional<z.ZodNumber>
      >,
    ),
    status: 200,
    answer: z.object({ changed: z.number().int() }),
    refusals: ['forbidden', 'reauth_required', 'period_out_of_range'],
    handle: (app, { actor, params, body }) =>
      changeRetention(app, actor, params.id, body as Partial<Periods>),
  }),
  route({
    method: 'GET',
    path: '/api/v1/organisations/{id}/processing-record',
    operation: 'getProcessingRecord',
    summary: 'The record of processing activities as a CSV file, made from the database as it is now',
    tag,
    access,
    params: idParams,
    status: 200,
    download: true,
    refusals: ['forbidden'],
    handle: (app, { actor, params }) => processingRecord(app, actor, params.id),
  }),
  route({
    method: 'PUT',
    path: '/api/v1/organisations/{id}/hold',
    operation: 'holdOrganisation',
    summary: 'Hold everything of an organisation and below: nothing of it is lost',
    tag,
    access,
    params: idParams,
    body: reason,
    status: 204,
    refusals: ['forbidden', 'already_held'],
    handle: (app, { actor, params, body }) =>
      placeHold(app, actor, { organisationId: params.id }, body.reason),
  }),
  route({
    method: 'DELETE',
    path: '/api/v1/organisations/{id}/hold',
    operation: 'liftOrganisationHold',
    summary: 'Lift the hold on an organisation',
    tag,
    access,
    params: idParams,
    status: 204,
    refusals: ['forbidden', 'placed_above', 'not_held'],
    handle: (app, { actor, params }) => liftHold(app, actor, { organisationId: params.id }),
  }),
  route({
    method: 'PUT',
    path: '/api/v1/people/{id}/hold',
    operation: 'holdPerson',
    summary: 'Hold a person: nothing of them is lost to time, deletion or erasure',
    tag,
    access,
    params: idParams,
    body: reason,
    status: 204,
    refusals: ['forbidden', 'not_yourself', 'person_above_yours', 'already_held'],
    handle: (app, { actor, params, body }) => placeHold(app, actor, { personId: params.id }, body.reason),
  }),
  route({
    method: 'DELETE',
    path: '/api/v1/people/{id}/hold',
    operation: 'liftPersonHold',
    summary: 'Lift the hold on a person',
    tag,
    access,
    params: idParams,
    status: 204,
    refusals: ['forbidden', 'not_yourself', 'placed_above', 'not_held'],
    handle: (app, { actor, params }) => liftHold(app, actor, { personId: params.id }),
  }),
  route({
    method: 'POST',
    path: '/api/v1/people/{id}/keep',
    operation: 'keepPerson',
    summary: 'Keep somebody archived for as long again',
    tag,
    access,
    params: idParams,
    status: 204,
    refusals: ['forbidden', 'not_archived'],
    handle: (app, { actor, params }) => keepPerson(app, actor, params.id),
  }),
  route({
    method: 'POST',
    path: '/api/v1/people/{id}/erase',
    operation: 'erasePerson',
    summary: 'Erase somebody who asked for it, wherever they are a member',
    tag,
    access,
    params: idParams,
    body: z.strictObject({
      name: z.string().max(400).describe('Their name as it is shown, or their address if they have none'),
      reference: z
        .string()
        .trim()
        .max(REFERENCE_MAX)
        .optional()
        .describe(
          'What you call the request, such as a number; it stays in the record, so don’t name anybody',
        ),
    }),
    status: 200,
    answer: z.object({ sentence: z.string().describe('What was done, in words to show') }),
    refusals: [
      ...['forbidden', 'reauth_required', 'on_hold', 'name_does_not_match', 'not_yourself'],
      ...['person_above_yours', 'last_admin', 'still_listed'],
    ],
    handle: (app, { actor, params, body }) => erasePerson(app, actor, params.id, body),
  }),
]
