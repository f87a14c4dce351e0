import { matchWords } from './match-words.ts'

/** A text with the highlighter over what the search found in it. */
export function Marked({ text, search }: { text: string; search: string | undefined }) {
  if (!search) return text
  let at = 0
  return matchWords(text, search).map(({ text: piece, found }) => {
    at += piece.length
    return found ? <mark key={at}>{piece}</mark> : piece
  })
}
