import { fold } from './letters.ts'

/** A name as it is shown, and its two parts as far as they are known. */
export interface PersonName {
  name: string
  givenName?: string
  familyName?: string
}

const NAME_MAX = 100
/** Longer words are no heading. */
const HEADINGS_MAX = 24
/** Longer words are no name, and never looked at closely. */
const WORDS_MAX = 240

const INVISIBLE = /[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g
/** `1.`, `2)`, `•` or `-` before an entry of a list. */
const LIST_MARK = /^(?:\(?\d{1,4}[.)]|[-*•·▪‣◦–—>]+)\s+/
const LABEL_AT_END = /(?:^|\s)e-?mail(?: address)?:?$/i
/** Where a remark begins: `(Head)`, `[staff]`, `| Reed Primary`, ` - Maths`. */
const REMARK = /[([{<|\\/]| [-–—] /
const ONLY_LETTERS = /^[\p{L}\p{M} '’‘ʼ.,·‑–\-\u200c\u200d]+$/u
/** What most names look like, for which nothing else need be tried. */
const SIMPLE = /^\p{L}+(?:(?:, |[ '’-])\p{L}+){0,4}$/u
const LOOKS_LIKE_LINK = /[\p{L}\p{M}]{3,}\.[\p{L}\p{M}]{2,}/u

/** Titles and what stands after names are shorter. */
const SHORT_WORD_MAX = 12
const ASCII = /^[\x20-\x7e]*$/

const TITLES = new Set(
  'mr mrs ms miss mx dr prof professor rev revd reverend fr father sister sr sir dame lady lord canon'.split(
    ' ',
  ),
)
const AFTER_NAME = new Set(
  'jr snr jnr ii iii iv phd md mbe obe cbe ba bsc ma msc med bed pgce qts npqh frsa'.split(' '),
)
/** Small words that begin a last name: Vincent van Gogh, Ana da Silva. */
const PARTICLES = new Set(
  'van von der den de del della di da das do dos du la le al el bin ibn ter ten st'.split(' '),
)
const HEADINGS = new Set(
  'name names email e-mail mail address to cc bcc from staff role surname forename'.split(' '),
)

/** The name in these words, `First Last` or `Last, First`, or null when they are none. */
export function readName(words: string): PersonName | null {
  const plain = plainWords(words)
  if (plain === null) return null
  const comma = plain.indexOf(',')
  const before = (comma < 0 ? plain : plain.slice(0, comma)).trim()
  const after =
    comma < 0
      ? ''
      : plain
          .slice(comma + 1)
          .replaceAll(',', ' ')
          .trim()
  if (before === '') return after === '' ? null : fromWords(after)
  const given = withoutTitle(after.split(/ +/))
    .filter((word) => !AFTER_NAME.has(key(word)))
    .join(' ')
  return given === '' ? fromWords(before) : named(given, withoutTitle(before.split(' ')).join(' '))
}

/**
 * The name in the cells of a row: first and last name, or the full name in one cell. The address tells a last
 * name that stands first, when it has both.
 */
export function nameFromCells(cells: readonly string[], local: string): PersonName | null {
  const [one, other] = cells.filter((cell) => !TITLES.has(key(cell)))
  if (one === undefined) return null
  const first = plainWords(one)
  const second = other === undefined ? null : plainWords(other)
  if (first === null || second === null || first.includes(',')) return readName(one)
  const owner = letters(local)
  const lastWord = letters(first.slice(first.lastIndexOf(' ') + 1))
  const isWhole = first.includes(' ') && lastWord.length > 2 && owner.includes(lastWord)
  if (isWhole && !owner.includes(letters(second))) return readName(first)
  return isLastNameFirst(first, second, local) ? named(second, first) : named(first, second)
}

/** Whether a cell could hold a name: a few words of letters. */
export function couldBeName(cell: string): boolean {
  const plain = plainWords(cell)
  return plain !== null && plain.split(' ').length <= 5
}

/** A name of these two parts, without a title. Null when one is too long to be one. */
export function named(givenName: string, familyName: string): PersonName | null {
  const given = withoutTitle(givenName.split(' ')).join(' ')
  if (given.length > NAME_MAX || familyName.length > NAME_MAX) return null
  if (given === '' || familyName === '') {
    const name = given || familyName
    return name === '' ? null : given === '' ? { name, familyName } : { name, givenName: given }
  }
  return { name: `${given} ${familyName}`, givenName: given, familyName }
}

/** Words without quotes, list marks, remarks and what cannot be seen, or null when they are no name. */
export function plainWords(words: string): string | null {
  if (words.length > WORDS_MAX) return null
  const simple = words.trim().replace(/^"(.*)"$/, '$1')
  if (SIMPLE.test(simple)) return isHeading(simple) ? null : simple
  let plain = words
    .replace(INVISIBLE, '')
    .replace(/\s+/g, ' ')
    .replace(/["“”„«»`]/g, '')
    .replaceAll(';', ',')
    .trim()
  plain = plain.replace(LIST_MARK, '').replace(LABEL_AT_END, '')
  plain = plain.replace(/^\(([^()]*)\)$/, '$1').replace(/^['‘’](.*?)['‘’]?$/, '$1')
  const remark = plain.search(REMARK)
  if (remark >= 0) plain = plain.slice(0, remark)
  plain = plain
    .replace(/[ ,'‘]+$/, '')
    .replace(/^[ ,.–-]+/, '')
    .replace(/ [–-]$/, '')
    .trim()
  if (!/\p{L}/u.test(plain) || !ONLY_LETTERS.test(plain) || LOOKS_LIKE_LINK.test(plain)) return null
  return isHeading(plain) ? null : plain
}

function isHeading(words: string): boolean {
  if (words.length > HEADINGS_MAX) return false
  return words.split(/[ ,]+/).every((word) => HEADINGS.has(word.toLowerCase()))
}

function fromWords(words: string): PersonName | null {
  const all = words.split(/ +/)
  let kept = withoutTitle(all)
  while (kept.length > 2 && AFTER_NAME.has(key(kept.at(-1) ?? ''))) kept = kept.slice(0, -1)
  if (kept.length === 1) return kept.length < all.length ? named('', kept[0] ?? '') : named(kept[0] ?? '', '')
  let last = kept.length - 1
  while (last > 1 && PARTICLES.has((kept[last - 1] ?? '').toLowerCase())) last--
  return named(kept.slice(0, last).join(' '), kept.slice(last).join(' '))
}

function withoutTitle(words: string[]): string[] {
  return words.length > 1 && TITLES.has(key(words[0] ?? '')) ? words.slice(1) : words
}

function isLastNameFirst(first: string, second: string, local: string): boolean {
  const [one, other, owner] = [letters(first), letters(second), letters(local)]
  if (one === '' || other === '') return false
  const starts = [other + one, `${other[0]}${one}`]
  return starts.includes(owner) && owner !== one + other && owner !== `${one[0]}${other}`
}

/** ASCII letters only, accents taken off: as a name stands in an address. */
function letters(text: string): string {
  return (ASCII.test(text) ? text : text.normalize('NFKD')).toLowerCase().replace(/[^a-z]/g, '')
}

function key(word: string): string {
  return word.length > SHORT_WORD_MAX ? '' : fold(word).replaceAll('.', '')
}
