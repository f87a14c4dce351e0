/** What UTF-8 looks like when it was once read as Windows text: `SiÃ¢n`, `Oâ€™Brien`. */
const GARBLED =
  /Ã[\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]|Å[\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u201c\u201d\u2018\u2019]|â€|Â[\u0080-\u00bf]/
/** Bytes 0x80 to 0x9f in Windows-1252. */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** What a question mark in a text can be: in names a lost letter, in words perhaps somebody's doubt. */
export type Wording = 'name' | 'words' | 'other'

/** Beside a letter, unless it ends a remark in brackets: `Jane (left?)`. */
const LOST_IN_NAME = /\p{L}\?(?!\s*[)\]])|\?\p{L}/u
/** `Caf? manager` and `Cover?` may be doubts; no doubt stands inside a word. */
const LOST_IN_WORD = /\p{L}\?\p{L}/u

/**
 * Whether letters were lost on the way: what stands in their place says that nobody knows them any more. Spreadsheets
 * that save a list for one part of the world write a question mark for each letter of another, as in `Si?n`.
 */
export function hasLostLetters(text: string, wording: Wording = 'other'): boolean {
  if (text.includes('\ufffd')) return true
  if (wording === 'other' || !text.includes('?')) return false
  return (wording === 'name' ? LOST_IN_NAME : LOST_IN_WORD).test(text)
}

/** The text as it was before it was read in a wrong encoding, or null when it looks right. */
export function ungarbled(text: string): string | null {
  if (!GARBLED.test(text)) return null
  const bytes = new Uint8Array(text.length)
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    const windows = WINDOWS.indexOf(text.charAt(at))
    if (code > 0xff && windows < 0) return null
    bytes[at] = windows >= 0 ? 0x80 + windows : code
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
