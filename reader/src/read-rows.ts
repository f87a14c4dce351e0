import { CELL_MAX, cleanCell, hasMeaning, isBlankCell } from './clean-cell.ts'
import type { Column } from './column.ts'
import type { Orders } from './date-columns.ts'
import { doubtfulDate } from './doubtful-date.ts'
import { fieldInWords } from './field-words.ts'
import { lineOf, type Table } from './find-table.ts'
import { hasLostLetters, ungarbled, type Wording } from './garbled.ts'
import { isNotStaff, meansYes, readRelationship, readStatus } from './known-words.ts'
import { cut } from './limits.ts'
import { share } from './look-at-values.ts'
import { type NameHabit, ordinaryCase, splitFullName, withoutTitle } from './person-names.ts'
import { readDate } from './read-date.ts'
import { canonicalAddress, missingEmail, readEmail, withoutDomain } from './read-email.ts'
import { isMangled, severalIn, wholeNumber } from './read-values.ts'
import { withoutCells } from './shifted-rows.ts'
import type { Field, GivenField, ListRow, RowProblem } from './staff-list.ts'

/** What was decided about the columns, as far as their rows need it. */
export interface RowGround {
  columns: readonly Column[]
  orders: Orders
  /** How many places cells of a row may stand from where they should, and how that is said. */
  shiftOf: (cells: readonly string[]) => number
  whyShifted: (shift: number) => RowProblem
  nameHabit: NameHabit
  domains: readonly string[]
  today: string
}

/** What people write where there is no address. */
const NO_ADDRESS =
  /^(?:[-–—./?#!\s]*|n\/?a|#n\/a|none|nil|null|no(?: e-?mail)?|tbc|unknown|keine?|aucune?|ninguno|sin correo)$/i

/** Where a question mark may stand for a letter; what is only compared with words that are known says it by itself. */
const WORDINGS: Partial<Record<GivenField, Wording>> = {
  givenName: 'name',
  familyName: 'name',
  jobTitle: 'words',
  unit: 'words',
}

/** Longest part of a name. */
const NAME_MAX = 100

/** Reads every row with somebody on it. */
export function readRows(table: Table, ground: RowGround): ListRow[] {
  const read = rowReader(ground)
  return table.people.map((at) => read(lineOf(table.sheet, at), table.sheet.rows[at] ?? []))
}

/** A row while it is read. */
interface Draft {
  given: Partial<Record<GivenField, string>>
  typed: Partial<Record<GivenField, string>>
  problems: RowProblem[]
}

function rowReader(ground: RowGround): (n: number, cells: readonly string[]) => ListRow {
  const used = ground.columns.filter((column) => column.state === 'used' && column.field !== null)
  const steps = used.map((column) => stepFor(column, ground)).filter((step) => step !== null)
  const readAddress = addressStep(ground)
  const role = used.find((column) => column.field === 'role')
  const whyOut = remembering(whyNotStaff)
  const hidden = ground.columns.filter(({ state }) => state === 'private').map(({ index }) => index)
  return (n, row) => {
    const shift = ground.shiftOf(row)
    const draft: Draft = { given: {}, typed: {}, problems: shift === 0 ? [] : [ground.whyShifted(shift)] }
    // What is private may stand under another heading.
    const cells = shift === 0 ? row : withoutCells(row, hidden, shift)
    readAddress(cells, draft)
    for (const step of steps) step(cells, draft)
    const roles = role === undefined ? '' : (cells[role.index] ?? '')
    const detail = roles === '' || roles.length > CELL_MAX ? null : whyOut(roles)
    return detail === null
      ? { n, ...draft }
      : { n, ...draft, problems: [], leftOut: { code: 'not_staff', detail } }
  }
}

function whyNotStaff(cell: string): string | null {
  const roles = severalIn(cell, null)
  return isNotStaff(roles) ? `${roles.join(', ')}: not somebody who works here` : null
}

/** The same few words stand in thousands of rows. */
function remembering<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const value = read(text)
    known.set(text, value)
    return value
  }
}

type Step = (cells: readonly string[], draft: Draft) => void

