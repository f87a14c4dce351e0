import { isBlank } from './letters.ts'
import {
  addOffered,
  addWords,
  localOf,
  nameBeside,
  type Offered,
  type Part,
  withAddress,
  without,
} from './part.ts'
import { type Column, readHeadings } from './read-headings.ts'
import { couldBeName, named, nameFromCells, plainWords, readName } from './read-names.ts'
import { readPieces } from './read-pieces.ts'
import { type Mark, type Span, splitLine } from './split-line.ts'

const [TAB, COMMA, SEMICOLON] = [0x09, 0x2c, 0x3b]

/** A row of a table. Returns the columns that hold for the rows below. */
export function readRow(
  text: string,
  cells: Span[],
  columns: Column[] | null,
  offered: Offered,
  parts: Part[],
): Column[] | null {
  const filled = cells.filter((cell) => cell.start < cell.end)
  const pieces = cells.map((cell) => splitLine(text, cell.start, cell.end))
  const marks = pieces.flatMap((each) => each.flatMap((piece) => piece.marks))
  const row = { start: filled[0]?.start ?? 0, end: filled.at(-1)?.end ?? 0 }
  const [mark, second] = marks
  if (mark === undefined) {
    const headings = readHeadings(cells.map((cell) => text.slice(cell.start, cell.end)))
    if (headings === null) addWords(text, row, parts)
    return headings ?? columns
  }
  if (second !== undefined || pieces.some((each) => each.some((piece) => piece.group)))
    for (const each of pieces) readPieces(text, each, offered, parts)
  else parts.push(readPerson(text, row, cells, mark, columns, offered))
  return columns
}

function readPerson(
  text: string,
  row: Span,
  cells: Span[],
  mark: Mark,
  columns: Column[] | null,
  offered: Offered,
): Part {
  const part = withAddress(text, row, mark)
  const names: string[] = []
  const titled: { [column in Column]?: string } = {}
  cells.forEach((cell, index) => {
    if (cell.start <= mark.start && mark.start < cell.end) {
      part.name = nameBeside(text, cell, mark, part)
      return
    }
    const words = text.slice(cell.start, cell.end)
    const column = columns?.[index] ?? 'other'
    if (column !== 'other') titled[column] = words
    else if (!addOffered(part, words, offered) && columns === null && couldBeName(words)) names.push(words)
  })
  const given = plainWords(titled.given ?? '')
  const family = plainWords(titled.family ?? '')
  part.name ??=
    given !== null || family !== null
      ? named(given ?? '', family ?? '')
      : titled.name !== undefined
        ? readName(titled.name)
        : nameFromCells(names, localOf(part))
  return part
}

export function cellsOf(text: string, line: Span): Span[] {
  const cells: Span[] = []
  let start = line.start
  for (let at = line.start; at <= line.end; at++) {
    if (at < line.end && text.charCodeAt(at) !== TAB) continue
    cells.push(withoutSeparators(text, without(text, { start, end: at })))
    start = at + 1
  }
  return cells
}

/** A separator at the end of a cell separates nothing. */
function withoutSeparators(text: string, { start, end }: Span): Span {
  const last = () => text.charCodeAt(end - 1)
  while (end > start && (last() === COMMA || last() === SEMICOLON || isBlank(last()))) end--
  return { start, end }
}
