import { canonicalEmail } from '../../kernel/email-address.ts'
import { wrongFields } from '../../kernel/refusal.ts'
import type { App } from '../../platform/app.ts'
import type { HashedPassword } from '../../platform/crypto/passwords.ts'
import { type BareTx, enterTenant, type Tx } from '../../platform/database/database.ts'
import { insertAssignments } from '../access/access.queries.ts'
import type { AuditEvent } from '../audit/audit-events.ts'
import type { Doer } from '../audit/record.ts'
import { record } from '../audit/record.ts'
import { insertOrSay } from '../organisations/add-organisation.ts'
import { type OrganisationType, readDomains, readTimeZone, slugOf } from '../organisations/organisation.ts'
import { insertTenant } from '../organisations/organisations.queries.ts'
import { insertPerson } from '../people/people.queries.ts'
import { openSeats } from '../seats/open-seats.ts'
import type { OpenedWhy } from '../seats/seat.ts'
import { savePassword } from '../sign-in/sign-in.queries.ts'

export interface FirstOwner {
  email: string
  givenName: string
  familyName: string
}

export interface FirstOrganisation {
  name: string
  type: OrganisationType
  domains: string[]
  timeZone: string
}

/** The root organisation as it will be kept. @throws Refusal domain_format, time_zone_unknown */
export function readOrganisation(organisation: FirstOrganisation): FirstOrganisation {
  return {
    ...organisation,
    domains: readDomains(organisation.domains, '#/organisation/domains'),
    timeZone: readTimeZone(organisation.timeZone, '#/organisation/timeZone'),
  }
}

/** The address as it will be kept. @throws Refusal email_format */
export function readOwnerEmail(email: string, pointer: string): string {
  const canonical = canonicalEmail(email)
  if (canonical) return canonical
  throw wrongFields([
    {
      pointer,
      code: 'email_format',
      detail: 'Enter an email address in the correct format, like name@school.sch.uk',
    },
  ])
}

/** Makes a tenant with its address, its root organisation and its first owner, in the transaction given. */
export async function makeTenant(
  app: App,
  bare: BareTx,
  doer: Omit<Doer, 'tenantId'>,
  event: AuditEvent,
  wish: {
    baseUrl: string
    organisation: FirstOrganisation
    owner: FirstOwner
    password: HashedPassword | null
  },
): Promise<{ tx: Tx; tenantId: string; organisationId: string; accountId: string; membershipId: string }> {
  const tenantId = await insertTenant(bare, wish.baseUrl)
  const tx = await enterTenant(bare, tenantId)
  const organisationId = await insertOrSay(tx, {
    parentId: null,
    urn: null,
    slug: slugOf(wish.organisation.name),
    ...wish.organisation,
  })
  const person = await makeOwner(tx, organisationId, wish.owner, wish.password, 'set_up')
  await record(app, tx, { ...doer, tenantId }, [
    {
      event,
      subjectId: person.accountId,
      organisationId,
      detail: { type: wish.organisation.type },
      subjectDetail: { email: wish.owner.email },
    },
  ])
  return { tx, tenantId, organisationId, ...person }
}

/** Makes somebody an active member of the root organisation who holds Owner. Somebody known keeps what they hold. A seat opens. */
export async function makeOwner(
  tx: Tx,
  organisationId: string,
  owner: FirstOwner,
  password: HashedPassword | null,
  why: Extract<OpenedWhy, 'set_up' | 'command_line'>,
): Promise<{ accountId: string; membershipId: string }> {
  const person = await insertPerson(tx, { ...owner, organisationId, state: 'active', addedBy: why })
  await insertAssignments(tx, [
    {
      membershipId: person.membershipId,
      role: 'owner',
      scope: 'tenant',
      organisationId,
      unitId: null,
      unitKind: null,
      source: 'manual',
    },
  ])
  if (password) await savePassword(tx, person.accountId, password)
  await openSeats(tx, [{ organisationId, ...person }], why)
  return person
}
