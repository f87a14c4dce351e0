import { safeCell } from './formula-guard.ts'

const NEEDS_QUOTES = /[",;\t|\r\n]|^[\s']|\s$/

/**
 * A table as CSV text that no spreadsheet runs as a formula and that reads back to the same values. Begins with a byte
 * order mark, without which Excel shows accents wrong.
 */
export function csvOf(rows: Iterable<readonly string[]>): string {
  const lines: string[] = []
  for (const row of rows) lines.push(csvLine(row))
  return `\ufeff${lines.join('')}`
}

/** One row of it, with its line end. */
export function csvLine(row: readonly string[]): string {
  // A row that is one empty cell would be no row at all.
  if (row.length === 1 && row[0] === '') return '""\r\n'
  return `${row.map(csvCell).join(',')}\r\n`
}

function csvCell(value: string): string {
  const safe = safeCell(value)
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
