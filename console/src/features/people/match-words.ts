/** A piece of a text, and whether the search found it there. */
export type Piece = { text: string; found: boolean }

/**
 * Where the words of a search stand in a text, without regard to case, accents, apostrophes or other punctuation, as
 * the search itself reads them: "sian obrien" finds all of "Siân O’Brien".
 */
export function matchWords(text: string, search: string): Piece[] {
  const { letters, places } = fold(text)
  const found = new Array<boolean>(text.length).fill(false)
  for (const word of fold(search).letters.split(' ').filter(Boolean)) {
    const starts = allStarts(letters, word)
    const atWords = starts.filter((start) => start === 0 || !/[\p{L}\p{N}]/u.test(letters[start - 1] ?? ''))
    for (const start of atWords.length > 0 ? atWords : starts)
      found.fill(true, places[start], places[start + word.length] ?? text.length)
  }
  const pieces: Piece[] = []
  found.forEach((here, at) => {
    const last = pieces.at(-1)
    if (last?.found === here) last.text += text.charAt(at)
    else pieces.push({ text: text.charAt(at), found: here })
  })
  return pieces
}

const APOSTROPHES = /['’ʼ‘`]/
const APART: Record<string, string> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ß: 's',
  æ: 'a',
  œ: 'o',
  ð: 'e',
  þ: 'p',
  ı: 'i',
}

/** The text as it is searched, and where in the text each of its letters came from. */
function fold(text: string): { letters: string; places: number[] } {
  let letters = ''
  const places: number[] = []
  let at = 0
  for (const letter of text) {
    for (const plain of letter.toLowerCase().normalize('NFKD')) {
      if (/\p{M}/u.test(plain) || APOSTROPHES.test(plain)) continue
      const kept = /[\p{L}\p{N}@.+_]/u.test(plain) ? (APART[plain] ?? plain) : ' '
      letters += kept
      for (const _ of kept) places.push(at)
    }
    at += letter.length
  }
  return { letters, places }
}

function allStarts(text: string, word: string): number[] {
  const starts: number[] = []
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) starts.push(at)
  return starts
}
