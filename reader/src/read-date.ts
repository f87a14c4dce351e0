import { plainLetters } from './clean-cell.ts'
import { cut } from './limits.ts'
import type { DateOrder } from './staff-list.ts'

const DATE_MAX = 40
const YEAR_MIN = 1900
const YEAR_MAX = 2199
const MONTHS_IN_ENGLISH =
  'January February March April May June July August September October November December'.split(' ')

/** Names of months and how they are shortened, without accents, in English, French, German and Spanish. */
const MONTH_WORDS = [
  'january jan janvier janv januar janner jaenner enero ene',
  'february feb febr fevrier fevr fev februar feber febrero',
  'march mar mars marz maerz mrz marzo',
  'april apr avril avr abril abr',
  'may mai mayo',
  'june jun juin juni junio',
  'july jul juillet juil juli julio',
  'august aug aout aou agosto ago',
  'september sep sept septembre septiembre setiembre',
  'october oct octobre oktober okt octubre',
  'november nov novembre noviembre',
  'december dec decembre dezember dez diciembre dic',
]
const MONTHS = new Map(
  MONTH_WORDS.flatMap((words, at) => words.split(' ').map((word) => [word, at + 1] as const)),
)

/** Words that stand where there is no date. */
const NO_DATE = new Set(
  `n a|na|none|nil|null|tbc|tba|unknown|not known|present|current|ongoing|permanent|open|open ended|indefinite|never|to date|continuing|en cours|
  aucune|aucun|cdi|neant|keine|keiner|unbefristet|offen|laufend|ninguna|ninguno|indefinido|indefinida|actual|no date|0|00 00 0000|0000 00 00`
    .split('|')
    .map((words) => words.trim()),
)

const NUMBERS = /^(\d{1,4})\s?([./\-\s])\s?(\d{1,2})\s?[./\-\s]\s?(\d{1,4})$/
const TIME =
  /[T\s,]+\d{1,2}[:.h]\d{2}(?:[:.]\d{2}(?:[.,]\d{1,9})?)?\s?(?:[ap]\.?m\.?|Z|UTC|[+-]\d{2}:?\d{2})?$/i
const WHOLE_DAYS = /^(\d{5})(?:\.\d{1,12})?$/
/** 1 January 1930 to 31 December 2109, as Excel counts days. */
const SERIAL_MIN = 10_959
const SERIAL_MAX = 76_701
const SERIAL_OF_1970 = 25_569
const DAY_MS = 86_400_000

/** The parts of a date before it is decided which is the day. */
export type DateParts =
  | { kind: 'numbers'; first: number; second: number; third: number; yearFirst: boolean; dotted: boolean }
  | { kind: 'known'; year: number; month: number; day: number; serial: boolean }

/** A date taken apart, null when the cell is none, or `none` where it says that there is none. */
export function datePartsOf(cell: string): DateParts | 'none' | null {
  if (cell.length > DATE_MAX || !/\d/.test(cell))
    return NO_DATE.has(plainLetters(cell)) || !/[\p{L}\p{N}]/u.test(cell) ? 'none' : null
  const text = cell.replace(TIME, '').trim()
  const serial = WHOLE_DAYS.exec(text)
  if (serial !== null) return fromSerial(Number(serial[1]))
  if (/^\d{8}$/.test(text)) return fromEightDigits(text)
  const parts = NUMBERS.exec(text)
  if (parts === null) return withMonthName(text)
  const [first, second, third] = [Number(parts[1]), Number(parts[3]), Number(parts[4])]
  if (first + second + third === 0) return 'none'
  const [left, right] = [(parts[1] ?? '').length, (parts[4] ?? '').length]
  if (left === 3 || right === 3 || (left === 4 && right === 4)) return null
  return { kind: 'numbers', first, second, third, yearFirst: left === 4, dotted: parts[2] === '.' }
}

export type ReadDate = { date: string } | { wrong: 'impossible' | 'unclear'; detail: string } | null

