import { isBlankCell } from './clean-cell.ts'
import type { RowProblem, Sheet } from './staff-list.ts'

/** From so many rows on, what most of them have beyond the headings is a column that nobody gave a heading. */
const ROWS_MIN = 3
/** Stands where something private was taken from the end of a row. */
const LEFT_OUT = '…'
const DELIMITERS: Record<string, string> = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'upright bar' }

/**
 * Tells how many filled places a row of a text goes beyond the headings: so far may its cells stand from where they
 * should, as when somebody wrote `Head, Maths` without quotation marks. 0 where most rows do, or nothing is a heading.
 */
export function shiftsOf(sheet: Sheet, headingAt: number): (row: readonly string[]) => number {
  if (headingAt < 0) return () => 0
  // Headings may stand on two lines.
  const width = Math.max(sheet.rows[headingAt]?.length ?? 0, sheet.rows[headingAt - 1]?.length ?? 0)
  const filled = sheet.rows.slice(headingAt + 1).filter((row) => !row.every((cell) => isBlankCell(cell)))
  const longer = filled.filter((row) => beyond(row, width) > 0).length
  return filled.length >= ROWS_MIN && longer * 2 > filled.length ? () => 0 : (row) => beyond(row, width)
}

/** Says of a row that its cells may stand so many places from where they should. */
export function whyShifted(delimiter: string | null): (shift: number) => RowProblem {
  const sign = DELIMITERS[delimiter ?? ''] ?? 'sign between cells'
  return (shift) => ({
    code: 'row_shifted',
    field: null,
    detail: `This row has ${shift === 1 ? 'one cell' : `${shift} cells`} more than there are headings; perhaps a ${sign} in the middle of one. Put that cell into quotation marks in the file, or leave the row out.`,
  })
}

/** A row without its cells in these columns, nor in as many places further on as it is shifted by. */
export function withoutCells<T extends readonly string[]>(
  row: T,
  hidden: readonly number[],
  shift: number,
): T | string[] {
  const gone = hidden.flatMap((index) => Array.from({ length: shift + 1 }, (_, more) => index + more))
  if (gone.every((index) => (row[index] ?? '') === '')) return row
  const kept = [...row]
  for (const index of gone) if (index < kept.length) kept[index] = ''
  // The row must still be seen to be too long.
  const last = row.findLastIndex((cell) => !isBlankCell(cell))
  if (shift > 0 && kept[last] === '') kept[last] = LEFT_OUT
  return kept
}

function beyond(row: readonly string[], width: number): number {
  let end = row.length
  while (end > width && isBlankCell(row[end - 1])) end--
  return Math.max(0, end - width)
}
