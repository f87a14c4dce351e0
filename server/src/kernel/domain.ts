import { domainToASCII, domainToUnicode } from 'node:url'

const LAST_ASCII = '\u007f'
/** Anything else in ASCII the encoder would take for the end of the name, or decode. */
const NOT_IN_A_NAME = /[^a-z0-9.\u{80}-\u{10ffff}-]/u
/** A domain in ASCII without an A-label: nothing of it could be mapped. Without the flag u, so that no other letter folds into it. */
const PLAIN = /^(?!.*--)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/i
const LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/

/**
 * A domain as its lower-case A-label without the dot at the end, or null. Refuses whatever IDNA would map or
 * drop on the way (soft hyphens, full-width letters, ideographic dots), an address literal, and a name without a dot.
 */
export function canonicalDomain(text: string): string | null {
  const name = text.endsWith('.') ? text.slice(0, -1) : text
  if (name.length === 0 || name.length > 253) return null
  if (PLAIN.test(name)) return name.toLowerCase()
  const lower = [...name].map(simpleLower).join('')
  if (NOT_IN_A_NAME.test(lower)) return null
  const encoded = domainToASCII(lower)
  // Decoding must give back what was typed, letter case apart; otherwise a letter was mapped or dropped on the way.
  const wrote = domainToUnicode(lower)
  if (domainToUnicode(encoded) !== wrote || (!/^[\x21-\x7e]+$/.test(lower) && wrote !== lower)) return null
  const labels = encoded.split('.')
  if (labels.length < 2 || !labels.every((label) => LABEL.test(label))) return null
  return /^[0-9.]+$/.test(encoded) ? null : encoded
}

/** Folds one letter, unless that would turn a letter outside ASCII into one inside it. */
function simpleLower(letter: string): string {
  const lower = letter.toLowerCase()
  const crosses = letter > LAST_ASCII && [...lower].some((each) => each <= LAST_ASCII)
  return crosses || [...lower].length !== 1 ? letter : lower
}
