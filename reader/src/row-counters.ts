import { cleanCell, hasMeaning } from './clean-cell.ts'
import type { Column } from './column.ts'
import { headingWords } from './heading-words.ts'

/** Why a column that numbers the rows is of no use. */
export const COUNTS_ROWS = 'Counts the rows'

/** `7`, `007`, `7.`, `#7`, and `7.0` as programs write it. */
const NUMBER = /^#?(\d{1,6})(?:\.0|[.)])?$/
/** Counting begins below: a part of a longer list may go on from 51, but numbers of people are longer than that. */
const BEGINS_BELOW = 1000
/** Headings that say a number and not whose. */
const OF_ROWS = new Set('no n nr num number numbers numero nummer'.split(' '))
/** Headings that may as well be of an id that a system gave. */
const OF_ANYTHING = new Set([...OF_ROWS, 'id', 'code', 'ref', 'reference', 'kennung'])

/** Whether a column headed like `No` or `Id` numbers the rows; one headed `Staff no` is believed. */
export function isRowCounter(column: Column, rows: readonly string[][]): boolean {
  const words = headingWords(column.heading)
  if (words.every((word) => OF_ROWS.has(word))) return countsRows(column, rows)
  if (!words.every((word) => OF_ANYTHING.has(word))) return false
  const numbers = numbersIn(rows, column.index)
  return numbers !== null && numbers.length > 1 && numbers.every((number, at) => number === at + 1)
}

/**
 * Whether the values of a column number the rows, in their order: 1, 2, 3, from wherever, or anew for each part. Where
 * they begin with the first, rows may have been taken out since.
 */
export function countsRows({ index }: Column, rows: readonly string[][]): boolean {
  const numbers = numbersIn(rows, index)
  const [first] = numbers ?? []
  if (numbers === null || first === undefined || first >= BEGINS_BELOW) return false
  const previous = (at: number) => numbers[at - 1] ?? 0
  const begun = numbers.filter((number, at) => at > 0 && number === 1).length
  const goesOn = (each: number, at: number) =>
    at === 0 || each === previous(at) + 1 || (each === 1 && first <= 1)
  if (begun * 3 <= numbers.length && numbers.every(goesOn)) return true
  return first <= 1 && numbers.every((each, at) => at === 0 || each > previous(at))
}

/** The numbers that a column holds, or null where something else stands in it. */
function numbersIn(rows: readonly string[][], index: number): number[] | null {
  const numbers: number[] = []
  for (const row of rows) {
    const cell = cleanCell(row[index] ?? '')
    if (!hasMeaning(cell)) continue
    const found = NUMBER.exec(cell)
    if (found === null) return null
    numbers.push(Number(found[1]))
  }
  return numbers
}
