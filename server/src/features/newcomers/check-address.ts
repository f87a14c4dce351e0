import type { Actor } from '../../kernel/actor.ts'
import { notFound, wrongFields } from '../../kernel/refusal.ts'
import type { App } from '../../platform/app.ts'
import { inTenant } from '../../platform/database/database.ts'
import { allowedAt } from '../access/require.ts'
import { findOrganisation } from '../organisations/organisations.queries.ts'
import { type AddressAnswer, lookAtAddress } from './known-address.ts'
import { readEmail } from './newcomer.ts'

/**
 * Whether a person can be added with an address, or where it is used already, before anything is saved.
 * @throws Refusal not_found, forbidden, email_missing, email_format
 */
export async function checkAddress(
  app: App,
  actor: Actor,
  organisationId: string,
  typed: string,
): Promise<AddressAnswer & { email: string }> {
  return inTenant(app.database, actor.tenantId, async (tx) => {
    const organisation = await findOrganisation(tx, organisationId)
    if (!organisation) throw notFound()
    allowedAt(actor, 'users.create', {
      organisationId,
      path: organisation.path,
      type: organisation.type,
    })
    const { email, problems } = readEmail(typed)
    if (problems.length > 0) throw wrongFields(problems)
    return { email, ...(await lookAtAddress(tx, actor, organisation, email)) }
  })
}
