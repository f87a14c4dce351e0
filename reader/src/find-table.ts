import { CELL_MAX, cleanCell, isBlankCell, plainLetters } from './clean-cell.ts'
import { noteFinder } from './find-notes.ts'
import { headingWords, meaningOf } from './heading-words.ts'
import { isKnownRole } from './known-words.ts'
import { looksLikeEmail } from './look-at-values.ts'
import { isPrivateHeading } from './private-headings.ts'
import type { Sheet } from './staff-list.ts'

/** Rows above which headings are not looked for. */
const HEADINGS_WITHIN = 60
const COLUMNS_MAX = 300

/** Where the people stand in a sheet. All places are positions in `sheet.rows`. */
export interface Table {
  sheet: Sheet
  /** -1 where there are no headings. */
  headingAt: number
  headings: string[]
  /** Rows with somebody on them. */
  people: number[]
  titleRows: number
  repeatedHeadings: number
  blankRows: number
  totalRows: number
  /** Words of the first row of totals or remarks below the list. */
  firstTotal: string
  /** Words that stand alone on their rows: what the rows below are about, or a remark. */
  notes: string[]
}

/** Words at the beginning of a row that counts others, or says when they were printed. */
const BELOW_LIST =
  /^(?:grand |sub ?)?(?:total|totals|totaux|sum|summe|gesamt|gesamtzahl|insgesamt|anzahl|suma|count|effectif|nombre d|nombre de|number of|numero de|no of|end of|fin de|ende de|printed|print date|generated|exported|export|report|run on|run date|produced|created|page \d|seite \d|pagina \d|imprime|edite|gedruckt|erstellt|stand \d|impreso|generado|confidential|vertraulich|confidentiel|confidencial|records|rows|source|quelle|copyright|filters? applied|applied filters?)\b/
const SECTION =
  /\b(?:staff|team|teachers|department|office|support|leadership|members|section|group|faculty|personnel|enseignants|equipe|service|abteilung|lehrkrafte|verwaltung|mitarbeiter|personal|profesores|docentes|equipo|departamento)\b/
const TOTALS = /^\s{0,9}(?:grand|sub)?[ -]?(?:tot|sum|gesamt|insgesamt|count|anzahl)/i
const COUNTED =
  /^\d{1,6} (?:records?|rows?|people|staff|personnes?|personen|personas|agents|datensatze|registros|enregistrements)\b/
/** A line of prose, not a cell of a table. */
const PROSE_WORDS = 6

/** Finds the people of a sheet. `headingRow` is what a person said: the row as people count, or 0 for none. */
export function findTable(sheet: Sheet, headingRow?: number): Table {
  const chosen = headingRow === undefined ? undefined : positionOf(sheet, headingRow)
  const headingAt = chosen ?? findHeadings(sheet)
  const above = headingAt > 0 ? groupHeadings(sheet, headingAt) : null
  const own = headingAt < 0 ? [] : cellsOf(sheet, headingAt)
  const table: Table = {
    sheet,
    headingAt,
    headings: above ?? own,
    people: [],
    titleRows: above === null ? 0 : -1,
    repeatedHeadings: 0,
    blankRows: 0,
    totalRows: 0,
    firstTotal: '',
    notes: [],
  }
  const isHeading = repeats(own)
  const width = usualWidth(sheet, headingAt)
  const noteOn = noteFinder(sheet, headingAt, table.headings)
  for (let at = 0; at < sheet.rows.length; at++) {
    if (at === headingAt) continue
    const row = sheet.rows[at] ?? []
    const kind = at < headingAt ? (isBlankRow(row) ? 'blank' : 'title') : kindOf(row, isHeading, width)
    if (kind === 'person') {
      const note = noteOn(at)
      if (note === null) table.people.push(at)
      else if (/\p{L}/u.test(note)) table.notes.push(note)
      else if (table.totalRows++ === 0) table.firstTotal = note
    } else if (kind === 'blank') table.blankRows++
    else if (kind === 'title') table.titleRows++
    else if (kind === 'heading') table.repeatedHeadings++
    else if (table.totalRows++ === 0)
      table.firstTotal = cleanCell(row.find((cell) => !isBlankCell(cell)) ?? '')
  }
  return table
}

