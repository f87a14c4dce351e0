import { CODE_PAGE_850, decodeCodePage850 } from './code-page-850.ts'
import { explainedByOneLanguage } from './letters-by-language.ts'
import { FileRefusal } from './staff-list.ts'

/** Tried where a text is neither UTF-8 nor UTF-16; of equals the earlier wins, so the commoner stand first. */
const LEGACY = [
  'windows-1252',
  'macintosh',
  CODE_PAGE_850,
  'iso-8859-15',
  'windows-1250',
  'iso-8859-2',
  'windows-1254',
  'windows-1257',
  'windows-1251',
  'koi8-r',
  'windows-1253',
  'windows-1255',
  'windows-1256',
  'shift_jis',
  'euc-kr',
  'gb18030',
  'big5',
]
const OTHERS_SHOWN = 6
const SAMPLE_BYTES = 48 * 1024
/** Sequences of UTF-8 that are whole, for each that is broken: from there on it is UTF-8 that was damaged. */
const WHOLE_FOR_EACH_BROKEN = 0.25

export interface DecodedText {
  text: string
  encoding: string
  otherEncodings: string[]
}

/**
 * The text in the bytes, in the encoding chosen or else the one for which there is most evidence: a byte order mark,
 * the zeros of UTF-16, well-formed UTF-8, and lastly which legacy encoding gives letters as names have them.
 *
 * Text that is UTF-8 but for a few broken places stays UTF-8, and each of those becomes U+FFFD: a legacy encoding
 * would give wrong letters everywhere else without anybody seeing it. Only there, and where UTF-16 is damaged, does
 * U+FFFD get in, for whoever reads the cells to point at.
 * @throws FileRefusal file_broken: not in the encoding chosen, or in one that nobody knows
 */
export function decodeText(bytes: Uint8Array, chosen: string | undefined): DecodedText {
  if (chosen)
    return { text: decodeAsChosen(bytes, chosen), encoding: chosen, otherEncodings: othersFor(bytes, chosen) }
  const wide = wideEncoding(bytes)
  if (wide) {
    // Half a character at the very end is a file cut short.
    const whole = bytes.subarray(0, bytes.length - (bytes.length % 2))
    return { text: new TextDecoder(wide).decode(whole), encoding: wide, otherEncodings: [] }
  }
  const text = strictly('utf-8', bytes)
  if (text !== undefined)
    return { text, encoding: 'utf-8', otherEncodings: isPlain(bytes) ? [] : ['windows-1252'] }
  const { whole, broken } = utf8Evidence(bytes)
  const legacy = ranked(sampleOf(bytes))
  if (whole > broken * WHOLE_FOR_EACH_BROKEN || startsWith(bytes, [0xef, 0xbb, 0xbf]))
    return {
      text: new TextDecoder().decode(bytes),
      encoding: 'utf-8',
      otherEncodings: legacy.slice(0, OTHERS_SHOWN),
    }
  for (const [place, encoding] of legacy.entries()) {
    const decoded = strictly(encoding, bytes)
    if (decoded === undefined) continue
    return { text: decoded, encoding, otherEncodings: legacy.toSpliced(place, 1).slice(0, OTHERS_SHOWN) }
  }
  throw notIn('any encoding we know')
}

/** UTF-16 by its mark, or by the zeros that half of its bytes are in any text with commas, digits and line ends. */
export function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (startsWith(bytes, [0xff, 0xfe])) return 'utf-16le'
  if (startsWith(bytes, [0xfe, 0xff])) return 'utf-16be'
  const looked = Math.min(bytes.length, 4096) & ~1
  if (looked < 8) return undefined
  let even = 0
  let odd = 0
  for (let at = 0; at < looked; at += 2) {
    if (bytes[at] === 0) even += 1
    if (bytes[at + 1] === 0) odd += 1
  }
  const pairs = looked / 2
  if (odd > pairs * 0.3 && even < pairs * 0.02) return 'utf-16le'
  if (even > pairs * 0.3 && odd < pairs * 0.02) return 'utf-16be'
  return undefined
}

function decodeAsChosen(bytes: Uint8Array, chosen: string): string {
  const text = isKnown(chosen) ? strictly(chosen, bytes) : undefined
  if (text === undefined) throw notIn(`the encoding ${chosen.slice(0, 40)}`)
  return text
}

const notIn = (what: string) =>
  new FileRefusal(
    'file_broken',
    `This file isn’t written in ${what}. Choose another encoding, or save the file again as “CSV UTF-8”.`,
  )

function isKnown(encoding: string): boolean {
  if (encoding === CODE_PAGE_850) return true
  try {
    return Boolean(new TextDecoder(encoding))
  } catch {
    return false
  }
}

