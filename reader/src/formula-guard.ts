/**
 * A spreadsheet takes a cell that begins like a formula for one, and would run it. So such cells get an apostrophe
 * in front when a list is written, and lose it when one is read: the value that comes back is the one that went out,
 * whatever it was. For that an apostrophe itself counts as a beginning of this kind.
 */
const BEGINS_LIKE_A_FORMULA = new Set('=+-@\t\r\n\0 \'"＝＋－＠')

/** A value as it may stand in a CSV file: no spreadsheet takes it for a formula. */
export function safeCell(value: string): string {
  return BEGINS_LIKE_A_FORMULA.has(value.charAt(0)) ? `'${value}` : value
}

/**
 * A value as it may stand in a text cell of an XLSX file. Such a cell is never a formula; only what reading would take
 * for a guard is doubled.
 */
export function safeTextCell(value: string): string {
  return isGuarded(value) ? `'${value}` : value
}

/** The value of a cell of a list, without the guard that `safeCell` or `safeTextCell` gave it. */
export function unguarded(cell: string): string {
  return isGuarded(cell) ? cell.slice(1) : cell
}

function isGuarded(cell: string): boolean {
  return cell.charCodeAt(0) === 39 && cell.length > 1 && BEGINS_LIKE_A_FORMULA.has(cell.charAt(1))
}