function stepFor(column: Column, ground: RowGround): Step | null {
  const { index, field } = column
  switch (field) {
    case 'givenName':
    case 'familyName':
      return nameStep(column, field)
    case 'fullName':
      return fullNameStep(column, ground)
    case 'staffNumber':
    case 'sourceId':
      return numberStep(column, field)
    case 'startDate':
    case 'leavingDate':
      return dateStep(index, field, ground)
    case 'relationship':
      return knownStep(index, field, readRelationship)
    case 'status':
      return knownStep(index, field, (cell) => readStatus(cell, meansYes(column.heading)))
    case 'unit':
    case 'school':
      return severalStep(column, field)
    case 'jobTitle':
    case 'role':
      return (cells, draft) => {
        const text = textOf(cells[index], field, draft)
        if (text !== '') give(draft, field, text, cells[index])
      }
    default:
      return null
  }
}

/** The address, or the user name where that is one or lacks only its domain. */
function addressStep({ columns, domains }: RowGround): Step {
  if (columns.some((column) => column.state === 'contested' && column.field === 'email')) return () => {}
  const at = (field: Field) =>
    columns.find((column) => column.state === 'used' && column.field === field)?.index
  const [email, username] = [at('email'), at('username')]
  return (cells, draft) => {
    const typed = email === undefined ? '' : cleanCell(cells[email] ?? '')
    const cell = NO_ADDRESS.test(typed) ? '' : typed
    const name = username === undefined || cell !== '' ? '' : cleanCell(cells[username] ?? '')
    const { email: address, problem } =
      cell !== ''
        ? readEmail(cell, domains)
        : name === '' || (domains.length === 0 && !name.includes('@'))
          ? { problem: missingEmail() }
          : name.includes('@')
            ? { email: canonicalAddress(name) ?? undefined, problem: readEmail(name, domains).problem }
            : withoutDomain(name, domains)
    const shown = cell || name
    // Such an address could exist, but in a list it is one whose letters were lost.
    if (address !== undefined && hasLostLetters(address, 'name')) {
      draft.typed.email = shown
      draft.problems.push(lettersLost('email', shown))
      return
    }
    if (address !== undefined) draft.given.email = address
    if (problem !== undefined) draft.problems.push(problem)
    if (shown !== '' && address !== shown) draft.typed.email = shown
  }
}

function nameStep(column: Column, field: 'givenName' | 'familyName'): Step {
  const shouts = share(column.seen.shouted, column.seen) >= 0.8
  return (cells, draft) => {
    const standIn = column.standIns.find((index) => !isBlankCell(cells[index]))
    const cell =
      standIn !== undefined && isBlankCell(cells[column.index]) ? cells[standIn] : cells[column.index]
    const text = textOf(cell, field, draft)
    if (text === '') return
    const part = field === 'givenName' ? 'given' : 'family'
    giveName(draft, field, ordinaryCase(withoutTitle(text), part, shouts), cell)
  }
}

function fullNameStep(column: Column, { nameHabit, columns }: RowGround): Step {
  const shouts = share(column.seen.shouted, column.seen) >= 0.8
  const has = (field: Field) => columns.some((each) => each.state === 'used' && each.field === field)
  const [hasGiven, hasFamily] = [has('givenName'), has('familyName')]
  return (cells, draft) => {
    const text = textOf(cells[column.index], 'familyName', draft)
    if (text === '') return
    const { givenName, familyName } = splitFullName(text, nameHabit)
    if (givenName !== undefined && !hasGiven)
      giveName(draft, 'givenName', ordinaryCase(givenName, 'given', shouts), cells[column.index])
    if (familyName !== undefined && !hasFamily)
      giveName(draft, 'familyName', ordinaryCase(familyName, 'family', shouts), cells[column.index])
  }
}

function giveName(
  draft: Draft,
  field: 'givenName' | 'familyName',
  name: string,
  cell: string | undefined,
): void {
  if (name.length > NAME_MAX) draft.problems.push(tooLong(field, NAME_MAX))
  else if (/\p{L}/u.test(name)) draft.given[field] = name
  if (name !== cell && cell !== undefined) draft.typed[field] = cut(cleanCell(cell), CELL_MAX)
}

