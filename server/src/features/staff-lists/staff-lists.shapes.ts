import { FIELDS } from '@lanyard/reader/staff-list.ts'
import { z } from 'zod'
import { actionShape, idShape } from '../../platform/http/shapes.ts'

export const OUTCOMES = [
  'add',
  'update',
  'unchanged',
  'reactivate',
  'conflict',
  'not_on_list',
  'error',
  'skipped',
] as const
export type Outcome = (typeof OUTCOMES)[number]

const STATES = ['analysing', 'ready', 'applying', 'applied', 'undoing', 'undone', 'failed'] as const

const field = z.enum(FIELDS)
const words = z.string().max(500)

const column = z.object({
  index: z.number().int(),
  heading: z.string(),
  samples: z.array(z.string()),
  field: field.nullable(),
  state: z.enum(['used', 'unused', 'private', 'contested']),
  why: z.string(),
  dateOrder: z.enum(['dmy', 'mdy', 'ymd']).optional(),
})

const reading = z.object({
  format: z.enum(['csv', 'xlsx', 'zip']),
  encoding: z.string().nullable(),
  otherEncodings: z.array(z.string()),
  delimiter: z.string().nullable(),
  sheet: z.string(),
  sheets: z.array(z.object({ name: z.string(), rows: z.number().int() })),
  headingRow: z.number().int().describe('0: there are none'),
  titleRows: z.number().int(),
  blankRows: z.number().int(),
  totalRows: z.number().int(),
  people: z.number().int().describe('Rows with somebody on them'),
  sentences: z.array(z.string()).describe('What was decided, in words'),
  columns: z.array(column),
  privateHeadings: z.array(z.string()),
  questions: z
    .array(
      z.object({
        code: z.string(),
        field: field.nullable(),
        columns: z.array(z.number().int()),
        detail: z.string(),
      }),
    )
    .describe('To be answered before there is a plan'),
  fingerprint: z.string(),
  remembered: z.boolean(),
})

/** A value of the file that stands for something of ours: a role, a unit, a school. */
const valueMatch = z.object({
  field: z.enum(['role', 'unit', 'school']),
  value: z.string().describe('As it stands in the file'),
  rows: z.number().int(),
  means: z
    .string()
    .nullable()
    .describe('Key of a role, id of a unit or school, `new` for a unit to be made, or null for nothing'),
  label: z.string().nullable(),
  why: z.string(),
  suggestion: z.string().nullable().describe('What it could mean as well; never taken by itself'),
})

const counts = z.object({
  add: z.number().int(),
  update: z.number().int(),
  unchanged: z.number().int(),
  reactivate: z.number().int(),
  conflict: z.number().int(),
  not_on_list: z.number().int(),
  error: z.number().int(),
  skipped: z.number().int(),
  people: z
    .number()
    .int()
    .describe(
      'Rows of the file with somebody on them, each once for every school it names: the sum of all outcomes but not_on_list, and leaving',
    ),
  leaving: z.number().int().describe('Of not_on_list: those whom the file itself says have left'),
  here: z.number().int().describe('People on the system in the organisations the file covers'),
  matched: z.number().int().describe('Of those, how many the file names, or may name in a row to put right'),
  taking: z
    .object({
      add: z.number().int(),
      update: z.number().int(),
      reactivate: z.number().int(),
      archive: z.number().int(),
    })
    .describe('What applying would do now, with what is ticked'),
  done: z
    .object({
      added: z.number().int(),
      changed: z.number().int(),
      reactivated: z.number().int(),
      archived: z.number().int(),
      held: z.number().int().describe('Leavers above the limit, who wait'),
      notDone: z.number().int().describe('Overtaken or refused at that moment; their rows say why'),
      units: z.number().int().describe('Departments that were made'),
    })
    .optional()
    .describe('What applying came to'),
})

const ways = z.enum(['now', 'later', 'account']).or(z.iso.datetime({ offset: true }))

export const staffListShape = z.object({
  id: idShape,
  reference: z.string().describe('To quote to support'),
  organisationId: idShape,
  organisationName: z.string(),
  fileName: z.string(),
  fileBytes: z.number().int(),
  fileDigest: z.string().describe('SHA-256 of what was uploaded, in hex'),
  originalSentences: z.array(z.string()).describe('What the browser said of the file it read'),
  everyone: z.boolean(),
  madeBy: z.object({ name: z.string() }).nullable(),
  madeAt: z.string(),
  touchedAt: z.string(),
  state: z.enum(STATES),
  stateLabel: z.string(),
  problem: z.object({ code: z.string(), detail: z.string() }).nullable(),
  reading: reading.nullable(),
  values: z.array(valueMatch),
  keep: z.array(field).describe('Fields that this list changes for nobody'),
  counts: counts.nullable(),
  summary: z.string().nullable().describe('What applying would do, or did, in a sentence'),
  sums: z.array(z.string()).describe('How the numbers add up'),
  notes: z
    .array(z.string())
    .describe('What is odd about the whole list, such as that every address would change'),
  held: z
    .object({
      people: z.number().int(),
      limit: z.number().int(),
      detail: z.string(),
    })
    .nullable()
    .describe('Leavers above the limit: they wait until their number is typed'),
  invite: z.string().nullable(),
  progress: z.object({
    done: z.number().int(),
    total: z.number().int(),
    etaSeconds: z.number().int().nullable(),
    sentence: z.string(),
  }),
  invitations: z
    .object({ total: z.number().int(), handedOver: z.number().int(), problems: z.number().int() })
    .nullable()
    .describe('Of the emails this list asked for'),
  appliedBy: z.object({ name: z.string() }).nullable(),
  appliedAt: z.string().nullable(),
  undoUntil: z.string().nullable(),
  undoneAt: z.string().nullable(),
  fileKeptUntil: z.string().nullable(),
  actions: z.array(actionShape).describe('apply, undo, archive_leavers, discard'),
})

