/**
 * What a list means. `understand` says which table is the list, what each column is for and who is on each row.
 * `withoutPrivate(sheet, reading)` gives the rows of the sheet that was read with the cells of private columns empty,
 * all rows in their places: what may leave the browser. What was chosen for one list holds for others by `toRemember`
 * (remember.ts), which keeps it by heading instead of position.
 */

import { chooseSheet } from './choose-sheet.ts'
import { cleanCell } from './clean-cell.ts'
import { type Column, columnsOf } from './column.ts'
import { ordersOfDates } from './date-columns.ts'
import { orderInWords, type SeenOrder } from './date-order.ts'
import { describeReading } from './describe-reading.ts'
import { findFields } from './find-fields.ts'
import { lineOf, type Table } from './find-table.ts'
import { fingerprintOf } from './fingerprint.ts'
import { cut } from './limits.ts'
import { nameHabitOf } from './name-habit.ts'
import { readRows } from './read-rows.ts'
import { choicesFor } from './remember.ts'
import { shiftsOf, whyShifted, withoutCells } from './shifted-rows.ts'
import type {
  Ground,
  OpenedFile,
  OpenQuestion,
  ReadChoices,
  Reading,
  ReadList,
  SeenColumn,
  Sheet,
} from './staff-list.ts'

const SAMPLES = 3
const SAMPLE_MAX = 80

/**
 * Reads the list in a file: who is on it, what was decided on the way, and what a person has to decide. Choices stand
 * above what was chosen for an earlier list with the same headings, and that above evidence. Changes nothing it is given.
 */
export function understand(opened: OpenedFile, choices: ReadChoices, ground: Ground): ReadList {
  const table = chooseSheet(opened.sheets, choices)
  const shiftOf = opened.delimiter === null ? () => 0 : shiftsOf(table.sheet, table.headingAt)
  // What may stand under the wrong heading is no evidence for any.
  const bodies = table.people.map((at) => table.sheet.rows[at] ?? []).filter((row) => shiftOf(row) === 0)
  const fingerprint = fingerprintOf(table.headings)
  const settled = choicesFor(choices, ground.remembered, fingerprint, table.headings)
  const columns = columnsOf(table.headings, bodies, ground.today)
  const questions = findFields(columns, {
    chosen: settled.columns,
    earlier: settled.earlier,
    rows: bodies,
    domains: ground.domains,
  })
  const orders = ordersOfDates(columns, bodies, settled.dateOrders, choices.dateOrders ?? {})
  const rows = readRows(table, {
    columns,
    orders,
    shiftOf,
    whyShifted: whyShifted(opened.delimiter),
    nameHabit: nameHabitOf(columns, bodies),
    domains: ground.domains,
    today: ground.today,
  })
  const reading: Reading = {
    format: opened.format,
    encoding: opened.encoding,
    otherEncodings: opened.otherEncodings,
    delimiter: opened.delimiter,
    sheet: table.sheet.name,
    sheets: opened.sheets.map((sheet) => ({ name: sheet.name, rows: sheet.rows.length })),
    headingRow: table.headingAt < 0 ? 0 : lineOf(table.sheet, table.headingAt),
    titleRows: table.titleRows + table.repeatedHeadings + table.notes.length,
    blankRows: table.blankRows,
    totalRows: table.totalRows,
    people: rows.length,
    sentences: describeReading({ opened, table, columns, orders, rows, remembered: settled.remembered }),
    columns: columns.map((column) => seenColumn(column, orders.get(column.index))),
    privateHeadings: columns.filter((column) => column.state === 'private').map((column) => column.heading),
    questions: rows.length === 0 ? [nobody(table)] : questions,
    fingerprint,
    remembered: settled.remembered,
  }
  return { reading, rows }
}

/**
 * The rows of the sheet that was read, in place, with nothing in the cells of private columns below the headings. In a
 * row of a text with more cells than there are headings, what is private may stand as many places further on. Headings
 * of a workbook are made as wide as its rows: as a text it has none with too many cells.
 */
export function withoutPrivate(sheet: Sheet, reading: Reading): string[][] {
  const hidden = reading.columns.filter((column) => column.state === 'private').map((column) => column.index)
  const headingAt = sheet.rows.findIndex((_, at) => lineOf(sheet, at) === reading.headingRow)
  if (reading.format === 'xlsx') {
    const width = sheet.rows.reduce((most, row) => Math.max(most, row.length), 0)
    return sheet.rows.map((row, at) => {
      if (at === headingAt) return [...row, ...Array.from({ length: width - row.length }, () => '')]
      return at < headingAt ? row : withoutCells(row, hidden, 0)
    })
  }
  const shiftOf = shiftsOf(sheet, headingAt)
  return sheet.rows.map((row, at) => (at <= headingAt ? row : withoutCells(row, hidden, shiftOf(row))))
}

function seenColumn(column: Column, order: SeenOrder | undefined): SeenColumn {
  const { index, heading, field, state } = column
  return {
    index,
    heading,
    samples: state === 'private' ? [] : samplesOf(column),
    field,
    state,
    why: order === undefined ? column.why : whyOfDates(column, order),
    ...(order === undefined ? {} : { dateOrder: order.order }),
  }
}

function whyOfDates(column: Column, order: SeenOrder): string {
  if (order.by === 'plain') return `${column.why}: ${order.why}`
  const said = `${orderInWords(order.order)}: ${order.why}`
  return order.mixed === undefined ? said : `${said}, but there are dates in the other order`
}

/** Real values; where there are any with accents one of those is among them. */
function samplesOf({ seen }: Column): string[] {
  const different = [...new Set(seen.values.slice(0, 200))]
  const samples = different.slice(0, SAMPLES)
  const accented = different.find((value) => /[^\x20-\x7e]/.test(value))
  if (accented !== undefined && !samples.includes(accented)) samples[SAMPLES - 1] = accented
  return samples.map((value) => cut(cleanCell(value), SAMPLE_MAX))
}

function nobody(table: Table): OpenQuestion {
  const detail =
    table.headingAt < 0
      ? 'There is nobody in this file. Choose another sheet, or another file.'
      : 'There is nobody below the headings. Choose another sheet or row of headings, or another file.'
  return { code: 'no_people', field: null, columns: [], detail }
}
