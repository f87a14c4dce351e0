import { isLineBreak } from './letters.ts'
import { type Offered, PARTS_MAX, type Part } from './part.ts'
import { type Column, readHeadings } from './read-headings.ts'
import { readPieces } from './read-pieces.ts'
import { cellsOf, readRow } from './read-row.ts'
import { type Span, splitLine } from './split-line.ts'

const [TAB, LINE_FEED] = [0x09, 0x0a]
/** A longer row is no table: its tabs are spaces. */
const CELLS_MAX = 100

/**
 * Splits text as it comes from a mail program, a spreadsheet or a list into parts. Together they hold every word
 * of the text but the headings of tables. Time grows with the length of the text and nothing else.
 */
export function splitText(text: string, offered: Offered): Part[] {
  const parts: Part[] = []
  let columns: Column[] | null = null
  let start = 0
  let tabs = 0
  for (let at = 0; at <= text.length; at++) {
    const code = at < text.length ? text.charCodeAt(at) : LINE_FEED
    if (code === TAB) tabs++
    if (!isLineBreak(code)) continue
    const cells = tabs > 0 && tabs < CELLS_MAX ? cellsOf(text, { start, end: at }) : []
    if (isRow(cells)) columns = readRow(text, cells, columns, offered, parts)
    else readLine(text, { start, end: at }, offered, parts)
    if (parts.length > PARTS_MAX) return cutShort(text, parts)
    start = at + 1
    tabs = 0
  }
  return parts
}

function isRow(cells: Span[]): boolean {
  let filled = 0
  for (const cell of cells) if (cell.start < cell.end) filled++
  return filled > 1
}

function readLine(text: string, line: Span, offered: Offered, parts: Part[]): void {
  const pieces = splitLine(text, line.start, line.end)
  const isTable = pieces.length > 1 && pieces.every((piece) => piece.marks.length === 0 && !piece.group)
  if (isTable && readHeadings(pieces.map((piece) => text.slice(piece.start, piece.end))) !== null) return
  readPieces(text, pieces, offered, parts)
}

function cutShort(text: string, parts: Part[]): Part[] {
  const start = parts[PARTS_MAX]?.start ?? text.length
  const end = start + text.slice(start).trimEnd().length
  return [...parts.slice(0, PARTS_MAX), { start, end, trouble: 'too_many' }]
}
