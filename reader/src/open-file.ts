import { decodeText } from './decode-text.ts'
import { readDelimited } from './delimited-text.ts'
import { kindOf, nothingIn, otherPackedKind } from './file-kind.ts'
import { TEXT_MAX, tooLargeUnpacked } from './limits.ts'
import { readXlsx } from './open-xlsx.ts'
import { joinRosterFiles } from './roster-files.ts'
import { stackAlike } from './stack-lists.ts'
import { FILE_BYTES_MAX, FileRefusal, type OpenedFile, type ReadChoices } from './staff-list.ts'
import { openZip, type Zip, type ZipEntry } from './unzip.ts'

/** `today` as YYYY-MM-DD: without it, nothing that a file says of people counts as over. */
type Choices = Pick<ReadChoices, 'encoding' | 'delimiter'> & { today?: string | undefined }

/** A file by its name, which is only for people to know it by. */
export interface NamedFile {
  name: string
  bytes: Uint8Array
}

/**
 * Opens a file: a workbook, a text with delimiters, or a zip of lists that belong together. What it is, is told by its
 * bytes. It costs no more than a staff list can, whatever it claims to be.
 * @throws FileRefusal any of its codes
 */
export async function openFile(bytes: Uint8Array, name: string, choices: Choices): Promise<OpenedFile> {
  refuseTooLarge(bytes.length)
  if (kindOf(bytes) === 'text') return openText({ name, bytes }, choices)
  const zip = openZip(bytes)
  const names = zip.entries.map((entry) => entry.name)
  const other = otherPackedKind(names)
  if (other) throw other
  if (names.some((each) => each.toLowerCase() === '[content_types].xml')) return openWorkbook(zip)
  const files = textFilesIn(zip)
  if (files.read.length === 0) throw noListsIn('zip')
  return openTogether(files.read, files.unused, choices)
}

/**
 * Opens the files of a folder as one: lists that belong together are joined, others are sheets.
 * @throws FileRefusal any of its codes
 */
export async function openFiles(files: NamedFile[], choices: Choices): Promise<OpenedFile> {
  const [only, ...more] = files
  if (only && more.length === 0) return openFile(only.bytes, only.name, choices)
  refuseTooLarge(files.reduce((sum, { bytes }) => sum + bytes.length, 0))
  const texts = files.filter((file) => isList(file))
  const unused = files.filter((file) => !texts.includes(file)).map(({ name }) => name)
  if (texts.length === 0) throw noListsIn('folder')
  return openTogether(texts, unused, choices)
}

function refuseTooLarge(size: number): void {
  if (size <= FILE_BYTES_MAX) return
  throw new FileRefusal(
    'file_too_large',
    `This is larger than ${FILE_BYTES_MAX / 1024 / 1024} MB. Leave out pictures and other sheets, or save the list as CSV, and choose it again.`,
  )
}

const noListsIn = (what: 'zip' | 'folder') =>
  new FileRefusal(
    'file_type',
    `There is no list in this ${what}. Choose an Excel workbook (.xlsx), a CSV file, or a ${what} of CSV files.`,
  )

function openText(file: NamedFile, choices: Choices): OpenedFile {
  const opened = readText(file, choices)
  if (opened.sheets[0]?.rows.length === 0) throw nothingIn('file')
  return opened
}

function readText({ name, bytes }: NamedFile, choices: Choices): OpenedFile {
  const { text, encoding, otherEncodings } = decodeText(bytes, choices.encoding)
  const { rows, delimiter } = readDelimited(text, choices.delimiter)
  return {
    format: 'csv',
    encoding,
    otherEncodings,
    delimiter,
    sheets: [{ name: plainName(name), rows, hiddenRows: 0 }],
  }
}

function openWorkbook(zip: Zip): OpenedFile {
  const sheets = readXlsx(zip).filter(({ rows }) => rows.length > 0)
  if (sheets.length === 0) throw nothingIn('file')
  return { format: 'xlsx', encoding: null, otherEncodings: [], delimiter: null, sheets }
}

/** The lists in a zip. A zip within it is not opened. */
function textFilesIn(zip: Zip): { read: NamedFile[]; unused: string[] } {
  const read: NamedFile[] = []
  const unused: string[] = []
  const entries = zip.entries.filter(
    ({ name }) => !name.endsWith('/') && !/(^|\/)(__MACOSX\/|\.[^./])/.test(name),
  )
  if (entries.reduce((sum, { size }) => sum + size, 0) > TEXT_MAX) throw tooLargeUnpacked()
  for (const entry of entries) {
    const file = { name: entry.name, bytes: unpacked(zip, entry) }
    if (isList(file)) read.push(file)
    else unused.push(entry.name)
  }
  return { read, unused }
}

function unpacked(zip: Zip, entry: ZipEntry): Uint8Array {
  const bytes = new Uint8Array(entry.size)
  let size = 0
  zip.unpack(entry, (piece) => {
    bytes.set(piece, size)
    size += piece.length
  })
  return bytes.subarray(0, size)
}

function isList({ bytes }: NamedFile): boolean {
  try {
    return kindOf(bytes) === 'text'
  } catch (error) {
    if (error instanceof FileRefusal) return false
    throw error
  }
}

function openTogether(files: NamedFile[], unused: string[], choices: Choices): OpenedFile {
  const opened = files.map((file) => readText(file, choices))
  const [first] = opened
  if (!first) throw noListsIn('folder')
  const tables = opened.map(({ sheets: [sheet] }, at) => ({
    name: files[at]?.name ?? '',
    rows: sheet?.rows ?? [],
  }))
  const joined = joinRosterFiles(tables, choices.today)
  if (!joined) {
    const lists = files.flatMap(({ name }, at) => {
      const sheet = opened[at]?.sheets[0]
      return sheet && sheet.rows.length > 0 ? [{ name, sheet }] : []
    })
    return {
      ...first,
      format: 'zip',
      sheets: stackAlike(lists),
      files: { used: files.map(({ name }) => name), unused, joined: false },
    }
  }
  const people = opened[tables.findIndex(({ name }) => name === joined.used[0])] ?? first
  return {
    ...people,
    format: 'zip',
    sheets: joined.people.map(({ name, rows }) => ({ name: plainName(name), rows, hiddenRows: 0 })),
    files: {
      used: joined.used,
      unused: [...files.map(({ name }) => name).filter((name) => !joined.used.includes(name)), ...unused],
      joined: true,
    },
    ...(joined.ended.roles + joined.ended.people > 0 ? { ended: joined.ended } : {}),
  }
}

/** Without folders and ending. */
function plainName(name: string): string {
  const base = name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
  return base.replace(/(.)\.[a-z0-9]{1,8}$/i, '$1')
}
