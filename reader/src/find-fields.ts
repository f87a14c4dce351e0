import { chooseColumn } from './choose-column.ts'
import { type Column, columnLetters } from './column.ts'
import { fieldInWords } from './field-words.ts'
import { fitOf } from './fit-of-values.ts'
import { guessByValues } from './guess-by-values.ts'
import { headingWords } from './heading-words.ts'
import { share } from './look-at-values.ts'
import { COUNTS_ROWS, isRowCounter } from './row-counters.ts'
import { FIELDS, type Field, type OpenQuestion } from './staff-list.ts'

/** From here on, a heading says that there is a better address: a second, an old or a personal one. */
const WORSE_RANK = 15

/** Before it come names that only some people have: known as, nom d'usage. */
const PLAIN_NAME_RANK = 10

/** What has to be known to decide, beside the columns. */
export interface FieldGround {
  /** What a person decided, now or for an earlier list. */
  chosen: Record<string, Field | null>
  /** Positions where it was for an earlier list. */
  earlier: ReadonlySet<string>
  rows: readonly string[][]
  domains: readonly string[]
}

/**
 * Decides what each column is for, by its heading and the values under it. Changes the columns; answers what a person
 * has to decide. What a person chose stands above all else.
 */
export function findFields(columns: Column[], ground: FieldGround): OpenQuestion[] {
  const decided = takeChoices(columns, ground)
  const open = columns.filter((column) => column.state !== 'private' && !decided.has(column.index))
  const taken = new Set(columns.flatMap((column) => (column.field === null ? [] : [column.field])))
  nameColumns(open, columns)
  for (const column of open) swapKinds(column)
  for (const column of open) dropCounter(column, ground.rows)
  for (const field of FIELDS) {
    if (taken.has(field)) sayTaken(open, field, columns)
    else if (field === 'email') chooseEmail(open, ground)
    else
      chooseColumn(
        field,
        open.filter((column) => column.meaning.field === field && column.field === null),
        ground,
      )
  }
  secondMeaning(open, columns)
  guessByValues(columns, open, ground)
  settleNames(columns)
  sayUnused(open)
  return questionsAbout(columns, ground)
}

/** Addresses that people sign in with stand above a second or a personal address. */
function chooseEmail(open: Column[], ground: FieldGround): void {
  const headed = open.filter((column) => column.meaning.field === 'email')
  const signIns = open.filter(
    ({ meaning, seen }) => meaning.field === 'username' && seen.emails > 0 && share(seen.emails, seen) >= 0.6,
  )
  const isGood = headed.some(
    (column) => column.meaning.rank < WORSE_RANK && fitOf(column, 'email').fits === 'yes',
  )
  const [only, another] = signIns
  if (isGood || only === undefined || another !== undefined) {
    chooseColumn('email', headed, ground)
    return
  }
  only.field = 'email'
  only.state = 'used'
  only.why = `${only.seen.emails} of ${only.seen.filled} look like emails`
  sayTaken(headed, 'email', open)
}

/** Takes over what was chosen. Returns the positions that are settled by it. */
function takeChoices(columns: Column[], { chosen, earlier }: FieldGround): Set<number> {
  const decided = new Set<number>()
  for (const column of columns) {
    const key = String(column.index)
    if (!Object.hasOwn(chosen, key)) continue
    const field = chosen[key] ?? null
    // What is private stays so, unless somebody says what it is for.
    if (column.state === 'private' && (field === null || earlier.has(key))) continue
    decided.add(column.index)
    column.field = field
    column.state = field === null ? 'unused' : 'used'
    column.why = earlier.has(key) ? 'Chosen for an earlier list' : 'Chosen by you'
  }
  for (const field of FIELDS) {
    const same = columns.filter((column) => decided.has(column.index) && column.field === field)
    if (same.length > 1)
      for (const column of same) {
        column.state = 'contested'
        column.why = `${same.length} columns were chosen for ${fieldInWords(field)}`
      }
  }
  return decided
}

/** A heading that says only “Name” (Nom, Nombre) is for the part of the name that no other column plainly has. */
function nameColumns(open: Column[], columns: Column[]): void {
  const names = open.filter((column) => column.meaning.field === 'name')
  const has = (field: Field) =>
    columns.some(
      (column) =>
        column.field === field ||
        (column.state !== 'private' && column.meaning.rank >= PLAIN_NAME_RANK && saysAndHolds(column, field)),
    )
  const [given, family] = [has('givenName'), has('familyName')]
  for (const column of names) {
    const whole = share(column.seen.severalWords, column.seen) >= 0.6
    // A preferred name beside other names is the one that somebody goes by.
    if (column.meaning.rank < 1 && !whole && (given || family)) {
      column.meaning = { ...column.meaning, field: 'givenName' }
      continue
    }
    const field = given === family || whole ? 'fullName' : given ? 'familyName' : 'givenName'
    column.meaning = { ...column.meaning, field, rank: PLAIN_NAME_RANK + 1 }
  }
}

