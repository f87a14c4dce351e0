import { wideEncoding } from './decode-text.ts'
import { FileRefusal } from './staff-list.ts'

const HEAD_BYTES = 1024
const WINDOW_BYTES = 4096
/** Control characters that a window of text may hold; a picture or a program holds far more. */
const CONTROLS_IN_WINDOW = 128

/** What files of other kinds begin with. None of them begins a text. */
const MAGIC: [bytes: number[], what: string][] = [
  [[0x89, 0x50, 0x4e, 0x47], 'a picture'],
  [[0xff, 0xd8, 0xff], 'a picture'],
  [[0x47, 0x49, 0x46, 0x38], 'a picture'],
  [[0x49, 0x49, 0x2a, 0x00], 'a picture'],
  [[0x4d, 0x4d, 0x00, 0x2a], 'a picture'],
  [[0x1f, 0x8b], 'a compressed file'],
  [[0x42, 0x5a, 0x68], 'a compressed file'],
  [[0xfd, 0x37, 0x7a, 0x58], 'a compressed file'],
  [[0x37, 0x7a, 0xbc, 0xaf], 'a compressed file'],
  [[0x52, 0x61, 0x72, 0x21], 'a compressed file'],
  [[0x7f, 0x45, 0x4c, 0x46], 'a program'],
  [[0xcf, 0xfa, 0xed, 0xfe], 'a program'],
  [[0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66], 'a database'],
]
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
const HTML =
  /^(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)?<(!doctype html|html|head|body|title|meta|script|style|table|div|p|svg)\b/i

/**
 * Whether the bytes are packed (XLSX, a zip of lists) or text, told by the bytes and never by the name.
 * @throws FileRefusal file_type, file_locked, file_empty: what it is instead, and what to do
 */
export function kindOf(bytes: Uint8Array): 'packed' | 'text' {
  const head = bytes.subarray(0, HEAD_BYTES)
  const latin = latinText(head)
  if (latin.startsWith('PK\u0003\u0004')) {
    // A document that hides behind a list is neither.
    if (latin.includes('%PDF-')) throw notAList('a PDF')
    return 'packed'
  }
  if (latin.startsWith('PK\u0005\u0006')) throw nothingIn('zip')
  if (latin.includes('%PDF-')) throw notAList('a PDF')
  if (OLE.every((byte, at) => head[at] === byte)) throw oldOffice(bytes)
  for (const [magic, what] of MAGIC) if (magic.every((byte, at) => head[at] === byte)) throw notAList(what)

  const wide = wideEncoding(bytes)
  const begin = (wide ? new TextDecoder(wide).decode(head) : latin).replace(/^(ï»¿|\ufeff)/, '').trimStart()
  if (begin === '' && isBlank(bytes)) throw nothingIn('file')
  if (begin.startsWith('{\\rtf')) throw notAList('a text document')
  if (/^<\?xml|^<\?mso/.test(begin) && begin.includes('schemas-microsoft-com:office:spreadsheet'))
    throw saveAgain('This is a spreadsheet in an old XML format.')
  if (HTML.test(begin)) throw saveAgain('This is a web page, even if its name says that it is a spreadsheet.')
  if (begin.startsWith('<?xml')) throw notAList('an XML file')
  if (!wide && isBinary(bytes))
    throw notAList(latin.startsWith('MZ') ? 'a program' : 'no list that we can read')
  return 'text'
}

export const nothingIn = (what: 'file' | 'zip') =>
  new FileRefusal('file_empty', `There is nothing in this ${what}. Choose the file with your staff list.`)

/** What a packed file of another program is, told by the names in it. */
export function otherPackedKind(names: string[]): FileRefusal | undefined {
  const has = (pattern: RegExp): boolean => names.some((name) => pattern.test(name))
  if (has(/^xl\/workbook\.bin$/)) return saveAgain('This is a binary Excel workbook (.xlsb).')
  if (has(/^word\/document/)) return notAList('a Word document')
  if (has(/^ppt\/presentation/)) return notAList('a presentation')
  if (has(/^Index\/.*\.iwa$|^Index\.zip$/)) return saveAgain('This is an Apple Numbers file.')
  if (has(/^content\.xml$/)) return saveAgain('This is an OpenDocument file.')
  return undefined
}

export const locked = () =>
  new FileRefusal(
    'file_locked',
    'This file is password-protected. Open it, save a copy without a password, and choose that.',
  )

function notAList(what: string): FileRefusal {
  return new FileRefusal(
    'file_type',
    `This is ${what}, not a staff list. Choose an Excel workbook (.xlsx) or a CSV file.`,
  )
}

function saveAgain(what: string): FileRefusal {
  return new FileRefusal(
    'file_type',
    `${what} Open it in a spreadsheet program, save it as .xlsx or CSV, and choose that.`,
  )
}

function oldOffice(bytes: Uint8Array): FileRefusal {
  if (includesWide(bytes, 'EncryptedPackage')) return locked()
  if (includesWide(bytes, 'WordDocument')) return notAList('a Word document')
  if (includesWide(bytes, 'PowerPoint Document')) return notAList('a presentation')
  return saveAgain('This is an old Excel workbook (.xls).')
}

/** Whether the text stands in the bytes as UTF-16, as names in an old Office file do. */
function includesWide(bytes: Uint8Array, text: string): boolean {
  const first = text.charCodeAt(0)
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    let matched = 1
    while (
      matched < text.length &&
      bytes[at + 2 * matched] === text.charCodeAt(matched) &&
      bytes[at + 2 * matched + 1] === 0
    )
      matched += 1
    if (matched === text.length) return true
  }
  return false
}

function latinText(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes)
}

function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte <= 32 || byte === 0xef || byte === 0xbb || byte === 0xbf || byte >= 0xfe)
}

function isBinary(bytes: Uint8Array): boolean {
  let controls = 0
  for (let at = 0; at < bytes.length; at += 1) {
    if (at % WINDOW_BYTES === 0) controls = 0
    const byte = bytes[at] as number
    if ((byte < 9 || (byte > 13 && byte < 32)) && ++controls > CONTROLS_IN_WINDOW) return true
  }
  return bytes.length > 0 && bytes.length < WINDOW_BYTES && controls > bytes.length / 10
}