function numberStep(column: Column, field: 'staffNumber' | 'sourceId'): Step {
  const decimals = column.seen.filled > 0 && column.seen.values.every((value) => /^\d+\.0$/.test(value))
  return (cells, draft) => {
    const text = textOf(cells[column.index], field, draft)
    if (text === '') return
    if (!isMangled(text)) return give(draft, field, decimals ? wholeNumber(text) : text, cells[column.index])
    draft.typed[field] = text
    draft.problems.push({
      code: 'number_mangled',
      field,
      detail: `Excel shortened this number to ${text}, and the rest of it is lost. Enter the whole number.`,
    })
  }
}

function dateStep(index: number, field: 'startDate' | 'leavingDate', ground: RowGround): Step {
  const seen = ground.orders.get(index)
  const readKnown = remembering((text) => readDate(text, seen?.order ?? 'dmy', ground.today))
  const doubtKnown = remembering((text) =>
    seen === undefined ? null : doubtfulDate(text, seen, ground.today),
  )
  return (cells, draft) => {
    const text = textOf(cells[index], field, draft)
    const read = text === '' ? null : readKnown(text)
    if (read === null) return
    const doubt = doubtKnown(text)
    if ('date' in read && doubt === null) return give(draft, field, read.date, cells[index])
    draft.typed[field] = text
    if (doubt !== null) draft.problems.push({ ...doubt, field })
    else if ('wrong' in read) draft.problems.push({ code: `date_${read.wrong}`, field, detail: read.detail })
  }
}

function knownStep(
  index: number,
  field: 'relationship' | 'status',
  read: (cell: string) => string | null,
): Step {
  const readKnown = remembering(read)
  return (cells, draft) => {
    const text = textOf(cells[index], field, draft)
    if (text === '') return
    const value = readKnown(text)
    if (value === null) draft.typed[field] = text
    else give(draft, field, value, cells[index])
  }
}

function severalStep(column: Column, field: 'unit' | 'school'): Step {
  const alone = new Set(column.seen.values)
  const several = remembering((cell) => severalIn(cell, alone))
  return (cells, draft) => {
    const cell = cells[column.index] ?? ''
    const text = textOf(cell, field, draft)
    if (text === '') return
    const parts = several(cell)
    give(draft, field, parts.join('; ') || text, cell)
  }
}

function give(draft: Draft, field: GivenField, value: string, cell: string | undefined): void {
  draft.given[field] = value
  if (value !== cell && cell !== undefined) draft.typed[field] = cut(cleanCell(cell), CELL_MAX)
}

/** The clean text of a cell, or nothing where it cannot be taken; then a problem says why. */
function textOf(cell: string | undefined, field: GivenField, draft: Draft): string {
  if (cell === undefined || cell === '') return ''
  const text = cleanCell(cell)
  if (text.length > CELL_MAX) {
    draft.typed[field] = cut(text, CELL_MAX)
    draft.problems.push(tooLong(field, CELL_MAX))
    return ''
  }
  if (hasLostLetters(text, WORDINGS[field])) {
    draft.typed[field] = text
    draft.problems.push(lettersLost(field, text))
    return ''
  }
  if (/^[\x20-\x7e]*$/.test(text)) return hasMeaning(text) ? text : ''
  const meant = ungarbled(text)
  if (meant === null) return hasMeaning(text) ? text : ''
  draft.typed[field] = text
  draft.problems.push({
    code: 'letters_garbled',
    field,
    detail: `“${text}” was garbled before the file reached us. It was probably “${meant}”.`,
    suggestion: meant,
  })
  return ''
}

function lettersLost(field: GivenField, text: string): RowProblem {
  const lost = text.includes('\ufffd')
    ? `A letter was lost in “${text}” before the file reached us.`
    : `There is a question mark in “${text}” where a letter was probably lost before the file reached us.`
  return { code: 'letters_lost', field, detail: `${lost} Enter it as it should be.` }
}

function tooLong(field: GivenField, most: number): RowProblem {
  return {
    code: 'too_long',
    field,
    detail: `The ${fieldInWords(field)} is longer than ${most} characters. Shorten it.`,
  }
}
