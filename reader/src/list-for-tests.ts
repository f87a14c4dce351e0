import type { Ground, OpenedFile, ReadChoices, ReadList } from './staff-list.ts'
import { understand } from './understand.ts'

/** A file as it stands once opened, from a picture of its rows: cells parted by `|`, blanks around them dropped. */
export function opened(picture: string, more: Partial<OpenedFile> = {}): OpenedFile {
  return { ...EMPTY, sheets: [{ name: '', rows: rowsOf(picture), hiddenRows: 0 }], ...more }
}

/** The rows in a picture; its first and last line are no rows. */
export function rowsOf(picture: string): string[][] {
  return picture
    .split('\n')
    .slice(1, -1)
    .map((line) => (line.trim() === '' ? [''] : line.split('|').map((cell) => cell.trim())))
}

/** The list in a picture, understood. */
export function read(picture: string, choices: ReadChoices = {}, ground: Partial<Ground> = {}): ReadList {
  return understand(opened(picture), choices, { ...GROUND, ...ground })
}

/** Which column is for what, by heading. */
export function meanings({ reading }: ReadList): Record<string, string> {
  return Object.fromEntries(
    reading.columns
      .filter((column) => column.field !== null || column.state === 'private')
      .map((column) => [
        column.heading,
        column.state === 'used'
          ? (column.field ?? '')
          : `${column.state}${column.field === null ? '' : ` ${column.field}`}`,
      ]),
  )
}

export const GROUND: Ground = { domains: ['oakfield.sch.uk'], today: '2026-09-01', remembered: {} }

const EMPTY: OpenedFile = { format: 'csv', encoding: 'utf-8', otherEncodings: [], delimiter: ',', sheets: [] }
