import { type Packing, packZip } from './pack-zip.ts'

/** A sheet of a workbook to be made: its XML between `<sheetData>` tags, or all of it. */
interface MadeSheet {
  name: string
  rows?: string
  xml?: string
  state?: string
}

/** A workbook with as little in it as a spreadsheet program would open. */
export function makeXlsx(
  sheets: MadeSheet[],
  more: {
    texts?: string[]
    textsXml?: string
    styles?: string
    workbook?: string
    parts?: Record<string, Uint8Array>
  } = {},
): Uint8Array {
  const list = sheets
    .map(
      ({ name, state }, at) =>
        `<sheet name="${name}" sheetId="${at + 1}"${state ? ` state="${state}"` : ''} r:id="s${at}"/>`,
    )
    .join('')
  const relations = sheets
    .map((_, at) => relation(`s${at}`, 'worksheet', `worksheets/sheet${at + 1}.xml`))
    .join('')
  const texts = more.texts?.map((text) => `<si><t>${text}</t></si>`).join('')
  const parts: Record<string, Uint8Array> = {
    '[Content_Types].xml': inUtf8('<Types/>'),
    '_rels/.rels': inUtf8(
      `<Relationships>${relation('r1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    ),
    'xl/workbook.xml': inUtf8(
      `<?xml version="1.0"?><workbook>${more.workbook ?? ''}<sheets>${list}</sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': inUtf8(
      `<Relationships>${relations}${relation('t', 'sharedStrings', 'sharedStrings.xml')}${relation('f', 'styles', '/xl/styles.xml')}</Relationships>`,
    ),
    'xl/sharedStrings.xml': inUtf8(more.textsXml ?? `<sst>${texts ?? ''}</sst>`),
    'xl/styles.xml': inUtf8(`<styleSheet>${more.styles ?? ''}</styleSheet>`),
  }
  for (const [at, { rows, xml }] of sheets.entries())
    parts[`xl/worksheets/sheet${at + 1}.xml`] = inUtf8(
      xml ?? `<worksheet><sheetData>${rows ?? ''}</sheetData></worksheet>`,
    )
  return packZip(packings({ ...parts, ...more.parts }))
}

function relation(id: string, type: string, target: string): string {
  return `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`
}

/** A zip of files, those given as text in UTF-8. */
export function makeZip(files: Record<string, string | Uint8Array>): Uint8Array {
  return packZip(packings(files))
}

function packings(files: Record<string, string | Uint8Array>): Packing[] {
  return Object.entries(files).map(([name, content]) => ({
    name,
    bytes: typeof content === 'string' ? inUtf8(content) : content,
  }))
}

/** The bytes of a text in an encoding with one byte for each character, found by decoding every byte. */
export function inEncoding(
  encoding: string,
  text: string,
  decode?: (bytes: Uint8Array) => string,
): Uint8Array {
  const all = Uint8Array.from({ length: 256 }, (_, byte) => byte)
  const table = decode ? decode(all) : new TextDecoder(encoding).decode(all)
  return Uint8Array.from([...text], (character) => {
    const byte = table.indexOf(character)
    if (byte < 0) throw new Error(`${encoding} has no ${character}`)
    return byte
  })
}

export function inUtf16(text: string, { bigEndian = false, mark = false } = {}): Uint8Array {
  const bytes = new Uint8Array(2 * text.length + (mark ? 2 : 0))
  const view = new DataView(bytes.buffer)
  const units = mark ? `\ufeff${text}` : text
  for (let at = 0; at < units.length; at += 1) view.setUint16(2 * at, units.charCodeAt(at), !bigEndian)
  return bytes
}

export const inUtf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