/** The date in a clean cell as YYYY-MM-DD, what is wrong with it, or null where there is none. */
export function readDate(cell: string, order: DateOrder, today: string): ReadDate {
  if (cell === '') return null
  const parts = datePartsOf(cell)
  if (parts === 'none') return null
  if (parts === null)
    return {
      wrong: 'unclear',
      detail: `“${cut(cell, DATE_MAX)}” isn’t a date we can read. Enter it like 31/08/2026.`,
    }
  const { year, month, day } = parts.kind === 'known' ? parts : inOrder(parts, order, today)
  if (year === 9999 || year === 1899 || (year === 1900 && month === 1 && day <= 1)) return null
  return whyNotReal(cell, year, month, day) ?? { date: isoDate(year, month, day) }
}

/** How the parts of a date stand: which is the day, the month and the year. */
export function inOrder(
  parts: Extract<DateParts, { kind: 'numbers' }>,
  order: DateOrder,
  today: string,
): { year: number; month: number; day: number } {
  const { first, second, third, yearFirst } = parts
  if (yearFirst || order === 'ymd') return { year: wholeYear(first, today), month: second, day: third }
  const year = wholeYear(third, today)
  return order === 'mdy' ? { year, month: first, day: second } : { year, month: second, day: first }
}

/** `4 May 2021` of a day as YYYY-MM-DD. */
export function dayInWords(day: string): string {
  const [year, month, number] = day.split('-').map(Number)
  return `${number} ${MONTHS_IN_ENGLISH[(month ?? 0) - 1]} ${year}`
}

/** How many days a month has. */
export function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

/** Of two digits, the year that lies nearest: contracts end at most thirty years ahead. */
function wholeYear(year: number, today: string): number {
  if (year >= 100) return year
  const now = Number(today.slice(0, 4))
  const century = now - (now % 100)
  const inThis = century + year
  return inThis > now + 30 ? inThis - 100 : inThis < now - 69 ? inThis + 100 : inThis
}

function whyNotReal(cell: string, year: number, month: number, day: number): ReadDate {
  const start = `${cut(cell, DATE_MAX)} isn’t a real date.`
  if (month < 1 || month > 12) return { wrong: 'impossible', detail: `${start} There is no month ${month}.` }
  if (year < YEAR_MIN || year > YEAR_MAX)
    return { wrong: 'impossible', detail: `${start} Check the year, ${year}.` }
  const most = daysIn(year, month)
  if (day >= 1 && day <= most) return null
  const name = MONTHS_IN_ENGLISH[month - 1]
  const why = day < 1 ? 'There is no day 0.' : `${name} ${year} has ${most} days.`
  return { wrong: 'impossible', detail: `${start} ${why}` }
}

/** The day as YYYY-MM-DD, whether or not it is a real one. */
export function isoDate(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

function fromSerial(days: number): DateParts | null {
  if (days < SERIAL_MIN || days > SERIAL_MAX) return null
  const date = new Date((days - SERIAL_OF_1970) * DAY_MS)
  return {
    kind: 'known',
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    serial: true,
  }
}

/** 20260831, the only order without signs that can be told from a number. */
function fromEightDigits(text: string): DateParts | null {
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6))]
  if (year < YEAR_MIN || year > YEAR_MAX || month < 1 || month > 12 || day < 1 || day > 31) return null
  return { kind: 'known', year, month, day, serial: false }
}

/** 31 Aug 2026, August 31st, 2026, lundi 31 août 2026, 31 de agosto de 2026, 1er mars 2026. */
function withMonthName(text: string): DateParts | null {
  const words = plainLetters(text).split(' ')
  if (words.length > 7) return null
  const month = words.map((word) => MONTHS.get(word)).find((each) => each !== undefined)
  const numbers = words
    .map((word) => /^(\d{1,4})(?:st|nd|rd|th|er|e|o)?$/.exec(word)?.[1])
    .filter((each) => each !== undefined)
  const [first, second, third] = numbers
  if (month === undefined || first === undefined || second === undefined || third !== undefined) return null
  const [day, year] = first.length === 4 ? [second, first] : [first, second]
  if (year.length !== 4 && year.length !== 2) return null
  const short = Number(year)
  return {
    kind: 'known',
    year: year.length === 4 ? short : short > 69 ? 1900 + short : 2000 + short,
    month,
    day: Number(day),
    serial: false,
  }
}
