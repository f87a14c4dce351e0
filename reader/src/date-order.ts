import { type DateParts, datePartsOf, daysIn } from './read-date.ts'
import type { DateOrder } from './staff-list.ts'

/** In which order the dates of a column stand, and what says so. */
export interface SeenOrder {
  order: DateOrder
  /** Ends a sentence or stands by itself: `31 cannot be a month`. */
  why: string
  /** A cell that shows it. */
  sample: string
  /**
   * What says so: a number that can be no month, the heading, dots between, another column, a person, or nothing. `plain`:
   * nobody had to ask, since years come first or months are written out.
   */
  by: 'numbers' | 'heading' | 'dots' | 'column' | 'choice' | 'plain' | 'nothing'
  /** Cells that show one order each, where the dates stand in both. */
  mixed?: { dayFirst: string; monthFirst: string }
  /**
   * A cell with the month first among days that a spreadsheet knew: those it knew are likely to have day and month
   * swapped, since one that expects the day first leaves as text just what it can't swap.
   */
  swapped?: string
}

type Numbers = Extract<DateParts, { kind: 'numbers' }>
interface Dated {
  cell: string
  parts: Numbers
}

/** Fewer of all that show an order are a slip of the pen, which is seen by itself: such a day does not exist. */
const MIXED_SHARE = 0.05
/** Of days that were swapped none comes after the twelfth; later ones may have been typed since. */
const SWAPPED_SHARE = 0.75

/**
 * Decides by evidence: a number above 12 is no month. Only real days are evidence. What nothing decides is read with
 * the day first.
 */
export function dateOrderOf(heading: string, cells: readonly string[]): SeenOrder | null {
  const dates = cells
    .map((cell) => ({ cell, parts: datePartsOf(cell) }))
    .filter(
      (each): each is { cell: string; parts: DateParts } => each.parts !== null && each.parts !== 'none',
    )
  const [one] = dates
  if (one === undefined) return null
  const numbers = dates.filter((each): each is Dated => each.parts.kind === 'numbers')
  const open = numbers.filter(({ parts }) => !parts.yearFirst)
  const [first] = open
  if (first === undefined) return plainOrder(one)
  const year = open.find(({ parts }) => parts.first > 31)
  const dayFirst = open.filter(
    ({ parts }) => parts.first > 12 && isReal(parts.first, parts.second, parts.third),
  )
  const monthFirst = open.filter(
    ({ parts }) => parts.second > 12 && isReal(parts.second, parts.first, parts.third),
  )
  if (year !== undefined && open.every(({ parts }) => parts.third <= 31))
    return { order: 'ymd', why: `${year.parts.first} can only be a year`, sample: year.cell, by: 'numbers' }
  const [less, most] = [dayFirst.length, monthFirst.length].sort((fewer, more) => fewer - more)
  if (!most) return fromHeading(heading, first.cell) ?? undecided(first)
  const [order, proof] =
    dayFirst.length === most ? (['dmy', dayFirst[0]] as const) : (['mdy', monthFirst[0]] as const)
  const number = order === 'dmy' ? proof?.parts.first : proof?.parts.second
  const seen: SeenOrder = {
    order,
    why: `${number} cannot be a month`,
    sample: proof?.cell ?? '',
    by: 'numbers',
  }
  if ((less ?? 0) > 0 && (less ?? 0) >= most * MIXED_SHARE)
    seen.mixed = { dayFirst: dayFirst[0]?.cell ?? '', monthFirst: monthFirst[0]?.cell ?? '' }
  const known = numbers.filter(({ parts }) => parts.yearFirst)
  const couldBeSwapped = known.filter(({ parts }) => parts.third <= 12).length
  if (dayFirst.length === 0 && couldBeSwapped > 0 && couldBeSwapped >= known.length * SWAPPED_SHARE)
    seen.swapped = seen.sample
  return seen
}

/** Whether there is such a day. Of a year with two digits only the leap day matters, which no century moves. */
function isReal(day: number, month: number, year: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year < 100 ? 2000 + year : year, month)
}

/** The order in words, at the beginning of a sentence. */
export function orderInWords(order: DateOrder): string {
  return order === 'dmy' ? 'Day first' : order === 'mdy' ? 'Month first' : 'Year first'
}

function plainOrder({ cell, parts }: { cell: string; parts: DateParts }): SeenOrder {
  const plain = { sample: cell, by: 'plain' as const }
  if (parts.kind === 'numbers') return { ...plain, order: 'ymd', why: 'the years come first' }
  return {
    ...plain,
    order: 'dmy',
    why: parts.serial ? 'days as Excel counts them' : 'the months are written out',
  }
}

function fromHeading(heading: string, sample: string): SeenOrder | null {
  const letters = heading
    .slice(0, 120)
    .toLowerCase()
    .replace(/[^a-z]/g, '')
  const said = { why: 'the heading says so', sample, by: 'heading' as const }
  if (/(?:dd?mm|jjmm|ttmm)/.test(letters)) return { ...said, order: 'dmy' }
  return /mm?dd/.test(letters) ? { ...said, order: 'mdy' } : null
}

function undecided({ cell, parts }: { cell: string; parts: DateParts }): SeenOrder {
  const said = { order: 'dmy' as const, sample: cell }
  if (parts.kind === 'numbers' && parts.dotted)
    return { ...said, why: 'dates with dots have the day first', by: 'dots' }
  return { ...said, why: 'nothing in the column says which, and most countries write it so', by: 'nothing' }
}
