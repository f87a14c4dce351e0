import { z } from 'zod'
import { route } from '../../platform/http/route.ts'
import { cursorOf, idParams, idShape, listQuery } from '../../platform/http/shapes.ts'
import { labels } from '../invitations/invitations.shapes.ts'
import { peopleFilter } from '../people/people-filter.ts'
import { BULK_ACTION_KEYS } from './bulk.ts'
import { downloadResults } from './download-results.ts'
import { seeBulkActions } from './see-bulk-actions.ts'
import { seeJob } from './see-job.ts'
import { foretellBulk, startBulk } from './start-bulk.ts'
import { undoJob } from './undo-job.ts'

const tag = 'People'
const access = 'person'

const IDS_AT_MOST = 10_000
const REASON_MAX = 500
const LABEL_MAX = 40
const count = z.number().int()
const action = z.enum(BULK_ACTION_KEYS)
const why = z.object({ code: z.string(), sentence: z.string(), count })

const bulkBody = z.strictObject({
  action,
  select: z.union([
    z.strictObject({ ids: z.array(idShape).min(1).max(IDS_AT_MOST) }),
    z.strictObject({ filter: peopleFilter }),
  ]),
  expectedCount: count
    .min(0)
    .optional()
    .describe('How many you saw: another number stops everything. Needed, but for a dry run'),
  snapshot: z.string().max(64).optional().describe('What a dry run said of who they are'),
  dryRun: z.boolean().default(false).describe('Only say what would happen'),
  reason: z.string().trim().max(REASON_MAX).optional().describe('Kept in the record, and shown only there'),
  leavingDate: z.iso
    .date()
    .optional()
    .describe('With `archive`: last day of work, not after the last day with access'),
  on: z.iso
    .date()
    .optional()
    .describe('With `pause` and `archive`: last day with access; left out, it ends now'),
  tell: z.boolean().optional().describe('Whether they are told by email'),
  handOverTo: idShape
    .optional()
    .describe(
      'With `pause` and `archive`: who leads at once the units that nobody would lead any more, by membership',
    ),
  labels: z
    .strictObject({
      set: labels.optional(),
      remove: z.array(z.string().min(1).max(LABEL_MAX)).max(20).optional(),
    })
    .optional()
    .describe('With `label`'),
})

const foretold = z.object({
  action,
  title: z.string().describe('What doing it would be, in words to show'),
  count,
  snapshot: z.string(),
  fits: count,
  skipped: z.array(why.extend({ people: z.array(z.string()) })),
  changes: z.array(z.string()),
  keeps: z.array(z.string()),
  handsOver: z.array(z.string()).describe('What somebody else has to take over'),
  handOver: z
    .object({ units: count, allowed: z.boolean(), reason: z.string().nullable() })
    .nullable()
    .describe('Of pausing and archiving: how many units `handOverTo` could be given, if any'),
  blocks: z.array(z.object({ code: z.string(), sentence: z.string() })),
  needsPage: z.boolean().describe('Show all this and ask once more before anything is done'),
  today: z.string(),
})

const counts = z.object({ done: count, skipped: count, reversed: count, kept: count })

const job = z.object({
  id: idShape,
  action,
  title: z.string(),
  organisation: z.object({ id: idShape, name: z.string() }),
  state: z.enum(['waiting', 'done', 'failed', 'undoing', 'undone']),
  sentence: z.string().describe('How far it is, or what came of it, in words to show'),
  problem: z.object({ code: z.string(), detail: z.string() }).nullable(),
  madeBy: z.string().nullable(),
  madeAt: z.string(),
  doneAt: z.string().nullable(),
  undoneBy: z.string().nullable(),
  undoneAt: z.string().nullable(),
  progress: z.object({ done: count, total: count, etaSeconds: count.nullable() }),
  counts,
  reasons: z.array(why.extend({ of: z.enum(['skipped', 'kept']) })),
  undo: z.object({ undoable: z.boolean(), possible: z.boolean(), reason: z.string().nullable() }),
  results: z.object({
    data: z.array(
      z.object({
        id: idShape.describe('Of the membership'),
        name: z.string(),
        email: z.string(),
        school: z.string(),
        here: z.boolean().describe('Whether they are still on the list'),
        outcome: z.enum(['done', 'skipped', 'undone', 'kept']),
        code: z.string().nullable(),
        sentence: z.string().nullable().describe('Why not, in words to show'),
      }),
    ),
    next: z.string().nullable(),
  }),
})

export const bulkRoutes = [
  route({
    method: 'GET',
    path: '/api/v1/organisations/{id}/people/bulk',
    operation: 'listBulkActions',
    summary: 'What you may do to many people here; a dry run says for whom it fits',
    tag,
    access,
    params: idParams,
    status: 200,
    answer: z.object({ actions: z.array(action) }),
    refusals: ['forbidden'],
    handle: async (app, { actor, params }) => ({ actions: await seeBulkActions(app, actor, params.id) }),
  }),
  route({
    method: 'POST',
    path: '/api/v1/organisations/{id}/people/bulk',
    operation: 'changeManyPeople',
    summary: 'Do something to many people: a job does it whole, or a dry run says what it would do',
    tag,
    access,
    params: idParams,
    body: bulkBody,
    status: 202,
    answer: z.object({ id: idShape.describe('Of the job') }),
    dryRun: foretold,
    refusals: [
      ...['forbidden', 'person_unknown', 'too_many_people', 'leaving_date_to_come', 'selection_changed'],
      ...['successor_unknown', 'successor_leaves', 'successor_not_active', 'successor_elsewhere'],
      ...['not_your_own_roles', 'role_above_yours', 'person_above_yours', 'reauth_required'],
    ],
    handle: (app, { actor, params, body: { dryRun, ...asked } }) =>
      dryRun ? foretellBulk(app, actor, params.id, asked) : startBulk(app, actor, params.id, asked),
  }),
  route({
    method: 'GET',
    path: '/api/v1/jobs/{id}',
    operation: 'getJob',
    summary: 'How far something done to many people is, and what became of each',
    tag,
    access,
    params: idParams,
    query: listQuery.omit({ count: true }).extend({ outcome: z.enum(['done', 'skipped']).optional() }),
    status: 200,
    answer: job,
    refusals: ['forbidden', 'cursor_wrong'],
    handle: (app, { actor, params, query }) => {
      const cursor = cursorOf(query.after, ['text', 'id']) as [string, string] | null
      return seeJob(app, actor, params.id, {
        outcome: query.outcome ?? null,
        after: cursor && { nameKey: cursor[0], id: cursor[1] },
        limit: query.limit,
      })
    },
  }),
  route({
    method: 'GET',
    path: '/api/v1/jobs/{id}/result',
    operation: 'downloadJobResult',
    summary: 'What became of each person, as a CSV file',
    tag,
    access,
    params: idParams,
    status: 200,
    download: true,
    refusals: ['forbidden'],
    handle: (app, { actor, params }) => downloadResults(app, actor, params.id),
  }),
  route({
    method: 'POST',
    path: '/api/v1/jobs/{id}/undo',
    operation: 'undoJob',
    summary: 'Take back what was done to many people; who changed since stays as they are',
    tag,
    access,
    params: idParams,
    status: 202,
    answer: z.object({ id: idShape }),
    refusals: ['forbidden', 'not_undoable'],
    handle: (app, { actor, params }) => undoJob(app, actor, params.id),
  }),
]