/** The number people see beside a row. */
export function lineOf(sheet: Sheet, at: number): number {
  return sheet.lines?.[at] ?? at + 1
}

/** How many headings of a row are understood. */
export function understoodHeadings(cells: readonly string[]): number {
  return cells.reduce((sum, cell) => sum + (isUnderstood(cell) ? 1 : 0), 0)
}

function positionOf(sheet: Sheet, headingRow: number): number {
  if (headingRow < 1) return -1
  if (sheet.lines === undefined) return Math.min(headingRow, sheet.rows.length) - 1
  return sheet.lines.indexOf(headingRow)
}

function cellsOf(sheet: Sheet, at: number): string[] {
  return (sheet.rows[at] ?? []).slice(0, COLUMNS_MAX).map((cell) => cleanCell(cell))
}

function isBlankRow(row: readonly string[]): boolean {
  return row.every((cell) => isBlankCell(cell))
}

function isUnderstood(cell: string): boolean {
  if (cell === '' || cell.length > 120) return false
  const words = headingWords(cell)
  if (words.length === 0 || words.length > 8) return false
  const meaning = meaningOf(words)
  return (
    (meaning.field !== null && meaning.sure && !(meaning.field === 'fullName' && isKnownRole(cell))) ||
    isPrivateHeading(words)
  )
}

/** The row of the headings: most words that are understood; without any, words above what is clearly no word. */
function findHeadings(sheet: Sheet): number {
  let best = -1
  let most = 0
  const end = Math.min(sheet.rows.length, HEADINGS_WITHIN)
  for (let at = 0; at < end; at++) {
    const cells = cellsOf(sheet, at)
    const filled = cells.filter((cell) => cell !== '')
    const values = filled.filter(isValue)
    if (filled.length === 0 || values.length * 4 > filled.length || values.some(looksLikeEmail)) continue
    const understood = understoodHeadings(
      cells.filter((cell, column) => !standsElsewhere(sheet, at, column, cell)),
    )
    const enough = understood >= 2 || (understood === 1 && filled.length <= 2 && widthAfter(sheet, at) <= 2)
    // The first of equals: those below it repeat it.
    if (enough && understood * 2 >= Math.min(filled.length, 6) && understood > most) {
      best = at
      most = understood
    }
  }
  return best >= 0 ? best : wordsAboveValues(sheet, end)
}

/** Whether a word stands in the same column of a row that is no other heading: then it is a value like Active or Site. */
function standsElsewhere(sheet: Sheet, at: number, column: number, cell: string): boolean {
  if (cell === '') return false
  const own = sheet.rows[at] ?? []
  return sheet.rows.slice(0, at + 100).some((row, place) => {
    if (place === at || (row[column] ?? '').slice(0, CELL_MAX).trim() !== cell) return false
    const same = own.filter((each, index) => each !== '' && row[index] === each).length
    return same * 5 < filledIn(row) * 4
  })
}

/** A first row of different words, above a column where they can be no values: of addresses, dates or numbers. */
function wordsAboveValues(sheet: Sheet, end: number): number {
  for (let at = 0; at < end; at++) {
    const cells = cellsOf(sheet, at)
    const filled = cells.filter((cell) => cell !== '')
    if (filled.length < 2) continue
    if (filled.some(isValue) || filled.some((cell) => /^\d+$/.test(cell))) return -1
    if (new Set(filled.map((cell) => cell.toLowerCase())).size < filled.length) return -1
    const below = sheet.rows.slice(at + 1, at + 30).filter((row) => !isBlankRow(row))
    if (below.length === 0) return -1
    const isAboveValues = cells.some((cell, column) => {
      const values = below.map((row) => cleanCell(row[column] ?? '')).filter((value) => value !== '')
      return (
        cell !== '' &&
        values.length * 2 > below.length &&
        values.every((value) => isValue(value) || /^\d+$/.test(value))
      )
    })
    return isAboveValues ? at : -1
  }
  return -1
}

