/** Characters that show nothing: soft hyphen, zero-width ones, marks of direction, byte order mark. */
export function isInvisible(code: number): boolean {
  if (code < 0xad) return false
  return (
    code === 0xad ||
    code === 0x61c ||
    (code >= 0x200b && code <= 0x200f) ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2060 && code <= 0x2069) ||
    code === 0xfeff
  )
}

/** Spaces of every width. Line breaks are not among them. */
export function isBlank(code: number): boolean {
  if (code < 0xa0) return code === 0x20 || code === 0x09
  return (
    code === 0xa0 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000
  )
}

/** Everything that ends a line in some program. */
export function isLineBreak(code: number): boolean {
  if (code < 0x85) return code >= 0x0a && code <= 0x0d
  return code === 0x85 || code === 0x2028 || code === 0x2029
}

/** Words that need nothing done but their letter case. */
const PLAIN = /^[\x21-\x7e]+(?: [\x21-\x7e]+)*$/

/** Words for comparing: one space between them, without letter case and invisible characters. */
export function fold(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase()
  return text
    .normalize('NFC')
    .replace(/[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()
}