/** A status may say how somebody is employed (Permanent), and a status of employment whether they are (Active). */
function swapKinds(column: Column): void {
  const { field } = column.meaning
  if (field !== 'status' && field !== 'relationship') return
  const isLeft =
    field === 'status' && /\b(?:left|leaver|terminated|ausgeschieden|parti|baja)\b/i.test(column.heading)
  if (isLeft && column.seen.dates > 0 && fitOf(column, 'leavingDate').fits === 'yes') {
    column.meaning = { ...column.meaning, field: 'leavingDate' }
    return
  }
  const other = field === 'status' ? 'relationship' : 'status'
  if (fitOf(column, field).fits === 'no' && fitOf(column, other).fits === 'yes')
    column.meaning = { ...column.meaning, field: other }
}

/** Numbers of the rows are nobody's: the next list gives them to other people. */
function dropCounter(column: Column, rows: readonly string[][]): void {
  if (column.meaning.field !== 'staffNumber' || !isRowCounter(column, rows)) return
  column.meaning = { ...column.meaning, field: null }
  column.why = COUNTS_ROWS
}

function saysAndHolds(column: Column, field: Field): boolean {
  const { meaning, seen } = column
  const isFilled = seen.filled > 0 || seen.rows === 0
  return meaning.field === field && isFilled && fitOf(column, field).fits !== 'no'
}

/** Headings to tell columns apart by, with their letters where they are the same. */
function namesOf(columns: Column[]): string[] {
  const isSame = new Set(columns.map(({ heading }) => heading)).size < columns.length
  return columns.map(({ heading, index }) =>
    isSame ? `${heading} (column ${columnLetters(index)})` : heading,
  )
}

function sayTaken(open: Column[], field: Field, columns: Column[]): void {
  const by = columns.find((column) => column.field === field)
  for (const column of open)
    if (column.meaning.field === field && column.field === null && column.why === '')
      column.why = `${by?.heading ?? 'Another column'} is used for ${fieldInWords(field)}`
}

/** An id beside a staff number is what another system calls the person. */
function secondMeaning(open: Column[], columns: Column[]): void {
  if (columns.some((column) => column.field === 'sourceId')) return
  const candidates = open.filter(
    (column) =>
      column.field === null &&
      column.state === 'unused' &&
      column.meaning.field === 'staffNumber' &&
      column.meaning.sure &&
      headingWords(column.heading).includes('id') &&
      fitOf(column, 'sourceId').fits === 'yes',
  )
  const [only, another] = candidates
  if (only === undefined || another !== undefined) return
  only.field = 'sourceId'
  only.state = 'used'
  only.why = `Heading, and ${fitOf(only, 'sourceId').words}`
}

/** A full name is of no use where both parts have columns of their own. */
function settleNames(columns: Column[]): void {
  const of = (field: Field) => columns.find((column) => column.field === field && column.state === 'used')
  const [full, given, family] = [of('fullName'), of('givenName'), of('familyName')]
  if (full === undefined || given === undefined || family === undefined) return
  full.field = null
  full.state = 'unused'
  full.why = `First and last name come from ${given.heading} and ${family.heading}`
}

function sayUnused(open: Column[]): void {
  for (const column of open) {
    if (column.state !== 'unused' || column.why !== '') continue
    if (column.seen.filled === 0) column.why = 'Empty'
    else if (column.meaning.else) column.why = 'Not about the person on the row'
    else column.why = column.headed ? 'Nothing here needs it' : 'No heading says what it is'
  }
}

function questionsAbout(columns: Column[], { domains }: FieldGround): OpenQuestion[] {
  const questions: OpenQuestion[] = []
  for (const field of FIELDS) {
    const fighting = columns.filter((column) => column.state === 'contested' && column.field === field)
    if (fighting.length === 0) continue
    const names = namesOf(fighting)
    const list = `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
    questions.push({
      code: 'two_columns',
      field,
      columns: fighting.map((column) => column.index),
      detail: `${list} could ${names.length === 2 ? 'both' : 'all'} be the ${fieldInWords(field)}. Choose one.`,
    })
  }
  const has = (field: Field) => columns.some((column) => column.field === field)
  const open = columns.filter((column) => column.state === 'unused').map((column) => column.index)
  if (!has('email') && !(has('username') && domains.length > 0))
    questions.push({
      code: 'no_email_column',
      field: 'email',
      columns: open,
      detail: 'No column holds email addresses. Choose one, or add a column of addresses to the file.',
    })
  return questions
}