const problem = z.object({
  code: z.string(),
  detail: z.string(),
  field: field.nullable(),
  fieldLabel: z.string().nullable(),
  value: z.string().nullable().describe('As it stands in the file, or as typed over it'),
  suggestion: z.string().optional(),
  choices: z.array(z.string()).optional(),
})

export const rowShape = z.object({
  place: z.number().int().describe('Names the row in its address'),
  n: z.number().int().nullable().describe('Row of the file as a spreadsheet numbers it'),
  outcome: z.enum(OUTCOMES),
  name: z.string(),
  email: z.string().nullable(),
  about: z.string().describe('Job title and units'),
  personId: idShape.nullable(),
  matchedBy: z.object({ rule: z.string(), sentence: z.string() }).nullable(),
  taken: z.boolean().describe('Whether applying will do it'),
  changes: z.array(
    z.object({
      field,
      label: z.string(),
      before: z.string().nullable(),
      after: z.string().nullable(),
      taken: z.boolean(),
      offered: z.boolean().describe('Whether it can be taken; the reason says why not'),
      reason: z
        .string()
        .optional()
        .describe('Why it is not taken, or only when asked for: changed here by hand'),
    }),
  ),
  problems: z.array(problem),
  warnings: z.array(z.object({ code: z.string(), detail: z.string() })),
  candidates: z.array(
    z.object({
      personId: idShape,
      name: z.string(),
      email: z.string(),
      facts: z.array(
        z.object({
          label: z.string(),
          theirs: z.string().nullable().describe('In the file'),
          ours: z.string().nullable(),
          same: z.boolean(),
        }),
      ),
      why: z.string(),
    }),
  ),
  question: z.string().nullable().describe('Of a conflict: what is to be decided'),
  leaver: z
    .object({
      flags: z.array(z.object({ code: z.string(), label: z.string() })),
      detail: z.string().describe('Last sign-in and where they came from'),
      stays: z.string().nullable().describe('Why they cannot be archived from here'),
    })
    .nullable(),
  given: z
    .record(z.string(), z.string().nullable())
    .describe('Values of the row by field, as they would be taken'),
  decision: z.enum(['take', 'skip', 'same', 'different', 'archive']).nullable(),
  result: z.string().nullable().describe('After applying: what was done, in words'),
})

/** Rows that can be put right together. */
export const groupShape = z.object({
  key: z.string(),
  outcome: z.enum(OUTCOMES),
  rows: z.number().int(),
  detail: z.string().describe('“3 rows have two addresses in one cell.”'),
  fix: z.string().describe('“Use reed.example for all 3”'),
})

export const rowPatch = z.strictObject({
  values: z.partialRecord(field, words.nullable()).optional().describe('Typed over what the file says'),
  decision: z.enum(['take', 'skip', 'same', 'different', 'archive']).nullable().optional(),
  personId: idShape.optional().describe('With `same`: who it is'),
  keep: z.array(field).optional().describe('Fields to leave as they are with us'),
})

export const groupDecision = z.strictObject({
  outcome: z.enum(OUTCOMES),
  decision: z
    .enum(['take', 'skip', 'archive'])
    .nullable()
    .describe('Null puts back those left out by hand, and unticks leavers'),
  expectedCount: z.number().int().min(0).describe('How many rows of this outcome were seen'),
})

export const mappingPatch = z.strictObject({
  encoding: words.optional(),
  delimiter: z.string().max(4).optional(),
  sheet: words.optional(),
  headingRow: z.number().int().min(0).max(1000).optional(),
  columns: z.record(z.string().regex(/^\d{1,4}$/), field.nullable()).optional(),
  dateOrders: z.record(z.string().regex(/^\d{1,4}$/), z.enum(['dmy', 'mdy', 'ymd'])).optional(),
  values: z
    .array(
      z.strictObject({
        field: z.enum(['role', 'unit', 'school']),
        value: words,
        means: z.string().max(100).nullable(),
      }),
    )
    .max(500)
    .optional(),
  keep: z.array(field).optional().describe('Fields that this list changes for nobody'),
})

export const applyBody = z.strictObject({
  leavers: z
    .array(idShape)
    .max(100_000)
    .optional()
    .describe('Memberships to archive, in place of those that are ticked'),
  confirmCount: z
    .number()
    .int()
    .min(0)
    .optional()
    .describe('How many will be archived, typed; needed above the limit'),
  invite: ways
    .default('later')
    .describe(
      'account: set up at once, with a one-time password by email; active and counted when it has left',
    ),
})

export const undoShape = z.object({
  summary: z.string(),
  reversed: z.number().int(),
  kept: z.number().int(),
  cannot: z.array(z.string()).describe('What cannot be undone'),
  people: z.array(
    z.object({
      personId: idShape,
      name: z.string(),
      what: z.string().describe('Such as “Last name back to Smith”'),
      outcome: z.enum(['reversed', 'kept']),
      reason: z.string().nullable().describe('Why it is kept, and who changed it'),
    }),
  ),
  more: z.number().int().describe('How many more there are than listed'),
})

export type StaffListAnswer = z.input<typeof staffListShape>
export type RowAnswer = z.input<typeof rowShape>
export type GroupAnswer = z.input<typeof groupShape>
export type UndoAnswer = z.input<typeof undoShape>
export type GroupDecision = z.output<typeof groupDecision>
export type RowPatch = z.output<typeof rowPatch>
export type MappingPatch = z.output<typeof mappingPatch>
export type ApplyWish = z.output<typeof applyBody>