/** What no heading is: an address, a number with a sign, a date. */
function isValue(cell: string): boolean {
  return looksLikeEmail(cell) || /^[+(]?\d[\d\s./:()+-]{3,}$/.test(cell)
}

function widthAfter(sheet: Sheet, at: number): number {
  return Math.max(0, ...sheet.rows.slice(at + 1, at + 20).map((row) => filledIn(row)))
}

function filledIn(row: readonly string[]): number {
  let filled = 0
  for (const cell of row) if (!isBlankCell(cell)) filled++
  return filled
}

/** How many cells of a row below the headings are filled, usually. */
function usualWidth(sheet: Sheet, headingAt: number): number {
  const widths = sheet.rows
    .slice(headingAt + 1, headingAt + 201)
    .map((row) => filledIn(row))
    .filter((width) => width > 0)
    .sort((one, other) => one - other)
  return widths[Math.floor(widths.length * 0.75)] ?? 0
}

/**
 * Headings on two lines (`Email` above `Work` and `Home`) as one, where the lower says too little by itself; null where
 * the line above adds nothing.
 */
function groupHeadings(sheet: Sheet, headingAt: number): string[] | null {
  const upper = cellsOf(sheet, headingAt - 1)
  const lower = cellsOf(sheet, headingAt)
  if (upper.filter((cell) => cell !== '').length < 2 || upper.some(isValue)) return null
  let group = ''
  let gained = 0
  const joined = lower.map((cell, column) => {
    group = upper[column] || group
    if (cell === '') return upper[column] ?? ''
    const both = `${group} ${cell}`.trim()
    if (saysEnough(cell) || !isUnderstood(both)) return cell
    gained++
    return both
  })
  return gained > 0 ? joined : null
}

/** More than `Number`, `Type` or `Code`, which are about whatever stands above them. */
function saysEnough(cell: string): boolean {
  const words = headingWords(cell)
  const { field, sure, rank } = meaningOf(words)
  if (isPrivateHeading(words)) return true
  return field !== null && sure && rank < 20 && field !== 'name'
}

/** Tells whether a row says the headings again, as after a page break. */
function repeats(headings: readonly string[]): (row: readonly string[]) => boolean {
  const said = headings.map((heading) => plainLetters(heading))
  const first = said.findIndex((heading) => heading !== '')
  const most = said.filter((heading) => heading !== '').length
  if (first < 0) return () => false
  const start = (headings[first] ?? '').slice(0, 1).toLowerCase()
  return (row) => {
    // Asked of every row, so most are told by their first letter.
    const cell = (row[first] ?? '').slice(0, CELL_MAX).trimStart()
    if (cell.slice(0, 1).toLowerCase() !== start || plainLetters(cell) !== said[first]) return false
    const same = said.filter(
      (heading, at) => heading !== '' && plainLetters(row[at] ?? '') === heading,
    ).length
    // Of private columns the words may be gone by now.
    return same >= Math.min(2, most) && same * 5 >= filledIn(row) * 4
  }
}

type Kind = 'person' | 'blank' | 'title' | 'total' | 'heading'

function kindOf(row: readonly string[], isHeading: (row: readonly string[]) => boolean, width: number): Kind {
  const filled = filledIn(row)
  if (filled === 0) return 'blank'
  if (isHeading(row)) return 'heading'
  if (filled > 3 && !(TOTALS.test(row[0] ?? row[1] ?? '') && isTotalRow(row))) return 'person'
  if (filled === width && width <= 2 && !isTotalRow(row)) return 'person'
  if (row.some((cell) => looksLikeEmail(cleanCell(cell)))) return 'person'
  if (isTotalRow(row)) return 'total'
  if (filled > 1 || width < 3) return 'person'
  const only = cleanCell(row.find((cell) => !isBlankCell(cell)) ?? '')
  if (only.split(' ').length >= PROSE_WORDS) return 'total'
  return SECTION.test(plainLetters(only)) ? 'title' : 'person'
}

/** Words such as `Total: 180`, or `Total` with a number beside it: people may be called Count or Page. */
function isTotalRow(row: readonly string[]): boolean {
  const [first = '', ...others] = row.filter((cell) => !isBlankCell(cell)).map((cell) => cleanCell(cell))
  const words = plainLetters(first)
  if (COUNTED.test(words)) return true
  if (!BELOW_LIST.test(words)) return false
  return others.length === 0 || /[\d:]/.test(first) || others.every((other) => /^[\d.,%\s/:-]+$/.test(other))
}
