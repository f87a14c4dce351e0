import { canonicalDomain } from '../../kernel/domain.ts'
import { type FieldProblem, Refusal, wrongFields } from '../../kernel/refusal.ts'

export const ORGANISATION_TYPES = ['trust', 'school'] as const
export type OrganisationType = (typeof ORGANISATION_TYPES)[number]

/** Orders a list of organisations can be read in; a minus turns one round. */
export const ORGANISATION_SORTS = ['depth', 'name', '-name'] as const
export type OrganisationSort = (typeof ORGANISATION_SORTS)[number]

/** Whether a mobile number is asked for at registration. */
export const ASK_MOBILE = ['required', 'optional', 'no'] as const
export type AskMobile = (typeof ASK_MOBILE)[number]

/** How many days a link of an invitation may work. */
export const INVITATION_DAYS = { min: 1, max: 30 }

export const refuse = {
  duplicateName: (name: string) =>
    new Refusal('conflict', 'duplicate', `There is already an organisation called ${name} here.`),
  duplicateUrn: (urn: string) =>
    new Refusal('conflict', 'duplicate_urn', `Another organisation already has the URN ${urn}.`),
  mayNotAdd: () => new Refusal('forbidden', 'forbidden', 'You don’t have the right to add schools here.'),
  mayNotEdit: () =>
    new Refusal('forbidden', 'forbidden', 'You don’t have the right to change this organisation.'),
  schoolHasNoSchools: () =>
    new Refusal('unprocessable', 'parent_not_a_trust', 'Schools can only be added to a trust or group.'),
}

/** How a name reads in an address: lower-case letters, digits and dashes. Never empty. */
export function slugOf(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
  const slug = plain
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 48)
  return slug || 'organisation'
}

/** Domains as A-labels in the order given, each once. @throws Refusal domain_format naming each that is none */
export function readDomains(domains: readonly string[], pointer = '#/domains'): string[] {
  const problems: FieldProblem[] = []
  const found: string[] = []
  domains.forEach((text, index) => {
    const domain = canonicalDomain(text.trim().replace(/^@/, ''))
    if (domain && !found.includes(domain)) found.push(domain)
    if (!domain)
      problems.push({
        pointer: `${pointer}/${index}`,
        code: 'domain_format',
        detail: `“${text}” isn’t an email domain. Enter the part after the @, like reed.example`,
      })
  })
  if (problems.length > 0) throw wrongFields(problems)
  return found
}

/** @throws Refusal time_zone_unknown */
export function readTimeZone(timeZone: string, pointer = '#/timeZone'): string {
  try {
    return new Intl.DateTimeFormat('en-GB', { timeZone }).resolvedOptions().timeZone
  } catch {
    throw wrongFields([
      {
        pointer,
        code: 'time_zone_unknown',
        detail: `We don’t know the time zone “${timeZone}”. Choose one like Europe/London`,
      },
    ])
  }
}
