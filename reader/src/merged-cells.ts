import { isBlankCell } from './clean-cell.ts'
import { findTable } from './find-table.ts'
import { COLUMNS_MAX, type TableCounter } from './limits.ts'
import type { Sheet } from './staff-list.ts'

/** Cells of a workbook that were merged over several rows: their first column and their rows, all counted from 0. */
export interface Merged {
  column: number
  from: number
  to: number
}

const RANGE = /^\$?([A-Z]{1,3})\$?(\d{1,7}):\$?[A-Z]{1,3}\$?(\d{1,7})$/i

/** The cells of a range such as `B2:B5`; null where it goes over one row only, as titles do. */
export function mergedDown(range: string): Merged | null {
  const [, letters = '', first, last] = RANGE.exec(range) ?? []
  const column =
    [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
  const [from, to] = [Number(first) - 1, Number(last) - 1]
  return column >= 0 && column < COLUMNS_MAX && from >= 0 && to > from ? { column, from, to } : null
}

/**
 * The sheet with the value of merged cells in each row that they go over and that says something itself, below the
 * headings. What they are merged with to the right stays blank. It costs no more than there are rows, however far a
 * range claims to go and however many lie over each other.
 */
export function fillMerged(sheet: Sheet, merged: readonly Merged[], counter: TableCounter): Sheet {
  if (merged.length === 0) return sheet
  const { headingAt } = findTable(sheet)
  const own = sheet.rows.map((row) => row.length > 0)
  const filled = new Set<number>()
  /** The first row of a column that no range went over yet. */
  const open = new Map<number, number>()
  for (const { column, from, to } of [...merged].sort((one, other) => one.from - other.from)) {
    const value = sheet.rows[from]?.[column]
    if (from <= headingAt || isBlankCell(value) || value === undefined) continue
    const end = Math.min(to, sheet.rows.length - 1)
    for (let at = Math.max(from + 1, open.get(column) ?? 0); at <= end; at++) {
      const row = sheet.rows[at]
      if (!own[at] || row === undefined || !isBlankCell(row[column])) continue
      while (row.length < column) row.push('')
      row[column] = value
      counter.cell(value)
      filled.add(column)
    }
    open.set(column, Math.max(end + 1, open.get(column) ?? 0))
  }
  return filled.size === 0
    ? sheet
    : { ...sheet, mergedColumns: [...filled].sort((one, other) => one - other) }
}
