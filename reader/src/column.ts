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
/** So many of the values must look private where no heading says so. */
const PRIVATE_SHARE = 0.8
/** Of fewer dates all must be such that people were born then. */
const BIRTHS_MIN = 3
/** Beginnings of words that say what else a date is of. */
const OTHER_DATES =
  /\b(?:start|join|since|appoint|begin|began|commenc|service|hire|employ|contract|qualif|award|issu|expir|renew|review|train|check|clear|induct|promot|post|role|leav|left\b|end\b|finish|last\b|updat|modif|creat|sync|from\b|until|valid|seit\b|beginn|ende\b|dienst|einst|eintritt|ausgab|gultig|debut|fin\b|entree|embauche|depuis|inicio|alta\b|baja\b|ingreso|desde|incorpor|titula)/

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
  if (looksBorn(column, words)) return `Private: ${countOf(bornIn(column), seen)} look like birth dates`
  if (meaning.field !== null && meaning.sure) return null
  return seen.filled > 0 && share(seen.nationalNumbers, seen) >= PRIVATE_SHARE
    ? `Private: ${countOf(seen.nationalNumbers, seen)} look like national insurance or identity numbers`
    : null
}

/** Dates on which people of working age were born, under no heading or one that says of no other date. */
function looksBorn(column: Column, words: readonly string[]): boolean {
  const { seen, meaning } = column
  const born = bornIn(column)
  if (born === 0 || (born < seen.filled && (seen.filled < BIRTHS_MIN || share(born, seen) < PRIVATE_SHARE)))
    return false
  if (!column.headed) return born === seen.filled || seen.phones < seen.filled
  const ofDates =
    meaning.field === 'startDate' || meaning.field === 'leavingDate' || meaning.field === 'status'
  return !ofDates && !OTHER_DATES.test(words.join(' '))
}

/** Under a heading, a number of five digits is more likely anything else than a day. */
function bornIn({ headed, seen }: Column): number {
  return headed ? seen.writtenBirths : seen.births
}
