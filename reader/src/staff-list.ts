/**
 * What a staff list is once it was read: the words that the files of this package, the server and the console share.
 * Everything in the package is pure and runs in a browser as on a server.
 */

/** What a column can be for. */
export const FIELDS = [
  'email',
  'givenName',
  'familyName',
  'fullName',
  'staffNumber',
  'sourceId',
  'jobTitle',
  'role',
  'unit',
  'school',
  'relationship',
  'startDate',
  'leavingDate',
  'status',
  'username',
] as const
export type Field = (typeof FIELDS)[number]

/** What a row can say once read: names are apart, and who left says so by date or status. */
export type GivenField = Exclude<Field, 'fullName' | 'username'>

export type DateOrder = 'dmy' | 'mdy' | 'ymd'

/** What a person decided about reading a file; what is absent is decided by evidence. */
export interface ReadChoices {
  /** Label of the Encoding Standard, such as `windows-1252`. */
  encoding?: string | undefined
  delimiter?: string | undefined
  sheet?: string | undefined
  /** Row of the headings as a spreadsheet numbers it; 0: there are none. */
  headingRow?: number | undefined
  /** By position of the column, from 0: what it is for, or null for nothing. */
  columns?: Record<string, Field | null> | undefined
  /** By position of the column. */
  dateOrders?: Record<string, DateOrder> | undefined
}

/** A table as it stands in a file. `rows[0]` is the first row of the sheet; numbers and dates are text already, dates as YYYY-MM-DD. */
export interface Sheet {
  name: string
  rows: string[][]
  /** Numbers of the rows as people see them, where they are not 1, 2, 3 and so on. */
  lines?: number[]
  /** How many rows were hidden in the spreadsheet; they are read like any other. */
  hiddenRows: number
  /** Positions of columns with cells that were merged over several rows; each of these rows has their value. */
  mergedColumns?: number[]
  /** Files whose rows stand below each other here, the row at which each begins as people count. */
  parts?: { name: string; row: number }[]
}

/** A file that was opened: what it is, and its tables. */
export interface OpenedFile {
  format: 'csv' | 'xlsx' | 'zip'
  /** Null where the format says it itself. */
  encoding: string | null
  /** Other encodings it could be in, the likeliest first, for a person to choose from. */
  otherEncodings: string[]
  delimiter: string | null
  sheets: Sheet[]
  /**
   * Of several files given at once: those that the sheets are made of, and those that were of no use. `joined`: each
   * sheet is made of all that were used, such as people, roles and schools.
   */
  files?: { used: string[]; unused: string[]; joined: boolean }
  /** Of files that say apart what people do: what of it no longer holds today, `all` where nothing does. */
  ended?: { roles: number; people: number; all: boolean }
}

/** A file that cannot be read at all. The message is for the person who chose it. */
export class FileRefusal extends Error {
  readonly code:
    | 'file_type'
    | 'file_locked'
    | 'file_unpacks_too_large'
    | 'file_too_large'
    | 'too_many_rows'
    | 'file_empty'
    | 'file_broken'
  constructor(code: FileRefusal['code'], message: string) {
    super(message)
    this.name = 'FileRefusal'
    this.code = code
  }
}

export const FILE_BYTES_MAX = 25 * 1024 * 1024
export const ROWS_MAX = 100_000

export interface SeenColumn {
  /** Position in the file, from 0. */
  index: number
  /** As it stands; where there are no headings, `Column A` and so on. */
  heading: string
  /** Up to three different real values. */
  samples: string[]
  field: Field | null
  /** used; unused: of no use here; private: its values were left out; contested: another column could be for the same field. */
  state: 'used' | 'unused' | 'private' | 'contested'
  /** Why, in a sentence or a few words: “Heading, and 177 of 180 look like emails”. */
  why: string
  dateOrder?: DateOrder
}

/** Something that a person has to decide before there can be a plan. */
export interface OpenQuestion {
  code: 'two_columns' | 'no_email_column' | 'no_name_column' | 'no_people'
  field: Field | null
  /** Positions of the columns to choose from. */
  columns: number[]
  detail: string
}

/** What was decided about a file, to be said on screen. */
export interface Reading {
  format: OpenedFile['format']
  encoding: string | null
  otherEncodings: string[]
  delimiter: string | null
  sheet: string
  sheets: { name: string; rows: number }[]
  /** 0: none. */
  headingRow: number
  titleRows: number
  blankRows: number
  totalRows: number
  /** Rows with somebody on them. */
  people: number
  /** What was decided, each in a sentence with real samples. */
  sentences: string[]
  columns: SeenColumn[]
  /** Headings of the columns whose values were left out, being nobody's business here. */
  privateHeadings: string[]
  questions: OpenQuestion[]
  /** Of the headings, in whatever order and case: lists of one system have the same. */
  fingerprint: string
  /** Whether the choices of an earlier list with the same headings were used. */
  remembered: boolean
}

export interface RowProblem {
  code: string
  field: GivenField | null
  /** For the person who fixes it: what is wrong, and what to do. */
  detail: string
  /** What it probably should be. */
  suggestion?: string
  /** What to choose from. */
  choices?: string[]
}

/** A row with somebody on it, read. */
export interface ListRow {
  n: number
  given: Partial<Record<GivenField, string>>
  /** What stood in the cells, by field, where it differs from `given` or has a problem. */
  typed: Partial<Record<GivenField, string>>
  problems: RowProblem[]
  /** Why this is nobody to add, such as a pupil. */
  leftOut?: { code: 'not_staff'; detail: string }
}

/** What has to be known of the organisation to understand its list. */
export interface Ground {
  domains: string[]
  /** YYYY-MM-DD where the organisation is. */
  today: string
  /** Choices of earlier lists, by the fingerprint of their headings. */
  remembered: Record<string, Pick<ReadChoices, 'columns' | 'dateOrders'>>
}

export interface ReadList {
  reading: Reading
  rows: ListRow[]
}
