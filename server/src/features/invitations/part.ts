import { isBlank, isInvisible } from './letters.ts'
import { type PersonName, readName } from './read-names.ts'
import type { Mark, Span } from './split-line.ts'

/** One person, or one thing that is none, in the pasted text. Parts never overlap and stand in the text's order. */
export interface Part extends Span {
  typed?: string
  name?: PersonName | null
  roles?: string[]
  units?: string[]
  trouble?: 'group' | 'two_addresses' | 'too_many'
}

/** What a cell beside an address names, if anything. */
export type Offered = (words: string) => { role?: string; unit?: string } | undefined

/** Far more than anybody invites at once. What follows becomes one part, so that the answer stays small. */
export const PARTS_MAX = 100_000

/** Nothing but punctuation, or the number of an entry of a list. */
const NOTHING_SAID = /^(?:[\p{P}|<>=~+^`$\s\u00ad\u200b-\u200f\u2060-\u2069\ufeff]*|\(?\d{1,4}[.)])$/u
const NOTHING_SAID_MAX = 200

/** The name in the words around an address. A quoted name that is another address is trouble, not a name. */
export function nameBeside(text: string, around: Span, mark: Mark, part: Part): PersonName | null {
  const before = text.slice(around.start, mark.start)
  if (before.includes('@')) {
    const own = before.replace(/^[\s"'“‘’]+|[\s"'”’]+$/g, '')
    if (own.toLowerCase() !== part.typed?.toLowerCase()) part.trouble = 'two_addresses'
    return null
  }
  if (!isSilent(before)) return readName(before)
  return mark.end < around.end ? readName(text.slice(mark.end, around.end)) : null
}

/** Gives the person a role or unit when these words name one. */
export function addOffered(part: Part, words: string, offered: Offered): boolean {
  const found = offered(words)
  if (found?.role !== undefined) part.roles = [...new Set([...(part.roles ?? []), found.role])]
  if (found?.unit !== undefined) part.units = [...new Set([...(part.units ?? []), found.unit])]
  return found !== undefined
}

/** A person whose address this is. */
export function withAddress(text: string, { start, end }: Span, mark: Mark): Part {
  return { start, end, typed: text.slice(mark.address.start, mark.address.end) }
}

/** Words with no address among them. Returns false when they say nothing, and are left out. */
export function addWords(text: string, span: Span, parts: Part[]): boolean {
  const words = without(text, span)
  if (isSilent(text.slice(words.start, words.end))) return false
  parts.push(words)
  return true
}

/** Adds a part, without the blanks around it. */
export function addPart(text: string, part: Part, parts: Part[]): void {
  const { start, end } = without(text, part)
  part.start = start
  part.end = end
  parts.push(part)
}

/** Whether there is nothing in these words to tell anybody about. */
export function isSilent(words: string): boolean {
  if (words === '' || words === ' ') return true
  if (isLetter(words.charCodeAt(0))) return false
  return words.length <= NOTHING_SAID_MAX && !words.includes('@') && NOTHING_SAID.test(words)
}

function isLetter(code: number): boolean {
  return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a)
}

/** Without the blanks and invisible characters around. */
export function without(text: string, { start, end }: Span): Span {
  while (start < end && showsNothing(text.charCodeAt(start))) start++
  while (end > start && showsNothing(text.charCodeAt(end - 1))) end--
  return { start, end }
}

function showsNothing(code: number): boolean {
  return isBlank(code) || isInvisible(code)
}

/** What stands before the @. */
export function localOf(part: Part): string {
  return part.typed?.slice(0, Math.max(0, part.typed.lastIndexOf('@'))) ?? ''
}
