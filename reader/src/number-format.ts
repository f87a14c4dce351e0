const DAY_MS = 86_400_000
/** What is to be added to the days of a workbook that counts from 1904. */
const DAYS_1904 = 1462
const BUILT_IN_DATES = new Set([
  14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58,
])
const BUILT_IN_TIMES = new Set([18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47])

/** How a number is shown: as a date, as a time of day, with as many digits at least, or as it is. */
export type NumberFormat = 'date' | 'time' | number | 'plain'

/** What a format of a workbook shows; `code` is there for formats that the workbook defines itself. */
export function numberFormat(id: number, code: string | undefined): NumberFormat {
  if (code === undefined) return BUILT_IN_DATES.has(id) ? 'date' : BUILT_IN_TIMES.has(id) ? 'time' : 'plain'
  const [positive = ''] = code.replace(/"[^"]*"|\\.|_.|\*.|\[(?![hms]+\])[^\]]*\]/gi, '').split(';')
  if (/^general$/i.test(positive)) return 'plain'
  if (/[dy]/i.test(positive)) return 'date'
  if (/[hs]/i.test(positive)) return 'time'
  if (/m/i.test(positive)) return 'date'
  return /^0{2,}$/.test(positive) ? positive.length : 'plain'
}

/**
 * A number as people see it: dates as YYYY-MM-DD, whole numbers without decimals or exponent, and no more digits than
 * a spreadsheet has, which are fifteen.
 */
export function shownNumber(stored: string, format: NumberFormat, from1904: boolean): string {
  const number = Number(stored)
  if (stored.trim() === '' || !Number.isFinite(number)) return stored
  if (format === 'date') return shownDate(from1904 ? number + DAYS_1904 : number) ?? plain(number)
  if (format === 'time' && number >= 0 && number < 1) return shownTime(number)
  if (typeof format === 'number') return plain(Math.round(number)).padStart(format, '0')
  return plain(number)
}

function shownDate(serial: number): string | undefined {
  const day = Math.floor(serial)
  // Excel takes 1900 for a leap year, so days before its 29 February are one off.
  const days = day < 60 ? day + 1 : day
  if (days < 1 || days > 2_958_465) return undefined
  return new Date(Date.UTC(1899, 11, 30) + days * DAY_MS).toISOString().slice(0, 10)
}

function shownTime(share: number): string {
  const minutes = Math.floor(share * 1440 + 1e-6)
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

function plain(number: number): string {
  const rounded = Number(number.toPrecision(15))
  if (Number.isInteger(rounded)) return BigInt(rounded).toString()
  const text = String(rounded)
  return text.includes('e') ? rounded.toFixed(20).replace(/0+$/, '') : text
}
