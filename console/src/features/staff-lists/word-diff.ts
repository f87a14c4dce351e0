/** A run of words: in both, only before, or only after. */
export type Run = { text: string; kind: 'same' | 'gone' | 'new' }

/** Two texts side by side. Read in order, `before` gives the old text and `after` the new one. */
export type WordDiff = { before: Run[]; after: Run[] }

/**
 * What of a text changes, word by word, so that “Teacher” → “Teacher and Head of Year” marks only what was added. Where
 * little of the text stays, all of it is marked: a word or two left standing would be harder to read than the whole.
 */
export function wordDiff(before: string, after: string): WordDiff {
  const old = words(before)
  const next = words(after)
  const shared = commonWords(old, next)
  if (shared.length * 2 < Math.min(old.length, next.length) || shared.length === 0) {
    return { before: whole(before, 'gone'), after: whole(after, 'new') }
  }
  return {
    before: runs(old, new Set(shared.map(([at]) => at)), 'gone'),
    after: runs(next, new Set(shared.map(([, at]) => at)), 'new'),
  }
}

const whole = (text: string, kind: Run['kind']): Run[] => (text === '' ? [] : [{ text, kind }])

/** Each word with the space that follows it. */
const words = (text: string): string[] => text.match(/\S+\s*/g) ?? []

/** Positions of the longest sequence of words that both texts have, in order. */
function commonWords(old: string[], next: string[]): [number, number][] {
  const bare = (word: string | undefined) => word?.trim()
  // longest[i][j]: how many words old[i…] and next[j…] share.
  const longest = Array.from({ length: old.length + 1 }, () => new Array<number>(next.length + 1).fill(0))
  const at = (i: number, j: number) => longest[i]?.[j] ?? 0
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = next.length - 1; j >= 0; j--) {
      const row = longest[i]
      if (!row) continue
      row[j] = bare(old[i]) === bare(next[j]) ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  }
  const found: [number, number][] = []
  let i = 0
  let j = 0
  while (i < old.length && j < next.length) {
    if (bare(old[i]) === bare(next[j])) found.push([i++, j++])
    else if (at(i + 1, j) >= at(i, j + 1)) i++
    else j++
  }
  return found
}

/** Neighbouring words of one kind as one run; the space between two runs belongs to the words that stay. */
function runs(all: string[], same: Set<number>, other: 'gone' | 'new'): Run[] {
  const found: Run[] = []
  all.forEach((word, index) => {
    const kind = same.has(index) ? 'same' : other
    const last = found.at(-1)
    if (last?.kind === kind) last.text += word
    else found.push({ text: word, kind })
  })
  return found.flatMap((run) => {
    const bare = run.text.trimEnd()
    if (run.kind === 'same' || bare === run.text) return [run]
    return [
      { text: bare, kind: run.kind },
      { text: run.text.slice(bare.length), kind: 'same' as const },
    ]
  })
}
