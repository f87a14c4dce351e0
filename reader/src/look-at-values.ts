import { CELL_MAX, cleanCell, hasMeaning } from './clean-cell.ts'
import { isKnownRole, readRelationship, readStatus } from './known-words.ts'
import { isTitleWord } from './person-names.ts'
import { datePartsOf, inOrder } from './read-date.ts'
import { canonicalAddress } from './read-email.ts'

/** As many rows of a column are looked at, spread over the list. */
export const LOOKED_AT_MAX = 1000

/** What the values of a column look like: how many of those looked at. */
export interface Seen {
  /** Clean values that are not blank, of the rows looked at. */
  values: string[]
  rows: number
  filled: number
  /** How many different ones. */
  distinct: number
  emails: number
  phones: number
  dates: number
  numbers: number
  names: number
  usernames: number
  titles: number
  /** Full names: two words or more, or with a comma. */
  severalWords: number
  commas: number
  shouted: number
  roles: number
  relationships: number
  statuses: number
  truths: number
  nationalNumbers: number
  /** Dates that make people 18 to 80 years old. */
  births: number
  /** Those of them that are written out, which is all but the five digits of a day as a spreadsheet counts them. */
  writtenBirths: number
}

const PHONE = /^(?:\+|00)?[\d\s().\-/]{7,20}(?:\s?(?:x|ext\.?|#)\s?\d{1,6})?$/i
const DIGITS = /^\d{1,20}$/
const NAME = /^\p{L}[\p{L}\p{M} '’‘.,\-‐‑()"]*$/u
const USERNAME = /^[a-z0-9](?:[a-z0-9._'-]{0,62}[a-z0-9])?$/i
const TRUTH = /^(?:true|false|yes|no|y|n|0|1|oui|non|ja|nein|si|sí|vrai|faux|wahr|falsch)$/i
/** National insurance (GB), social security (US), INSEE (FR), Sozialversicherung (DE), DNI and NIE (ES). */
const NATIONAL_NUMBERS = [
  /^[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D]$/i,
  /^\d{3}-\d{2}-\d{4}$/,
  /^[12] ?\d{2} ?(?:0[1-9]|1[0-2]|[2-9]\d) ?(?:\d{2}|2[AB]) ?\d{3} ?\d{3}(?: ?\d{2})?$/i,
  /^\d{2} ?(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d{2} ?[A-Z] ?\d{3}$/,
  /^(?:\d{8}|[XYZ]\d{7})-?[A-HJ-NP-TV-Z]$/i,
]
const OLD_ENOUGH = 18
const TOO_OLD = 80

/** Looks at a column: at most LOOKED_AT_MAX of these rows, evenly spread. */
export function lookAt(rows: readonly string[][], column: number, today: string): Seen {
  const step = Math.max(1, rows.length / LOOKED_AT_MAX)
  const seen: Seen = {
    values: [],
    rows: 0,
    filled: 0,
    distinct: 0,
    emails: 0,
    phones: 0,
    dates: 0,
    numbers: 0,
    names: 0,
    usernames: 0,
    titles: 0,
    severalWords: 0,
    commas: 0,
    shouted: 0,
    roles: 0,
    relationships: 0,
    statuses: 0,
    truths: 0,
    nationalNumbers: 0,
    births: 0,
    writtenBirths: 0,
  }
  for (let at = 0; at < rows.length; at += step) {
    const cell = rows[Math.floor(at)]?.[column] ?? ''
    seen.rows++
    if (cell === '') continue
    const value = cleanCell(cell)
    if (!hasMeaning(value)) continue
    seen.values.push(value)
  }
  seen.filled = seen.values.length
  seen.distinct = new Set(seen.values).size
  for (const value of seen.values) if (value.length <= CELL_MAX) lookAtValue(seen, value, today)
  return seen
}

/** How many of the filled cells, from 0 to 1. */
export function share(count: number, seen: Seen): number {
  return seen.filled === 0 ? 0 : count / seen.filled
}

function lookAtValue(seen: Seen, value: string, today: string): void {
  if (looksLikeEmail(value)) {
    seen.emails++
    return
  }
  const digits = DIGITS.test(value)
  if (digits) seen.numbers++
  if (TRUTH.test(value)) seen.truths++
  if (/\d/.test(value)) {
    if (NATIONAL_NUMBERS.some((pattern) => pattern.test(value))) seen.nationalNumbers++
    if (!digits || value.length === 8 || value.length === 5) lookAtDate(seen, value, today)
    if (PHONE.test(value) && value.replace(/\D/g, '').length >= 7) seen.phones++
  } else lookAtWords(seen, value)
  if (USERNAME.test(value) && !digits) seen.usernames++
}

function lookAtDate(seen: Seen, value: string, today: string): void {
  const parts = datePartsOf(value)
  if (parts === null || parts === 'none') return
  seen.dates++
  const { year } = parts.kind === 'known' ? parts : inOrder(parts, 'dmy', today)
  const age = Number(today.slice(0, 4)) - year
  if (age < OLD_ENOUGH || age > TOO_OLD) return
  seen.births++
  if (value.length > 5) seen.writtenBirths++
}

function lookAtWords(seen: Seen, value: string): void {
  if (isTitleWord(value)) seen.titles++
  if (readRelationship(value) !== null) seen.relationships++
  if (readStatus(value, null) !== null) seen.statuses++
  if (isKnownRole(value)) seen.roles++
  if (!NAME.test(value) || value.length > 80) return
  seen.names++
  if (value.includes(',')) seen.commas++
  if (value.includes(' ')) seen.severalWords++
  if (value === value.toUpperCase() && value !== value.toLowerCase()) seen.shouted++
}

/** An address, alone or among other things; cheap, since it is asked of every cell looked at. */
export function looksLikeEmail(value: string): boolean {
  const at = value.search(/[@＠]/)
  if (at < 1) return false
  if (canonicalAddress(value) !== null) return true
  return value.length <= CELL_MAX && /[^\s@＠<,;]{1,64}[@＠][^\s@＠>,;]{1,190}[.．]\p{L}{2,}/u.test(value)
}
