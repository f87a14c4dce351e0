import { lineOf } from '@lanyard/reader/find-table.ts'
import type { Sheet } from '@lanyard/reader/staff-list.ts'

export type FirstRow = { line: number; cells: string[] }

/** The first rows with something on them below the headings. */
export function firstRows(sheet: Sheet, headingRow: number, howMany: number): FirstRow[] {
  const found: FirstRow[] = []
  for (const [position, cells] of sheet.rows.entries()) {
    const line = lineOf(sheet, position)
    if (line <= headingRow || cells.every((cell) => cell.trim() === '')) continue
    found.push({ line, cells })
    if (found.length === howMany) break
  }
  return found
}

/** Rows at the top that could be the headings: those with more than one cell filled. */
export function headingCandidates(sheet: Sheet, among: number): FirstRow[] {
  const found: FirstRow[] = []
  for (const [position, row] of sheet.rows.slice(0, among).entries()) {
    const cells = row.filter((cell) => cell.trim() !== '')
    if (cells.length > 1) found.push({ line: lineOf(sheet, position), cells })
  }
  return found
}
