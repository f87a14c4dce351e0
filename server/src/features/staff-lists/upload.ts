import { createHash, randomInt } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { csvOf } from '@lanyard/reader/write-csv.ts'
import { z } from 'zod'
import type { Actor } from '../../kernel/actor.ts'
import { Refusal, wrongFields } from '../../kernel/refusal.ts'
import type { App } from '../../platform/app.ts'
import { changeAs, forgetKey } from '../../platform/database/change.ts'
import { inTenant } from '../../platform/database/database.ts'
import type { UploadedFile } from '../../platform/http/route.ts'
import { findPlace } from '../access/places.queries.ts'
import { allowedAt } from '../access/require.ts'
import { record } from '../audit/record.ts'
import { analyse } from './analyse.ts'
import { seeStaffList } from './see-staff-list.ts'
import type { Choices } from './staff-list.ts'
import { deleteList, findList, insertList } from './staff-lists.queries.ts'
import { mappingPatch, type StaffListAnswer } from './staff-lists.shapes.ts'

export interface UploadWish {
  everyone: boolean | 'true' | 'false'
  mapping?: string | undefined
  original?: string | undefined
  rows?: Record<string, string | null>[] | undefined
  file?: UploadedFile | undefined
}

/** How long an upload waits for its plan; a list that takes longer is answered while it is still being read. */
const PATIENCE_MS = 8000
const LOOK_AGAIN_MS = 100

/**
 * Takes a staff list in: keeps the file, reads it and makes the plan. Nothing of anybody changes. The reading is a job,
 * so it is done even if this process dies; it is begun here at once, and most lists are answered with their plan.
 * @throws Refusal not_found, forbidden, file_needed, mapping_wrong, and those of a file that cannot be read: then
 *   nothing of it is kept
 */
export async function uploadStaffList(
  app: App,
  actor: Actor,
  organisationId: string,
  wish: UploadWish,
): Promise<StaffListAnswer> {
  await inTenant(app.database, actor.tenantId, async (tx) =>
    allowedAt(actor, 'staff_list.upload', await findPlace(tx, organisationId)),
  )
  const file = fileOf(wish)
  const choices = readPart(wish.mapping, mappingPatch, '#/mapping') ?? {}
  const original = readPart(wish.original, originalShape, '#/original')
  const everyone = wish.everyone === true || wish.everyone === 'true'
  const digest = createHash('sha256').update(file.bytes).digest()
  const { id } = await changeAs(app, actor, async (tx) => {
    allowedAt(actor, 'staff_list.upload', await findPlace(tx, organisationId))
    const id = await insertList(tx, {
      organisationId,
      reference: newReference(),
      madeBy: actor.kind === 'person' ? actor.accountId : null,
      fileName: file.name,
      digest,
      bytes: file.bytes,
      original,
      everyone,
      choices: choices as Choices,
    })
    await record(app, tx, actor, [
      {
        event: 'staff_list.uploaded',
        organisationId,
        detail: { staffListId: id, sha256: digest.toString('hex'), everyone },
      },
    ])
    await app.jobs.enqueue(tx, 'staff-list', { tenantId: actor.tenantId, listId: id })
    return { id }
  })
  await waitForPlan(app, actor, id)
  return seeStaffList(app, actor, id)
}

/** Reads the list here and now, or waits for whoever does. A file that cannot be read is not kept. */
async function waitForPlan(app: App, actor: Actor, id: string): Promise<void> {
  const patience = AbortSignal.timeout(PATIENCE_MS)
  let fault: unknown
  const reading = analyse(app, actor.tenantId, id).catch((error: unknown) => {
    fault = error
  })
  await Promise.race([reading, wait(PATIENCE_MS, undefined, { ref: false })])
  for (;;) {
    if (fault) throw fault
    const list = await inTenant(app.database, actor.tenantId, (tx) => findList(tx, id))
    if (list?.state === 'failed' && list.problem) {
      await inTenant(app.database, actor.tenantId, async (tx) => {
        await deleteList(tx, id)
        await forgetKey(tx, actor)
      })
      const { kind = 'unprocessable', code, detail } = list.problem
      throw new Refusal(kind, code, detail)
    }
    if (list?.state !== 'analysing' || patience.aborted) return
    await wait(LOOK_AGAIN_MS)
  }
}

function fileOf({ file, rows }: UploadWish): UploadedFile {
  if (file) return file
  if (rows) return { name: 'Rows sent as JSON', bytes: Buffer.from(csvOf(tableOf(rows))) }
  throw wrongFields([
    { pointer: '#/file', code: 'file_needed', detail: 'Choose the file with your staff list.' },
  ])
}

/** Headings that rows sent as JSON may have between them. */
const HEADINGS_MAX = 100

function tableOf(rows: Record<string, string | null>[]): string[][] {
  const headings = new Set<string>()
  for (const row of rows) {
    for (const heading of Object.keys(row)) headings.add(heading)
    if (headings.size > HEADINGS_MAX)
      throw wrongFields([
        {
          pointer: '#/rows',
          code: 'too_many_headings',
          detail: `Rows may have up to ${HEADINGS_MAX} different headings between them.`,
        },
      ])
  }
  const columns = [...headings]
  const cell = (row: Record<string, string | null>, heading: string) =>
    Object.hasOwn(row, heading) ? (row[heading] ?? '') : ''
  return [columns, ...rows.map((row) => columns.map((heading) => cell(row, heading)))]
}

const originalShape = z.strictObject({
  bytes: z.number().int().min(0),
  // Browsers keep what makes a digest back on a plain http address.
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable(),
  sentences: z.array(z.string().max(500)).max(30),
})

/** A part of the form that is JSON. @throws Refusal when it is not what it should be */
function readPart<Shape extends z.ZodType>(
  text: string | undefined,
  shape: Shape,
  pointer: string,
): z.output<Shape> | null {
  if (text === undefined || text === '') return null
  const read = shape.safeParse(parsed(text))
  if (read.success) return read.data
  const [issue] = read.error.issues
  throw wrongFields([
    {
      pointer: [pointer, ...(issue?.path ?? [])].join('/'),
      code: 'wrong_fields',
      detail: 'This part of the request isn’t what it should be. Look at the API description.',
    },
  ])
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Letters and digits that nobody confuses when they read them out. */
const CLEAR = '23456789ABCDEFGHJKMNPQRSTVWXYZ'

const newReference = () =>
  `SL-${Array.from({ length: 8 }, () => CLEAR[randomInt(CLEAR.length)])
    .join('')
    .replace(/^(.{4})/, '$1-')}`
