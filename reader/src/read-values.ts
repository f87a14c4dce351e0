import { cleanCell, plainLetters } from './clean-cell.ts'

/** How spreadsheets write a number that is too long for them: 1.23457E+11. */
const MANGLED = /^[+-]?\d(?:[.,]\d{1,20})?E\+\d{1,3}$/i
const CODE = /^[\p{L}\p{N}._-]+$/u

/** Whether a spreadsheet cut the number short. */
export function isMangled(text: string): boolean {
  return MANGLED.test(text)
}

/** A number that a program wrote with a decimal place it never had. */
export function wholeNumber(text: string): string {
  return text.replace(/\.0$/, '')
}

/**
 * What stands in one cell, when it holds several: parted by semicolons, bars or lines; by commas only between codes or
 * words that stand alone elsewhere in the column (`alone`; null: always), since names of departments have commas too.
 */
export function severalIn(cell: string, alone: ReadonlySet<string> | null): string[] {
  if (cell.length > 4096) return [cleanCell(cell)]
  const pieces =
    cell.includes(';') || cell.includes('|') || /[\r\n]/.test(cell) ? cell.split(/[;|\r\n]+/) : [cell]
  const all = pieces.flatMap((piece) => {
    if (!piece.includes(',')) return [piece]
    const parts = piece.split(',')
    const parted =
      alone === null ||
      parts.every((part) => CODE.test(part) && /\d/.test(part)) ||
      parts.every((part) => alone.has(part.trim()))
    return parted ? parts : [piece]
  })
  const seen = new Map<string, string>()
  for (const each of all) {
    const clean = cleanCell(each)
    if (clean !== '' && !seen.has(plainLetters(clean))) seen.set(plainLetters(clean), clean)
  }
  return [...seen.values()]
}
