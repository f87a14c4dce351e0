import type { SeenOrder } from './date-order.ts'
import { datePartsOf, dayInWords, inOrder, isoDate, readDate } from './read-date.ts'

/** A date that a person has to choose, and the days that it could be, the likelier first. */
interface DoubtfulDate {
  code: 'date_either' | 'date_swapped'
  detail: string
  choices: string[]
}

/**
 * Why the date in a clean cell is not certain although it can be read: the dates of its column stand in both orders, or
 * a spreadsheet took days for months. Null where nothing speaks against it.
 */
export function doubtfulDate(cell: string, seen: SeenOrder, today: string): DoubtfulDate | null {
  const { mixed, swapped } = seen
  if (mixed === undefined && swapped === undefined) return null
  const parts = datePartsOf(cell)
  if (parts === null || parts === 'none' || parts.kind !== 'numbers') return null
  if (parts.yearFirst) {
    const { year, month, day } = inOrder(parts, 'ymd', today)
    const choices = daysOf([isoDate(year, day, month), isoDate(year, month, day)], today)
    if (swapped === undefined || choices.length < 2) return null
    return {
      code: 'date_swapped',
      detail: `${eitherOf(choices)}: the column has ${swapped}, with the month first, and a spreadsheet that expects the day first swaps the two. Choose one.`,
      choices,
    }
  }
  const orders = seen.order === 'mdy' ? (['mdy', 'dmy'] as const) : (['dmy', 'mdy'] as const)
  const choices = orders.flatMap((order) => {
    const read = readDate(cell, order, today)
    return read !== null && 'date' in read ? read.date : []
  })
  if (mixed === undefined || new Set(choices).size < 2) return null
  return {
    code: 'date_either',
    detail: `${eitherOf(choices)}: the column has ${mixed.dayFirst} as well as ${mixed.monthFirst}. Choose one.`,
    choices,
  }
}

const eitherOf = ([one = '', other = '']: string[]): string =>
  `This could be ${dayInWords(one)} or ${dayInWords(other)}`

/** Those that are real, each once. */
function daysOf(days: string[], today: string): string[] {
  return [...new Set(days)].filter((day) => {
    const read = readDate(day, 'ymd', today)
    return read !== null && 'date' in read
  })
}
