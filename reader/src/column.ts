import { cleanCell, isBlankCell } from './clean-cell.ts'
import { headingWords, type Meaning, meaningOf } from './heading-words.ts'
import { cut } from './limits.ts'
import { lookAt, type Seen, share } from './look-at-values.ts'
import { isPrivateHeading } from './private-headings.ts'
import type { Field, SeenColumn } from './staff-list.ts'

/** A column while it is decided what it is for. */
export interface Column {
  index: number
  heading: string
  /** Whether it has a heading of its own. */
  headed: boolean
  meaning: Meaning
  seen: Seen
  field: Field | null
  state: SeenColumn['state']
  why: string
  /** Positions of columns that stand in where this one is blank: the name in law where nobody is known by another. */
  standIns: number[]
}

const LETTERS = 26
const COLUMNS_MAX = 300
/** So many of the values must look private, of at least so many, where no heading says so. */
const PRIVATE_SHARE = 0.8
const PRIVATE_MIN = 3

/** The columns of a table with what their headings and values say, those that are private found already. */
export function columnsOf(headings: readonly string[], rows: readonly string[][], today: string): Column[] {
  const width = Math.min(COLUMNS_MAX, widthOf(headings, rows))
  const columns: Column[] = []
  for (let index = 0; index < width; index++) {
    const text = cleanCell(headings[index] ?? '')
    const words = headingWords(text)
    const seen = lookAt(rows, index, today)
    const column: Column = {
      index,
      heading: text === '' ? `Column ${columnLetters(index)}` : cut(text, 120),
      headed: words.length > 0,
      meaning: meaningOf(words),
      seen,
      field: null,
      state: 'unused',
      why: '',
      standIns: [],
    }
    const reason = whyPrivate(column, words)
    if (reason !== null) {
      column.state = 'private'
      column.why = reason
    }
    columns.push(column)
  }
  return columns
}

/** A, B … Z, AA: what a spreadsheet calls a column. */
export function columnLetters(index: number): string {
  const last = String.fromCharCode(65 + (index % LETTERS))
  return index < LETTERS ? last : columnLetters(Math.floor(index / LETTERS) - 1) + last
}

/** `177 of 180`, or `All 180`. */
export function countOf(count: number, seen: Seen): string {
  return count === seen.filled && count > 1
    ? `all ${seen.filled.toLocaleString('en-GB')}`
    : `${count.toLocaleString('en-GB')} of ${seen.filled.toLocaleString('en-GB')}`
}

function widthOf(headings: readonly string[], rows: readonly string[][]): number {
  let width = headings.length
  for (const row of rows) {
    if (row.length <= width) continue
    for (let at = row.length - 1; at >= width; at--)
      if (!isBlankCell(row[at])) {
        width = at + 1
        break
      }
  }
  return width
}

function whyPrivate(column: Column, words: readonly string[]): string | null {
  const { seen, meaning } = column
  // A column headed “Address” may hold addresses of email.
  if (isPrivateHeading(words)) return share(seen.emails, seen) >= 0.6 ? null : 'Private: never read'
  if (!column.headed && seen.filled > 0 && seen.births === seen.filled)
    return `Private: ${countOf(seen.births, seen)} look like birth dates`
  if (seen.filled < PRIVATE_MIN || (meaning.field !== null && meaning.sure)) return null
  if (share(seen.nationalNumbers, seen) >= PRIVATE_SHARE)
    return `Private: ${countOf(seen.nationalNumbers, seen)} look like national insurance or identity numbers`
  const ages = share(seen.births, seen) >= PRIVATE_SHARE && seen.phones < seen.filled
  return ages && !column.headed ? `Private: ${countOf(seen.births, seen)} look like birth dates` : null
}
