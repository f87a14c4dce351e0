import { cleanCell } from './clean-cell.ts'
import type { Column } from './column.ts'
import { dateOrderOf, type SeenOrder } from './date-order.ts'
import { share } from './look-at-values.ts'
import type { DateOrder } from './staff-list.ts'

/** How the dates of each column are read, by its position. */
export type Orders = Map<number, SeenOrder>

/** Different dates of a column that are enough to know their order. */
const DATES_MAX = 5000

/**
 * In which order the dates of each column stand that is used, as chosen or by what is in all its rows. Where nothing in
 * one says so, another column of dates of the same list does. Who chose an order for this list itself has seen that its
 * dates disagree; who chose one for an earlier list has not.
 */
export function ordersOfDates(
  columns: readonly Column[],
  rows: readonly string[][],
  chosen: Record<string, DateOrder>,
  chosenNow: Record<string, DateOrder>,
): Orders {
  const orders: Orders = new Map()
  for (const column of columns) {
    if (!isUsedForDates(column)) continue
    const seen = dateOrderOf(column.heading, differentCells(rows, column.index))
    if (seen === null) continue
    const order = Object.hasOwn(chosen, String(column.index)) ? chosen[column.index] : undefined
    const { mixed: _mixed, swapped: _swapped, ...plain } = seen
    const said = Object.hasOwn(chosenNow, String(column.index)) ? plain : seen
    orders.set(
      column.index,
      order === undefined ? seen : { ...said, order, why: 'chosen by you', by: 'choice' },
    )
  }
  const unsure = [...orders].filter(([, { by }]) => by === 'nothing')
  const proof = unsure.length === 0 ? undefined : proofAmong(columns, orders)
  if (proof !== undefined)
    for (const [index, seen] of unsure)
      orders.set(index, { ...seen, order: proof.order, why: `as in ${proof.heading}`, by: 'column' })
  return orders
}

function isUsedForDates({ state, field }: Column): boolean {
  return state === 'used' && (field === 'startDate' || field === 'leavingDate')
}

/** A column of dates, used or not, whose order shows. One that is private is never looked at. */
function proofAmong(
  columns: readonly Column[],
  orders: Orders,
): { heading: string; order: DateOrder } | undefined {
  for (const { index, heading, state, seen } of columns) {
    if (state === 'private' || share(seen.dates, seen) < 0.8) continue
    const { order, by, mixed } = orders.get(index) ?? dateOrderOf(heading, seen.values) ?? {}
    if (mixed !== undefined) continue
    if (order !== undefined && (by === 'numbers' || by === 'heading')) return { heading, order }
  }
  return undefined
}

function differentCells(rows: readonly string[][], column: number): string[] {
  const different = new Set<string>()
  for (const row of rows) {
    const cell = row[column]
    if (cell !== undefined && cell !== '') different.add(cell.length > 100 ? '' : cell)
    if (different.size >= DATES_MAX) break
  }
  return [...different].map((cell) => cleanCell(cell))
}
