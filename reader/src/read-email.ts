import { CELL_MAX } from './clean-cell.ts'
import { cut } from './limits.ts'
import type { RowProblem } from './staff-list.ts'

const ADDRESS_MAX = 254
const LOCAL_MAX = 64
const LOCAL = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/
const PLAIN_DOMAIN = /^(?!.*--)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/
const LETTERS_AND_DOTS = /^[\p{L}\p{M}\p{N}.-]+$/u
/** Letters that IDNA keeps as they are: all that no folding changes, and the two that IDNA 2008 spares (UTS 46 section 4). */
const KEPT_LETTERS = /^(?:[ßς]|\P{Changes_When_NFKC_Casefolded})+$/u
const USERNAME = /^[a-z0-9](?:[a-z0-9._'-]{0,62}[a-z0-9])?$/i

/** What stands around an address in a cell, and signs that look like those of an address. */
const AROUND = /^(?:mailto:|e-?mail:|smtp:)/i
const EDGES = /^[\s<>"'“”‘’«»()[\],;:]+|[\s<>"'“”‘’«»()[\],;:.]+$/g

export interface ReadEmail {
  email?: string
  problem?: RowProblem
}

/** The address in a clean cell, in its one canonical form, or what is wrong with it. */
export function readEmail(cell: string, domains: readonly string[]): ReadEmail {
  if (cell === '') return {}
  if (cell.length > CELL_MAX) return { problem: tooLong() }
  const quick = canonicalAddress(cell)
  if (quick !== null) return { email: quick }
  const tidy = cell.replaceAll('＠', '@').replaceAll('．', '.').replaceAll('﹫', '@').replace(AROUND, '')
  const { found, rest } = addressesIn(tidy)
  const [first, second] = found
  if (first !== undefined && second !== undefined) return { problem: twoAddresses(found, domains) }
  if (first !== undefined && !rest) return { email: first }
  if (!tidy.includes('@')) return withoutDomain(tidy, domains)
  return { problem: wrong(tidy) }
}

/** The canonical form of an address that stands alone, or null: letters in lower case, the domain as it is sent to. */
export function canonicalAddress(text: string): string | null {
  const trimmed = text.trim()
  if (trimmed.length > ADDRESS_MAX) return null
  const at = trimmed.lastIndexOf('@')
  if (at < 1 || at > LOCAL_MAX) return null
  const local = trimmed.slice(0, at).replace(/[A-Z]+/g, (letters) => letters.toLowerCase())
  if (!LOCAL.test(local)) return null
  const domain = canonicalDomain(trimmed.slice(at + 1))
  return domain === null || local.length + domain.length + 1 > ADDRESS_MAX ? null : `${local}@${domain}`
}

/** A problem for a row without any address. */
export function missingEmail(): RowProblem {
  return {
    code: 'email_missing',
    field: 'email',
    detail: 'There is no email address in this row. Enter one.',
  }
}

/** A user name that lacks its domain, which is known. */
export function withoutDomain(name: string, domains: readonly string[]): ReadEmail {
  const choices = USERNAME.test(name)
    ? domains.map((domain) => canonicalAddress(`${name}@${domain}`)).filter((address) => address !== null)
    : []
  const [suggestion] = choices
  if (suggestion === undefined) return { problem: wrong(name) }
  return {
    problem: {
      code: 'email_incomplete',
      field: 'email',
      detail: `“${name}” is a user name without its domain. Use ${suggestion}, or enter the whole address.`,
      suggestion,
      choices,
    },
  }
}

function canonicalDomain(typed: string): string | null {
  const name = typed.endsWith('.') ? typed.slice(0, -1) : typed
  if (name.length === 0 || name.length > 253) return null
  // Only ASCII letters may be folded before the test: others would turn into them.
  const lower = name.replace(/[A-Z]+/g, (letters) => letters.toLowerCase())
  if (PLAIN_DOMAIN.test(lower)) return lower
  return unusualDomain(lower.replace(/[^\p{ASCII}]/gu, smallLetter))
}

/** A domain with letters beyond ASCII becomes its A-label, if nothing in it is mapped to something else on the way. */
function unusualDomain(lower: string): string | null {
  if (lower !== lower.normalize('NFKC') || !KEPT_LETTERS.test(lower) || !LETTERS_AND_DOTS.test(lower))
    return null
  if (!URL.canParse(`https://${lower}/`)) return null
  const domain = new URL(`https://${lower}/`).hostname
  if (/^[\x21-\x7e]+$/.test(lower) && domain !== lower) return null
  const labels = domain.split('.')
  const isName = labels.length >= 2 && labels.every((label) => LABEL.test(label)) && !/^[0-9.]+$/.test(domain)
  return isName && domain.length <= 253 ? domain : null
}

/** A letter beyond ASCII in lower case, unless that would turn it into one inside. */
function smallLetter(letter: string): string {
  const small = letter.toLowerCase()
  return small.length === letter.length && small > '\u007f' ? small : letter
}

/** Addresses between blanks, commas, semicolons, slashes and brackets, each once; `rest`: something else has an @ too. */
function addressesIn(text: string): { found: string[]; rest: boolean } {
  const found = new Set<string>()
  let rest = false
  for (const piece of text.split(/[\s,;<>|]+|\/(?=[^/@]*@)/)) {
    if (!piece.includes('@')) continue
    const address = canonicalAddress(piece.replace(EDGES, '').replace(AROUND, ''))
    if (address === null) rest = true
    else found.add(address)
  }
  return { found: [...found], rest }
}

function twoAddresses(found: string[], domains: readonly string[]): RowProblem {
  const ours = found.find((address) => domains.includes(address.slice(address.lastIndexOf('@') + 1)))
  return {
    code: 'two_addresses',
    field: 'email',
    detail: `There are ${found.length === 2 ? 'two' : found.length} addresses in this cell. Choose one.`,
    ...(ours === undefined ? {} : { suggestion: ours }),
    choices: found,
  }
}

function tooLong(): RowProblem {
  return {
    code: 'too_long',
    field: 'email',
    detail: `This is longer than an email address can be, ${ADDRESS_MAX} characters. Enter the address alone.`,
  }
}

function wrong(typed: string): RowProblem {
  return {
    code: 'email_wrong',
    field: 'email',
    detail: `${whyWrong(typed)} Enter an address like name@school.org.`,
  }
}

function whyWrong(typed: string): string {
  const at = typed.lastIndexOf('@')
  if (at < 0) return `“${shown(typed)}” isn’t an email address: it has no @.`
  const [local, domain] = [typed.slice(0, at), typed.slice(at + 1)]
  if (local.includes('@')) return `“${shown(typed)}” has two @ signs.`
  if (local === '') return `The part before the @ is missing from “${shown(typed)}”.`
  if (domain === '') return `The part after the @ is missing from “${shown(typed)}”.`
  if (/\s/.test(typed)) return `“${shown(typed)}” has a space in it.`
  if (!domain.includes('.')) return `The part after the @ has no dot in “${shown(typed)}”.`
  if (domain.includes('..') || local.includes('..'))
    return `“${shown(typed)}” has two dots next to each other.`
  if (/[^\x20-\x7e]/.test(local))
    return `“${shown(typed)}” has a letter before the @ that addresses can’t have.`
  return `“${shown(typed)}” isn’t an email address.`
}

function shown(text: string): string {
  return text.length > 60 ? `${cut(text, 59)}…` : text
}