/** The text, or nothing where a single byte does not fit the encoding. */
function strictly(encoding: string, bytes: Uint8Array): string | undefined {
  if (encoding === CODE_PAGE_850) return decodeCodePage850(bytes)
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function othersFor(bytes: Uint8Array, chosen: string): string[] {
  const others = [...(strictly('utf-8', bytes) === undefined ? [] : ['utf-8']), ...ranked(sampleOf(bytes))]
  return others.filter((encoding) => encoding !== chosen.toLowerCase()).slice(0, OTHERS_SHOWN)
}

function startsWith(bytes: Uint8Array, mark: number[]): boolean {
  return mark.every((byte, at) => bytes[at] === byte)
}

function isPlain(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte < 128)
}

/** How many sequences of more than one byte are as UTF-8 has them, and how many bytes are not. */
function utf8Evidence(bytes: Uint8Array): { whole: number; broken: number } {
  let whole = 0
  let broken = 0
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] as number
    if (byte < 128) continue
    const more = byte >= 0xf0 && byte < 0xf5 ? 3 : byte >= 0xe0 ? 2 : byte >= 0xc2 ? 1 : 0
    let follow = 0
    while (follow < more && ((bytes[at + follow + 1] ?? 0) & 0xc0) === 0x80) follow += 1
    if (more > 0 && follow === more && byte < 0xf5) whole += 1
    else broken += 1
    at += follow
  }
  return { whole, broken }
}

/** The lines with letters that encodings differ in, as far as is enough to judge. */
function sampleOf(bytes: Uint8Array): Uint8Array {
  const kept = new Uint8Array(SAMPLE_BYTES)
  let size = 0
  let lineStart = 0
  for (let at = 0; at < bytes.length && size < SAMPLE_BYTES; at += 1) {
    if ((bytes[at] as number) < 128) {
      if (bytes[at] === 10 || bytes[at] === 13) lineStart = at + 1
      continue
    }
    const from = Math.max(lineStart, at - 200)
    let end = at
    while (end < bytes.length && end < at + 200 && bytes[end] !== 10 && bytes[end] !== 13) end += 1
    const line = bytes.subarray(from, Math.min(end, from + SAMPLE_BYTES - size))
    kept.set(line, size)
    size += line.length
    if (size < SAMPLE_BYTES) kept[size++] = 10
    lineStart = end
    at = end
  }
  return kept.subarray(0, size)
}

/** Encodings that the sample can be in, the likeliest first. */
function ranked(sample: Uint8Array): string[] {
  return LEGACY.flatMap((encoding, place) => {
    // A sample may end within a character.
    const text = strictly(encoding, sample) ?? strictly(encoding, sample.subarray(0, -1))
    return text === undefined ? [] : [{ encoding, score: plausibility(text) - place * 0.005 }]
  })
    .sort((a, b) => b.score - a.score)
    .map(({ encoding }) => encoding)
}

/** At most 1: each letter belongs to one language, capitals begin words, and no sign stands within a word. */
function plausibility(text: string): number {
  const letters = new Map<string, number>()
  const codes = [...text]
  let seen = 0
  let odd = 0
  for (const [at, character] of codes.entries()) {
    if (character < '\u0080') continue
    seen += 1
    const before = codes[at - 1] ?? ' '
    const after = codes[at + 1] ?? ' '
    if (/\p{L}/u.test(character)) {
      letters.set(character, (letters.get(character) ?? 0) + 1)
      if (isCapital(character) && isSmall(before)) odd += 1
      if (isSmall(character) && isCapital(before) && isCapital(after)) odd += 0.5
      if (isSmall(character) && !/\p{L}/u.test(before) && isSmall(after)) odd += 0.1
      if (isForeignTo(character, before) || isForeignTo(character, after)) odd += 1
    } else if (character === '’' || character === '‘') {
      seen -= /\p{L}/u.test(before) ? 0 : 1
      letters.set('é', (letters.get('é') ?? 0) + (/\p{L}/u.test(before) ? 1 : 0))
    } else if (/[\u0080-\u009f\ufffd]/.test(character)) odd += 2
    else if (/\p{L}/u.test(before) && /\p{L}/u.test(after)) odd += 1.5
    else if (/[–—…“”€£°ºª«»\u00a0]/.test(character)) seen -= 1
    else odd += 0.5
  }
  if (seen <= 0) return 1
  return (explainedByOneLanguage(letters) * 0.5 + (seen - odd * 1.5) * 0.5) / seen
}

function isCapital(character: string): boolean {
  return /\p{Lu}/u.test(character)
}

function isSmall(character: string): boolean {
  return /\p{Ll}/u.test(character)
}

/** A letter of another script beside it: no word is written like that. */
function isForeignTo(letter: string, beside: string): boolean {
  if (!/\p{L}/u.test(beside)) return false
  return /\p{Script=Latin}/u.test(letter) !== /\p{Script=Latin}/u.test(beside)
}
