import type {
  DateOrder,
  Field,
  GivenField,
  ListRow,
  Reading,
  SeenColumn,
} from '@lanyard/reader/staff-list.ts'
import type { Actor } from '../../kernel/actor.ts'
import { Refusal, wrongFields } from '../../kernel/refusal.ts'
import type { App } from '../../platform/app.ts'
import { changeAs } from '../../platform/database/change.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { UploadedFile } from '../../platform/http/route.ts'
import { groundOf, inTurn } from './analyse.ts'
import { replan } from './change-row.ts'
import { findWritten, type WrittenRow } from './downloads.queries.ts'
import { fold } from './fold.ts'
import { headingOf, LIST_HEADINGS } from './list-headings.ts'
import { draftOf } from './list-in-sight.ts'
import { readInWorker } from './read-in-worker.ts'
import { saveEdits } from './rows.queries.ts'
import { answerList } from './see-staff-list.ts'
import { touchList } from './staff-lists.queries.ts'
import type { StaffListAnswer } from './staff-lists.shapes.ts'

const FIELDS_WRITTEN = Object.keys(LIST_HEADINGS) as GivenField[]

/** Headings of the column that says which row of the list it is. */
const ROW_HEADINGS = ['row', 'row number', 'row in your file', 'row in the file']

/**
 * Takes rows in that were downloaded, put right and uploaded again: what they say now stands over what the list says,
 * row by row, and the plan is made anew. A value that still can't be read stays as it was.
 * @throws Refusal not_found, forbidden, list_applied, not_ready, file_needed, rows_unknown, and those of a file that
 *   cannot be read
 */
export async function mergeProblemRows(
  app: App,
  actor: Actor,
  id: string,
  file: UploadedFile | undefined,
): Promise<StaffListAnswer> {
  return inTurn(() =>
    changeAs(app, actor, async (tx) => {
      const { list } = await draftOf(tx, actor, id)
      if (!file)
        throw wrongFields([
          { pointer: '#/file', code: 'file_needed', detail: 'Choose the file with the rows.' },
        ])
      const ground = await groundOf(tx, list.organisationId)
      const asItIs = await readInWorker(file, {}, ground)
      const numbered = asItIs.reading.columns.find((column) => ROW_HEADINGS.includes(fold(column.heading)))
      if (!numbered) throw rowsUnknown()
      const { columns, dateOrders } = readLike(list.reading, asItIs.reading.columns)
      // The row's number travels in a field that a person's own row never has here.
      columns[numbered.index] = 'sourceId'
      const { batches } = await readInWorker(file, { columns, dateOrders }, ground)
      let known = 0
      for (const batch of batches) known += await takeIn(tx, id, JSON.parse(batch) as ListRow[])
      if (known === 0) throw rowsUnknown()
      await replan(tx, actor, list)
      await touchList(tx, id)
      return answerList(tx, actor, id)
    }),
  )
}

/** Takes over what rows say now and didn't before. @returns how many of them are the list's */
async function takeIn(tx: Tx, listId: string, rows: ListRow[]): Promise<number> {
  const byPlace = new Map(rows.map((row) => [Number(row.given.sourceId), row]))
  const places = [...byPlace.keys()].filter((place) => Number.isSafeInteger(place) && place > 0)
  const written = await findWritten(tx, listId, places, FIELDS_WRITTEN)
  const edits = [...written.values()].flatMap((before) => {
    const row = byPlace.get(before.place)
    return row ? [{ place: before.place, edits: changesOf(row, before) }] : []
  })
  await saveEdits(
    tx,
    listId,
    edits.filter((each) => Object.keys(each.edits).length > 0),
  )
  return written.size
}

/**
 * Columns are for what we wrote into those of that heading, or for what the list itself has under it, and dates have the
 * order that they have there: a few rows are no evidence for anything else.
 */
function readLike(reading: Reading | null, here: readonly SeenColumn[]) {
  const byHeading = new Map<string, Field[]>()
  const say = (heading: string, field: Field | null) => {
    const fields = byHeading.get(fold(heading)) ?? []
    if (field && !fields.includes(field)) byHeading.set(fold(heading), [...fields, field])
  }
  for (const field of FIELDS_WRITTEN) say(headingOf(field, reading), field)
  for (const column of reading?.columns ?? []) say(column.heading, column.field)
  const columns: Record<string, Field | null> = {}
  const dateOrders: Record<string, DateOrder> = {}
  for (const { index, heading } of here) {
    const field = byHeading.get(fold(heading))?.shift() ?? null
    columns[index] = field === 'sourceId' ? null : field
    const order = field && reading?.columns.find((column) => column.field === field)?.dateOrder
    if (order) dateOrders[index] = order
  }
  return { columns, dateOrders }
}

/** What a row says now and didn't before: cells that stand as we wrote them say nothing, however they would be read. */
function changesOf(row: ListRow, before: WrittenRow): Record<string, string> {
  const wrong = new Set(row.problems.flatMap((problem) => problem.field ?? []))
  return Object.fromEntries(
    (Object.entries(row.given) as [GivenField, string][]).filter(
      ([field, value]) =>
        field !== 'sourceId' &&
        !wrong.has(field) &&
        value !== before.given[field] &&
        (row.typed[field] ?? value) !== before.cells[field],
    ),
  )
}

const rowsUnknown = () =>
  new Refusal(
    'unprocessable',
    'rows_unknown',
    'We can’t tell which rows these are. Keep the column “Row” of the file that you downloaded.',
  )
