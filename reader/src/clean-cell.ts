import { cut, wellFormed } from './limits.ts'

/** Longest text taken from a cell; nothing here is longer, and nothing longer is looked at. */
export const CELL_MAX = 254

const ORDINARY = /^[\x21-\x7e]+(?: [\x21-\x7e]+)*$/
const UNSEEN = /[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const CONTROLS = /[\u0000-\u0008\u000e-\u001f\u007f\u0080-\u0084\u0086-\u009f]/g

const SHEET_ERROR =
  /^#(?:N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!|SPILL!|CALC!|NV|WERT!|BEZUG!|VALEUR!|VALOR!|[¡]VALOR!)$/

/**
 * A cell as people see it: composed letters, single spaces, nothing invisible and no control characters. Cells longer
 * than CELL_MAX come back cut to one character more, so that what follows stays quick and can tell.
 */
export function cleanCell(cell: string): string {
  if (cell.length <= CELL_MAX && ORDINARY.test(cell)) return cell
  // Blanks around it do not count towards the length, unless there are very many.
  const short = cell.length > 4 * CELL_MAX ? cell.slice(0, 4 * CELL_MAX) : cell
  const clean = short.replace(UNSEEN, '').replace(CONTROLS, '').normalize('NFC').replace(/\s+/g, ' ').trim()
  if (clean === '' && cell.length > short.length) return 'x'.repeat(CELL_MAX + 1)
  return wellFormed(cut(clean, CELL_MAX + 1))
}

/** Whether nobody would see anything in the cell. */
export function isBlankCell(cell: string | undefined): boolean {
  if (cell === undefined || cell === '') return true
  if (cell.length > CELL_MAX) return false
  const first = cell.charCodeAt(0)
  if (first > 0x20 && first < 0x7f) return false
  return cleanCell(cell) === ''
}

/** Whether a clean cell says anything: a dash, or an error of a spreadsheet such as #N/A, does not. */
export function hasMeaning(clean: string): boolean {
  return /[\p{L}\p{N}]/u.test(clean) && !(clean.charCodeAt(0) === 0x23 && SHEET_ERROR.test(clean))
}

/** Letters and digits for comparing: no case, no accents, one space between words. */
export function plainLetters(text: string): string {
  const short = text.length > CELL_MAX ? text.slice(0, CELL_MAX) : text
  return short
    .replaceAll('ß', 'ss')
    .replace(/œ/gi, 'oe')
    .replace(/æ/gi, 'ae')
    .replace(/ø/gi, 'o')
    .replace(/ł/gi, 'l')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
