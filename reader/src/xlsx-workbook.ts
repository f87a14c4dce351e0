import { nothingIn } from './file-kind.ts'
import { CELL_CHARS_MAX, TEXT_MAX, tooLargeUnpacked, wellFormed } from './limits.ts'
import { type NumberFormat, numberFormat } from './number-format.ts'
import { attributeOf, type XmlHandler, xmlScanner } from './scan-xml.ts'
import { damaged, type Zip, type ZipEntry } from './unzip.ts'

/** What a text costs besides its characters, in as many of them. */
const TEXT_COSTS = 24

/** What the parts of a workbook say of its sheets, before any of those is read. */
export interface Workbook {
  /** Those that are seen, in their order. */
  sheets: { name: string; part: ZipEntry }[]
  from1904: boolean
  texts: string[]
  /** By the style of a cell. */
  formats: NumberFormat[]
}

/** @throws FileRefusal file_broken, file_type, file_empty, file_unpacks_too_large */
export function readWorkbook(zip: Zip): Workbook {
  const parts = new Map(zip.entries.map((entry) => [entry.name.replace(/^\/+/, '').toLowerCase(), entry]))
  const related = relations(zip, parts, '')
  const main = [...related.values()].find(({ type }) => type.endsWith('/officeDocument'))?.part
  const entry = main === undefined ? undefined : parts.get(main)
  if (!main || !entry) throw damaged()

  const targets = relations(zip, parts, main)
  const partOf = (type: string): ZipEntry | undefined => {
    const target = [...targets.values()].find((relation) => relation.type.endsWith(`/${type}`))
    return target && parts.get(target.part)
  }
  const { sheets, from1904 } = readSheetList(zip, entry, (id) => {
    const target = targets.get(id)
    return target?.type.endsWith('/worksheet') ? parts.get(target.part) : undefined
  })
  if (sheets.length === 0) throw nothingIn('file')
  const texts = partOf('sharedStrings')
  const styles = partOf('styles')
  return {
    sheets,
    from1904,
    texts: texts ? readTexts(zip, texts) : [],
    formats: styles ? readFormats(zip, styles) : [],
  }
}

/** Reads a part of the zip as XML. */
export function scanPart(zip: Zip, part: ZipEntry, handler: XmlHandler): void {
  const scan = xmlScanner(handler)
  let decoder: InstanceType<typeof TextDecoder> | undefined
  zip.unpack(part, (piece) => {
    // XML may be in UTF-16; all of it, or nothing.
    decoder ??= new TextDecoder(piece[0] === 0xff ? 'utf-16le' : piece[0] === 0xfe ? 'utf-16be' : 'utf-8')
    scan(decoder.decode(piece, { stream: true }))
  })
}

/** What a part refers to, by id. The part with an empty name is the whole file. */
function relations(
  zip: Zip,
  parts: Map<string, ZipEntry>,
  part: string,
): Map<string, { type: string; part: string }> {
  const folder = part.slice(0, part.lastIndexOf('/') + 1)
  const entry = parts.get(`${folder}_rels/${part.slice(folder.length)}.rels`)
  const found = new Map<string, { type: string; part: string }>()
  if (!entry) return found
  scanPart(zip, entry, {
    open(name, tag) {
      if (name !== 'Relationship') return
      const target = attributeOf(tag, 'Target') ?? ''
      found.set(attributeOf(tag, 'Id') ?? '', {
        type: attributeOf(tag, 'Type') ?? '',
        part: resolved(folder, target).toLowerCase(),
      })
    },
    close() {},
    text() {},
  })
  return found
}

function resolved(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const steps: string[] = []
  for (const step of `${folder}${target}`.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '.') steps.push(step)
  }
  return steps.join('/')
}

function readSheetList(
  zip: Zip,
  entry: ZipEntry,
  partOf: (id: string) => ZipEntry | undefined,
): Pick<Workbook, 'sheets' | 'from1904'> {
  const sheets: Workbook['sheets'] = []
  let from1904 = false
  scanPart(zip, entry, {
    open(name, tag) {
      if (name === 'workbookPr') from1904 = ['1', 'true'].includes(attributeOf(tag, 'date1904') ?? '')
      if (name !== 'sheet' || (attributeOf(tag, 'state') ?? 'visible') !== 'visible') return
      const part = partOf(attributeOf(tag, 'id') ?? '')
      if (part) sheets.push({ name: attributeOf(tag, 'name') ?? '', part })
    },
    close() {},
    text() {},
  })
  return { sheets, from1904 }
}

/** Texts that cells refer to by number. What says how to pronounce one is left out. */
function readTexts(zip: Zip, part: ZipEntry): string[] {
  const texts: string[] = []
  let text = ''
  let inText = false
  let inReading = false
  let total = 0
  scanPart(zip, part, {
    open(name) {
      if (name === 'si') text = ''
      else if (name === 'rPh') inReading = true
      else if (name === 't') inText = !inReading
    },
    close(name) {
      if (name === 't') inText = false
      else if (name === 'rPh') inReading = false
      else if (name === 'si') {
        texts.push(cellText(text))
        total += Math.min(text.length, CELL_CHARS_MAX) + TEXT_COSTS
        if (total > TEXT_MAX) throw tooLargeUnpacked()
      }
    },
    text(piece) {
      if (inText && text.length < CELL_CHARS_MAX) text += piece
    },
  })
  return texts
}

/** The text of a cell as people see it: characters that XML cannot hold are written `_x000D_`. */
export function cellText(text: string): string {
  if (!text.includes('_x') && text.length <= CELL_CHARS_MAX) return withoutZeros(text)
  const whole = text
    .slice(0, CELL_CHARS_MAX)
    .replace(/_x([0-9a-f]{4})_/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))
  return withoutZeros(wellFormed(whole))
}

function withoutZeros(text: string): string {
  return text.includes('\0') ? text.replaceAll('\0', '') : text
}

function readFormats(zip: Zip, part: ZipEntry): NumberFormat[] {
  const codes = new Map<number, string>()
  const formats: NumberFormat[] = []
  let inCells = false
  scanPart(zip, part, {
    open(name, tag) {
      if (name === 'numFmt')
        codes.set(Number(attributeOf(tag, 'numFmtId')), attributeOf(tag, 'formatCode') ?? '')
      else if (name === 'cellXfs') inCells = true
      else if (name === 'xf' && inCells) {
        const id = Number(attributeOf(tag, 'numFmtId') ?? 0)
        formats.push(numberFormat(id, codes.get(id)))
      }
    },
    close(name) {
      if (name === 'cellXfs') inCells = false
    },
    text() {},
  })
  return formats
}
