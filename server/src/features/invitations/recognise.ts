import type { Actor } from '../../kernel/actor.ts'
import { notFound } from '../../kernel/refusal.ts'
import type { App } from '../../platform/app.ts'
import { inTenant } from '../../platform/database/database.ts'
import { findOrganisation, findRoot } from '../organisations/organisations.queries.ts'
import { findByAddress, type KnownAddress } from '../people/invite-members.queries.ts'
import { findOffering } from './invite-options.ts'
import { findWithoutMail, noteDomains } from './mail-domains.queries.ts'
import { type NotSent, type WayOn, whyNoInvitation } from './not-sent.ts'
import { type RecognisedEntry, recogniseText } from './recognise-text.ts'

/** Most domains asked about for one text. */
const DOMAINS_ASKED_ABOUT = 20

export interface Recognised extends Omit<RecognisedEntry, 'outcome'> {
  outcome: RecognisedEntry['outcome'] | 'not_sent'
  wayOn?: WayOn
  person?: { id: string; name: string; status: string }
}

export interface Recognition {
  counts: { ready: number; check: number; repeat: number; notSent: number; invalid: number }
  entries: Recognised[]
}

/**
 * Reads the people out of any text: a paste from Outlook, columns of Excel, a list. Says of each what would become of an
 * invitation. Changes nothing; domains nobody here has typed before are asked about in the background.
 * @throws Refusal not_found, forbidden
 */
export async function recognise(
  app: App,
  actor: Actor,
  organisationId: string,
  text: string,
): Promise<Recognition> {
  return inTenant(app.database, actor.tenantId, async (tx) => {
    const organisation = await findOrganisation(tx, organisationId)
    if (!organisation) throw notFound()
    const { roles, units } = await findOffering(tx, actor, organisation)
    const entries = recogniseText(text, {
      domains: organisation.domains,
      roles: roles.map((each) => ({ key: each.role, label: each.label })),
      units,
      organisationName: organisation.name,
    })
    const emails = entries.flatMap((entry) => entry.email ?? [])
    const known = await findByAddress(tx, organisationId, [...new Set(emails)])
    const root = await findRoot(tx)
    const domains = strangeDomains(entries, organisation.domains)
    const withoutMail = await findWithoutMail(tx, domains)
    const unknown = await noteDomains(tx, domains.slice(0, DOMAINS_ASKED_ABOUT))
    if (unknown.length > 0)
      await app.jobs.enqueue(tx, 'check-mail-domains', {
        tenantId: actor.tenantId,
        domains: unknown.join(' '),
      })
    const seen = entries.map((entry) =>
      withPerson(
        withMail(entry, withoutMail),
        known.get(entry.email ?? ''),
        organisation.name,
        root?.name ?? '',
      ),
    )
    const count = (outcome: Recognised['outcome']) => seen.filter((each) => each.outcome === outcome).length
    return {
      counts: {
        ready: count('ready'),
        check: count('check'),
        repeat: count('repeat'),
        notSent: count('not_sent'),
        invalid: count('invalid'),
      },
      entries: seen,
    }
  })
}

const domainOf = (email: string) => email.slice(email.lastIndexOf('@') + 1)

/** Domains in the text that aren't the school's own, each once. */
const strangeDomains = (entries: RecognisedEntry[], own: readonly string[]): string[] => [
  ...new Set(
    entries
      .filter((entry) => entry.outcome !== 'invalid')
      .flatMap((entry) => (entry.email ? domainOf(entry.email) : []))
      .filter((domain) => !own.includes(domain)),
  ),
]

/** A domain that takes no mail is the likelier trouble than any other warning. */
function withMail(entry: RecognisedEntry, withoutMail: Set<string>): RecognisedEntry {
  if (entry.outcome !== 'ready' || !entry.email || !withoutMail.has(domainOf(entry.email))) return entry
  return {
    ...entry,
    code: 'email_no_mail',
    detail: `${domainOf(entry.email)} doesn’t receive email. Check the part after the @.`,
  }
}

/** What is known of somebody comes before what their address looks like. */
function withPerson(
  entry: RecognisedEntry,
  known: KnownAddress | undefined,
  organisation: string,
  root: string,
): Recognised {
  if (!known || entry.outcome === 'repeat' || entry.outcome === 'invalid') return entry
  const reason: NotSent | null = whyNoInvitation(known, organisation)
  const { code, detail, suggestion, ifKept, ...plain } = entry
  const person =
    known.membershipId && known.status
      ? { person: { id: known.membershipId, name: known.name, status: known.status } }
      : {}
  if (reason) return { ...plain, outcome: 'not_sent', ...reason, ...person }
  // An address that is somebody's is no slip of the pen.
  if (!known.membershipId && known.registered)
    return {
      ...plain,
      outcome: 'ready',
      code: 'in_other_school',
      detail: `Already has a staff account with ${root}. They’ll join ${organisation} with it.`,
    }
  return {
    ...plain,
    outcome: 'ready',
    ...person,
    ...(code && entry.outcome === 'ready' ? { code, detail } : {}),
  }
}
