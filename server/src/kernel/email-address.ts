import { canonicalDomain } from './domain.ts'

/** Longest address and local part, in characters (RFC 5321 section 4.5.3.1). */
const ADDRESS_MAX = 254
const LOCAL_PART_MAX = 64
const LOCAL_PART = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/

/**
 * The one canonical form of an email address, used by every door, or null when it is not one we accept.
 * Only a dot-atom before the @ (no quotes, comments or groups), ASCII there; the domain becomes its A-label.
 * Letter case is folded, plus tags and dots are kept. Around it ASCII blanks are dropped, and no others.
 */
export function canonicalEmail(text: string): string | null {
  const trimmed = text.replace(/^[\t\n\r ]+|[\t\n\r ]+$/g, '')
  if (trimmed.length > ADDRESS_MAX) return null
  const at = trimmed.lastIndexOf('@')
  if (at < 1 || at > LOCAL_PART_MAX) return null
  const local = asciiLower(trimmed.slice(0, at))
  if (!LOCAL_PART.test(local)) return null
  const domain = canonicalDomain(trimmed.slice(at + 1))
  if (domain === null) return null
  const address = `${local}@${domain}`
  return address.length > ADDRESS_MAX ? null : address
}

/** Folds A–Z only: the locale and Unicode folds turn other letters into ASCII ones. */
function asciiLower(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 32))
}
