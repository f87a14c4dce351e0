/** Who is ticked. It lasts while pages are turned, so it remembers the people themselves. */
export type Selection<Row extends { id: string }> = ReadonlyMap<string, Row>

/** Ticks or unticks one row; with an anchor, all rows between the two, as a press with Shift does. */
export function tick<Row extends { id: string }>(
  chosen: Selection<Row>,
  rows: Row[],
  id: string,
  on: boolean,
  anchor?: string | undefined,
): Selection<Row> {
  const to = rows.findIndex((row) => row.id === id)
  const start = anchor === undefined ? -1 : rows.findIndex((row) => row.id === anchor)
  const from = start < 0 ? to : start
  return tickAll(chosen, rows.slice(Math.min(from, to), Math.max(from, to) + 1), on)
}

/** Ticks or unticks every row given. */
export function tickAll<Row extends { id: string }>(
  chosen: Selection<Row>,
  rows: Row[],
  on: boolean,
): Selection<Row> {
  const next = new Map(chosen)
  for (const row of rows) {
    if (on) next.set(row.id, row)
    else next.delete(row.id)
  }
  return next
}

/** How much of a page is ticked, for the box above it. */
export function ticked<Row extends { id: string }>(
  chosen: Selection<Row>,
  rows: Row[],
): 'none' | 'some' | 'all' {
  const count = rows.filter((row) => chosen.has(row.id)).length
  if (count === 0) return 'none'
  return count === rows.length ? 'all' : 'some'
}
