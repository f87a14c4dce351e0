import { decodeText } from '@lanyard/reader/decode-text.ts'
import { FileRefusal } from '@lanyard/reader/staff-list.ts'

const LOOKED_AT_BYTES = 1_000_000
const SAMPLES = 3

export type EncodingSample = { encoding: string; words: string[] }

/**
 * The same few words with accents in each encoding a file could be in, for a person to see which are right. One that
 * the bytes cannot be in is left out, and so is one in which they look as in another before it.
 */
export function encodingSamples(bytes: Uint8Array, encodings: string[]): EncodingSample[] {
  const part = wholeLines(bytes)
  const seen = new Map<string, EncodingSample>()
  for (const encoding of encodings) {
    const words = wordsIn(part, encoding)
    const look = words?.join(' ')
    if (words && look !== undefined && !seen.has(look)) seen.set(look, { encoding, words })
  }
  return [...seen.values()]
}

function wordsIn(bytes: Uint8Array, encoding: string): string[] | undefined {
  try {
    return wordsWithAccents(decodeText(bytes, encoding).text)
  } catch (error) {
    if (error instanceof FileRefusal) return undefined
    throw error
  }
}

/** As much as is looked at, without a letter cut in half at its end. */
function wholeLines(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= LOOKED_AT_BYTES) return bytes
  const part = bytes.subarray(0, LOOKED_AT_BYTES)
  return part.subarray(0, part.lastIndexOf(10) + 1)
}

function wordsWithAccents(text: string): string[] {
  const found = new Set<string>()
  // biome-ignore lint/suspicious/noControlCharactersInRegex: everything beyond ASCII is meant
  for (const [word] of text.matchAll(/[^\s,;"|]{0,30}[^\x00-\x7f\ufeff][^\s,;"|]{0,30}/gu)) {
    found.add(word)
    if (found.size === SAMPLES) break
  }
  return [...found]
}
