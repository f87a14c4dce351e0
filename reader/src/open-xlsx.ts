import { unguarded } from './formula-guard.ts'
import { CELL_CHARS_MAX, COLUMNS_MAX, type TableCounter, tableCounter } from './limits.ts'
import { fillMerged, type Merged, mergedDown } from './merged-cells.ts'
import { shownNumber } from './number-format.ts'
import { attributeOf, type XmlHandler } from './scan-xml.ts'
import type { Sheet } from './staff-list.ts'
import type { Zip } from './unzip.ts'
import { cellText, readWorkbook, scanPart, type Workbook } from './xlsx-workbook.ts'

const NO_CELLS: string[] = []
/** More than a list of as many rows as are taken needs in any two columns; further ones are left as they stand. */
const MERGED_MAX = 200_000

/**
 * The sheets of a workbook that people see, each with its rows where Excel numbers them. Cells are what people see in
 * them; of a formula that is its last result, since nothing is ever worked out here.
 * @throws FileRefusal file_broken, file_type, file_unpacks_too_large, too_many_rows
 */
export function readXlsx(zip: Zip): Sheet[] {
  const workbook = readWorkbook(zip)
  const counter = tableCounter()
  return workbook.sheets.map(({ name, part }) => {
    const sheet: Sheet = { name, rows: [], hiddenRows: 0 }
    const merged: Merged[] = []
    scanPart(zip, part, sheetHandler(workbook, sheet, counter, merged))
    return fillMerged(sheet, merged, counter)
  })
}

function sheetHandler(workbook: Workbook, sheet: Sheet, counter: TableCounter, merged: Merged[]): XmlHandler {
  let cells: string[] = []
  let row = 0
  let column = 0
  let hidden = false
  let tag = ''
  let value = ''
  let taken = false
  let inReading = false
  return {
    open(name, openTag) {
      if (name === 'c') {
        tag = openTag
        value = ''
        const reference = attributeOf(openTag, 'r')
        column = reference === undefined ? column + 1 : columnOf(reference)
      } else if (name === 'v' || name === 't') taken = !inReading
      else if (name === 'rPh') inReading = true
      else if (name === 'row') {
        const number = Number(attributeOf(openTag, 'r') ?? row + 1)
        row = Number.isInteger(number) && number > row ? number : row + 1
        cells = []
        column = 0
        const isHidden = attributeOf(openTag, 'hidden')
        hidden = isHidden === '1' || isHidden === 'true'
      } else if (name === 'mergeCell') {
        const cells = mergedDown(attributeOf(openTag, 'ref') ?? '')
        if (cells !== null && merged.length < MERGED_MAX) merged.push(cells)
      }
    },
    text(piece) {
      if (taken && value.length < CELL_CHARS_MAX) value += piece
    },
    close(name) {
      if (name === 'v' || name === 't') taken = false
      else if (name === 'rPh') inReading = false
      else if (name === 'c') {
        const shown = value === '' ? '' : unguarded(shownCell(workbook, tag, value))
        if (shown === '' || column < 1) return
        // One too many is enough to be refused.
        const place = Math.min(column, COLUMNS_MAX + 1)
        while (cells.length < place - 1) cells.push('')
        cells[place - 1] = shown
      } else if (name === 'row' && cells.length > 0) {
        counter.row(row, cells)
        while (sheet.rows.length < row - 1) sheet.rows.push(NO_CELLS)
        sheet.rows.push(cells)
        if (hidden) sheet.hiddenRows += 1
      }
    },
  }
}

function shownCell(workbook: Workbook, tag: string, value: string): string {
  switch (attributeOf(tag, 't')) {
    case 's':
      return workbook.texts[Number(value)] ?? ''
    case 'inlineStr':
    case 'str':
      return cellText(value)
    case 'b':
      return value.trim() === '1' ? 'TRUE' : 'FALSE'
    case 'd':
      return /^\d{4}-\d\d-\d\d/.exec(value)?.[0] ?? value
    case 'e':
      return value
    default:
      return shownNumber(
        value,
        workbook.formats[Number(attributeOf(tag, 's') ?? 0)] ?? 'plain',
        workbook.from1904,
      )
  }
}

/** 1 for `A7`, 28 for `AB7`. */
function columnOf(reference: string): number {
  let column = 0
  for (let at = 0; at < reference.length; at += 1) {
    const letter = (reference.charCodeAt(at) & 0xdf) - 64
    if (letter < 1 || letter > 26) break
    column = column * 26 + letter
  }
  return column
}
