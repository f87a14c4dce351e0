import { COMMON_DOMAINS, SINGLE_HOME } from './common-domains.ts'

const COMMON = new Set(COMMON_DOMAINS)
const COMMON_NAMES = new Set(COMMON_DOMAINS.map(nameOf))

/** Most slips between a domain and the one that was meant. */
const SLIPS_MAX = 2
/** Among shorter names two slips lead to somebody else's; one does among the short names that everyone knows. */
const LONG_NAME = 5

/** Endings that nobody can have, with the one that was meant. */
const ENDINGS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    com: 'con cmo ocm vom xom cpm comm coom cim ckm copm cmm comn',
    uk: 'k u ku uj ik ul yk ukk uuk',
    org: 'ogr rog orgg prg',
    net: 'nte nett',
    edu: 'eud edi',
    'co.uk': 'couk cou.k',
    'sch.uk': 'schuk schu.k',
  }).flatMap(([meant, slips]) => slips.split(' ').map((slip): [string, string] => [slip, meant])),
)
/** The same for what stands before `uk` in a name of three parts or more. */
const BEFORE_UK: ReadonlyMap<string, string> = new Map([
  ...['shc', 'sh', 'scj', 'scg', 'shcool'].map((slip): [string, string] => [slip, 'sch']),
  ...['oc', 'cp', 'c', 'coo', 'ci'].map((slip): [string, string] => [slip, 'co']),
  ...['og', 'ogr', 'rg', 'prg'].map((slip): [string, string] => [slip, 'org']),
])
/** Real endings in which nobody has a mailbox at the great providers. */
const COUNTRIES_FOR_COM = new Set(['co', 'cm', 'om', 'c', 'm'])

/** Whether it is one of the domains that people everywhere use. */
export function isCommonDomain(domain: string): boolean {
  return COMMON.has(domain)
}

/**
 * The domain that was probably meant, or null: first the school's own, then the common ones, then endings that
 * nobody can have. A domain that is the school's own, below it, or common is never corrected.
 */
export function likelyDomain(domain: string, own: readonly string[]): string | null {
  if (COMMON.has(domain) || own.some((each) => each === domain || domain.endsWith(`.${each}`))) return null
  if (domain.startsWith('xn--') || domain.includes('.xn--')) return null
  return closest(domain, own) ?? closeToCommon(domain) ?? withMeantEnding(domain)
}

/** The domain that a name without a dot, such as `gmail`, is the beginning of, or null. */
export function wholeDomain(name: string, own: readonly string[]): string | null {
  const lower = name.toLowerCase()
  return own.find((each) => nameOf(each) === lower) ?? SINGLE_HOME.get(lower) ?? null
}

/**
 * How many slips (a letter too many, missing, wrong, or two neighbours exchanged) lead from one to the other; 3
 * stands for any more. Time grows with the shorter of both at most, and nothing is kept.
 */
export function slipsBetween(one: string, other: string): number {
  return slipsFrom(one, 0, other, 0, SLIPS_MAX)
}

/** Where two words first differ there was a slip; what follows may hold one fewer. */
function slipsFrom(one: string, i: number, other: string, j: number, most: number): number {
  const beyond = SLIPS_MAX + 1
  if (Math.abs(one.length - i - (other.length - j)) > most) return beyond
  while (i < one.length && j < other.length && one.charCodeAt(i) === other.charCodeAt(j)) {
    i++
    j++
  }
  if (i === one.length && j === other.length) return 0
  if (most === 0) return beyond
  const rest = most - 1
  let least = slipsFrom(one, i + 1, other, j + 1, rest)
  least = Math.min(least, slipsFrom(one, i + 1, other, j, rest), slipsFrom(one, i, other, j + 1, rest))
  const exchanged =
    one.charCodeAt(i) === other.charCodeAt(j + 1) && one.charCodeAt(i + 1) === other.charCodeAt(j)
  if (exchanged) least = Math.min(least, slipsFrom(one, i + 2, other, j + 2, rest))
  return Math.min(beyond, least + 1)
}

/** The nearest of these. Two slips count only with the same first letter: few people miss that and another. */
function closest(domain: string, targets: readonly string[]): string | null {
  let best: string | null = null
  let least = SLIPS_MAX + 1
  for (const target of targets) {
    const most = Math.min(domain[0] === target[0] ? SLIPS_MAX : 1, least - 1)
    const slips = slipsFrom(domain, 0, target, 0, most)
    if (slips > most) continue
    const name = nameOf(target)
    if (slips === SLIPS_MAX && name.length < LONG_NAME && name !== nameOf(domain)) continue
    best = target
    least = slips
  }
  return best
}

const LONG_COMMON_DOMAINS = COMMON_DOMAINS.filter((domain) => nameOf(domain).length >= LONG_NAME)

function closeToCommon(domain: string): string | null {
  const name = nameOf(domain)
  const home = SINGLE_HOME.get(name)
  if (home !== undefined) return home
  // The same provider in another country is real, unless no country has that ending.
  if (!COMMON_NAMES.has(name)) return closest(domain, LONG_COMMON_DOMAINS)
  const ending = domain.slice(name.length + 1)
  return COUNTRIES_FOR_COM.has(ending) && COMMON.has(`${name}.com`) ? `${name}.com` : null
}

function withMeantEnding(domain: string): string | null {
  const last = domain.lastIndexOf('.')
  const beforeLast = domain.lastIndexOf('.', last - 1)
  for (const dot of [beforeLast, last]) {
    const meant = dot > 0 ? ENDINGS.get(domain.slice(dot + 1)) : undefined
    if (meant !== undefined) return `${domain.slice(0, dot)}.${meant}`
  }
  if (beforeLast < 0 || domain.slice(last) !== '.uk') return null
  const before = BEFORE_UK.get(domain.slice(beforeLast + 1, last))
  return before === undefined ? null : `${domain.slice(0, beforeLast)}.${before}.uk`
}

function nameOf(domain: string): string {
  return domain.slice(0, domain.indexOf('.'))
}
