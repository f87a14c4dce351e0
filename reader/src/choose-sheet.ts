import { cleanCell, plainLetters } from './clean-cell.ts'
import { findTable, type Table, understoodHeadings } from './find-table.ts'
import { looksLikeEmail } from './look-at-values.ts'
import type { ReadChoices, Sheet } from './staff-list.ts'

const ROWS_LOOKED_AT = 50
/** Names of sheets that hold who has left, or no people. */
export const FORMER =
  /\b(?:leavers?|left|former|archived?|old|previous|deleted|lookups?|validation|instructions|ehemalige|ausgeschieden|anciens?|partis|sortants?|bajas|antiguos)\b/

/** The sheet that a person chose, or the one that looks most like people; an empty one where there are none. */
export function chooseSheet(sheets: readonly Sheet[], { sheet, headingRow }: ReadChoices): Table {
  const chosen = sheets.find((each) => each.name === sheet)
  if (chosen !== undefined) return findTable(chosen, headingRow)
  const tables = sheets.map((each) => findTable(each, sheets.length === 1 ? headingRow : undefined))
  const [first, ...others] = tables
  if (first === undefined) return findTable({ name: '', rows: [], hiddenRows: 0 })
  let best = first
  let most = peopleLike(first)
  for (const table of others) {
    const like = peopleLike(table)
    if (like > most) [best, most] = [table, like]
  }
  return headingRow === undefined || sheets.length === 1 ? best : findTable(best.sheet, headingRow)
}

/** How much a table looks like a list of people: its rows count more where they hold addresses and known headings. */
function peopleLike(table: Table): number {
  const rows = table.people.slice(0, ROWS_LOOKED_AT).map((at) => table.sheet.rows[at] ?? [])
  const withAddress = rows.filter((row) => row.some((cell) => looksLikeEmail(cleanCell(cell)))).length
  const share = rows.length === 0 ? 0 : withAddress / rows.length
  const known = understoodHeadings(table.headings)
  const like = 0.05 + share + Math.min(known, 6) / 6
  return (
    Math.max(1, table.people.length) * like ** 2 * (FORMER.test(plainLetters(table.sheet.name)) ? 0.1 : 1)
  )
}
