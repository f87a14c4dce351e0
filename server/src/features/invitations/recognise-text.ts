import { canonicalEmail } from '../../kernel/email-address.ts'
import { fold } from './letters.ts'
import type { Offered, Part } from './part.ts'
import type { PersonName } from './read-names.ts'
import { isRoleMailbox } from './role-mailboxes.ts'
import { splitText } from './split-text.ts'
import { isCommonDomain, likelyDomain, wholeDomain } from './typos.ts'
import { whyNotAnAddress } from './why-not-an-address.ts'

/** What is known of the place for which the text is read. */
export interface RecogniseContext {
  /** The organisation's own email domains, as A-labels in lower case. */
  domains: readonly string[]
  roles: readonly { key: string; label: string }[]
  units: readonly { id: string; name: string }[]
  organisationName: string
}

/**
 * One person, or one thing that is none. `text` is what was pasted; `typed` the address as it stands there and
 * `email` its canonical form, on all but invalid ones; `detail` says what to know or do, in the words of `code`.
 */
export interface RecognisedEntry {
  index: number
  text: string
  email?: string
  typed?: string
  name?: string
  givenName?: string
  familyName?: string
  roles?: string[]
  units?: string[]
  outcome: 'ready' | 'check' | 'repeat' | 'invalid'
  code?: string
  detail?: string
  suggestion?: string
  /** For `check`: what there is to say if the address is kept as it was typed. */
  ifKept?: Remark
}

export interface Remark {
  code: string
  detail: string
}

/** What the part after an @ gives to say, the same for everybody there. */
interface DomainRemarks {
  meant: string | null
  warning: Remark | null
}

/**
 * Reads whatever was pasted from a mail program, a spreadsheet or a list. Each word of it is in one entry, in the
 * order of the text, but the headings of tables; no address is given that does not stand there. Never throws.
 */
export function recogniseText(text: string, context: RecogniseContext): RecognisedEntry[] {
  const entries: RecognisedEntry[] = []
  const firstWith = new Map<string, RecognisedEntry>()
  const remarksOn = remembered((domain) => readDomain(domain, context))
  for (const part of splitText(text, offeredIn(context))) {
    const entry: RecognisedEntry = {
      index: entries.length,
      text: text.slice(part.start, part.end),
      outcome: 'invalid',
    }
    entries.push(entry)
    if (part.typed !== undefined) entry.typed = part.typed
    if (part.name) giveName(entry, part.name)
    if (part.roles) entry.roles = part.roles
    if (part.units) entry.units = part.units
    const email = part.typed === undefined || part.trouble ? null : canonicalEmail(part.typed)
    if (email === null) {
      Object.assign(entry, whyNobody(part, context))
      continue
    }
    entry.email = email
    const first = firstWith.get(email)
    if (first) {
      markRepeat(entry, first)
      continue
    }
    firstWith.set(email, entry)
    const at = email.lastIndexOf('@')
    judge(entry, email.slice(0, at), remarksOn(email.slice(at + 1)))
  }
  return entries
}

function judge(entry: RecognisedEntry, local: string, { meant, warning }: DomainRemarks): void {
  const suggestion = meant === null ? null : canonicalEmail(`${local}@${meant}`)
  entry.outcome = suggestion === null ? 'ready' : 'check'
  if (suggestion !== null) {
    entry.code = 'email_typo'
    entry.detail = `Did you mean ${suggestion}?`
    entry.suggestion = suggestion
    if (warning !== null) entry.ifKept = warning
  } else if (warning !== null) {
    entry.code = warning.code
    entry.detail = warning.detail
  } else if (isRoleMailbox(local)) {
    entry.code = 'role_mailbox'
    entry.detail =
      'This looks like a mailbox that several people share. An account is for one person: use their own address if they have one.'
  }
}

function markRepeat(entry: RecognisedEntry, first: RecognisedEntry): void {
  entry.outcome = 'repeat'
  entry.code = 'repeat_in_list'
  entry.detail = `Same as line ${first.index + 1}. We’ll send one.`
  if (first.name === undefined && entry.name !== undefined) giveName(first, { ...entry, name: entry.name })
}

function giveName(entry: RecognisedEntry, { name, givenName, familyName }: PersonName): void {
  entry.name = name
  if (givenName !== undefined) entry.givenName = givenName
  if (familyName !== undefined) entry.familyName = familyName
}

function readDomain(domain: string, { domains, organisationName }: RecogniseContext): DomainRemarks {
  const meant = likelyDomain(domain, domains)
  if (domains.includes(domain)) return { meant, warning: null }
  if (domain.startsWith('xn--') || domain.includes('.xn--'))
    return {
      meant,
      warning: {
        code: 'homograph_domain',
        detail: `The part after the @ has letters from outside the English alphabet, and is really ${domain}. Some look like others: check that it’s the address you mean.`,
      },
    }
  if (domains.length === 0) return { meant, warning: null }
  const outside = `${domain} isn’t one of ${possessive(organisationName)} email domains.`
  const advice = isCommonDomain(domain)
    ? 'Personal addresses are harder to take back when people leave.'
    : 'Check that it’s their work address.'
  return { meant, warning: { code: 'domain_outside', detail: `${outside} ${advice}` } }
}

function whyNobody(
  { typed, trouble }: Part,
  { domains }: RecogniseContext,
): Remark & { suggestion?: string } {
  if (trouble === 'too_many')
    return {
      code: 'too_many_pasted',
      detail: 'We stopped reading here. Send what is above first, then paste the rest.',
    }
  if (trouble === 'group')
    return {
      code: 'email_format',
      detail: 'There is a word with a colon before the addresses. Take it out and paste the addresses alone.',
    }
  if (trouble === 'two_addresses')
    return {
      code: 'email_format',
      detail: 'There are two email addresses here for one person. Keep the one that is theirs.',
    }
  if (typed === undefined)
    return { code: 'email_missing', detail: 'There is no email address here. Add one, or take this out.' }
  const at = typed.lastIndexOf('@')
  const whole = wholeDomain(typed.slice(at + 1), domains)
  const suggestion = whole === null ? null : canonicalEmail(`${typed.slice(0, at)}@${whole}`)
  return {
    code: 'email_format',
    detail: whyNotAnAddress(typed),
    ...(suggestion !== null && { suggestion }),
  }
}

/** Roles by label or key and units by name, letter case apart, roles first. What two share names neither. */
function offeredIn({ roles, units }: RecogniseContext): Offered {
  const found = new Map<string, { role?: string; unit?: string } | null>()
  const named = (name: string) => found.get(fold(name))
  for (const { id, name } of units) found.set(fold(name), named(name) === undefined ? { unit: id } : null)
  for (const { key, label } of roles)
    for (const name of [key, label]) {
      const before = named(name)
      found.set(fold(name), before?.role === undefined || before.role === key ? { role: key } : null)
    }
  const longest = Math.max(0, ...[...found.keys()].map((name) => name.length))
  return (words) => {
    if (words.length > 2 * longest + 20) return undefined
    return found.get(fold(words.replace(/["“”]/g, ''))) ?? undefined
  }
}

function remembered(read: (domain: string) => DomainRemarks): (domain: string) => DomainRemarks {
  const known = new Map<string, DomainRemarks>()
  return (domain) => {
    const before = known.get(domain)
    if (before) return before
    const now = read(domain)
    known.set(domain, now)
    return now
  }
}

function possessive(name: string): string {
  return /s$/i.test(name) ? `${name}’` : `${name}’s`
}
