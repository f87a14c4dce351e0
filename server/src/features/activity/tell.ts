/** A piece of a sentence; who is named in it can be told from the rest. */
export interface Part {
  text: string
  who?: 'actor' | 'subject'
}

const TOKEN = /\{(\w+)\}/

/**
 * Tells a sentence in pieces. A stretch in square brackets is left out when a word of it stands for nothing.
 * @param words what the words in braces stand for; none of it is read for braces or brackets again
 */
export function tell(says: string, words: Record<string, string | null>): Part[] {
  const parts = says
    .split(/(\[[^\]]*\])/)
    .map((stretch) =>
      stretch.startsWith('[') ? { optional: true, text: stretch.slice(1, -1) } : { text: stretch },
    )
    .filter(({ optional, text }) => !optional || tokensOf(text).every((token) => words[token]))
    .flatMap(({ text }) => piecesOf(text, words))
  const [first, ...rest] = parts
  return first ? [{ ...first, text: first.text.charAt(0).toUpperCase() + first.text.slice(1) }, ...rest] : []
}

export const sentenceOf = (parts: readonly Part[]) => parts.map((part) => part.text).join('')

const tokensOf = (text: string) => [...text.matchAll(new RegExp(TOKEN, 'g'))].map(([, token]) => token ?? '')

function piecesOf(text: string, words: Record<string, string | null>): Part[] {
  // Splitting by a pattern with a group puts what the group found at every second place.
  return text
    .split(TOKEN)
    .map((piece, index): Part => {
      if (index % 2 === 0) return { text: piece }
      const who = piece === 'actor' || piece === 'subject' ? { who: piece as 'actor' | 'subject' } : {}
      return { text: words[piece] ?? '', ...who }
    })
    .filter((part) => part.text !== '')
}
