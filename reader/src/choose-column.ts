import { cleanCell } from './clean-cell.ts'
import type { Column } from './column.ts'
import { fieldInWords } from './field-words.ts'
import { type Fit, fitOf } from './fit-of-values.ts'
import { LOOKED_AT_MAX, looksLikeEmail, share } from './look-at-values.ts'
import type { Field } from './staff-list.ts'

interface Candidate {
  column: Column
  fit: Fit
}

/** What the choice may look at beside headings. */
interface ChoiceGround {
  rows: readonly string[][]
  domains: readonly string[]
}

/** Of the columns whose heading says this field, takes one, or leaves the choice to a person. */
export function chooseColumn(field: Field, columns: Column[], ground: ChoiceGround): void {
  const candidates = columns.map((column) => ({ column, fit: fitOf(column, field) }))
  for (const { column, fit } of candidates)
    if (fit.fits === 'no') column.why = `Heading says ${fieldInWords(field)}, but ${fit.words}`
  const fitting = candidates.filter(({ fit }) => fit.fits !== 'no')
  const filled = fitting.filter(({ fit }) => fit.fits === 'yes')
  // Where nobody is listed at all, headings alone decide.
  const able = ground.rows.length === 0 ? fitting : field === 'email' ? wholeAddresses(filled) : filled
  const best = Math.min(...able.map(({ column }) => column.meaning.rank))
  const first = able.filter(({ column }) => column.meaning.rank === best)
  const choice = first.length <= 1 ? { column: first[0]?.column } : oneOf(field, first, ground)
  const winner = able.find(({ column }) => column === choice.column)
  if (winner !== undefined) take(field, winner, able, choice.because)
  else for (const { column } of first) contest(field, column, first)
}

/** Addresses stand above user names under whatever heading, unless there are no others. */
function wholeAddresses(candidates: Candidate[]): Candidate[] {
  const whole = candidates.filter(({ column }) => share(column.seen.emails, column.seen) >= 0.5)
  return whole.length > 0 ? whole : candidates
}

function take(field: Field, { column, fit }: Candidate, able: Candidate[], because?: string): void {
  column.field = field
  column.state = 'used'
  const others = able.filter((each) => each.column !== column).map((each) => each.column)
  const over = others.filter(({ meaning }) => meaning.sure)
  const isPartOfName = field === 'givenName' || field === 'familyName'
  if (isPartOfName && column.seen.filled < column.seen.rows)
    column.standIns = over
      .sort((one, other) => one.meaning.rank - other.meaning.rank)
      .map(({ index }) => index)
  const names = over.slice(0, 3).map(({ heading }) => heading)
  const extra =
    column.standIns.length > 0 ? ', used where it is blank' : because === undefined ? '' : `: ${because}`
  const heading = fit.fits === 'empty' ? 'Heading' : `Heading, and ${fit.words}`
  column.why = over.length === 0 ? heading : `${heading}. Chosen over ${names.join(', ')}${extra}`
  for (const other of others) other.why = `${column.heading} is used for ${fieldInWords(field)}`
}

function contest(field: Field, column: Column, fighting: Candidate[]): void {
  column.field = field
  column.state = 'contested'
  const others = fighting.filter((each) => each.column !== column).map((each) => each.column.heading)
  column.why = `${others.join(' and ')} could be the ${fieldInWords(field)} as well`
}

/** Among columns of equal standing: one of several that say the same, the one at the school's domains, or the only full one. */
function oneOf(
  field: Field,
  candidates: Candidate[],
  { rows, domains }: ChoiceGround,
): { column: Column | undefined; because?: string } {
  const columns = candidates.map(({ column }) => column)
  const [first] = columns
  if (first === undefined || rows.length === 0) return { column: first }
  if (columns.every(({ index }) => areSame(rows, first.index, index)))
    return { column: first, because: 'both say the same' }
  if (field === 'email') {
    const ours = columns.filter((column) => shareAt(column, domains) >= 0.5)
    const rest = columns.filter((column) => shareAt(column, domains) < 0.2)
    const isClear = ours.length === 1 && 1 + rest.length === columns.length
    if (isClear && !passesOver(ours[0], columns, rows, domains))
      return { column: ours[0], because: 'its addresses are at your domain' }
  }
  const full = columns.filter(({ seen }) => seen.filled >= 0.8 * seen.rows)
  const scarce = columns.filter(({ seen }) => seen.filled <= 0.1 * seen.rows)
  const isPlain =
    full.length === 1 &&
    1 + scarce.length === columns.length &&
    (field !== 'email' || !passesOver(full[0], columns, rows, domains))
  return isPlain ? { column: full[0], because: 'it is the one that is filled in' } : { column: undefined }
}

/** Whether somebody has a better address in another of these columns: one at the school, or any where there is none. */
function passesOver(
  winner: Column | undefined,
  columns: readonly Column[],
  rows: readonly string[][],
  domains: readonly string[],
): boolean {
  const worth = (row: readonly string[], index: number) => {
    const value = cleanCell(row[index] ?? '')
    return isAt(value, domains) ? 2 : looksLikeEmail(value) ? 1 : 0
  }
  return (
    winner !== undefined &&
    rows.some((row) => columns.some(({ index }) => worth(row, index) > worth(row, winner.index)))
  )
}

/** How many of a column's addresses are at the school's own domains. */
export function shareAt(column: Column, domains: readonly string[]): number {
  return share(column.seen.values.filter((value) => isAt(value, domains)).length, column.seen)
}

function isAt(value: string, domains: readonly string[]): boolean {
  if (domains.length === 0) return false
  const domain = value.slice(value.lastIndexOf('@') + 1).toLowerCase()
  return domains.some((each) => domain === each || domain.endsWith(`.${each}`))
}

function areSame(rows: readonly string[][], one: number, other: number): boolean {
  const step = Math.max(1, rows.length / LOOKED_AT_MAX)
  for (let at = 0; at < rows.length; at += step) {
    const row = rows[Math.floor(at)] ?? []
    if (cleanCell(row[one] ?? '').toLowerCase() !== cleanCell(row[other] ?? '').toLowerCase()) return false
  }
  return true
}
