import { CELL_MAX, cleanCell, isBlankCell } from './clean-cell.ts'
import { isGivenName } from './given-names.ts'
import { headingWords } from './heading-words.ts'
import { looksLikeEmail } from './look-at-values.ts'
import { isPrivateHeading } from './private-headings.ts'
import type { Sheet } from './staff-list.ts'

/** In narrower lists a row with one cell may be somebody of whom little is known. */
const COLUMNS_MIN = 4
const ROWS_LOOKED_AT = 500
const ADDRESSES_MIN = 2
const ADDRESSES_SHARE = 0.5
const NUMBER = /^[£$€]?\s?-?\d[\d.,\s’']*\s?[%€£$]?$/
/** What a name consists of: up to three words of letters. */
const NAME = /^\p{L}[\p{L}\p{M}'’.‐-]*(?:,? \p{L}[\p{L}\p{M}'’.‐-]*){0,2}$/u

/**
 * Tells of a row of a list with many columns and addresses what its only words are, or its first number where it has
 * nothing but numbers: then it names a part of the list, remarks on it or adds it up. Null where somebody is on it.
 * What may be private counts for nothing, since it is gone when the list is read again.
 */
export function noteFinder(
  sheet: Sheet,
  headingAt: number,
  headings: readonly string[],
): (at: number) => string | null {
  const email = columnOfAddresses(sheet, headingAt)
  if (email < 0) return () => null
  const hidden = headings.map((heading) => isPrivateHeading(headingWords(heading)))
  const isEmpty = (cell: string, column: number) => hidden[column] || isBlankCell(cell)
  const hasSeveral = (row: readonly string[]) =>
    row.filter((cell, column) => !isEmpty(cell, column)).length > 1
  const last = sheet.rows.findLastIndex(hasSeveral)
  return (at) => {
    const row = sheet.rows[at] ?? []
    if (!isBlankCell(row[email])) return null
    const filled = row.flatMap((cell, column) => (isEmpty(cell, column) ? [] : [cleanCell(cell)]))
    const [only] = filled
    if (only === undefined) return null
    if (filled.every((cell) => NUMBER.test(cell))) return only
    if (filled.length > 1 || looksLikeEmail(only)) return null
    // A part of the list has people in it: below the last of them, or with a first name that is common, it is somebody.
    return NAME.test(only) && (at > last || hasGivenName(only)) ? null : only
  }
}

function hasGivenName(text: string): boolean {
  return text.includes(' ') && text.split(/,? /).some((word) => isGivenName(word))
}

/** The column that holds an address in most rows; -1 where there is none, or too few columns. */
function columnOfAddresses({ rows }: Sheet, headingAt: number): number {
  const counts: number[] = []
  let people = 0
  let width = headingAt < 0 ? 0 : (rows[headingAt] ?? []).filter((cell) => !isBlankCell(cell)).length
  for (const row of rows.slice(headingAt + 1, headingAt + 1 + ROWS_LOOKED_AT)) {
    const filled = row.filter((cell) => !isBlankCell(cell)).length
    if (filled < 2) continue
    people++
    if (headingAt < 0) width = Math.max(width, filled)
    const at = row.findIndex((cell) => cell.length <= CELL_MAX && looksLikeEmail(cell))
    if (at >= 0) counts[at] = (counts[at] ?? 0) + 1
  }
  const most = counts.reduce((max, count) => Math.max(max, count ?? 0), 0)
  if (width < COLUMNS_MIN || most < ADDRESSES_MIN || most < people * ADDRESSES_SHARE) return -1
  return counts.indexOf(most)
}
