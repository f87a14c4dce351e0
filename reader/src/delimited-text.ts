import { unguarded } from './formula-guard.ts'
import { CELL_CHARS_MAX, COLUMNS_MAX, tableCounter, wellFormed } from './limits.ts'

const DELIMITERS = [',', ';', '\t', '|']
const SAMPLE_CHARS = 64 * 1024
const NO_CELLS: string[] = []
const QUOTE = 34
const LF = 10
const CR = 13
const SPACE = 32

/**
 * The table in a text: CSV, its kin with other delimiters, or what was copied from a spreadsheet. Row 1 is the first
 * as a spreadsheet counts them: line ends of any kind end a row, those in quotes do not, and Excel's own `sep=` line is
 * none. Guards against formulas are taken off.
 * @throws FileRefusal too_many_rows, file_broken
 */
export function readDelimited(
  text: string,
  chosen: string | undefined,
): { rows: string[][]; delimiter: string } {
  const declared = /^sep=([^\r\n"])(?:\r\n|\r|\n|$)/i.exec(text.slice(0, 10))
  const table = (declared ? text.slice(declared[0].length) : text).replaceAll('\0', '')
  const delimiter = usable(chosen) ?? declared?.[1] ?? likeliestDelimiter(table)
  const rows: string[][] = []
  const counter = tableCounter()
  let filled = 0
  for (const cells of rowsOf(table, delimiter)) {
    const isBlank = cells.every((cell) => cell === '')
    rows.push(isBlank ? NO_CELLS : cells)
    counter.row(rows.length, cells)
    if (!isBlank) filled = rows.length
  }
  rows.length = filled
  return { rows, delimiter }
}

function usable(chosen: string | undefined): string | undefined {
  return chosen?.length === 1 && !'"\r\n'.includes(chosen) ? chosen : undefined
}

/** The one that cuts most rows into the same number of cells, and into many. */
function likeliestDelimiter(text: string): string {
  const end = text.length > SAMPLE_CHARS ? text.lastIndexOf('\n', SAMPLE_CHARS) : -1
  const sample = text.slice(0, end > 0 ? end : SAMPLE_CHARS)
  let best = { delimiter: ',', score: 0 }
  for (const delimiter of DELIMITERS) {
    const score = regularity(sample, delimiter)
    if (score > best.score) best = { delimiter, score }
  }
  return best.delimiter
}

function regularity(sample: string, delimiter: string): number {
  const rowsByWidth = new Map<number, number>()
  let rows = 0
  for (const cells of rowsOf(sample, delimiter)) {
    // A trailing delimiter says nothing.
    let width = cells.length
    while (width > 0 && cells[width - 1] === '') width -= 1
    if (width === 0) continue
    rows += 1
    rowsByWidth.set(cells.length, (rowsByWidth.get(cells.length) ?? 0) + 1)
  }
  let best = 0
  for (const [width, count] of rowsByWidth) best = Math.max(best, (count / rows) * Math.log2(width))
  return best
}

/**
 * Rows of a text, in one pass. A quote that nothing closes properly is an ordinary character, since otherwise one stray
 * quote would swallow the rows after it.
 */
function* rowsOf(text: string, delimiter: string): Generator<string[]> {
  const separator = delimiter.charCodeAt(0)
  const end = text.length
  // Going back costs; nobody may make that more than twice the text.
  let mayGoBack = 2 * end
  let cells: string[] = []
  let at = 0
  while (at < end) {
    let start = at
    while (separator !== SPACE && text.charCodeAt(start) === SPACE) start += 1
    let cell: string | undefined
    if (text.charCodeAt(start) === QUOTE) {
      const quoted = quotedCell(text, start, separator, mayGoBack > 0)
      if (quoted.cell === undefined) mayGoBack -= quoted.end - start
      else {
        cell = quoted.cell
        at = quoted.end
      }
    }
    if (cell === undefined) {
      const from = at
      at = endOfCell(text, at, separator)
      cell = text.slice(from, Math.min(at, from + CELL_CHARS_MAX))
    }
    if (cell.length >= CELL_CHARS_MAX) cell = wellFormed(cell.slice(0, CELL_CHARS_MAX))
    if (cells.length <= COLUMNS_MAX) cells.push(unguarded(cell))

    const stop = text.charCodeAt(at)
    if (stop === separator) {
      at += 1
      if (at < end) continue
      cells.push('')
    } else if (stop === CR && text.charCodeAt(at + 1) === LF) at += 2
    else at += 1
    yield cells
    cells = []
  }
}

function endOfCell(text: string, from: number, separator: number): number {
  let at = from
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === separator || code === LF || code === CR) break
  }
  return at
}

/**
 * The cell whose opening quote stands at `open`, and where it ends. No cell: the quote is none, which is known when
 * the text ends before it is closed, or when it goes over line ends and more follows its closing.
 */
function quotedCell(
  text: string,
  open: number,
  separator: number,
  mayBeNone: boolean,
): { cell: string | undefined; end: number } {
  const parts: string[] = []
  let kept = 0
  let from = open + 1
  for (;;) {
    let close = text.indexOf('"', from)
    if (close < 0) {
      if (mayBeNone) return { cell: undefined, end: text.length }
      close = text.length
    }
    const isEscaped = text.charCodeAt(close + 1) === QUOTE
    if (kept < CELL_CHARS_MAX) {
      const part = text.slice(from, Math.min(isEscaped ? close + 1 : close, from + CELL_CHARS_MAX - kept))
      parts.push(part)
      kept += part.length
    }
    if (isEscaped) {
      from = close + 2
      continue
    }
    const end = endOfCell(text, close + 1, separator)
    const rest = text.slice(close + 1, Math.min(end, close + 1 + CELL_CHARS_MAX)).trimEnd()
    if (rest && mayBeNone && parts.some((part) => part.includes('\n') || part.includes('\r')))
      return { cell: undefined, end: close }
    return { cell: parts.join('') + rest, end }
  }
}
