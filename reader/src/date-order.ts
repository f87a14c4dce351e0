import { type DateParts, datePartsOf } from './read-date.ts'
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
}

/** Decides by evidence: a number above 12 is no month. What nothing decides is read with the day first. */
export function dateOrderOf(heading: string, cells: readonly string[]): SeenOrder | null {
  const dates = cells
    .map((cell) => ({ cell, parts: datePartsOf(cell) }))
    .filter(
      (each): each is { cell: string; parts: DateParts } => each.parts !== null && each.parts !== 'none',
    )
  const [one] = dates
  if (one === undefined) return null
  const open = dates.filter(
    (each): each is { cell: string; parts: Extract<DateParts, { kind: 'numbers' }> } =>
      each.parts.kind === 'numbers' && !each.parts.yearFirst,
  )
  const [first] = open
  if (first === undefined) return plainOrder(one)
  const year = open.find(({ parts }) => parts.first > 31)
  const dayFirst = open.filter(({ parts }) => parts.first > 12 && parts.first <= 31 && parts.second <= 12)
  const monthFirst = open.filter(({ parts }) => parts.second > 12 && parts.second <= 31 && parts.first <= 12)
  if (year !== undefined && open.every(({ parts }) => parts.third <= 31))
    return { order: 'ymd', why: `${year.parts.first} can only be a year`, sample: year.cell, by: 'numbers' }
  const most = Math.max(dayFirst.length, monthFirst.length)
  if (most === 0) return fromHeading(heading, first.cell) ?? undecided(first)
  const [order, proof] =
    dayFirst.length === most ? (['dmy', dayFirst[0]] as const) : (['mdy', monthFirst[0]] as const)
  const number = order === 'dmy' ? proof?.parts.first : proof?.parts.second
  return { order, why: `${number} cannot be a month`, sample: proof?.cell ?? '', by: 'numbers' }
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
