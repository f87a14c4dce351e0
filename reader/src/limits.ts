import { FileRefusal, ROWS_MAX } from './staff-list.ts'

/** What a file may unpack to. */
export const UNPACKED_BYTES_MAX = 150 * 1024 * 1024
/** Characters in the cells of a table taken together, a text that stands in many cells counted in each. */
export const TEXT_MAX = 60_000_000
export const CELLS_MAX = 10_000_000
export const COLUMNS_MAX = 1000
/** As many as a spreadsheet can hold. What is longer is cut: no field of ours takes as much, so it is seen. */
export const CELL_CHARS_MAX = 32_767
/** As many as a spreadsheet can hold, blank ones included. */
const LINES_MAX = 1_048_576

/** The first so many characters, and never half of one that takes two: that could not be stored. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text
  const last = text.charCodeAt(most - 1)
  return text.slice(0, last >= 0xd800 && last < 0xdc00 ? most - 1 : most)
}

/** Half a character, such as a cut may leave, could not be stored. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd')
}

export const tooLargeUnpacked = () =>
  new FileRefusal(
    'file_unpacks_too_large',
    'This file unpacks to far more than a staff list holds. Save the list as CSV, or leave out the other sheets, and choose it again.',
  )

const tooManyRows = () =>
  new FileRefusal(
    'too_many_rows',
    `This list has more than ${ROWS_MAX.toLocaleString('en-GB')} rows. Split it into several lists and upload them one after the other.`,
  )

const tooManyColumns = () =>
  new FileRefusal(
    'file_broken',
    `A row of this file has more than ${COLUMNS_MAX.toLocaleString('en-GB')} columns, so it isn’t a staff list. Check how it was saved, and choose it again.`,
  )

/** Counts what is read of a table, and refuses as soon as it is more than a staff list can be. */
export interface TableCounter {
  row(number: number, cells: readonly string[]): void
  /** One cell more in a row that was counted. */
  cell(text: string): void
}

/** A counter for all the tables of a file together. */
export function tableCounter(): TableCounter {
  let filled = 0
  let cellCount = 0
  let text = 0
  return {
    row(number, cells) {
      if (number > LINES_MAX) throw tooManyRows()
      if (cells.length > COLUMNS_MAX) throw tooManyColumns()
      let length = 0
      for (const cell of cells) length += cell.length
      if (length === 0) return
      filled += 1
      cellCount += cells.length
      text += length
      // One more than people, for the headings.
      if (filled > ROWS_MAX + 1) throw tooManyRows()
      if (cellCount > CELLS_MAX || text > TEXT_MAX) throw tooLargeUnpacked()
    },
    cell(more) {
      cellCount += 1
      text += more.length
      if (cellCount > CELLS_MAX || text > TEXT_MAX) throw tooLargeUnpacked()
    },
  }
}
