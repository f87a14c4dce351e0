import { safeTextCell } from '@lanyard/reader/formula-guard.ts'
import { csvLine, csvOf } from '@lanyard/reader/write-csv.ts'
import writeXlsxFile, { type SheetData } from 'write-excel-file/node'

export type TableFormat = 'csv' | 'xlsx'

/** A table to be written: its headings, and its rows as text. */
export interface Table {
  /** Of its sheet, where there are sheets. */
  name: string
  headings: { text: string; width: number }[]
  rows: string[][]
  /** Stands among the properties of a workbook; a CSV file has no place for it that a reader wouldn't take for a row. */
  reference?: string
}

/** What stands on a second sheet, a line to a row; a CSV file has none. */
export interface Notes {
  name: string
  lines: string[]
}

export const TABLE_TYPES: Record<TableFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}
const NOTES_WIDTH = 110
type Feature = NonNullable<NonNullable<Parameters<typeof writeXlsxFile>[1]>['features']>[number]

/** Excel holds no more in a cell. */
const CELL_MAX = 32_000

/** A table as a file. Nothing in it is ever taken for a formula, and our own reader reads back what was written. */
export async function writeTable(format: TableFormat, table: Table, notes?: Notes): Promise<Buffer> {
  return format === 'csv' ? csvFile(table) : xlsxFile(table, notes)
}

function csvFile({ headings, rows }: Table): Buffer {
  const lines = [csvOf([headings.map(({ text }) => text)])]
  for (const row of rows) lines.push(csvLine(row))
  return Buffer.from(lines.join(''))
}

async function xlsxFile(
  { name, headings, rows, reference }: Table,
  notes: Notes | undefined,
): Promise<Buffer> {
  const data: SheetData = [headings.map(({ text }) => ({ ...textCell(text), fontWeight: 'bold' as const }))]
  for (const row of rows) data.push(row.map(textCell))
  const sheets = [
    { sheet: name, data, stickyRowsCount: 1, columns: headings.map(({ width }) => ({ width })) },
    ...(notes
      ? [
          {
            sheet: notes.name,
            data: notes.lines.map((line) => [{ ...textCell(line), wrap: true }]),
            columns: [{ width: NOTES_WIDTH }],
          },
        ]
      : []),
  ]
  return writeXlsxFile(sheets, reference ? { features: [referenceInside(reference)] } : {}).toBuffer()
}

const PROPERTIES = 'docProps/core.xml'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'

/** Writes a reference where table programs show a file's tags. @param reference letters, digits and dashes */
function referenceInside(reference: string): Feature {
  return {
    files: {
      transform: {
        '[Content_Types].xml': {
          insert: () =>
            `<Override PartName="/${PROPERTIES}" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>`,
        },
        '_rels/.rels': {
          insert: () =>
            `<Relationship Id="rId-properties-1" Type="${PACKAGE}/relationships/metadata/core-properties" Target="${PROPERTIES}"/>`,
        },
      },
      write: {
        files: () => ({
          [PROPERTIES]: `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties"><cp:keywords>${reference}</cp:keywords></cp:coreProperties>`,
        }),
      },
    },
  }
}

/** Text in whatever form: numbers keep their zeros, and `_x000D_` stays what it looks like. */
function textCell(value: string): { value: string; type: StringConstructor } | null {
  if (value === '') return null
  const escaped = value.slice(0, CELL_MAX).replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
  return { value: safeTextCell(escaped), type: String }
}
