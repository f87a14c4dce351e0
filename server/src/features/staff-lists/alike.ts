import { ratio } from 'fuzzball'

/** Of 100: from here on two names are near enough to ask whether they are one person's. */
const NAME_SCORE = 92
/** By so much the nearest must be nearer than the second, or nobody is suggested. */
const NAME_MARGIN = 5
/** From here on a department is probably another one, misspelt. */
const VALUE_SCORE = 85

const scored = { full_process: false }

export interface NamePair {
  place: number
  name: string
  membershipId: string
  theirs: string
}

/** Of pairs of folded names those that are nearly the same, for each row the one that stands out. */
export function likeNames(pairs: NamePair[]): { place: number; membershipId: string }[] {
  const best = new Map<number, { membershipId: string; score: number; second: number }>()
  for (const { place, name, membershipId, theirs } of pairs) {
    const score = ratio(name, theirs, scored)
    const known = best.get(place)
    if (!known) best.set(place, { membershipId, score, second: 0 })
    else if (known.membershipId === membershipId) known.score = Math.max(known.score, score)
    else if (score > known.score) best.set(place, { membershipId, score, second: known.score })
    else known.second = Math.max(known.second, score)
  }
  return [...best]
    .filter(([, { score, second }]) => score >= NAME_SCORE && score - second >= NAME_MARGIN)
    .map(([place, { membershipId }]) => ({ place, membershipId }))
}

/** The one of these that a folded value was probably meant to be, or null. Year 10 is not a slip for Year 11. */
export function nearest(value: string, among: readonly string[]): string | null {
  let best: string | null = null
  let most = VALUE_SCORE - 1
  for (const each of among) {
    if (Math.abs(each.length - value.length) > 3) continue
    const score = ratio(value, each, scored)
    if (score > most && !countsApart(value, each)) {
      best = each
      most = score
    }
  }
  return best
}

/** Whether two values differ in a number or a single letter, by which schools tell their years and groups apart. */
function countsApart(one: string, other: string): boolean {
  const marks = (text: string) => text.split(' ').filter((word) => word.length === 1 || /\d/.test(word))
  return marks(one).join(' ') !== marks(other).join(' ')
}
