import type { Field, GivenField, ListRow, SeenColumn } from '@lanyard/reader/staff-list.ts'
import type { Actor } from '../../kernel/actor.ts'
import { Refusal, wrongFields } from '../../kernel/refusal.ts'
import type { App } from '../../platform/app.ts'
import { changeAs } from '../../platform/database/change.ts'
import type { UploadedFile } from '../../platform/http/route.ts'
import { groundOf, inTurn } from './analyse.ts'
import { replan } from './change-row.ts'
import { fold } from './fold.ts'
import { draftOf } from './list-in-sight.ts'
import { readInWorker } from './read-in-worker.ts'
import { findGivenOf, saveEdits } from './rows.queries.ts'
import { answerList } from './see-staff-list.ts'
import { touchList } from './staff-lists.queries.ts'
import type { StaffListAnswer } from './staff-lists.shapes.ts'

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
      // The row's number travels in a field that a person's own row never has here.
      const columns = {
        ...columnsLike(list.reading?.columns ?? [], asItIs.reading.columns),
        [numbered.index]: 'sourceId' as Field,
      }
      const { batches } = await readInWorker(file, { columns }, ground)
      const rows = batches.flatMap((batch) => JSON.parse(batch) as ListRow[])
      const given = await findGivenOf(tx, id, rows.flatMap(placeOf))
      if (given.size === 0) throw rowsUnknown()
      await saveEdits(
        tx,
        id,
        rows.flatMap((row) => {
          const [place] = placeOf(row)
          const before = place === undefined ? undefined : given.get(place)
          return before && place !== undefined ? [{ place, edits: changesOf(row, before) }] : []
        }),
      )
      await replan(tx, actor, list)
      await touchList(tx, id)
      return answerList(tx, actor, id)
    }),
  )
}

const placeOf = (row: ListRow): number[] => {
  const place = Number(row.given.sourceId)
  return Number.isInteger(place) && place > 0 ? [place] : []
}

/** Columns are for what those of the same heading are for in the list itself. */
function columnsLike(
  known: readonly SeenColumn[],
  here: readonly SeenColumn[],
): Record<string, Field | null> {
  const byHeading = new Map(known.map((column) => [fold(column.heading), column.field]))
  return Object.fromEntries(
    here.flatMap((column) => {
      const field = byHeading.get(fold(column.heading))
      return field === undefined || field === 'sourceId' ? [] : [[column.index, field]]
    }),
  )
}

/** What a row says now and didn't before. */
function changesOf(row: ListRow, before: Record<string, string>): Record<string, string> {
  const wrong = new Set(row.problems.flatMap((problem) => problem.field ?? []))
  return Object.fromEntries(
    (Object.entries(row.given) as [GivenField, string][]).filter(
      ([field, value]) => field !== 'sourceId' && !wrong.has(field) && before[field] !== value,
    ),
  )
}

const rowsUnknown = () =>
  new Refusal(
    'unprocessable',
    'rows_unknown',
    'We can’t tell which rows these are. Keep the column “Row” of the file that you downloaded.',
  )
