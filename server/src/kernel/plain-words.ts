/** Longest name of a person, a place or a school that is shown in mail and lists. */
export const NAME_MAX = 80

const UNSEEN = /[\p{Cc}\p{Cf}\u2028\u2029]/gu
const JOINERS = /[\u200c\u200d]/u

/**
 * Words as one line: line breaks and control characters become blanks, marks that nobody sees go, blanks are single.
 * Keeps the two joiners that some scripts need.
 */
export function cleanLine(text: string): string {
  return text
    .normalize('NFC')
    .replace(UNSEEN, (mark) => (JOINERS.test(mark) ? mark : /\s/.test(mark) || mark < ' ' ? ' ' : ''))
    .replace(/\s+/g, ' ')
    .trim()
}

const ADDRESS =
  /:\/\/|\bwww\.|@[\p{L}\d-]+\.|[\p{L}\d-]{3,}\.(?:[a-z]{2,24}|[A-Z]{2,24}|xn--[a-z\d-]+)(?![\p{L}\d])/u

/** Whether somebody could be led somewhere by these words: they hold a web address, or a domain by itself. */
export const holdsAddress = (text: string): boolean => ADDRESS.test(text)
