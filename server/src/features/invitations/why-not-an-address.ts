import { isInvisible } from './letters.ts'

const LONGEST = 254

/** Says what is wrong with something that has an @ and is no email address, and what to do. */
export function whyNotAnAddress(typed: string): string {
  const at = typed.lastIndexOf('@')
  const local = typed.slice(0, Math.max(0, at))
  const domain = typed.slice(at + 1)
  if (typed.length > LONGEST) return 'This is longer than an email address can be. Check where it ends.'
  if (/[\s"“”]/.test(typed)) return 'An email address has no spaces or quotation marks in it. Take them out.'
  if (typed === '@') return 'An email address has no spaces around the @. Take them out.'
  if (hasHidden(typed)) return 'There is a hidden character in this address. Delete it and type it by hand.'
  if (local.includes('@'))
    return 'There are two @ signs in this. Put each address on its own line, with one @.'
  if (local === '') return 'The part before the @ is missing. Enter an address like name@school.sch.uk.'
  if (domain === '') return 'The part after the @ is missing. Enter an address like name@school.sch.uk.'
  if (/["'“”()[\]<>\\]/.test(typed) && /["“”()[\]<>\\]|'$/.test(typed))
    return 'An email address has no brackets or quotation marks in it. Enter the address by itself.'
  if (!domain.includes('.'))
    return 'The part after the @ has no dot. Enter the whole address, like name@school.sch.uk.'
  if (domain.includes('..') || local.includes('..'))
    return 'There are two dots next to each other. Take one out.'
  if (/^\.|\.$/.test(local) || domain.startsWith('.'))
    return 'There is a dot where none can be, beside the @ or at the beginning. Take it out.'
  if (/^[0-9.]+$/.test(domain))
    return 'The part after the @ is a number. Enter an address like name@school.sch.uk.'
  if (/[^\x20-\x7e]/.test(local))
    return 'Before the @, only plain letters, digits and signs like . and - can be used. Check how the address is spelt.'
  if (local.length > 64) return 'The part before the @ is too long. Check where the address begins.'
  return 'Check the part after the @: it isn’t one that email can go to. Enter an address like name@school.sch.uk.'
}

function hasHidden(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code < 0x20 || code === 0x7f || isInvisible(code)) return true
  }
  return false
}
