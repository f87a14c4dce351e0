import { cleanCell, plainLetters } from './clean-cell.ts'
import type { Column } from './column.ts'
import { isGivenName } from './given-names.ts'

const ROWS_MAX = 200
/** Shorter words stand in an address by chance. */
const LETTERS_MIN = 3

/** Which of two columns of names holds first names, and what says so. */
export interface NamePair {
  given: Column
  family: Column | null
  why: string
}

/**
 * The two of these columns that are names, by what stands in the address beside them (`jane.smith`, `jsmith`), then by
 * first names everyone knows, then by which comes first.
 */
export function pairOfNames(
  candidates: Column[],
  local: Column | undefined,
  rows: readonly string[][],
): NamePair | null {
  const likely =
    local === undefined
      ? candidates
      : [...candidates].sort(
          (one, other) =>
            shareInAddress(rows, other.index, local.index) - shareInAddress(rows, one.index, local.index),
        )
  const [one, other] = likely.slice(0, 2).sort((left, right) => left.index - right.index)
  if (one === undefined) return null
  if (other === undefined) return { given: one, family: null, why: '' }
  const byAddress = local === undefined ? 0 : votesOfAddress(rows, one.index, other.index, local.index)
  if (Math.abs(byAddress) >= 0.3)
    return ordered(one, other, byAddress > 0, 'their order follows from the addresses')
  const byNames = shareOfGiven(one) - shareOfGiven(other)
  if (Math.abs(byNames) >= 0.1)
    return ordered(one, other, byNames > 0, 'its order follows from first names that are common')
  return ordered(one, other, true, 'which is the first name is a guess')
}

/** In how many rows (0 to 1) a word of the name stands in the address or user name of the row. */
export function shareInAddress(
  rows: readonly string[][],
  name: number,
  address: number,
  letters = LETTERS_MIN,
): number {
  let [both, found] = [0, 0]
  for (const row of rows.slice(0, ROWS_MAX)) {
    const words = wordsIn(row[name])
    const local = localPart(row[address])
    if (words.length === 0 || local === '') continue
    both++
    const held = words.some((word) => {
      const start = letters < LETTERS_MIN ? word.slice(0, Math.max(letters, 2)) : word
      return start.length >= letters && local.includes(start)
    })
    if (held) found++
  }
  return both === 0 ? 0 : found / both
}

/** Above 0 when the first of two columns is the first name: `jane.smith`, `j.smith`, `smithj`. From -1 to 1. */
function votesOfAddress(rows: readonly string[][], one: number, other: number, address: number): number {
  let [votes, count] = [0, 0]
  for (const row of rows.slice(0, ROWS_MAX)) {
    const local = localPart(row[address])
    const first = wordsIn(row[one]).join('')
    const second = wordsIn(row[other]).join('')
    if (local === '' || first === '' || second === '') continue
    const vote = voteOf(local, first, second)
    if (vote === 0) continue
    count++
    votes += vote
  }
  return count === 0 ? 0 : votes / count
}

/**
 * Which word of full names is the first name, by addresses that hold two of their words (`jane.smith@`) or one with the
 * first letter of the other (`jsmith@`), where the first name comes first: above 0 when it does in the names as well,
 * below 0 when it comes last in them, 0 where neither is usual.
 */
export function votesOfAddresses(rows: readonly string[][], name: number, address: number): number {
  let [givenFirst, familyFirst] = [0, 0]
  for (const row of rows.slice(0, ROWS_MAX)) {
    if (!row[name] || row[name].includes(',') || !row[address]) continue
    const vote = voteOfWords(wordsIn(row[name]), cleanCell(row[address]).toLowerCase().split('@')[0] ?? '')
    if (vote > 0) givenFirst++
    else if (vote < 0) familyFirst++
  }
  if (Math.max(givenFirst, familyFirst) <= 2 * Math.min(givenFirst, familyFirst)) return 0
  return givenFirst - familyFirst
}

function voteOfWords(words: readonly string[], local: string): number {
  const pieces = local.split(/[^a-z]+/).filter((piece) => piece !== '')
  const inOrder = pieces.flatMap((piece) => (words.includes(piece) ? [words.indexOf(piece)] : []))
  const [one, other] = inOrder
  if (one !== undefined && other !== undefined) return Math.sign(other - one)
  const [first = '', last = ''] = [words[0], words.at(-1)]
  if (words.length < 2 || first.length < LETTERS_MIN || last.length < LETTERS_MIN) return 0
  const letters = lettersOf(local)
  const isGivenFirst = [first + last, first[0] + last].includes(letters)
  const isFamilyFirst = [last + first, last[0] + first].includes(letters)
  return isGivenFirst === isFamilyFirst ? 0 : isGivenFirst ? 1 : -1
}

function voteOf(local: string, first: string, second: string): number {
  const [atFirst, atSecond] = [
    first.length >= LETTERS_MIN ? local.indexOf(first) : -1,
    second.length >= LETTERS_MIN ? local.indexOf(second) : -1,
  ]
  if (atFirst >= 0 && atSecond >= 0) return atFirst < atSecond ? 1 : -1
  // Only one is written out: with an initial of the other, it is the family name.
  if (atSecond >= 0) return 1
  if (atFirst >= 0) return -1
  const [startsFirst, startsSecond] = [
    local.includes(first.slice(0, LETTERS_MIN)),
    local.includes(second.slice(0, LETTERS_MIN)),
  ]
  if (startsFirst !== startsSecond) return startsSecond ? 1 : -1
  const [twoFirst, twoSecond] = [local.startsWith(first.slice(0, 2)), local.startsWith(second.slice(0, 2))]
  return twoFirst === twoSecond ? 0 : twoSecond ? 1 : -1
}

function shareOfGiven({ seen }: Column): number {
  if (seen.filled === 0) return 0
  return seen.values.filter((value) => isGivenName(value)).length / seen.filled
}

function ordered(one: Column, other: Column, oneIsGiven: boolean, why: string): NamePair {
  return oneIsGiven ? { given: one, family: other, why } : { given: other, family: one, why }
}

function localPart(cell: string | undefined): string {
  const text = cleanCell(cell ?? '')
  const at = text.indexOf('@')
  return lettersOf(at < 0 ? text : text.slice(0, at))
}

function wordsIn(cell: string | undefined): string[] {
  return plainLetters(cleanCell(cell ?? '').replace(/[äöüÄÖÜ]/g, (letter) => `${letter}e`))
    .split(' ')
    .map(lettersOf)
    .filter((word) => word !== '')
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^a-z]/g, '')
}
