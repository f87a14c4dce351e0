import { plainLetters } from './clean-cell.ts'

/** FNV-1a with 64 bits: names a set of headings; nothing secret hangs on it. */
const OFFSET = 0xcbf29ce484222325n
const PRIME = 0x100000001b3n
const MASK = 0xffffffffffffffffn

/** The same for the same headings in whatever order, case and accents. Columns without a heading do not count. */
export function fingerprintOf(headings: readonly string[]): string {
  const said = headings.map((heading) => plainLetters(heading)).filter((heading) => heading !== '')
  let hash = OFFSET
  for (const byte of new TextEncoder().encode([...said].sort().join('\n')))
    hash = ((hash ^ BigInt(byte)) * PRIME) & MASK
  return `h${said.length}-${hash.toString(16).padStart(16, '0')}`
}
