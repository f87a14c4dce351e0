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
import { exportActivity } from './export-activity.ts'
import { type ActivityWish, seeActivity } from './see-activity.ts'
import { DOORS } from './seen-activity.ts'
import { GROUPS, type Group } from './tellings.ts'
import { verifyRecord } from './verify-record.ts'

/** One or more of some keys, with commas. */
const someOf = <Key extends string>(words: Record<Key, string>) =>
  z
    .string()
    .max(SEARCH_MAX)
    .transform((text) => text.split(','))
    .pipe(z.array(z.enum(Object.keys(words) as Key[])))
    .optional()
    .describe(`One or more, with commas, of ${Object.keys(words).join(', ')}`)

const day = (what: string) => z.iso.date().optional().describe(`${what}, where the organisation is`)

const question = z.strictObject({
  actor: idShape.optional().describe('Account of who did it'),
  subject: idShape.optional().describe('Account of who it was done to'),
  q: z.string().max(SEARCH_MAX).optional().describe('Words of the name or address of either'),
  what: someOf(GROUPS),
  door: someOf(DOORS),
  from: day('First day'),
  to: day('Last day'),
  include: z.enum(['below']).optional().describe('`below`: also the organisations below'),
})

const who = z.object({
  id: idShape.nullable().describe('Of the account; null for whoever has none'),
  name: z.string(),
  personId: idShape.nullable().describe('Their membership, if you may open their page'),
})

const entry = z.object({
  id: idShape,
  at: z.string(),
  event: z.string(),
  group: z.enum(Object.keys(GROUPS) as Group[]),
  groupLabel: z.string(),
  sentence: z.string(),
  parts: z
    .array(z.object({ text: z.string(), who: z.enum(['actor', 'subject']).optional() }))
    .describe('The sentence in pieces, with who is named in it'),
  actor: who,
  subject: who.nullable(),
  organisation: z.object({ id: idShape, name: z.string() }).nullable(),
  door: z.string(),
  doorLabel: z.string(),
  changes: z.array(
    z.object({ label: z.string(), before: z.string().nullable(), after: z.string().nullable() }),
  ),
  facts: z.array(z.object({ label: z.string(), value: z.string() })),
  origin: z
    .object({ address: z.string().nullable(), userAgent: z.string().nullable() })
    .nullable()
    .describe('Network address and browser, for who may see it'),
  requestId: z.string().nullable(),
})

const labelled = z.array(z.object({ key: z.string(), label: z.string() }))

const check = z.object({
  at: z.string().describe('When it was looked at'),
  sealed: z.number().int().describe('Entries that are as they were sealed'),
  forgotten: z.number().int().describe('Those of them that were forgotten in their time'),
  anchors: z.number().int().describe('Signed anchors outside the database that they were held against'),
  fromAt: z.string().nullable(),
  throughAt: z.string().nullable(),
  firstBad: z.number().int().nullable().describe('First position that is not as it was sealed'),
  problem: z.string().nullable().describe('What is wrong, in words; null when all is well'),
})

export const activityRoutes = [
  route({
    method: 'GET',
    path: '/api/v1/organisations/{id}/audit',
    operation: 'listActivity',
    summary: 'What happened, newest first, a sentence each',
    tag: 'Activity',
    access: 'person',
    params: idParams,
    query: listQuery.extend(question.shape),
    status: 200,
    answer: listOf(entry, {
      filters: z.object({
        groups: labelled,
        doors: labelled,
        actor: z.string().nullable().describe('The name behind `actor`'),
        subject: z.string().nullable().describe('The name behind `subject`'),
      }),
      record: z.object({
        sealedThrough: z.string().nullable().describe('When the newest sealed entry was made'),
        waiting: z.boolean().describe('Whether younger entries wait for the next seal'),
        lastCheck: check.nullable().describe('How the whole record was found when it was last looked at'),
      }),
      actions: z.array(actionShape),
    }),
    refusals: ['forbidden', 'cursor_wrong'],
    handle: (app, { actor, params, query }) =>
      seeActivity(
        app,
        actor,
        {
          ...wishOf(params.id, query),
          beforeId: (cursorOf(query.after, ['id'])?.[0] as string | undefined) ?? null,
          limit: query.limit,
        },
        query.count,
      ),
  }),
  route({
    method: 'GET',
    path: '/api/v1/organisations/{id}/audit/export',
    operation: 'exportActivity',
    summary: 'The same as a CSV or JSONL file; that it was taken is recorded',
    tag: 'Activity',
    access: 'person',
    params: idParams,
    query: question.extend({
      format: z.enum(['csv', 'jsonl']).default('csv').describe('`jsonl`: an entry to a line, as in the list'),
    }),
    status: 200,
    download: true,
    refusals: ['forbidden', 'reauth_required', 'too_many_entries'],
    handle: (app, { actor, params, query }) =>
      exportActivity(app, actor, wishOf(params.id, query), query.format),
  }),
  route({
    method: 'POST',
    path: '/api/v1/organisations/{id}/audit/verify',
    operation: 'verifyRecord',
    summary: 'Look at the whole record now: whether every entry is as it was sealed',
    tag: 'Activity',
    access: 'person',
    params: idParams,
    status: 200,
    answer: check,
    refusals: ['forbidden'],
    handle: (app, { actor, params }) => verifyRecord(app, actor, params.id),
  }),
]

function wishOf(
  organisationId: string,
  query: z.output<typeof question>,
): Omit<ActivityWish, 'limit' | 'beforeId'> {
  return {
    organisationId,
    below: query.include === 'below',
    actorId: query.actor ?? null,
    subjectId: query.subject ?? null,
    q: query.q ?? '',
    groups: query.what ?? null,
    doors: query.door ?? null,
    from: query.from ?? null,
    to: query.to ?? null,
  }
}
